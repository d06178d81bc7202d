import { find } from './words.js';

const NEAR_THE_END_PX = 48;
const ROOM_ABOVE_PX = 8;

/** Keeps the place: follows the talk while the end is in sight, and never moves past the start of something new. */
export class Scroller {
  #view = find('view');
  #newer = find('newer');
  #list = find('messages');
  #followed = false;
  #size = '';

  constructor() {
    this.#view.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#newer.addEventListener('click', () => this.toEnd());
    // A phone's keyboard opening, or a turned screen, must not push the end away.
    new ResizeObserver(() => this.#resized()).observe(this.#view);
    this.#fitToKeyboard();
  }

  toEnd() {
    this.#view.scrollTop = this.#view.scrollHeight;
    this.#look();
  }

  /**
   * Adds what was heard and shows it from its beginning.
   * @param {() => void} add
   */
  follow(add) {
    const follows = this.#followed;
    const before = this.#list.lastElementChild;
    add();
    const first = before ? before.nextElementSibling : this.#list.firstElementChild;
    if (follows && first) {
      const top = first.getBoundingClientRect().top - this.#view.getBoundingClientRect().top;
      const end = this.#view.scrollHeight - this.#view.clientHeight;
      this.#view.scrollTop = Math.min(this.#view.scrollTop + top - ROOM_ABOVE_PX, end);
    }
    this.#look();
  }

  /** In a new size the browser moves the text by itself, which says nothing of where the reader wants to be. */
  #scrolled() {
    if (this.#size === sizeOf(this.#view)) this.#look();
  }

  #resized() {
    this.#size = sizeOf(this.#view);
    if (this.#followed) this.toEnd();
    else this.#look();
  }

  #look() {
    const below = this.#view.scrollHeight - this.#view.clientHeight - this.#view.scrollTop;
    const isAtEnd = below < NEAR_THE_END_PX;
    this.#newer.hidden = isAtEnd;
    // The first screen is read from its beginning; only a talk is followed.
    this.#followed = isAtEnd && this.#list.childElementCount > 0;
  }

  /** iOS lays its keyboard over the page without making it smaller; the visible part is known all the same. */
  #fitToKeyboard() {
    const visible = window.visualViewport;
    if (!visible) return;
    const fit = () => {
      if (visible.scale > 1.01) return;
      document.documentElement.style.setProperty('--visible-height', `${visible.height}px`);
      if (visible.offsetTop > 0) window.scrollTo(0, 0);
    };
    visible.addEventListener('resize', fit);
    visible.addEventListener('scroll', fit);
  }
}

/** @param {HTMLElement} element */
function sizeOf({ clientWidth, clientHeight }) {
  return `${clientWidth}x${clientHeight}`;
}
