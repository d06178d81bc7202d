/**
 * The parts of a Bot Framework Activity that this page reads.
 *
 * @typedef {object} SuggestedAction
 * @property {string} type `imBack`: pressing it sends `value` as a message
 * @property {string} title
 * @property {string} value
 *
 * @typedef {object} HandoffValue
 * @property {string} [state] `accepted`, `completed`, `declined`, `failed` (waiting again), or a state of waiting
 * @property {string} [alias] the caseworker's chosen name
 * @property {number} [ahead] how many wait before this conversation
 * @property {number} [minutes] expected wait
 *
 * @typedef {object} ChannelData
 * @property {string} [clientActivityID] ours, echoed
 * @property {boolean} [welcomeShown] the first screen has said who this is, so the bot need not
 * @property {string} [speaker] `caseworker` when a person wrote it
 * @property {string} [kind] `emergency-card`
 *
 * @typedef {object} Activity
 * @property {string} type `message`, `typing` or `event`
 * @property {string} [id]
 * @property {string} [name] of an event
 * @property {string} [text]
 * @property {{id?: string, name?: string, role?: string}} [from]
 * @property {{actions?: SuggestedAction[]}} [suggestedActions]
 * @property {string} [locale]
 * @property {ChannelData} [channelData]
 * @property {HandoffValue} [value]
 *
 * @typedef {{activities: Activity[], watermark?: string}} ActivitySet
 *
 * @typedef {'own' | 'computer' | 'person'} Speaker
 */

/**
 * Who said it. A person is claimed only when the server says so in as many words.
 * @param {Activity} activity
 * @returns {Speaker}
 */
export function speakerOf(activity) {
  if (activity.channelData?.speaker === 'caseworker') return 'person';
  if (activity.channelData?.clientActivityID || activity.from?.role === 'user') return 'own';
  return 'computer';
}

/**
 * A random id. `crypto.randomUUID` exists on secure origins only; this works on every one.
 * @returns {string} 32 hexadecimal digits
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
