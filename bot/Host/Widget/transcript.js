import { card } from './emergency-card.js';
import { find, make, say } from './words.js';

/** @import { Activity, Speaker } from './activity.js' */
/** @import { Letter, SendState } from './outbox.js' */

/** @type {Record<SendState, string>} */
const STATE_WORDS = {
  sending: 'widget-sending',
  sent: 'widget-sent',
  unsent: 'widget-unsent',
  busy: 'widget-busy',
  refused: 'widget-refused',
};

/** The messages, oldest first, each once. */
export class Transcript {
  #list = find('messages');
  #announcer = find('announcer');
  /** @type {Map<string, HTMLElement>} own messages by clientActivityID */ #own = new Map();
  #lastRun = '';

  /**
   * A message of this page, before any answer.
   * @param {Letter} letter
   * @param {string} shown
   * @param {() => void} onChangeIt puts the text back into the box
   */
  addOwn(letter, shown, onChangeIt) {
    const item = this.#add('own', say('widget-you'), shown);
    const state = item.appendChild(make('p', 'state', say('widget-sending')));
    state.setAttribute('aria-live', 'off');
    state.dataset.state = letter.state;
    item.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      item.remove();
      this.#own.delete(letter.id);
      onChangeIt();
    });
    this.#list.querySelectorAll('.state[data-state="sent"]').forEach((old) => old.replaceChildren());
    this.#own.set(letter.id, item);
  }

  /** @param {Letter} letter */
  update(letter) {
    const item = this.#own.get(letter.id);
    const state = item?.querySelector('.state');
    if (!(state instanceof HTMLElement)) return;

    const words = say(STATE_WORDS[letter.state]);
    const isNewest = [...this.#own.values()].at(-1) === item;
    state.dataset.state = letter.state;
    // One "Sent", under the newest; every trouble under its own message.
    state.textContent = isNewest || letter.state !== 'sent' ? words : '';
    if (letter.state === 'refused') state.append(changeButton());
    if (letter.state !== 'sent') this.#announcer.textContent = words;
  }

  /**
   * A message that came over the stream. Our own, coming back, is already here.
   * @param {Activity} activity
   * @param {Speaker} speaker
   */
  addHeard(activity, speaker) {
    if (this.#own.has(activity.channelData?.clientActivityID ?? '')) return;
    if (!activity.text) return;
    if (speaker === 'own') this.#add('own', say('widget-you'), activity.text);
    else if (activity.channelData?.kind === 'emergency-card') this.#addCard(activity.text);
    else if (speaker === 'computer') this.#add('computer', say('widget-computer'), activity.text);
    else this.#add('person', say('widget-person', { alias: aliasOf(activity) }), activity.text);
  }

  /**
   * A line of the page itself.
   * @param {string} words
   */
  addNotice(words) {
    this.#lastRun = '';
    this.#list.append(make('li', 'notice', words));
  }

  /**
   * @param {Speaker} speaker
   * @param {string} name
   * @param {string} text
   */
  #add(speaker, name, text) {
    const item = make('li', `message ${speaker}`);
    const isSameRun = this.#lastRun === speaker + name;
    item.append(make('p', speaker === 'own' || isSameRun ? 'sr-only' : 'name', name), make('p', 'bubble', text));
    if (isSameRun) item.classList.add('follows');
    this.#lastRun = speaker + name;
    this.#list.append(item);
    return item;
  }

  /** @param {string} text */
  #addCard(text) {
    this.#lastRun = '';
    const item = make('li');
    item.append(card(text));
    this.#list.append(item);
  }
}

/**
 * The name a caseworker goes by here.
 * @param {Activity} activity
 */
export function aliasOf(activity) {
  return activity.from?.name || say('widget-someone');
}

function changeButton() {
  const button = make('button', 'quiet', say('widget-change'));
  button.type = 'button';
  return button;
}
