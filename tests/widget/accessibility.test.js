import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { onThePage, PHONE, seeMessages, useBrowser } from './browser.js';

/** @import { Page } from 'playwright-core' */

useBrowser();

/** @param {Page} page */
async function assertAxeClean(page) {
  await page.evaluate(axe.source);
  const broken = await page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    });
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(' ')}`);
  });
  assert.deepEqual(broken, []);
}

describe('Axe finds nothing', () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(
      `on the first screen with everything open, ${colorScheme}`,
      onThePage(async ({ page }) => {
        await page.locator('.more summary').click();
        await page.locator('.about-leave summary').click();
        await assertAxeClean(page);
      }, { ...PHONE, colorScheme }),
    );

    test(
      `in a talk with choices, a card, a person and a message that is refused, ${colorScheme}`,
      onThePage(async ({ page, fake, say }) => {
        fake.reply = () => [
          { text: 'Ring 999\nPress 55.', channelData: { kind: 'emergency-card' } },
          { text: 'Hi.', from: { role: 'bot', name: 'Sam' }, channelData: { speaker: 'caseworker' } },
          { text: 'Which?', suggestedActions: { actions: [{ type: 'imBack', title: 'This', value: 'This' }] } },
        ];
        await say('hello');
        await page.locator('#choices button').waitFor();
        fake.faults.push(400);
        await say('refused');
        await page.locator('.state[data-state="refused"]').waitFor();
        await assertAxeClean(page);
      }, { ...PHONE, colorScheme, reducedMotion: 'reduce' }),
    );
  }
});

describe('A screen reader', () => {
  test(
    'is given each message once, with who said it',
    onThePage(async ({ page, fake, say }) => {
      await page.evaluate(() => {
        const added = /** @type {string[]} */ ([]);
        Object.assign(window, { added });
        const log = document.querySelector('[role=log]');
        const watch = new MutationObserver((changes) =>
          changes.forEach(({ addedNodes, target }) => {
            if (target === log?.firstElementChild) addedNodes.forEach((node) => added.push(node.textContent ?? ''));
          }),
        );
        if (log) watch.observe(log, { childList: true, subtree: true });
      });
      await say('hello');
      await seeMessages(page, ['hello', 'You said: hello']);
      fake.cut();
      fake.say({ text: 'More.' });
      await seeMessages(page, ['hello', 'You said: hello', 'More.']);
      const added = await page.evaluate(() => /** @type {any} */ (window).added);
      assert.deepEqual(added, ['Youhello' + 'Sending…', 'ComputerYou said: hello', 'ComputerMore.']);
    }),
  );
});

describe('The keyboard', () => {
  test(
    'reaches everything, Leave now before the rest',
    onThePage(async ({ page }) => {
      const stops = [];
      for (let count = 0; count < 10; count++) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName));
      }
      assert.deepEqual(stops, ['SUMMARY', 'leave', 'view', 'SUMMARY', 'BUTTON', 'BUTTON', 'BUTTON', 'BUTTON', 'input', 'send']);
    }),
  );

  test(
    'works at twice the text size on the narrowest phone',
    onThePage(async ({ page, say }) => {
      await page.locator('html').evaluate((html) => (html.style.fontSize = '34px'));
      await say('unbelievably');
      await seeMessages(page, ['unbelievably', 'You said: unbelievably']);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      const leave = await page.locator('#leave').boundingBox();
      assert.ok(leave && leave.x >= 0 && leave.x + leave.width <= 320);
    }, { ...PHONE, viewport: { width: 320, height: 568 } }),
  );
});
