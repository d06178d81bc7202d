/**
 * Every word of the interface comes from reviewed content, which the host puts into the page as JSON (text id to text).
 * @type {Record<string, string>}
 */
const words = JSON.parse(document.getElementById('words')?.textContent || '{}');

/**
 * The text with this id, its `{names}` filled in.
 * @param {string} id
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(id, values = {}) {
  return (words[id] ?? '').replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/**
 * The element with this id; the page's own template promises it.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function find(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/**
 * A new element. Text is always set as text, never as markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className = '', text = '') {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
