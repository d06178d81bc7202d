/** @import { ActivitySet } from './activity.js' */

const OPEN_PATIENCE_MS = 5_000;
const KEEP_ALIVE_MS = 20_000;
/** After so many keep-alives without a frame from the server, ask whether the socket still lives. */
const SILENT_KEEP_ALIVES = 3;

/**
 * Behind a proxy that ends TLS the server may not know that it is reached by it.
 * @param {string} url
 * @returns {WebSocket | null} nothing where the browser will not even try
 */
export function openSocket(url) {
  try {
    const address = new URL(url, location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    return new WebSocket(address);
  } catch {
    return null;
  }
}

/**
 * Hears a socket until it ends.
 * @param {WebSocket | null} socket
 * @param {{onOpen: () => void, onFrame: (frame: ActivitySet) => void, onSilence: () => void}} listener
 * @returns {Promise<boolean>} whether it ever opened
 */
export function hear(socket, { onOpen, onFrame, onSilence }) {
  if (!socket) return Promise.resolve(false);

  return new Promise((resolve) => {
    let opened = false;
    let silent = 0;
    const patience = setTimeout(() => socket.close(), OPEN_PATIENCE_MS);
    const keepAlive = setInterval(() => {
      if (!opened) return;
      socket.send('');
      if (++silent % SILENT_KEEP_ALIVES === 0) onSilence();
    }, KEEP_ALIVE_MS);
    socket.onopen = () => {
      opened = true;
      clearTimeout(patience);
      onOpen();
    };
    socket.onmessage = ({ data }) => {
      silent = 0;
      // An empty frame is the server's own keep-alive.
      if (data) onFrame(JSON.parse(data));
    };
    socket.onclose = () => {
      clearTimeout(patience);
      clearInterval(keepAlive);
      resolve(opened);
    };
  });
}
