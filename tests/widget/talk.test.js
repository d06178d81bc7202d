import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onThePage, PHONE, seeMessages, seeText, useBrowser } from './browser.js';
import { word } from './page-words.js';

useBrowser();

const SAM = { from: { role: 'bot', name: 'Sam' }, channelData: { speaker: 'caseworker' } };
const CARD = "Ring 999.\nIf you can't speak, cough or tap. Press 55 when they ask.\n\nNo one has answered yet.";
const focused = () => document.activeElement?.id;

/** @param {string[]} titles */
const actions = (...titles) => ({ actions: titles.map((title) => ({ type: 'imBack', title, value: title.toLowerCase() })) });

describe('Choices', () => {
  test(
    'of the first screen send their words and go',
    onThePage(async ({ page }) => {
      await page.getByRole('button', { name: 'I owe someone money' }).click();
      await seeMessages(page, ['I owe someone money', 'You said: I owe someone money']);
      assert.equal(await page.locator('#choices button').count(), 0);
    }),
  );

  test(
    'of the bot are full-width buttons under its words, send their value, and go when used',
    onThePage(async ({ page, fake, say }) => {
      fake.reply = () => [{ text: 'Is it OK to chat here now?', suggestedActions: actions('Yes', 'Not now') }];
      await say('hi');
      const buttons = page.locator('#choices button');
      await buttons.nth(1).waitFor();
      assert.deepEqual(await buttons.allTextContents(), ['Yes', 'Not now']);
      const boxes = await Promise.all([buttons.first().boundingBox(), page.locator('#messages').boundingBox()]);
      assert.equal(boxes[0]?.width, boxes[1]?.width);
      assert.ok((boxes[0]?.height ?? 0) >= 48);

      fake.reply = () => [];
      await buttons.first().focus();
      await page.keyboard.press('Enter');
      await seeMessages(page, ['hi', 'Is it OK to chat here now?', 'Yes']);
      await seeText(page, '.own:last-child .state', word('sent'));
      assert.equal(fake.posts.at(-1)?.body.text, 'yes');
      assert.equal(await buttons.count(), 0);
      assert.equal(await page.evaluate(focused), 'input');
    }),
  );

  test(
    'used on a phone do not make the keyboard jump up',
    onThePage(async ({ page }) => {
      await page.getByRole('button', { name: 'I owe someone money' }).tap();
      await seeMessages(page, ['I owe someone money', 'You said: I owe someone money']);
      assert.notEqual(await page.evaluate(focused), 'input');
    }, PHONE),
  );
});

describe('The emergency card', () => {
  test(
    'says what to do first, hides with one press, leaves the page, and can be had again',
    onThePage(async ({ page, fake, say }) => {
      fake.reply = () => [{ text: CARD, channelData: { kind: 'emergency-card' } }, { text: 'I am still here.' }];
      await say('they are outside');
      const card = page.locator('.card');
      await card.waitFor();
      assert.deepEqual(await card.locator('p').allTextContents(), [
        'Ring 999',
        "If you can't speak, cough or tap. Press 55 when they ask.",
        'No one has answered yet.',
      ]);
      assert.equal(await card.locator('a').getAttribute('href'), 'tel:999');

      await page.getByRole('button', { name: word('hide') }).click();
      assert.doesNotMatch(await page.locator('#messages').innerText(), /999|55/);
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), word('show'));
      await page.keyboard.press('Enter');
      assert.match(await card.innerText(), /Press 55/);
    }),
  );
});

describe('A person', () => {
  test(
    'is named, looks unlike the computer, and the status line follows what the server reports',
    onThePage(async ({ page, fake, say }) => {
      fake.reply = () => [{ text: 'I am asking for a person.', suggestedActions: actions('Stop') }, { type: 'event', name: 'handoff.initiate' }];
      await say('can i talk to someone');
      await seeText(page, '#status', word('status-waiting'));
      fake.say({ type: 'event', name: 'handoff.status', value: { state: 'queued', ahead: 2, minutes: 6 } });
      await seeText(page, '#status', word('status-queue', { ahead: 2, minutes: 6 }));

      fake.say({ type: 'event', name: 'handoff.status', value: { state: 'accepted', alias: 'Sam' } });
      await seeText(page, '#status', word('status-person', { alias: 'Sam' }));
      fake.say({ type: 'typing', ...SAM });
      await seeText(page, '#typing', word('typing', { alias: 'Sam' }));
      fake.say({ text: "Hi, I'm Sam.", ...SAM });
      await seeMessages(page, ['can i talk to someone', 'I am asking for a person.', "Hi, I'm Sam."]);
      assert.equal(await page.locator('#typing').textContent(), '');
      assert.equal(await page.locator('.person .name').textContent(), word('person', { alias: 'Sam' }));
      assert.equal(await page.locator('#choices button').count(), 0);

      const edge = (/** @type {string} */ who) => page.locator(`${who} .bubble`).evaluate((bubble) => getComputedStyle(bubble).borderLeftWidth);
      assert.deepEqual([await edge('.computer'), await edge('.person')], ['1px', '5px']);

      fake.say({ type: 'event', name: 'handoff.status', value: { state: 'completed' } });
      await seeText(page, '#status', word('status-computer'));
    }),
  );

  for (const [state, words] of /** @type {const} */ ([
    ['failed', word('status-again')],
    ['declined', word('status-computer')],
    ['released', word('status-waiting')],
  ])) {
    test(
      `is not said to be here after "${state}"`,
      onThePage(async ({ page, fake, say }) => {
        await say('hi');
        await seeMessages(page, ['hi', 'You said: hi']);
        fake.say({ type: 'event', name: 'handoff.status', value: { state: 'accepted', alias: 'Sam' } });
        await seeText(page, '#status', word('status-person', { alias: 'Sam' }));
        fake.say({ type: 'event', name: 'handoff.status', value: { state } });
        await seeText(page, '#status', words);
      }),
    );
  }

  test(
    'without a name is someone from the team, never the bot by its own name',
    onThePage(async ({ page, fake, say }) => {
      await say('hi');
      await seeMessages(page, ['hi', 'You said: hi']);
      fake.say({ type: 'event', name: 'handoff.status', value: { state: 'accepted' }, from: { role: 'bot', name: 'Bot' } });
      await seeText(page, '#status', word('status-person', { alias: word('someone') }));
    }),
  );

  test(
    'sees that the young person is typing; the computer does not',
    onThePage(async ({ page, fake, say }) => {
      const typings = () => fake.requests.filter(({ body }) => body?.type === 'typing').length;
      await say('hi');
      await seeMessages(page, ['hi', 'You said: hi']);
      await page.locator('#input').pressSequentially('a');
      fake.say({ type: 'event', name: 'handoff.status', value: { state: 'accepted', alias: 'Sam' } });
      await seeText(page, '#status', word('status-person', { alias: 'Sam' }));
      assert.equal(typings(), 0);

      await page.clock.runFor(4_000);
      const post = page.waitForRequest((request) => request.postDataJSON()?.type === 'typing');
      await page.locator('#input').pressSequentially('b');
      await post;
    }, { prepare: (page) => page.clock.install() }),
  );
});

describe('The place in the talk', () => {
  const long = Array(40).fill('a long line of words').join('\n');

  test(
    'is the start of a long answer, with a way to what is below',
    onThePage(async ({ page, fake, say }) => {
      fake.reply = () => [{ text: long }];
      await say('hi');
      const newer = page.getByRole('button', { name: word('newer') });
      await newer.waitFor();
      const [answer, view] = await Promise.all([page.locator('.computer').boundingBox(), page.locator('#view').boundingBox()]);
      assert.ok(answer && view && answer.y >= view.y && answer.y < view.y + 40);
      await newer.click();
      await newer.waitFor({ state: 'hidden' });
    }, PHONE),
  );

  test(
    'stays where someone is reading back',
    onThePage(async ({ page, fake, say }) => {
      fake.reply = () => [{ text: long }];
      await say('hi');
      await page.locator('.computer').waitFor();
      await page.locator('#view').evaluate((view) => (view.scrollTop = 0));
      await page.getByRole('button', { name: word('newer') }).waitFor();
      fake.say({ text: 'something new' });
      await page.getByText('something new').waitFor();
      assert.equal(await page.locator('#view').evaluate((view) => view.scrollTop), 0);
    }, PHONE),
  );
});
