import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';
import { expect, inject, it } from 'vitest';
import { type Lack, lacksOfCss } from '../lib/css-support.ts';
import { lacksOfScripts } from '../lib/script-support.ts';
import { siteFiles } from '../lib/site-files.ts';

/* What readers load works in the oldest browsers that `package.json` names. */

const { dir } = inject('site');

/** The newest version of JavaScript that all of them know. */
const ECMA_VERSION = 2021;

/** What some of them lack, and why nothing is lost without it. */
const CSS_WITHOUT_LOSS: Record<string, string> = {
  'css.properties.color-scheme': 'scroll bars stay light in the dark',
  'css.properties.text-underline-offset': 'the line lies closer to the text',
  'css.properties.text-decoration-thickness': 'the line has the standard width',
  'css.selectors.focus-visible': 'the browser draws its own ring around what has the focus',
  'css.properties.cursor': 'phones have no cursor',
  'css.properties.text-autospace': 'no gap between hanzi and letters',
  'css.properties.text-spacing-trim': 'marks keep their full width',
  'css.properties.text-wrap': 'lines break where they are full',
  'css.selectors.backdrop': 'belongs to the dialog, which those browsers do not have',
  'css.properties.justify-content.start': 'the same place in a row that begins at the left',
  'css.properties.align-self.start': 'the list of contents is stretched to the height of the article',
  'css.properties.aspect-ratio': 'pictures keep their own shape; a cover is as high as its text',
  'css.selectors.has': 'pages stay in one column; filters are shown all the time',
  'css.properties.break-after.avoid': 'only in print: a heading may end a page',
  'css.properties.break-before.avoid': 'only in print: a line of facts may begin a page',
  'css.properties.container-type': 'the text of a cover has the size of the page’s text',
  'css.types.length.container_query_length_units': 'the same',
  'css.properties.scrollbar-width': 'a wider scroll bar',
  'css.at-rules.media.prefers-contrast': 'the setting on the page has the same effect',
  'css.at-rules.media.forced-colors': 'those browsers have no forced colours or force all of them',
  'css.properties.forced-color-adjust': 'the same',
  'css.properties.widows': 'only in print: one line may stand alone',
  'css.properties.orphans': 'the same',
  'css.at-rules.page': 'only in print: the margins are the browser’s',
};

const SCRIPTS_WITHOUT_LOSS: Record<string, string> = {
  'api.HTMLDialogElement': 'without dialogs the link leads to the search page',
  'api.Element.role': '`element()` writes the attribute',
  'api.InputEvent.isComposing':
    'Safari sends it with key events; suggestions appear while a word is composed',
  'api.DecompressionStream': 'Pagefind unzips its files itself',
  'api.WritableStream': 'only behind DecompressionStream',
  'api.WritableStreamDefaultWriter': 'the same',
  'javascript.regular_expressions.lookbehind_assertion':
    'Safari before 16.4 cannot search: the search page says so',
};

const others = (lacks: Lack[], reasons: Record<string, string>) =>
  lacks.filter(
    ({ feature }) => !Object.keys(reasons).some((key) => feature === key || feature.startsWith(`${key}.`)),
  );

it('all scripts are written in a version of JavaScript that they know', async () => {
  const scripts = (await siteFiles(dir)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(8);
  for (const name of scripts) {
    const text = await readFile(path.join(dir, name), 'utf8');
    const read = () => parse(text, { ecmaVersion: ECMA_VERSION, sourceType: 'module' });
    expect(read, name).not.toThrow();
  }
});

it('style sheets use nothing that is lost without it', async () => {
  const sheets = (await siteFiles(dir)).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(1);
  const all: Lack[] = [];
  for (const name of sheets) all.push(...lacksOfCss(await readFile(path.join(dir, name), 'utf8')));
  expect(others(all, CSS_WITHOUT_LOSS).map(({ feature }) => feature)).toEqual([]);
  for (const key of Object.keys(CSS_WITHOUT_LOSS))
    expect([key, all.some(({ feature }) => feature.startsWith(key))]).toEqual([key, true]);
});

it('scripts use nothing that is lost without it', () => {
  const all = lacksOfScripts([
    'src/components/cite.ts',
    'src/components/find-paragraph.ts',
    'src/components/quick-search.ts',
    'src/components/reader-settings.ts',
    'src/search/browser/mark.ts',
    'src/search/browser/old-browser.ts',
    'src/search/browser/page.ts',
    'src/search/browser/running-searcher.ts',
    'src/search/browser/search-worker.ts',
  ]);
  expect(others(all, SCRIPTS_WITHOUT_LOSS).map(({ feature }) => feature)).toEqual([]);
}, 180_000);
