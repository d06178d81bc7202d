import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { LAUNCH, onThePage, seeMessages, seeText, useBrowser } from './browser.js';
import { FakeDirectLine } from './fake-direct-line.js';
import { word } from './page-words.js';

/** @import { Page } from 'playwright-core' */

useBrowser();

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const WAYS = {
  'one press': (page) => page.locator('#leave').click(),
  'Escape three times': (page) => pressThrice(page, 'Escape'),
  'Shift three times': (page) => pressThrice(page, 'Shift'),
};

/**
 * @param {Page} page
 * @param {string} key
 */
async function pressThrice(page, key) {
  for (let count = 0; count < 3; count++) await page.keyboard.press(key);
}

describe('Leaving', () => {
  for (const [way, leave] of Object.entries(WAYS)) {
    test(
      `by ${way} replaces the page, and Back does not bring it back`,
      onThePage(async ({ page, fake, say }) => {
        await say('he has my address');
        await seeMessages(page, ['he has my address', 'You said: he has my address']);
        const before = fake.requests.length;
        await leave(page);
        await page.waitForURL(`${fake.url}elsewhere`);
        assert.equal(await page.title(), 'Weather');
        assert.equal(fake.requests.length, before);

        await page.goBack();
        assert.equal(page.url(), 'about:blank');
      }),
    );
  }

  test(
    'blanks the page within the press itself, before the other page can come',
    onThePage(async ({ page, say }) => {
      await say('he has my address');
      await seeMessages(page, ['he has my address', 'You said: he has my address']);
      const left = page.waitForEvent('console');
      await page.evaluate(() =>
        document.getElementById('leave')?.addEventListener('click', () => {
          console.log(JSON.stringify([document.body.textContent, getComputedStyle(document.body).visibility]));
        }),
      );
      await page.locator('#leave').click();
      assert.equal((await left).text(), '["","hidden"]');
    }),
  );

  test(
    'is counted aloud and by dots, and called off after five seconds',
    onThePage(
      async ({ page, fake }) => {
        await page.keyboard.press('Shift');
        await seeText(page, '#announcer', word('leave-two-more'));
        await page.keyboard.press('Shift');
        await seeText(page, '#announcer', word('leave-one-more'));
        assert.equal(await page.locator('#leave').getAttribute('data-presses'), '2');
        await page.clock.runFor(5_001);
        await seeText(page, '#announcer', word('leave-stopped'));
        await page.keyboard.press('Shift');
        await seeText(page, '#announcer', word('leave-two-more'));
        assert.equal(page.url(), fake.url);
      },
      { prepare: (page) => page.clock.install() },
    ),
  );

  test(
    'does not happen by typing capital letters',
    onThePage(async ({ page, fake }) => {
      await page.locator('#input').focus();
      for (const letter of 'NO WAY') await page.keyboard.press(`Shift+${letter === ' ' ? 'Space' : letter}`);
      assert.equal(await page.locator('#input').inputValue(), 'NO WAY');
      assert.equal(await page.locator('#announcer').textContent(), '');
      assert.equal(page.url(), fake.url);
    }),
  );

  test(
    'has the truth about itself beside it',
    onThePage(async ({ page }) => {
      await page.locator('.about-leave summary').click();
      assert.ok(await page.getByText(word('leave-truth')).isVisible());
      assert.equal(await page.locator('#leave').getAttribute('aria-describedby'), 'leave-truth');
    }),
  );
});

describe('Nothing is left', () => {
  test(
    'in the page after a reload',
    onThePage(async ({ page, say }) => {
      await say('he has my address');
      await seeMessages(page, ['he has my address', 'You said: he has my address']);
      await page.locator('#input').fill('unsent draft');
      await page.reload();
      assert.equal(await page.locator('#messages li').count(), 0);
      assert.equal(await page.locator('#input').inputValue(), '');
    }),
  );

  test(
    'after coming Back from another page',
    onThePage(async ({ page, fake, say }) => {
      await say('he has my address');
      await seeMessages(page, ['he has my address', 'You said: he has my address']);
      await page.goto(`${fake.url}elsewhere`);
      await page.goBack();
      await page.locator('#input').waitFor();
      assert.doesNotMatch(await page.content(), /he has my address/);
    }),
  );

  test(
    'in a page that the browser keeps for the Back button',
    onThePage(async ({ page, say }) => {
      await say('he has my address');
      await seeMessages(page, ['he has my address', 'You said: he has my address']);
      await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
      assert.equal(await page.locator('body').textContent(), '');

      const fresh = page.waitForEvent('load');
      await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await fresh;
      assert.equal(await page.locator('#messages li').count(), 0);
      await say('hello again');
      await seeMessages(page, ['hello again', 'You said: hello again']);
    }),
  );

  test(
    'in any of the places where a page may store',
    onThePage(async ({ page, say }) => {
      await say('he has my address');
      await seeMessages(page, ['he has my address', 'You said: he has my address']);
      const stored = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        cookies: document.cookie,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      assert.deepEqual(stored, { local: 0, session: 0, cookies: '', databases: 0, caches: 0, workers: 0 });
      assert.deepEqual(await page.context().cookies(), []);
    }),
  );

  test('in the browser profile on disk, neither what was sent nor what was only typed', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'profile-'));
    const fake = await new FakeDirectLine().start();
    const browser = await chromium.launchPersistentContext(profile, LAUNCH);
    try {
      const page = await browser.newPage();
      await page.goto(`${fake.url}?visited-marker`);
      await page.locator('#input').fill('heliotrope-sent');
      await page.locator('#send').click();
      await seeMessages(page, ['heliotrope-sent', 'You said: heliotrope-sent']);
      await page.locator('#input').pressSequentially('heliotrope-draft');
      await page.locator('#leave').click();
      await page.waitForURL(`${fake.url}elsewhere`);
    } finally {
      await browser.close();
      await fake.stop();
    }
    const written = filesUnder(profile).map((file) => readFileSync(file));
    // The address is in the history, so this search would find what was written.
    assert.ok(written.some((bytes) => holds(bytes, 'visited-marker')));
    assert.ok(!written.some((bytes) => holds(bytes, 'heliotrope')));
    rmSync(profile, { recursive: true });
  });
});

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Browsers write text in one byte a letter or two.
 * @param {Buffer} bytes
 * @param {string} word
 */
function holds(bytes, word) {
  return bytes.includes(word, 0, 'utf8') || bytes.includes(word, 0, 'utf16le');
}
