import { speakerOf } from './activity.js';
import { Choices } from './choices.js';
import { Composer, hasTouchKeyboard } from './composer.js';
import { DirectLine } from './directline.js';
import { armExit } from './exit.js';
import { Outbox } from './outbox.js';
import { Scroller } from './scroller.js';
import { Status } from './status.js';
import { aliasOf, Transcript } from './transcript.js';
import { find, say } from './words.js';

/** @import { Activity } from './activity.js' */

const scroller = new Scroller();
const status = new Status();
const transcript = new Transcript();
const directLine = new DirectLine({
  onActivities: (activities) => scroller.follow(() => activities.forEach(hear)),
  onReach: (reached) => status.reach(reached),
  onEnded: ended,
});
const outbox = new Outbox(
  (text, id) => directLine.say(text, id),
  (letter) => transcript.update(letter),
);
const choices = new Choices(send);
const composer = new Composer(
  (text) => send(text),
  () => status.isWithPerson && directLine.typing(),
);

armExit(() => {
  outbox.close();
  directLine.close();
});
window.addEventListener('online', wake);
document.addEventListener('visibilitychange', () => document.hidden || wake());

/**
 * @param {string} shown
 * @param {string} [text] what is sent, where it differs
 */
function send(shown, text = shown) {
  const keepsKeyboard = choices.hasFocus;
  const letter = outbox.add(text);
  transcript.addOwn(letter, shown, () => composer.giveBack(shown));
  choices.clear();
  scroller.toEnd();
  if (keepsKeyboard) leadOn();
}

/** After a choice has gone: to the text box, or on a phone to the messages, so that no keyboard jumps up. */
function leadOn() {
  if (hasTouchKeyboard()) find('view').focus({ preventScroll: true });
  else composer.focus();
}

/** @param {Activity} activity */
function hear(activity) {
  if (activity.type === 'event' && activity.name?.startsWith('handoff.')) status.handoff(activity);
  else if (activity.type === 'typing' && speakerOf(activity) === 'person') status.typing(aliasOf(activity));
  else if (activity.type === 'message') hearMessage(activity);
}

/** @param {Activity} activity */
function hearMessage(activity) {
  const speaker = speakerOf(activity);
  transcript.addHeard(activity, speaker);
  if (speaker === 'own') return;

  const actions = activity.suggestedActions?.actions ?? [];
  if (speaker === 'person') {
    status.stopTyping();
    choices.clear();
  }
  if (actions.length > 0) choices.show(actions);
}

function ended() {
  status.reach(true);
  status.computer();
  choices.clear();
  scroller.follow(() => transcript.addNotice(say('widget-ended')));
}

function wake() {
  outbox.wake();
  directLine.wake();
}
