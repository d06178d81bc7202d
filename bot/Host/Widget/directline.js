import { newId } from './activity.js';
import { Failure } from './request.js';
import { Session } from './session.js';
import { Stream } from './stream.js';

/** @import { Activity } from './activity.js' */

/**
 * @typedef {object} DirectLineListener
 * @property {(activities: Activity[]) => void} onActivities
 * @property {(reached: boolean) => void} onReach
 * @property {() => void} onEnded the conversation is gone; the next message starts another
 */

/** Direct Line 3.0 for one young person. Nothing is asked of the server until the first message. */
export class DirectLine {
  #listener;
  #from = { id: newId(), role: 'user' };
  #session = new Session();
  /** @type {Stream | null} */ #stream = null;
  /** @type {Promise<void> | null} */ #opening = null;

  /** @param {DirectLineListener} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /**
   * Sends a message. Sending it again with the same id is safe: the server keeps one.
   * @param {string} text
   * @param {string} clientActivityId
   * @returns {Promise<void>} when the server has stored it
   * @throws {Failure}
   */
  async say(text, clientActivityId) {
    try {
      await (this.#opening ??= this.#open());
      await this.#session.post({
        ...this.#activity('message'),
        text,
        channelData: { clientActivityID: clientActivityId, welcomeShown: true },
      });
      this.#stream?.expect(clientActivityId);
    } catch (failure) {
      if (failure instanceof Failure && failure.kind === 'lost') this.#end();
      throw failure;
    }
  }

  /** Tells the other side that something is being typed. Nobody minds if it is lost. */
  typing() {
    if (this.#session.isOpen) this.#session.post(this.#activity('typing')).catch(() => {});
  }

  wake() {
    this.#stream?.wake();
  }

  /** Stops hearing and forgets, without a word to the server. */
  close() {
    this.#stream?.stop();
    this.#stream = null;
    this.#session.forget();
    this.#session = new Session();
    this.#opening = null;
  }

  async #open() {
    const session = this.#session;
    try {
      const url = await session.open();
      if (session !== this.#session) throw new Failure('lost');
      this.#stream = new Stream(session, {
        onActivities: this.#listener.onActivities,
        onReach: this.#listener.onReach,
        onLost: () => this.#end(),
      });
      this.#stream.run(url);
    } catch (failure) {
      this.#opening = null;
      throw failure;
    }
  }

  #end() {
    const hadBegun = this.#stream !== null;
    this.close();
    if (hadBegun) this.#listener.onEnded();
  }

  /** @param {string} type */
  #activity(type) {
    return { type, from: this.#from, locale: document.documentElement.lang };
  }
}
