import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onThePage, PHONE, seeMessages, seeText, useBrowser } from './browser.js';
import { word } from './page-words.js';

useBrowser();

const NOT_YET = word('unsent');

describe('A message', () => {
  test(
    'goes out once, is answered over the socket, and is not doubled by its echo',
    onThePage(async ({ page, fake, say }) => {
      await say('are you real');
      await seeMessages(page, ['are you real', 'You said: are you real']);
      await seeText(page, '.own .state', word('sent'));
      assert.equal(fake.conversation.sockets.size, 1);

      const [post] = fake.posts;
      assert.equal(post?.body.locale, 'en');
      assert.equal(post?.body.channelData.welcomeShown, true);
      assert.match(post?.body.channelData.clientActivityID, /^[0-9a-f]{32}$/);
    }),
  );

  test(
    'with no words in it is not sent',
    onThePage(async ({ page, fake, say }) => {
      await say('  \n ');
      await say('hi');
      await seeMessages(page, ['hi', 'You said: hi']);
      assert.equal(fake.posts.length, 1);
    }),
  );

  test(
    'is sent again with the same id when its answer is lost, and the server keeps one',
    onThePage(async ({ page, fake, say }) => {
      fake.faults.push('answer-lost');
      await say('he has my address');
      await seeText(page, '.own .state', word('sent'));
      await seeMessages(page, ['he has my address', 'You said: he has my address']);

      const ids = fake.posts.map(({ body }) => body.channelData.clientActivityID);
      assert.equal(ids.length, 2);
      assert.equal(ids[0], ids[1]);
      assert.equal(fake.conversation.log.filter(({ text }) => text === 'he has my address').length, 1);
    }),
  );

  test(
    'says so while the server fails, and is sent when it works again',
    onThePage(async ({ page, fake, say }) => {
      fake.faults.push(500, 503);
      await say('hello');
      await seeText(page, '.own .state', NOT_YET);
      assert.equal(await page.locator('#announcer').textContent(), NOT_YET);
      await seeText(page, '.own .state', word('sent'));
      assert.equal(new Set(fake.posts.map(({ body }) => body.channelData.clientActivityID)).size, 1);
    }),
  );

  test(
    'written with no network waits in memory, and all go in order when it is back',
    onThePage(async ({ page, fake, say }) => {
      fake.reply = () => [];
      await page.context().setOffline(true);
      await say('one');
      await say('two');
      await say('three');
      await seeText(page, '.own .state', NOT_YET);

      await page.context().setOffline(false);
      await seeText(page, '.own:last-child .state', word('sent'));
      await seeMessages(page, ['one', 'two', 'three']);
      assert.deepEqual(fake.conversation.log.map(({ text }) => text), ['one', 'two', 'three']);
      assert.equal(fake.conversations.size, 1);
    }),
  );

  test(
    'waits as long as a busy server asks',
    onThePage(async ({ page, fake, say }) => {
      fake.faults.push({ status: 429, retryAfter: '1' });
      await say('hello');
      await seeText(page, '.own .state', word('busy'));
      await seeText(page, '.own .state', word('sent'));
    }),
  );

  test(
    'that is refused says so beside itself and can be changed; the next one still goes',
    onThePage(async ({ page, fake, say }) => {
      fake.faults.push(400);
      fake.reply = () => [];
      await say('refused words');
      await page.locator('.state[data-state="refused"]').waitFor();
      await say('next');
      await seeText(page, '.own:last-child .state', word('sent'));

      await page.getByRole('button', { name: word('change') }).click();
      await seeMessages(page, ['next']);
      assert.equal(await page.locator('#input').inputValue(), 'refused words');
      assert.ok(await page.locator('#input').evaluate((input) => input === document.activeElement));
    }),
  );

  test(
    'is never trusted as markup',
    onThePage(async ({ page, say }) => {
      await say('<img src=x onerror=alert(1)>');
      await seeMessages(page, ['<img src=x onerror=alert(1)>', 'You said: <img src=x onerror=alert(1)>']);
    }),
  );
});

describe('The text box', () => {
  test(
    'sends on Enter on a desktop and makes a line on Shift and Enter',
    onThePage(async ({ page }) => {
      await page.locator('#input').pressSequentially('one');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('two');
      await page.keyboard.press('Enter');
      await seeMessages(page, ['one\ntwo', 'You said: one\ntwo']);
    }),
  );

  test(
    'makes a line on Enter on a phone, where the button sends and the keyboard stays',
    onThePage(async ({ page, fake }) => {
      await page.locator('#input').tap();
      await page.keyboard.type('one');
      await page.keyboard.press('Enter');
      await page.keyboard.type('two');
      assert.equal(fake.posts.length, 0);
      await page.locator('#send').tap();
      await seeMessages(page, ['one\ntwo', 'You said: one\ntwo']);
      assert.ok(await page.locator('#input').evaluate((input) => input === document.activeElement));
    }, PHONE),
  );

  test(
    'grows with the text, to four lines and no further',
    onThePage(async ({ page }) => {
      const height = async (/** @type {number} */ lines) => {
        await page.locator('#input').fill(Array(lines).fill('line').join('\n'));
        return page.locator('#input').evaluate((input) => input.clientHeight);
      };
      const [one, two, four, nine] = [await height(1), await height(2), await height(4), await height(9)];
      assert.ok(one < two && two < four);
      assert.equal(four, nine);
    }),
  );

  test(
    'says how much room is left near the end',
    onThePage(async ({ page }) => {
      await page.locator('#input').fill('a'.repeat(3_799));
      assert.ok(await page.locator('#letters').isHidden());
      await page.locator('#input').fill('a'.repeat(3_990));
      assert.equal(await page.locator('#letters').textContent(), word('letters-left', { left: 10 }));
    }),
  );
});
