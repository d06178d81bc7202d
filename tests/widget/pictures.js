// Pictures of every state at every size, to be looked at by eye: node pictures.js [folder]
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { LAUNCH } from './browser.js';
import { FakeDirectLine } from './fake-direct-line.js';

/** @import { Page } from 'playwright-core' */

const CARD = [
  'Ring 999.',
  "If you can't speak, ring 999 on a mobile, then cough or tap the phone. Press 55 when they ask.",
  '55 does not tell them where you are. The call may stay in your call list.',
  'I am trying to reach a person. No one has answered yet. Do not wait for us.',
].join('\n');
const PERSON = { speaker: 'caseworker' };

/** @type {Record<string, (page: Page, fake: FakeDirectLine) => Promise<unknown>>} */
const SCENES = {
  first: async () => {},
  more: async (page) => {
    await page.locator('.more summary').click();
    await page.locator('.about-leave summary').click();
  },
  talk: async (page, fake) => {
    fake.reply = () => [
      { text: 'Thank you for telling me. That sounds frightening, and it is not your fault.' },
      {
        text: 'A debt like this is often made up to keep someone working. Many young people have got out of it with help.',
        suggestedActions: { actions: ['Yes, fetch a person', 'Tell me about debts first', 'Not now'].map((title) => ({ type: 'imBack', title, value: title })) },
      },
    ];
    await write(page, 'they said i owe 2 grand and they know where my sister goes school');
    await page.locator('#choices button').nth(2).waitFor();
  },
  person: async (page, fake) => {
    fake.reply = () => [{ text: 'OK. I am asking for a person now.' }, { type: 'event', name: 'handoff.initiate' }];
    await write(page, 'can i talk to someone');
    await page.locator('.computer').waitFor();
    fake.say({ type: 'event', name: 'handoff.status', value: { state: 'accepted', alias: 'Sam' } });
    fake.say(
      { text: "Hi, I'm Sam. I've read what you wrote, so you don't have to say it again.", from: { role: 'bot', name: 'Sam' }, channelData: PERSON },
      { text: 'Are you somewhere you can write for a few minutes?', from: { role: 'bot', name: 'Sam' }, channelData: PERSON },
    );
    await page.locator('.person').nth(1).waitFor();
    fake.reply = () => [];
    await write(page, 'yeah im in my room');
    fake.say({ type: 'typing', from: { role: 'bot', name: 'Sam' }, channelData: PERSON });
    await page.locator('#typing:not(:empty)').waitFor();
  },
  card: async (page, fake) => {
    fake.reply = () => [
      { text: CARD, channelData: { kind: 'emergency-card' } },
      { type: 'event', name: 'handoff.initiate' },
      { text: 'I am still here. Are you able to get to a door or a room that locks?' },
    ];
    await write(page, 'they are outside now');
    await page.locator('.card').waitFor();
  },
  unsent: async (page, fake) => {
    fake.faults.push(400, ...Array(50).fill(500));
    await write(page, 'is this working');
    await page.locator('.state[data-state="refused"]').waitFor();
    await write(page, 'cant do this no more they said sunday or my sister gets it. i dont know who to tell. mum doesnt know. please dont ring');
    await page.locator('.state[data-state="unsent"]').waitFor();
    await page.locator('#input').fill('one\ntwo\nthree\nfour\nfive');
  },
};

/**
 * @param {Page} page
 * @param {string} text
 */
async function write(page, text) {
  await page.locator('#input').fill(text);
  await page.locator('#send').click();
}

const [, , folder = mkdtempSync(join(tmpdir(), 'widget-'))] = process.argv;
const browser = await chromium.launch(LAUNCH);
for (const [width, height] of /** @type {const} */ ([[320, 568], [390, 844], [768, 1024]])) {
  for (const look of /** @type {const} */ (['light', 'dark', 'contrast', 'forced'])) {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: width < 768,
      isMobile: width < 768,
      colorScheme: look === 'dark' ? 'dark' : 'light',
      contrast: look === 'contrast' ? 'more' : null,
      forcedColors: look === 'forced' ? 'active' : null,
    });
    for (const [name, act] of Object.entries(SCENES)) {
      const fake = await new FakeDirectLine().start();
      fake.operator = name === 'talk' ? 'Riverside Youth Line' : '';
      const page = await context.newPage();
      await page.goto(fake.url);
      await act(page, fake);
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(folder, `${name}-${width}-${look}.png`) });
      await page.close();
      await fake.stop();
    }
    await context.close();
  }
}
await browser.close();
console.log(folder);
