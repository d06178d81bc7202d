import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import { page, source, WIDGET } from './page-words.js';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; base-uri 'none'; form-action 'none'";
const KINDS = /** @type {Record<string, string>} */ ({ js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' });

/**
 * @typedef {Record<string, any>} Activity
 * @typedef {object} Conversation
 * @property {string} id
 * @property {Activity[]} log the watermark is its length
 * @property {Set<import('ws').WebSocket>} sockets
 *
 * @typedef {number | 'answer-lost' | {status: number, retryAfter: string}} Fault how the next post ends
 */

/** A small Direct Line 3.0 server that also serves the page, and fails when told to. */
export class FakeDirectLine {
  /** @type {{method: string, path: string, body: any}[]} */ requests = [];
  /** @type {Map<string, Conversation>} */ conversations = new Map();
  /** @type {Fault[]} */ faults = [];
  /** @type {(text: string) => Activity[]} */ reply = (text) => [{ text: `You said: ${text}` }];
  refusesSockets = false;
  refusesRefresh = false;
  swallowsFrames = false;
  repeatsItself = false;
  /** @type {Map<string, {conversation: string, expired: boolean}>} */ #tokens = new Map();
  #sockets = new WebSocketServer({ noServer: true });
  #server = createServer((request, response) => this.#serve(request, response));

  async start() {
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url() {
    const { port } = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    return `http://127.0.0.1:${port}/`;
  }

  /** The only conversation there is. */
  get conversation() {
    const [only] = this.conversations.values();
    if (!only) throw new Error('no conversation yet');
    return only;
  }

  /** What the young person's page posted, each as often as it was posted. */
  get posts() {
    return this.requests.filter(({ method, path, body }) => method === 'POST' && path.endsWith('/activities') && body.type === 'message');
  }

  async stop() {
    this.#server.closeAllConnections();
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Ends every socket without a goodbye. */
  cut() {
    for (const { sockets } of this.conversations.values()) sockets.forEach((socket) => socket.terminate());
  }

  expireTokens() {
    this.#tokens.forEach((token) => (token.expired = true));
  }

  /**
   * Something the bot or a caseworker says, in one frame.
   * @param {...Activity} activities
   */
  say(...activities) {
    this.#append(this.conversation, activities.map((activity) => ({ type: 'message', from: { role: 'bot' }, ...activity })));
  }

  /**
   * @param {Conversation} conversation
   * @param {Activity[]} activities
   */
  #append(conversation, activities) {
    const added = activities.map((activity, index) => ({ ...activity, id: `${conversation.id}|${conversation.log.length + index}` }));
    conversation.log.push(...added);
    const frame = JSON.stringify({ activities: added, watermark: String(conversation.log.length) });
    if (!this.swallowsFrames) conversation.sockets.forEach((socket) => socket.send(frame));
    return added;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #serve(request, response) {
    const url = new URL(request.url ?? '/', this.url);
    if (!url.pathname.startsWith('/v3/directline')) return this.#file(url.pathname, response);

    const chunks = await request.toArray();
    const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : null;
    const path = url.pathname.slice('/v3/directline'.length);
    this.requests.push({ method: request.method ?? '', path, body });
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const answer = (/** @type {number} */ status, /** @type {object} */ json, headers = {}) =>
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(json));
    const fail = (/** @type {number} */ status, code = 'Error', headers = {}) => answer(status, { error: { code, message: '' } }, headers);

    if (path === '/tokens/generate') return answer(200, this.#newToken(`c${this.conversations.size + 1}`));
    const known = this.#tokens.get(token);
    if (!known || (known.expired && (path !== '/tokens/refresh' || this.refusesRefresh))) return fail(403, 'TokenExpired');
    if (path === '/tokens/refresh') return answer(200, this.#newToken(known.conversation));

    if (path === '/conversations') {
      const { conversation: id } = known;
      if (!this.conversations.has(id)) this.conversations.set(id, { id, log: [], sockets: new Set() });
      return answer(201, { ...this.#newToken(id), streamUrl: this.#streamUrl(id, '0') });
    }
    const conversation = this.conversations.get(path.split('/')[2] ?? '');
    if (!conversation) return fail(404, 'NotFound');
    const watermark = url.searchParams.get('watermark') ?? '';
    if (request.method === 'GET' && path.endsWith('/activities')) {
      return answer(200, { activities: conversation.log.slice(Number(watermark)), watermark: String(conversation.log.length) });
    }
    if (request.method === 'GET') {
      return answer(200, { ...this.#newToken(conversation.id), streamUrl: this.#streamUrl(conversation.id, watermark || String(conversation.log.length)) });
    }

    const fault = body.type === 'message' ? this.faults.shift() : undefined;
    if (typeof fault === 'number') return fail(fault);
    if (typeof fault === 'object') return fail(fault.status, 'Busy', { 'Retry-After': fault.retryAfter });
    const stored = this.#store(conversation, body);
    if (fault === 'answer-lost') return response.destroy();
    answer(200, { id: stored.id });
  }

  /**
   * @param {Conversation} conversation
   * @param {Activity} activity
   */
  #store(conversation, activity) {
    const { clientActivityID } = activity.channelData ?? {};
    const same = clientActivityID && conversation.log.find((one) => one.channelData?.clientActivityID === clientActivityID);
    if (same) return same;
    if (activity.type !== 'message') return { id: 'typing' };
    const replies = this.reply(activity.text).map((reply) => ({ type: 'message', from: { role: 'bot' }, ...reply }));
    return this.#append(conversation, [activity, ...replies])[0] ?? {};
  }

  /** @param {string} conversation */
  #newToken(conversation) {
    const token = `t${this.#tokens.size}`;
    this.#tokens.set(token, { conversation, expired: false });
    return { conversationId: conversation, token, expires_in: 1800 };
  }

  /**
   * @param {string} id
   * @param {string} watermark
   */
  #streamUrl(id, watermark) {
    return `${this.url.replace('http', 'ws')}v3/directline/conversations/${id}/stream?watermark=${watermark}`;
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:stream').Duplex} socket
   * @param {Buffer} head
   */
  #upgrade(request, socket, head) {
    if (this.refusesSockets) return socket.destroy();
    const url = new URL(request.url ?? '/', this.url);
    const conversation = this.conversations.get(url.pathname.split('/')[4] ?? '');
    if (!conversation) return socket.destroy();

    this.#sockets.handleUpgrade(request, socket, head, (stream) => {
      conversation.sockets.add(stream);
      stream.on('close', () => conversation.sockets.delete(stream));
      stream.send('');
      const missed = conversation.log.slice(this.repeatsItself ? 0 : Number(url.searchParams.get('watermark')));
      if (missed.length) stream.send(JSON.stringify({ activities: missed, watermark: String(conversation.log.length) }));
    });
  }

  /**
   * @param {string} path
   * @param {import('node:http').ServerResponse} response
   */
  #file(path, response) {
    const name = path.slice(1);
    const send = (/** @type {string} */ kind, /** @type {string} */ text) =>
      response
        .writeHead(200, {
          'Content-Type': `${kind}; charset=utf-8`,
          'Content-Encoding': 'gzip',
          'Content-Security-Policy': CSP,
          'Cache-Control': 'no-store',
        })
        .end(gzipSync(text));
    if (path === '/') return send('text/html', page({ 'exit-url': `${this.url}elsewhere`, operator: this.operator }));
    if (path === '/elsewhere') return send('text/html', '<!doctype html><title>Weather</title><p>Weather</p>');
    const kind = KINDS[name.split('.').pop() ?? ''];
    if (!kind || !existsSync(new URL(name, WIDGET))) return response.writeHead(404).end();
    send(kind, source(name));
  }

  operator = '';
}
