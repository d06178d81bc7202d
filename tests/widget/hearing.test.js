import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onThePage, seeMessages, seeText, useBrowser } from './browser.js';
import { word } from './page-words.js';

useBrowser();

describe('Where sockets are blocked', () => {
  test(
    'the page asks instead, and hears everything once',
    onThePage(
      async ({ page, fake, say }) => {
        await say('hello');
        await seeMessages(page, ['hello', 'You said: hello']);
        fake.say({ text: 'Still here.' });
        await seeMessages(page, ['hello', 'You said: hello', 'Still here.']);
        await seeText(page, '#status', word('status-computer'));
      },
      { prepare: (_, fake) => (fake.refusesSockets = true) },
    ),
  );

  test(
    'it goes back to a socket when one can be had',
    onThePage(
      async ({ page, fake, say }) => {
        let tries = 0;
        const twice = page.waitForEvent('websocket', () => ++tries === 2);
        await say('hello');
        await twice;
        await seeMessages(page, ['hello', 'You said: hello']);
        fake.refusesSockets = false;
        const socket = page.waitForEvent('websocket');
        await page.evaluate(() => window.dispatchEvent(new Event('online')));
        await socket;
        fake.say({ text: 'Over the socket.' });
        await seeMessages(page, ['hello', 'You said: hello', 'Over the socket.']);
      },
      { prepare: (_, fake) => (fake.refusesSockets = true) },
    ),
  );
});

describe('When the socket is cut', () => {
  test(
    'what was said meanwhile comes after it, once and in order',
    onThePage(async ({ page, fake, say }) => {
      await say('hello');
      await seeMessages(page, ['hello', 'You said: hello']);
      fake.cut();
      fake.say({ text: 'first' });
      fake.say({ text: 'second' });
      await seeMessages(page, ['hello', 'You said: hello', 'first', 'second']);
    }),
  );

  test(
    'a server that says it all again is heard once',
    onThePage(async ({ page, fake, say }) => {
      await say('hello');
      await seeMessages(page, ['hello', 'You said: hello']);
      fake.repeatsItself = true;
      const socket = page.waitForEvent('websocket');
      fake.cut();
      await (await socket).waitForEvent('framereceived', ({ payload }) => payload.length > 0);
      fake.say({ text: 'More.' });
      await seeMessages(page, ['hello', 'You said: hello', 'More.']);
    }),
  );

  test(
    'the status line says there is no connection, and says who is there when it is back',
    onThePage(async ({ page, fake, say }) => {
      await say('hello');
      await seeMessages(page, ['hello', 'You said: hello']);
      await page.context().setOffline(true);
      fake.cut();
      await seeText(page, '#status', word('status-offline'));
      await page.context().setOffline(false);
      await seeText(page, '#status', word('status-computer'));
    }),
  );

  test(
    'a socket that brings no echo is taken for dead and replaced',
    onThePage(
      async ({ page, fake, say }) => {
        await say('hello');
        await seeMessages(page, ['hello', 'You said: hello']);
        fake.swallowsFrames = true;
        await say('anyone');
        await seeText(page, '.own:last-child .state', word('sent'));
        await page.clock.runFor(11_000);
        await seeMessages(page, ['hello', 'You said: hello', 'anyone', 'You said: anyone']);
      },
      { prepare: (page) => page.clock.install() },
    ),
  );
});

describe('When the socket is dead and does not know it', () => {
  test(
    'silence is noticed, and what was missed comes',
    onThePage(
      async ({ page, fake, say }) => {
        await say('hello');
        await seeMessages(page, ['hello', 'You said: hello']);
        fake.swallowsFrames = true;
        fake.say({ text: 'Can you hear me?' });
        await page.clock.runFor(61_000);
        await seeMessages(page, ['hello', 'You said: hello', 'Can you hear me?']);
      },
      { prepare: (page) => page.clock.install() },
    ),
  );

  test(
    'looking at the page again is enough',
    onThePage(async ({ page, fake, say }) => {
      await say('hello');
      await seeMessages(page, ['hello', 'You said: hello']);
      fake.swallowsFrames = true;
      fake.say({ text: 'Can you hear me?' });
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await seeMessages(page, ['hello', 'You said: hello', 'Can you hear me?']);
    }),
  );
});

describe('When the token has expired', () => {
  test(
    'it is refreshed and the message goes in the same conversation',
    onThePage(async ({ page, fake, say }) => {
      await say('before');
      await seeMessages(page, ['before', 'You said: before']);
      fake.expireTokens();
      await say('after');
      await seeMessages(page, ['before', 'You said: before', 'after', 'You said: after']);
      assert.equal(fake.conversations.size, 1);
      assert.equal(fake.requests.filter(({ path }) => path === '/tokens/refresh').length, 1);
    }),
  );

  test(
    'for good, the page says that the chat has ended and starts another with what was not sent',
    onThePage(async ({ page, fake, say }) => {
      await say('before');
      await seeMessages(page, ['before', 'You said: before']);
      fake.expireTokens();
      fake.refusesRefresh = true;
      await say('after');
      await seeText(page, '#messages .notice', word('ended'));
      await seeMessages(page, ['before', 'You said: before', 'after', 'You said: after']);
      assert.deepEqual([...fake.conversations.values()].map(({ log }) => log[0]?.text), ['before', 'after']);
    }),
  );
});
