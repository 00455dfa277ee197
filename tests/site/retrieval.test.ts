import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { randomNumbers } from '../../scripts/bench/lib/made-text.ts';
import { ask, type PrintedArticle, printedArticles } from '../../scripts/bench/search/search-page.ts';
import { openFirefox } from '../lib/firefox.ts';
import { LONG } from '../lib/long.ts';
import { holding, OTHER_FORMS, plain, sampledQueries } from '../lib/printed-queries.ts';
import { connectBrowser } from '../lib/shared-browser.ts';
import { siteFiles } from '../lib/site-files.ts';

const { url: root, dir } = inject('site');
let browser: Browser;
let page: Page;
let articles: PrintedArticle[];
const pageErrors: string[] = [];

beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && pageErrors.push(message.text()));
  await page.goto(`${root}search/`);
  const names = (await siteFiles(dir)).filter((name) =>
    /^issues\/\d{4}-\d{2}\/(?!print\/)[^/]+\/index\.html$/u.test(name),
  );
  articles = await printedArticles(
    page,
    names.map((name) => `/${name.replace('index.html', '')}`),
  );
});
afterAll(() => browser.close());

const urlsHolding = (query: string) => holding(articles, query);

describe('printed text', () => {
  it('is found with full recall and precision, titles first: substrings of the articles', async () => {
    const wrong: unknown[] = [];
    const titles = new Map(articles.map(({ url, title }) => [url, title]));
    for (const query of sampledQueries(articles, LONG ? 400 : 120)) {
      const { mode, urls } = await ask(page, query);
      const expected = urlsHolding(query);
      if (mode !== 'phrase' || JSON.stringify(urls.toSorted()) !== JSON.stringify(expected)) {
        wrong.push({ query, mode, urls, expected });
        continue;
      }
      const inTitle = urls.map((url) => plain(titles.get(url) ?? '').includes(plain(query)));
      if (inTitle.includes(false) && inTitle.lastIndexOf(true) > inTitle.indexOf(false)) {
        wrong.push({ query, urls, inTitle });
      }
    }
    expect(wrong).toEqual([]);
    expect(pageErrors).toEqual([]);
  });

  it.each([
    '1—8月',
    '396.54亿元',
    '4122.0',
    '413个',
    '99.7%',
    '“标准地+承诺制”',
    'GDP',
    '两高两新',
    '园中园',
    '××县',
  ])('is found: %s', async (query) => {
    const { urls } = await ask(page, query);
    expect(urls.toSorted()).toEqual(urlsHolding(query));
  });
});

describe('printed text in another form', () => {
  it.each(OTHER_FORMS)('%s', async (query, mode) => {
    const { mode: answered, total } = await ask(page, query);
    expect([answered, total > 0]).toEqual([mode, true]);
  });
});

describe('text that is not printed', () => {
  it('finds only results labelled as related: 30 phrases', async () => {
    const random = randomNumbers(7);
    const words = articles.flatMap(({ blocks }) =>
      blocks.flatMap((block) => block.match(/\p{Script=Han}{2,3}/gu) ?? []),
    );
    const absent = new Set<string>();
    while (absent.size < 30) {
      const phrase = [0, 1].map(() => words[Math.floor(random() * words.length)]).join('');
      const loose = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
      if (!articles.some(({ blocks }) => blocks.some((block) => loose(block).includes(phrase))))
        absent.add(phrase);
    }
    for (const phrase of absent) {
      const { mode, total, related } = await ask(page, phrase);
      expect({ phrase, mode, total }).toEqual({
        phrase,
        mode: expect.stringMatching(/^(?:related|none)$/u),
        total: related,
      });
    }
  });

  it.each([
    ['39.654亿元', /^(?:related|none)$/u],
    ['396.54%', /^none$/u],
    ['413℃', /^none$/u],
    ['+413', /^none$/u],
    ['jingkaiqu', /^none$/u],
    ['constructor', /^none$/u],
    ['__proto__', /^none$/u],
    ['，。，。，。，。', /^none$/u],
  ])('nor do figures with other signs, and junk: %s', async (query, mode) => {
    expect((await ask(page, query)).mode).toMatch(mode);
  });

  it.each(['草稿暗号蓝鲸', '权利未明暗号白鹭', '待刊暗号灰雁'])('drafts neither: %s', async (secret) => {
    const { mode } = await ask(page, secret);
    expect(['related', 'none']).toContain(mode);
  });
});

it('counts each filter value like brute force, whatever else is selected', async () => {
  const facets = await page.evaluate(
    async (urls) => {
      const read = async (url: string) => {
        const html = await (await fetch(url)).text();
        const metas = new DOMParser()
          .parseFromString(html, 'text/html')
          .querySelectorAll<HTMLMetaElement>('meta[data-search-filter]');
        return [...metas].map(({ name, content }) => `${name}=${content}`);
      };
      return Object.fromEntries(await Promise.all(urls.map(async (url) => [url, await read(url)] as const)));
    },
    articles.map(({ url }) => url),
  );
  const choices = [
    '',
    'year=2022',
    'year=2023',
    'county=130600',
    'genre=消息',
    'category=clusters',
    'year=2022&county=130100',
    'genre=通讯&year=2022',
  ];
  for (const query of LONG ? ['园区', '项目', '产业链', ''] : ['园区', '']) {
    for (const choice of LONG ? choices : choices.filter((_, index) => index % 2 === 0)) {
      if (!query && !choice) continue;
      await page.goto(`${root}search/?q=${encodeURIComponent(query)}&${choice}`);
      await page.locator('[data-search-state=done]').waitFor();
      await page.waitForFunction(
        () => [...document.querySelectorAll('select option[data-count]')].length > 10,
      );
      const chosen = choice ? choice.split('&') : [];
      const found = query ? urlsHolding(query) : articles.map(({ url }) => url);
      const having = (wanted: string[]) =>
        found.filter((url) => wanted.every((each) => facets[url]?.includes(each)));
      expect(
        await page.locator('[data-search-results]').getAttribute('data-search-total'),
        `${query} ${choice}`,
      ).toBe(String(having(chosen).length));
      const counted = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLOptionElement>('option[data-count]')].map(
          (option) =>
            [
              (option.closest('select') as HTMLSelectElement).name,
              option.value,
              Number(option.dataset.count),
            ] as const,
        ),
      );
      for (const [name, value, count] of counted) {
        const others = chosen.filter((each) => !each.startsWith(`${name}=`));
        expect([query, choice, name, value, count]).toEqual([
          query,
          choice,
          name,
          value,
          having([...others, `${name}=${value}`]).length,
        ]);
      }
    }
  }
});

if (LONG)
  it('Firefox finds the same: 30 substrings of the articles, and texts in another form', async () => {
    const { page: tab, close } = await openFirefox();
    try {
      const firefox = tab as Pick<Page, 'evaluate'>;
      await tab.goto(`${root}search/`);
      for (const query of sampledQueries(articles, 30)) {
        const { mode, urls } = await ask(firefox, query);
        expect([query, mode, urls.toSorted()]).toEqual([query, 'phrase', urlsHolding(query)]);
      }
      for (const [query, mode] of OTHER_FORMS) {
        const answer = await ask(firefox, query);
        expect([query, answer.mode, answer.total > 0]).toEqual([query, mode, true]);
      }
    } finally {
      await close();
    }
  });
