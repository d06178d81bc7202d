import { Failure, request } from './request.js';

/** @import { Activity, ActivitySet } from './activity.js' */

/** One Direct Line conversation: its id and a token kept fresh. Both live in memory and nowhere else. */
export class Session {
  #token = '';
  #conversationId = '';
  #refreshTimer = 0;

  get isOpen() {
    return this.#conversationId !== '';
  }

  /**
   * Starts the conversation. May be called again after a failure: the token is kept, so no second conversation begins.
   * @returns {Promise<string>} the address of the stream
   * @throws {Failure}
   */
  async open() {
    if (!this.#token) this.#keep(await request('POST', '/tokens/generate', ''));
    const started = await this.#call('POST', '/conversations', {});
    this.#keep(started);
    this.#conversationId = started.conversationId;
    return started.streamUrl ?? '';
  }

  /**
   * @param {Activity} activity
   * @returns {Promise<{id?: string}>}
   */
  post(activity) {
    return this.#call('POST', `${this.#path}/activities`, activity);
  }

  /**
   * What was said after the watermark; with an empty one, everything.
   * @param {string} watermark
   * @returns {Promise<ActivitySet>}
   */
  activities(watermark) {
    return this.#call('GET', `${this.#path}/activities?watermark=${encodeURIComponent(watermark)}`);
  }

  /**
   * A new stream that goes on after the watermark.
   * @param {string} watermark
   * @returns {Promise<string>} the address of the stream
   */
  async reconnect(watermark) {
    const again = await this.#call('GET', `${this.#path}?watermark=${encodeURIComponent(watermark)}`);
    this.#keep(again);
    return again.streamUrl ?? '';
  }

  /** Forgets everything and says nothing to the server. */
  forget() {
    clearTimeout(this.#refreshTimer);
    this.#token = '';
    this.#conversationId = '';
  }

  get #path() {
    return `/conversations/${encodeURIComponent(this.#conversationId)}`;
  }

  /**
   * An expired token is refreshed once; one that cannot be refreshed has lost its conversation.
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async #call(method, path, body) {
    try {
      return await request(method, path, this.#token, body);
    } catch (failure) {
      if (!isExpired(failure)) throw failure;
    }
    try {
      await this.#refresh();
      return await request(method, path, this.#token, body);
    } catch (failure) {
      if (!isExpired(failure)) throw failure;
      this.forget();
      throw new Failure('lost');
    }
  }

  async #refresh() {
    this.#keep(await request('POST', '/tokens/refresh', this.#token));
  }

  /** @param {{token?: string, expires_in?: number}} answer */
  #keep(answer) {
    if (answer.token) this.#token = answer.token;
    if (!answer.expires_in) return;

    clearTimeout(this.#refreshTimer);
    // Half way, so that one missed refresh leaves time for another. A failure here is met by the next call.
    const halfLifeMs = Math.min(answer.expires_in * 500, 2 ** 31 - 1);
    this.#refreshTimer = setTimeout(() => this.#refresh().catch(() => {}), halfLifeMs);
  }
}

/** @param {unknown} failure */
function isExpired(failure) {
  return failure instanceof Failure && failure.kind === 'expired';
}
