import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onThePage, PHONE, seeMessages, useBrowser } from './browser.js';
import { word } from './page-words.js';

useBrowser();

describe('The first screen', () => {
  test(
    'asks nothing of the server until the first message',
    onThePage(async ({ page, fake, say }) => {
      const asked = /** @type {string[]} */ ([]);
      page.on('request', (request) => /fetch|xhr|ping|other/.test(request.resourceType()) && asked.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      await page.locator('#input').fill('hello');
      assert.deepEqual(asked, []);

      await say('hello');
      await seeMessages(page, ['hello', 'You said: hello']);
      assert.deepEqual(
        fake.requests.map(({ method, path }) => `${method} ${path}`),
        ['POST /tokens/generate', 'POST /conversations', 'POST /conversations/c1/activities'],
      );
    }),
  );

  test(
    'takes words before any script has come, and sends them once it has',
    async () => {
      /** @type {() => void} */ let arrive = () => {};
      const scripts = new Promise((resolve) => (arrive = () => resolve(undefined)));
      await onThePage(
        async ({ page }) => {
          await page.locator('#input').fill('typed early');
          arrive();
          await page.waitForLoadState('load');
          await page.locator('#send').click();
          await seeMessages(page, ['typed early', 'You said: typed early']);
        },
        {
          prepare: async (page) => {
            await page.route('**/*.js', async (route) => {
              await scripts;
              await route.continue();
            });
            const goto = page.goto.bind(page);
            page.goto = (url) => goto(url, { waitUntil: 'commit' });
          },
        },
      )();
    },
  );

  test(
    'has every word in place and a name that says nothing',
    onThePage(async ({ page }) => {
      assert.equal(await page.title(), 'Chat');
      assert.doesNotMatch(await page.content(), /\{\{|undefined/);
      assert.match((await page.locator('link[rel=icon]').getAttribute('href')) ?? '', /^data:/);
      assert.equal(await page.locator('.first-screen > p').count(), 3);
      assert.equal(await page.locator('#choices button').count(), 4);
      assert.equal(await page.locator('#status').textContent(), word('status-computer'));
      assert.equal(await page.locator('.operator').isVisible(), false);
    }),
  );

  test(
    'opens more about privacy in place',
    onThePage(async ({ page, fake }) => {
      await page.locator('.more summary').click();
      assert.ok(await page.getByText("We can't find you unless you tell us where you are.").isVisible());
      assert.equal(page.url(), fake.url);
    }),
  );

  test(
    'says where help is when scripts are off, and the way out still works',
    onThePage(
      async ({ page, fake }) => {
        assert.match(await page.locator('noscript').innerText(), /\b999\b/);
        await page.locator('#leave').click();
        await page.waitForURL(`${fake.url}elsewhere`);
      },
      { javaScriptEnabled: false },
    ),
  );

  for (const [place, options] of /** @type {const} */ ([
    ['a phone', PHONE],
    ['the narrowest phone', { ...PHONE, viewport: { width: 320, height: 568 } }],
    ['a page at 400 %', { viewport: { width: 320, height: 256 } }],
  ])) {
    test(
      `begins at its beginning and fits across on ${place}`,
      onThePage(async ({ page }) => {
        const sizes = await page.evaluate(() => ({
          across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          scrolled: document.getElementById('view')?.scrollTop,
        }));
        assert.deepEqual(sizes, { across: 0, scrolled: 0 });

        // As when a keyboard opens over it.
        await page.setViewportSize({ width: 320, height: 240 });
        await page.locator('#newer').waitFor();
        assert.equal(await page.locator('#view').evaluate((view) => view.scrollTop), 0);

        const leave = await page.locator('#leave').boundingBox();
        assert.ok(leave && leave.height >= 48 && leave.y >= 0 && leave.x + leave.width <= 320);
      }, options),
    );
  }
});
