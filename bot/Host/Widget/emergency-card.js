import { make, say } from './words.js';

/**
 * The emergency card: what to do first, then the rest, one line each, and a control that takes it off the page.
 * @param {string} text lines, as the content breaks them; the first is the act
 * @returns {HTMLElement}
 */
export function card(text) {
  const holder = make('section', 'card');
  const [act = '', ...rest] = text.split('\n').map((line) => line.trim()).filter(Boolean);

  const control = (/** @type {string} */ wordId, /** @type {() => void} */ onPress) => {
    const button = make('button', 'quiet', say(wordId));
    button.type = 'button';
    button.addEventListener('click', onPress);
    return button;
  };
  const show = () => {
    holder.classList.remove('hidden-card');
    holder.replaceChildren(actLine(act.replace(/\.$/, '')), ...rest.map((line) => make('p', '', line)), control('widget-hide', hide));
  };
  const hide = () => {
    const again = control('widget-show', () => {
      show();
      holder.querySelector('button')?.focus({ preventScroll: true });
    });
    holder.classList.add('hidden-card');
    holder.replaceChildren(again);
    again.focus({ preventScroll: true });
  };

  show();
  return holder;
}

/**
 * On a phone the act is one press away.
 * @param {string} act
 */
function actLine(act) {
  const line = make('p', 'act');
  const number = /\b(999|112)\b/.exec(act)?.[0];
  if (!number) {
    line.textContent = act;
    return line;
  }
  const link = make('a', '', act);
  link.href = `tel:${number}`;
  line.append(link);
  return line;
}
