import { find, say } from './words.js';

const PRESSES = 3;
const WITHIN_MS = 5_000;

/**
 * Leaving quickly: one press of the link, or Escape or Shift three times within five seconds.
 * Without JavaScript the link still leads away.
 * @param {() => void} forget drops what is in memory
 */
export function armExit(forget) {
  const link = /** @type {HTMLAnchorElement} */ (find('leave'));
  const leave = () => {
    const elsewhere = link.href;
    blank();
    forget();
    location.replace(elsewhere);
  };

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  countPresses(link, leave);

  // A page kept for the Back button must not bring the chat back.
  window.addEventListener('pagehide', () => {
    blank();
    forget();
  });
  window.addEventListener('pageshow', (event) => event.persisted && location.reload());
}

/** Covers first, then empties: nothing of the chat is left in the page. */
function blank() {
  document.documentElement.classList.add('blank');
  document.body.replaceChildren();
}

/**
 * @param {HTMLElement} link shows how many presses were counted
 * @param {() => void} leave
 */
function countPresses(link, leave) {
  const announcer = find('announcer');
  let key = '';
  let count = 0;
  let timer = 0;
  let shiftIsAlone = false;

  const show = (/** @type {string} */ words) => {
    link.dataset.presses = String(count);
    announcer.textContent = words;
  };
  const startOver = (words = '') => {
    clearTimeout(timer);
    count = 0;
    show(words);
  };
  const press = (/** @type {string} */ pressed) => {
    if (count === 0 || pressed !== key) {
      startOver();
      timer = setTimeout(() => startOver(say('widget-leave-stopped')), WITHIN_MS);
    }
    key = pressed;
    count += 1;
    if (count === PRESSES) return leave();
    show(say(count === 1 ? 'widget-leave-two-more' : 'widget-leave-one-more'));
  };

  document.addEventListener('keydown', (event) => {
    if (event.repeat) return;
    shiftIsAlone = event.key === 'Shift';
    if (event.key === 'Escape' && !event.isComposing) press('Escape');
    else if (event.key !== 'Shift' && count > 0) startOver();
  });
  // Shift counts when it is let go with nothing typed meanwhile, so that capital letters do not count.
  document.addEventListener('keyup', (event) => {
    if (event.key === 'Shift' && shiftIsAlone) press('Shift');
  });
}
