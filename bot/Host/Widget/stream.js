import { Failure } from './request.js';
import { hear, openSocket } from './socket.js';

/** @import { Activity, ActivitySet } from './activity.js' */
/** @import { Session } from './session.js' */

const ECHO_PATIENCE_MS = 10_000;
const RECONNECT_MS = 500;
const POLL_MS = 1_500;
const MAX_POLL_MS = 12_000;
const FEWEST_POLLS = 20;
const MOST_POLLS = 320;

/**
 * @typedef {object} StreamListener
 * @property {(activities: Activity[]) => void} onActivities new ones, each once, in order
 * @property {(reached: boolean) => void} onReach whether the server can be heard
 * @property {() => void} onLost the conversation is gone; the stream has stopped
 */

/** Hears a conversation: by WebSocket, by polling where sockets are blocked, and goes back to a socket when it can. */
export class Stream {
  #session;
  #listener;
  #watermark = '';
  #stopped = false;
  /** @type {WebSocket | null} */ #socket = null;
  /** @type {() => void} */ #endPause = () => {};
  #isWoken = false;
  /** @type {Set<string>} */ #seen = new Set();
  /** @type {Map<string, number>} */ #echoes = new Map();

  /**
   * @param {Session} session
   * @param {StreamListener} listener
   */
  constructor(session, listener) {
    this.#session = session;
    this.#listener = listener;
  }

  /** @param {string} url the stream's address as the start of the conversation gave it */
  async run(url) {
    let failures = 0;
    while (!this.#stopped) {
      const lived = url !== '' && (await this.#listen(url));
      failures = lived ? 0 : failures + 1;
      const isWoken = await this.#pause(RECONNECT_MS);
      if (failures > 1 && !isWoken) await this.#poll(Math.min(FEWEST_POLLS * 2 ** (failures - 2), MOST_POLLS));
      url = await this.#again();
    }
  }

  /** The network is back, or the page is looked at again: do not wait any longer. */
  wake() {
    this.#isWoken = true;
    this.#endPause();
    if (this.#socket) this.#check();
  }

  /**
   * A sent message must come back. A socket that brings no echo is dead, whatever it says of itself.
   * @param {string} clientActivityId
   */
  expect(clientActivityId) {
    if (this.#seen.has(clientActivityId)) return;
    const timer = setTimeout(() => this.#socket?.close(), ECHO_PATIENCE_MS);
    this.#echoes.set(clientActivityId, timer);
  }

  stop() {
    this.#stopped = true;
    this.#echoes.forEach((timer) => clearTimeout(timer));
    this.#socket?.close();
    this.#endPause();
  }

  /**
   * @param {string} url
   * @returns {Promise<boolean>} when the socket has ended: whether it ever worked
   */
  async #listen(url) {
    this.#socket = openSocket(url);
    const opened = await hear(this.#socket, {
      onOpen: () => this.#reached(true),
      onFrame: (frame) => this.#take(frame),
      onSilence: () => this.#check(),
    });
    this.#socket = null;
    return opened;
  }

  /**
   * Asks a number of times, more slowly while nobody answers, until woken.
   * @param {number} times
   */
  async #poll(times) {
    let pauseMs = POLL_MS;
    for (let count = 0; count < times && !this.#stopped; count++) {
      pauseMs = (await this.#catchUp()) !== null ? POLL_MS : Math.min(pauseMs * 2, MAX_POLL_MS);
      if (await this.#pause(pauseMs)) return;
    }
  }

  /** @returns {Promise<string>} the address of a new stream, or nothing when it cannot be had */
  async #again() {
    // Without a watermark a new stream would bring only what comes later.
    if (this.#watermark === '' && (await this.#catchUp()) === null) return '';
    return (await this.#ask(() => this.#session.reconnect(this.#watermark))) ?? '';
  }

  /** A phone that slept may hold a socket that is dead and does not know it. */
  async #check() {
    const socket = this.#socket;
    const missed = await this.#catchUp();
    if (missed !== 0) socket?.close();
  }

  /** @returns {Promise<number | null>} how many new activities there were; nothing when nobody answered */
  async #catchUp() {
    const answer = await this.#ask(() => this.#session.activities(this.#watermark));
    return answer && this.#take(answer);
  }

  /**
   * @template T
   * @param {() => Promise<T>} question
   * @returns {Promise<T | null>}
   */
  async #ask(question) {
    if (this.#stopped) return null;
    try {
      const answer = await question();
      this.#reached(true);
      return answer;
    } catch (failure) {
      if (failure instanceof Failure && failure.kind === 'lost') this.#lose();
      else this.#reached(false);
      return null;
    }
  }

  /**
   * @param {ActivitySet} set
   * @returns {number} how many of its activities were new
   */
  #take(set) {
    if (this.#stopped) return 0;
    if (set.watermark) this.#watermark = set.watermark;
    const fresh = (set.activities ?? []).filter((activity) => this.#isNew(activity));
    if (fresh.length > 0) this.#listener.onActivities(fresh);
    return fresh.length;
  }

  /** @param {Activity} activity */
  #isNew({ id, channelData }) {
    const echo = channelData?.clientActivityID;
    if (echo) {
      this.#seen.add(echo);
      clearTimeout(this.#echoes.get(echo));
    }
    if (!id) return true;
    const isNew = !this.#seen.has(id);
    this.#seen.add(id);
    return isNew;
  }

  /** @param {boolean} reached */
  #reached(reached) {
    if (!this.#stopped) this.#listener.onReach(reached);
  }

  #lose() {
    if (this.#stopped) return;
    this.stop();
    this.#listener.onLost();
  }

  /**
   * @param {number} ms
   * @returns {Promise<boolean>} whether it was woken before its time, or since the last pause
   */
  async #pause(ms) {
    if (!this.#isWoken && !this.#stopped) {
      await new Promise((resolve) => {
        this.#endPause = () => resolve(undefined);
        setTimeout(resolve, ms);
      });
    }
    const wasWoken = this.#isWoken;
    this.#isWoken = false;
    return wasWoken;
  }
}
