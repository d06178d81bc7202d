import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { page, source, WIDGET, widgetWords } from './page-words.js';

const scripts = readdirSync(WIDGET).filter((name) => name.endsWith('.js'));
const BUDGET_BYTES = 25 * 1024;

describe('Every word', () => {
  const used = new Set([...scripts, 'index.html'].flatMap((name) => source(name).match(/widget-[a-z-]+/g) ?? []));

  test('that the page uses is in the content, and the content has none that the page does not use', () => {
    assert.deepEqual([...used].sort(), Object.keys(widgetWords).sort());
  });

  test('stands in the content and not in the template', () => {
    const visible = source('index.html')
      .replace(/<!--.*?-->|<head>.*?<\/head>|<script.*?<\/script>/gs, '')
      .replace(/<[^>]*>/g, '')
      .replace(/\{\{[\w-]+\}\}/g, '');
    assert.equal(visible.replace(/\s/g, ''), '?');
  });

  test('is calm: no exclamation mark, no emoji', () => {
    Object.values(widgetWords).forEach((text) => assert.doesNotMatch(text, /!|\p{Extended_Pictographic}/u));
  });
});

describe('The page', () => {
  test('has no inline script, style or handler, which the content security policy would refuse', () => {
    const html = page({ 'exit-url': '/' });
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
    const inline = [...html.matchAll(/<script(?![^>]*src=)[^>]*>/g)].map(([tag]) => tag);
    assert.deepEqual(inline, ['<script type="application/json" id="words">']);
  });

  test('preloads every module, so that none waits for another', () => {
    const preloaded = [...source('index.html').matchAll(/modulepreload" href="([\w-]+\.js)"/g)].map(([, name]) => name);
    assert.deepEqual([...preloaded, 'main.js'].sort(), scripts.sort());
  });

  test('weighs at most 25 KB compressed', (context) => {
    const files = readdirSync(WIDGET).map((name) => (name === 'index.html' ? page({ 'exit-url': '/' }) : source(name)));
    const bytes = files.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    context.diagnostic(`${bytes} bytes, gzip -9, ${files.length} files`);
    assert.ok(bytes <= BUDGET_BYTES, `${bytes} bytes`);
  });

  test('keeps at least 7:1 between text and its ground in every theme', () => {
    for (const [theme, colours] of Object.entries(themes(source('tokens.css')))) {
      for (const [text, ground] of PAIRS) {
        const ratio = contrast(colours[text] ?? '', colours[ground] ?? '');
        assert.ok(ratio >= 7, `${theme}: ${text} on ${ground} is ${ratio.toFixed(2)}`);
      }
      for (const edge of ['--control-edge', '--accent', '--focus']) {
        assert.ok(contrast(colours[edge] ?? '', colours['--paper'] ?? '') >= 3, `${theme}: ${edge}`);
      }
    }
  });
});

const PAIRS = /** @type {const} */ ([
  ['--ink', '--paper'],
  ['--ink', '--raised'],
  ['--ink', '--soft-accent'],
  ['--ink', '--own'],
  ['--ink', '--person'],
  ['--quiet-ink', '--paper'],
  ['--quiet-ink', '--raised'],
  ['--accent', '--paper'],
  ['--accent', '--raised'],
  ['--on-accent', '--accent'],
  ['--on-leave', '--leave'],
  ['--alarm', '--raised'],
]);

/**
 * The colours of each theme; a later block overrides an earlier one where its conditions hold.
 * @param {string} css
 * @returns {Record<string, Record<string, string>>}
 */
function themes(css) {
  const blocks = css.split('@media').map((block) => Object.fromEntries([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])));
  const [light, dark, contrast, contrastDark] = blocks;
  return {
    light: { ...light },
    dark: { ...light, ...dark },
    contrast: { ...light, ...contrast },
    contrastDark: { ...light, ...dark, ...contrast, ...contrastDark },
  };
}

/**
 * WCAG 2.2 contrast ratio.
 * @param {string} one `#rrggbb`
 * @param {string} other
 */
function contrast(one, other) {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @param {string} colour */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
