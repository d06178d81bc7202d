import { find, say } from './words.js';

const TYPING_EVERY_MS = 3_000;
const LETTERS_LEFT_FROM = 200;

/** The text box. It never loses a word: what is not sent stays while the page lives. */
export class Composer {
  #input = /** @type {HTMLTextAreaElement} */ (find('input'));
  #letters = find('letters');
  #onSend;
  #onTyping;
  #typingAt = -TYPING_EVERY_MS;

  /**
   * @param {(text: string) => void} onSend
   * @param {() => void} onTyping at most every three seconds
   */
  constructor(onSend, onTyping) {
    this.#onSend = onSend;
    this.#onTyping = onTyping;
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#pressed(event));
    find('send').addEventListener('click', () => this.#send());
    // The button must not take the focus, or a phone folds its keyboard away after every message.
    find('send').addEventListener('pointerdown', (event) => event.preventDefault());
    this.#fit();
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  /**
   * Puts a text back into the box, before whatever is there.
   * @param {string} text
   */
  giveBack(text) {
    this.#input.value = this.#input.value ? `${text}\n${this.#input.value}` : text;
    this.#fit();
    this.focus();
  }

  #send() {
    const text = this.#input.value.trim();
    if (!text) return this.focus();
    this.#input.value = '';
    this.#fit();
    this.#onSend(text);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || hasTouchKeyboard()) return;
    event.preventDefault();
    this.#send();
  }

  #typed() {
    this.#fit();
    const now = performance.now();
    if (now - this.#typingAt < TYPING_EVERY_MS || !this.#input.value) return;
    this.#typingAt = now;
    this.#onTyping();
  }

  /** Grows with the text; the style sheet stops it at four lines. */
  #fit() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight + this.#input.offsetHeight - this.#input.clientHeight}px`;
    const left = this.#input.maxLength - this.#input.value.length;
    this.#letters.hidden = left > LETTERS_LEFT_FROM;
    this.#letters.textContent = this.#letters.hidden ? '' : say('widget-letters-left', { left });
  }
}

/** On a phone Enter makes a new line and the button sends. */
export function hasTouchKeyboard() {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}
