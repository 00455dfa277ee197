import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serveFolder } from '../../scripts/lib/static-server.ts';
import { CASES, SITE_FIELDS, siteFile } from '../hostile/cases.ts';
import { hostileBulletin } from '../hostile/hostile-bulletin.ts';
import { PAYLOADS } from '../hostile/payloads.ts';
import { HEAD_SCRIPT, SEARCH_HEAD_SCRIPT } from '../../src/layouts/head-script.ts';
import { bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import { LONG } from '../lib/long.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { htmlPages } from '../lib/site-files.ts';

/* Hostile input that the check accepts must be shown as text: here in one bulletin, opened in a real browser. */

/** Articles per issue: with more, its page exceeds its budget. */
const IN_ISSUE = 30;
/** A short run opens one of this many pages in the browser; it checks the markup of all of them. */
const ONE_IN = 60;
const OUTCOMES = path.resolve('tests/hostile/outcomes.snapshot.txt');

/** All inputs; in a short run a sixth of the payloads of each field, others for the next field. */
async function textCases() {
  const outcomes = (await readFile(OUTCOMES, 'utf8')).split('\n');
  const text = new Set(outcomes.flatMap((line) => (line.endsWith(' → text') ? line.slice(0, -7) : [])));
  return CASES.filter(({ name }) => text.has(name)).filter(
    ({ name }, index) => LONG || index % 6 === 0 || /^(?:body|files|site)\b/u.test(name),
  );
}

/** A valid bulletin with all these inputs: articles spread over issues, texts of the site joined. */
async function bulletinOfAll(): Promise<Files> {
  const all: Files = {};
  const site: Record<string, string> = {};
  let articles = 0;
  for (const { name, files } of await textCases()) {
    const field = /^site, (\w+): /u.exec(name)?.[1];
    if (field !== undefined) {
      const payload = PAYLOADS[name.replace(/^site, \w+: /u, '')] ?? '';
      const longer = (site[field] ?? '') + payload;
      const most = SITE_FIELDS.find(([each]) => each === field)?.[1] ?? 0;
      if ([...longer].length <= most) site[field] = longer;
      continue;
    }
    for (const [file, content] of Object.entries(files)) {
      if (!/case-\d+\.|^issues\/19/u.test(file)) continue;
      const moved = file.startsWith('issues/2022-09/');
      const issue = `${2001 + Math.floor(articles / IN_ISSUE / 12)}-${String((Math.floor(articles / IN_ISSUE) % 12) + 1).padStart(2, '0')}`;
      if (moved) articles += 1;
      all[moved ? file.replace('2022-09', issue) : file] =
        typeof content === 'string' && moved ? content.replace(/^date: .*\n/mu, '') : content;
    }
  }
  for (let at = 0; at * IN_ISSUE < articles; at += 1) {
    const [year, month] = [2001 + Math.floor(at / 12), (at % 12) + 1];
    const folder = `issues/${year}-${String(month).padStart(2, '0')}`;
    all[`${folder}/issue.yaml`] =
      `year: ${year}\nnumber: ${month}\nserial: ${90_000 + at}\nmonths: [${month}]\ndate: ${year}-${String(month).padStart(2, '0')}-28\nstatus: published\neditor: 本刊编辑部\n`;
    all[`${folder}/images/a.svg`] = hostileBulletin({})['issues/2022-09/images/a.svg'] ?? null;
  }
  return bulletinFiles(hostileBulletin({ ...all, 'site.yaml': siteFile(site) }));
}

it(
  'shows every hostile text as text: no dialog, no request, no policy violation',
  { timeout: 900_000 },
  async () => {
    const content = await writeFiles(await bulletinOfAll());
    const outDir = path.join(await writeFiles({}), 'site');
    const built = await build('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' });
    expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('完成')]);
    const pages = await htmlPages(outDir);
    expect(pages.size).toBeGreaterThan(LONG ? 600 : 200);
    const active = [...pages].flatMap(([name, html]) => activeParts(html).map((part) => `${name}: ${part}`));
    expect(active).toEqual([]);
    const addresses = [
      ...[...pages.keys()]
        .filter((_, index) => LONG || index % ONE_IN === 0)
        .map((name) => name.replace(/index\.html$/u, '')),
      // A short run types every other payload into the search, and the others into the address of an article.
      ...Object.values(PAYLOADS).flatMap((payload, index) => {
        const typed = encodeURIComponent(payload.toWellFormed());
        return [
          `search/?q=${typed}&park=${typed}&sort=${typed}`,
          `issues/2022-09/first/?mark=${typed}#${typed}`,
        ].filter((_, place) => LONG || place === index % 2);
      }),
      'issues/2022-09/first/?mark=%E0%A4%A#%E0%A4%A',
      'search/?q=%E0%A4%A&category=__proto__#%E0%A4%A',
    ];
    const { url, server } = await serveFolder(outDir);
    const browser = await connectBrowser();
    const problems: string[] = [];
    try {
      const waiting = addresses.values();
      const work = async () => {
        const page = await browser.newPage();
        await watch(page, url, problems);
        for (const address of waiting) {
          await page.goto(url + address);
          if (address.startsWith('search/'))
            await page.locator('[data-search-state="loading"]').waitFor({ state: 'detached' });
        }
      };
      await Promise.all([work(), work(), work()]);
    } finally {
      await browser.close();
      server.close();
    }
    expect(problems).toEqual([]);
  },
);

/** Active markup of a page that does not come from the templates. */
function activeParts(html: string): string[] {
  const found: string[] = [];
  let inside = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      inside = name;
      if (/^(?:base|embed|frame|iframe|object|svg:.*)$/u.test(name)) found.push(name);
      if (name === 'script' && !isOwnScript(attributes)) found.push(`script ${JSON.stringify(attributes)}`);
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on/iu.test(key)) found.push(`${name} ${key}`);
        const leads = /^(?:\/(?!\/)|#|https?:\/\/|mailto:|tel:|$)/u.test(value);
        if (['href', 'src', 'action'].includes(key) && !leads) found.push(`${name} ${key}=${value}`);
        const elsewhere = /^(?:https?:|\/\/)/u.test(value);
        if (['src', 'action', 'srcset'].includes(key) && elsewhere) found.push(`${name} ${key}=${value}`);
      }
    },
    ontext(text) {
      if (inside === 'script' && ![HEAD_SCRIPT, SEARCH_HEAD_SCRIPT].includes(text))
        found.push(`script ${text.slice(0, 60)}`);
      if (inside === 'style' && !text.startsWith('@font-face{font-family:Masthead;'))
        found.push(`style ${text}`);
    },
    onclosetag() {
      inside = '';
    },
  });
  parser.end(html);
  return found;
}

function isOwnScript({ type, src, ...others }: Record<string, string>): boolean {
  const isFile = type === 'module' && /^\/_astro\/[\w.@-]+$/u.test(src ?? '');
  return Object.keys(others).length === 0 && (isFile || (type === undefined && src === undefined));
}

/** Records everything that a text must not do. */
async function watch(page: Page, url: string, problems: string[]): Promise<void> {
  const note = (what: string) => problems.push(`${decodeURI(page.url().slice(url.length, 120))}: ${what}`);
  page.on('dialog', async (dialog) => {
    note(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      note(`request ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/404.html'))
      note(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => note(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console ${message.text()}`);
  });
  page.on('frameattached', () => note('frame'));
}
