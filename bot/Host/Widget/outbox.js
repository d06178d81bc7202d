import { newId } from './activity.js';
import { Failure } from './request.js';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

/**
 * A message on its way.
 * - `sending`: not answered yet; `unsent`: failed for now, will be tried again; `busy`: the server asked us to wait
 * - `sent`: stored by the server; `refused`: it will never be taken as it is
 * @typedef {'sending' | 'unsent' | 'busy' | 'sent' | 'refused'} SendState
 *
 * @typedef {object} Letter
 * @property {string} id the clientActivityID, the same at every attempt, so that the server keeps one
 * @property {string} text
 * @property {SendState} state
 */

/** Sends messages one after the other, in order, until each is stored or refused. Kept in memory only. */
export class Outbox {
  #send;
  #onChange;
  /** @type {Letter[]} */ #waiting = [];
  #isSending = false;
  #closed = false;
  /** @type {() => void} */ #wake = () => {};

  /**
   * @param {(text: string, id: string) => Promise<void>} send throws `Failure`
   * @param {(letter: Letter) => void} onChange
   */
  constructor(send, onChange) {
    this.#send = send;
    this.#onChange = onChange;
  }

  /**
   * @param {string} text
   * @returns {Letter}
   */
  add(text) {
    /** @type {Letter} */
    const letter = { id: newId(), text, state: 'sending' };
    this.#waiting.push(letter);
    if (!this.#isSending) queueMicrotask(() => this.#sendAll());
    return letter;
  }

  /** The network is back: try now. */
  wake() {
    this.#wake();
  }

  /** Forgets what was not sent. */
  close() {
    this.#closed = true;
    this.#waiting = [];
    this.#wake();
  }

  async #sendAll() {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let letter = this.#waiting[0]; letter; letter = this.#waiting[0]) {
      await this.#deliver(letter);
      this.#waiting.shift();
    }
    this.#isSending = false;
  }

  /** @param {Letter} letter */
  async #deliver(letter) {
    for (let retryMs = FIRST_RETRY_MS; !this.#closed; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
      try {
        await this.#send(letter.text, letter.id);
        return this.#change(letter, 'sent');
      } catch (reason) {
        const failure = reason instanceof Failure ? reason : new Failure('unreachable');
        if (failure.kind === 'refused') return this.#change(letter, 'refused');
        this.#change(letter, failure.kind === 'busy' ? 'busy' : 'unsent');
        await this.#pause(failure.retryAfterMs || retryMs);
      }
    }
  }

  /**
   * @param {Letter} letter
   * @param {SendState} state
   */
  #change(letter, state) {
    if (this.#closed || letter.state === state) return;
    letter.state = state;
    this.#onChange(letter);
  }

  /** @param {number} ms */
  #pause(ms) {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }
}
