/** How long one request may take before it counts as not arrived. */
const PATIENCE_MS = 15_000;

/**
 * Why a request brought nothing.
 * - `unreachable`: no answer, a server error, or an answer that is not from our server; try again
 * - `busy`: too many messages; try again after `retryAfterMs`
 * - `expired`: the token is no longer good
 * - `lost`: the conversation cannot be reached any more
 * - `refused`: this very message will never be taken
 * @typedef {'unreachable' | 'busy' | 'expired' | 'lost' | 'refused'} FailureKind
 */
export class Failure extends Error {
  /**
   * @param {FailureKind} kind
   * @param {number} [retryAfterMs]
   */
  constructor(kind, retryAfterMs = 0) {
    super(kind);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * One Direct Line request.
 * @param {string} method
 * @param {string} path after `/v3/directline`
 * @param {string} token may be empty
 * @param {object} [body]
 * @returns {Promise<any>} the answer's JSON
 * @throws {Failure}
 */
export async function request(method, path, token, body) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(`/v3/directline${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
      credentials: 'omit',
      cache: 'no-store',
      signal: patience.signal,
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw failureOf(response, answer);
  } catch (reason) {
    throw reason instanceof Failure ? reason : new Failure('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A filter or a proxy also answers 403 and 404. Only an answer in Direct Line's own form is the bot's word.
 * @param {Response} response
 * @param {any} answer
 */
function failureOf(response, answer) {
  if (!answer?.error?.code || response.status >= 500) return new Failure('unreachable');
  switch (response.status) {
    case 429:
      return new Failure('busy', 1000 * (Number(response.headers.get('Retry-After')) || 2));
    case 401:
    case 403:
      return new Failure('expired');
    case 404:
      return new Failure('lost');
    default:
      return new Failure('refused');
  }
}
