import { expect, it } from 'vitest';
import { enforceBudgets } from '../../scripts/lib/build/site-budgets.ts';
import { type BuiltFile, formatExceededBudget, exceededBudgets } from '../../src/core/budgets.ts';
import { pageKind } from '../../src/core/page-kind.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

it('derives the kind of a page from its address', () => {
  const kinds = {
    '': 'front',
    'issues/': 'archive',
    'issues/2022/': 'year',
    'issues/2022-09/': 'issue',
    'issues/2022-09-s1/': 'issue',
    'issues/2022-09-s1/a/': 'article',
    'issues/2022-09-10/': 'issue',
    'issues/latest/': 'issue',
    'issues/2022-09/first/': 'article',
    'issues/2022-09/print/': 'print',
    'issues/2022-09-10/first/': 'article',
    'parks/': 'index',
    'parks/jia/': 'list',
    'regions/990000/12/': 'list',
    'search/': 'search',
    'about/': 'other',
  };
  for (const [address, kind] of Object.entries(kinds)) expect(pageKind(address), address).toBe(kind);
});

const messages = (files: BuiltFile[]) => exceededBudgets(files).map(formatExceededBudget);

it('reports each page over its budget with a fix', () => {
  expect(
    messages([
      { name: 'index.html', bytes: 250_001 },
      { name: 'issues/2022-09/first/index.html', bytes: 1_000_001 },
      { name: 'issues/2022-09/second/index.html', bytes: 1_000_000 },
      { name: 'about/index.html', bytes: 600_000 },
    ]),
  ).toEqual([
    '首页 / 太大：251 kB，上限 250 kB\n  改法：这不是稿件的错：请把这几行交给维护网站的人',
    '稿件页 /issues/2022-09/first/ 太大：1001 kB，上限 1000 kB\n  改法：把这篇稿件分成几篇（上、下），或删减其中的长表格',
    '其他页面 /about/ 太大：600 kB，上限 500 kB\n  改法：把这一页分成几页，或删减其中的长表格',
  ]);
});

it('adds up styles, scripts and what a first query loads; the search budget grows with each article', () => {
  const fix = '\n  改法：这不是稿件的错：请把这几行交给维护网站的人';
  const search = { name: 'pagefind/pagefind.js', bytes: 130_050 };
  const articles = ['a', 'b'].map((slug) => ({ name: `issues/2022-09/${slug}/index.html`, bytes: 1 }));
  expect(
    messages([
      { name: '_astro/a.css', bytes: 6001 },
      { name: '_astro/b.css', bytes: 6000 },
      { name: '_astro/a.js', bytes: 54_001 },
      { name: 'pagefind/index/a.pf_index', bytes: 500_001 },
      search,
    ]),
  ).toEqual([
    `样式表 太大：13 kB，上限 12 kB${fix}`,
    `脚本 太大：55 kB，上限 54 kB${fix}`,
    `检索（第一次查询） 太大：131 kB，上限 130 kB${fix}`,
    `检索（最大的一块） 太大：501 kB，上限 500 kB${fix}`,
  ]);
  expect(messages([search, ...articles])).toEqual([]);
});

it('counts all pages on disk, including those reused from the last build', async () => {
  const first = { 'pagefind/pagefind-entry.bin': Buffer.alloc(130_040) };
  const pages = Object.fromEntries(
    ['a', 'b'].map((slug) => [`issues/2022-09/${slug}/index.html`, '<p>甲园</p>']),
  );
  enforceBudgets(await writeFiles({ ...first, ...pages }));
  const bare = await writeFiles({ ...first, 'index.html': '<p>首页</p>' });
  expect(() => enforceBudgets(bare)).toThrow('检索（第一次查询） 太大：131 kB，上限 130 kB');
});
