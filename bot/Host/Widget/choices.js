import { find, make } from './words.js';

/** @import { SuggestedAction } from './activity.js' */

/** More than five are not choices any more. */
const MOST = 5;

/** Suggested actions: full-width buttons under the last message, gone when one is used. */
export class Choices {
  #holder = find('choices');
  #onPick;

  /** @param {(shown: string, value: string) => void} onPick */
  constructor(onPick) {
    this.#onPick = onPick;
    this.#holder.querySelectorAll('button').forEach((button) => {
      const words = button.textContent?.trim() ?? '';
      button.addEventListener('click', () => onPick(words, words));
    });
  }

  /** Whether the keyboard is here, so that it can be led on when the choices go. */
  get hasFocus() {
    return this.#holder.contains(document.activeElement);
  }

  /** @param {SuggestedAction[]} actions */
  show(actions) {
    this.#holder.replaceChildren(...actions.slice(0, MOST).map((action) => this.#button(action)));
  }

  clear() {
    this.#holder.replaceChildren();
  }

  /** @param {SuggestedAction} action */
  #button({ title, value }) {
    const button = make('button', '', title || value);
    button.type = 'button';
    button.addEventListener('click', () => this.#onPick(title || value, value || title));
    return button;
  }
}
