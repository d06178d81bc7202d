import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const WIDGET = new URL('../../bot/Host/Widget/', import.meta.url);
const DIALOG = new URL('../../dialogs/en/texts/widget.yaml', import.meta.url);

/** The widget's own words: text id to text. */
export const widgetWords = /** @type {Record<string, string>} */ (
  Object.fromEntries(
    parse(readFileSync(DIALOG, 'utf8')).texts.map((/** @type {{id: string, text: string}} */ text) => [text.id, text.text]),
  )
);

/** Stand-ins of a likely length for the words that other dialog files hold. */
const firstScreen = {
  'first-screen-who': "I'm a computer, not a person. You can ask me for a person at any time.",
  'first-screen-private': 'We keep this chat private, unless you or someone else may be seriously hurt or the law makes us share it.',
  'first-screen-device': 'A school, home or work computer or Wi-Fi may record what you type. Your own phone on mobile data is safer.',
  'first-screen-more':
    "I check messages for danger. If I'm worried, our team can read this chat even if you don't ask.\n\nA person may tell others what they need to know to keep someone safe. We try to tell you first.\n\nWe can't find you unless you tell us where you are.",
  'choice-1': "I'm in danger now",
  'choice-2': 'I owe someone money',
  'choice-3': 'Someone wants me to do something',
  'choice-4': 'I want to talk to a person',
};

/**
 * A word of the widget with its `{names}` filled in, as a reader sees it.
 * @param {string} id without its `widget-`
 * @param {Record<string, string | number>} [values]
 */
export function word(id, values = {}) {
  const text = widgetWords[`widget-${id}`];
  if (text === undefined) throw new Error(`no content holds widget-${id}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * The page as the host would serve it.
 * @param {Record<string, string>} settings `operator`, `exit-url`
 */
export function page(settings) {
  /** @type {Record<string, string>} */
  const texts = { language: 'en', operator: '', ...widgetWords, ...firstScreen, ...settings };
  return source('index.html').replace(/\{\{([\w-]+)\}\}/g, (_, key) => {
    if (key === 'words') return JSON.stringify(widgetWords).replaceAll('<', '\\u003c');
    const text = texts[key];
    if (text === undefined) throw new Error(`the template names ${key}, which no content holds`);
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  });
}

/**
 * One of the widget's files.
 * @param {string} name
 */
export function source(name) {
  return readFileSync(new URL(name, WIDGET), 'utf8');
}

export { WIDGET };
