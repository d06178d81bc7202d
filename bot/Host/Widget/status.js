import { find, say } from './words.js';

/** @import { Activity } from './activity.js' */

const TYPING_SHOWN_MS = 6_000;

/** The one line that says who is there. It follows what the server reported, never a guess. */
export class Status {
  #line = find('status');
  #typing = find('typing');
  #typingTimer = 0;
  #isOffline = false;
  #who = 'computer';
  #words = this.#line.textContent ?? '';

  get isWithPerson() {
    return this.#who === 'person';
  }

  /**
   * A `handoff.initiate` or `handoff.status` event. A state this page does not know is one of waiting.
   * @param {Activity} event
   */
  handoff({ name, value = {} }) {
    const alias = value.alias || say('widget-someone');
    const state = name === 'handoff.initiate' ? 'waiting' : value.state;
    if (state === 'accepted') return this.#set('person', say('widget-status-person', { alias }));

    this.stopTyping();
    // Whoever was here has gone without handing over; the case waits again.
    if (state === 'failed') this.#set('waiting', say('widget-status-again'));
    else if (state === 'completed' || state === 'declined') this.computer();
    else this.#set('waiting', waitingWords(value));
  }

  computer() {
    this.#set('computer', say('widget-status-computer'));
  }

  /** @param {boolean} reached whether the server can be heard */
  reach(reached) {
    this.#isOffline = !reached;
    this.#draw();
  }

  /** @param {string} alias of the caseworker who is typing */
  typing(alias) {
    clearTimeout(this.#typingTimer);
    this.#typing.textContent = say('widget-typing', { alias });
    this.#typingTimer = setTimeout(() => this.stopTyping(), TYPING_SHOWN_MS);
  }

  stopTyping() {
    clearTimeout(this.#typingTimer);
    this.#typing.textContent = '';
  }

  /**
   * @param {string} who
   * @param {string} words
   */
  #set(who, words) {
    this.#who = who;
    this.#words = words;
    this.#draw();
  }

  #draw() {
    const words = this.#isOffline ? say('widget-status-offline') : this.#words;
    this.#line.dataset.who = this.#isOffline ? 'offline' : this.#who;
    // The same words set again would be read out again.
    if (this.#line.textContent !== words) this.#line.textContent = words;
  }
}

/** @param {{ahead?: number, minutes?: number}} value */
function waitingWords({ ahead, minutes }) {
  if (ahead === undefined || minutes === undefined) return say('widget-status-waiting');
  return say('widget-status-queue', { ahead, minutes });
}
