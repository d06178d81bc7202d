import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { FakeDirectLine } from './fake-direct-line.js';

/** @import { Browser, BrowserContextOptions, Page } from 'playwright-core' */

export const LAUNCH = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const DESKTOP = { viewport: { width: 768, height: 900 } };

/** @type {Browser} */ let browser;

/** Call once in a test file: one browser for all its tests. */
export function useBrowser() {
  before(async () => {
    browser = await chromium.launch(LAUNCH);
  });
  after(() => browser.close());
}

/**
 * A test on an open page with its own server. Any script error or breach of the content security policy fails it.
 * @param {(chat: {page: Page, fake: FakeDirectLine, say: (text: string) => Promise<void>}) => Promise<void>} test
 * @param {BrowserContextOptions & {prepare?: (page: Page, fake: FakeDirectLine) => unknown}} [options]
 */
export function onThePage(test, { prepare, ...options } = {}) {
  return async () => {
    const fake = await new FakeDirectLine().start();
    const context = await browser.newContext({ ...DESKTOP, ...options });
    context.setDefaultTimeout(10_000);
    try {
      const page = await context.newPage();
      const faults = /** @type {string[]} */ ([]);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.text().includes('Content Security Policy') && faults.push(message.text()));
      await prepare?.(page, fake);
      await page.goto(fake.url);
      await test({
        page,
        fake,
        say: async (text) => {
          await page.locator('#input').fill(text);
          await page.locator('#send').click();
        },
      });
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
      await fake.stop();
    }
  };
}

/**
 * Waits until the page's messages are exactly these.
 * @param {Page} page
 * @param {string[]} texts
 */
export async function seeMessages(page, texts) {
  const bubbles = page.locator('#messages .bubble');
  await bubbles.nth(texts.length - 1).waitFor();
  assert.deepEqual(await bubbles.allTextContents(), texts);
}

/**
 * Waits until this element says exactly this.
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function seeText(page, selector, text) {
  await page.waitForFunction(([where, what]) => document.querySelector(where ?? '')?.textContent === what, [selector, text]);
}
