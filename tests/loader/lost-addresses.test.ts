import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../scripts/lib/addresses/address-reminders.ts';
import { formatAddressList } from '../../src/core/address-list.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';

const ISSUE = String(bulletinFiles()['issues/2022-09/issue.yaml']);
const OCTOBER = ISSUE.replace(
  'number: 1\nserial: 1\nmonths: [9]',
  'number: 2\nserial: 2\nmonths: [10]',
).replace('2022-09-30', '2022-10-31');
const THIRD = article('第三篇', 'aliases: [/old/third/]\n');
const JIA = String(bulletinFiles()['parks/jia.yaml']);
const REGIONS = String(bulletinFiles()['regions.yaml']);
const list = (name: string) => String(bulletinFiles()[name]);
const page = (more = '') => `---\ntitle: 关于\n${more}---\n\n文。\n`;
const changed = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

/** The published bulletin, from which the list was written. */
const PUBLISHED: Files = bulletinFiles({
  'issues/2022-09/third.md': THIRD,
  'issues/2022-10/issue.yaml': `${OCTOBER}aliases: [/issues/2022-11/]\n`,
  'issues/2022-10/fourth.md': article('第四篇'),
  'pages/about.md': page('aliases: [/about-us/]\n'),
  'topics.yaml': `${list('topics.yaml')}- { id: green, name: 绿色, formerIds: [greening] }\n`,
});
const published = await readContent(await writeFiles(PUBLISHED));
const addresses = published.content ? addressesOf(published.content) : [];
const LIST = { 'addresses.txt': formatAddressList(addresses) };

const read = async (changes: Files) => readContent(await writeFiles({ ...PUBLISHED, ...LIST, ...changes }));
const reported = async (changes: Files) =>
  (await read(changes)).diagnostics.map((diagnostic) => formatDiagnostic(diagnostic));

it('lists every address of the bulletin, sorted', () => {
  expect(published.diagnostics).toEqual([]);
  expect(addresses).toMatchInlineSnapshot(`
    [
      "/about-us/",
      "/about/",
      "/categories/feature/",
      "/categories/invest/",
      "/categories/news/",
      "/industries/electronics/",
      "/issues/2022-09/",
      "/issues/2022-09/first/",
      "/issues/2022-09/second/",
      "/issues/2022-09/third/",
      "/issues/2022-10/",
      "/issues/2022-10/fourth/",
      "/issues/2022-11/",
      "/issues/2022/",
      "/old/third/",
      "/parks/jia-inner/",
      "/parks/jia/",
      "/regions/990000/",
      "/regions/990100/",
      "/regions/990101/",
      "/series/visits/",
      "/topics/environment/",
      "/topics/green/",
      "/topics/greening/",
    ]
  `);
});

it('reports nothing while every address exists', async () => expect(await reported({})).toEqual([]));

const WITHDRAWN = 'status: withdrawn\nwithdrawn: { date: 2022-12-01 }';
const withoutTopic = list('topics.yaml').replace('environment', 'business');

/** A way to lose an address, and its fix. */
const WAYS: [way: string, lost: Files, mended: Files][] = [
  [
    'ready → draft',
    { 'issues/2022-09/third.md': THIRD.replace('status: ready', 'status: draft') },
    { 'issues/2022-09/third.md': THIRD.replace('status: ready', WITHDRAWN) },
  ],
  [
    'status removed',
    { 'issues/2022-09/third.md': THIRD.replace('status: ready\n', '') },
    { 'issues/2022-09/third.md': THIRD },
  ],
  [
    'withdrawn without a date',
    { 'issues/2022-09/third.md': THIRD.replace('status: ready', 'status: withdrawn') },
    { 'issues/2022-09/third.md': THIRD.replace('status: ready', WITHDRAWN) },
  ],
  [
    'rights → unknown',
    { 'issues/2022-09/third.md': THIRD.replace('rights: own', 'rights: unknown') },
    { 'issues/2022-09/third.md': THIRD.replace('rights: own', 'rights: cleared') },
  ],
  [
    'rights unknown and withdrawn',
    { 'issues/2022-09/third.md': THIRD.replace('rights: own', 'rights: unknown') },
    {
      'issues/2022-09/third.md': THIRD.replace('rights: own', 'rights: unknown').replace(
        'status: ready',
        WITHDRAWN,
      ),
    },
  ],
  [
    'an issue → draft',
    { 'issues/2022-09/issue.yaml': ISSUE.replace('published', 'draft') },
    { 'issues/2022-09/issue.yaml': ISSUE },
  ],
  [
    'an article renamed',
    { 'issues/2022-09/second.md': null, 'issues/2022-09/renamed.md': article('第二篇') },
    {
      'issues/2022-09/second.md': null,
      'issues/2022-09/renamed.md': article('第二篇', 'aliases: [/issues/2022-09/second/]\n'),
    },
  ],
  [
    'an article with old addresses renamed',
    { 'issues/2022-09/third.md': null, 'issues/2022-09/renamed.md': THIRD },
    {
      'issues/2022-09/third.md': null,
      'issues/2022-09/renamed.md': THIRD.replace('aliases: [', 'aliases: [/issues/2022-09/third/, '),
    },
  ],
  [
    'an article moved to another issue',
    { 'issues/2022-09/second.md': null, 'issues/2022-10/second.md': article('第二篇') },
    {
      'issues/2022-09/second.md': null,
      'issues/2022-10/second.md': article('第二篇', 'aliases: [/issues/2022-09/second/]\n'),
    },
  ],
  [
    'an article moved to the inbox',
    { 'issues/2022-09/second.md': null, 'inbox/second.md': article('第二篇') },
    { 'issues/2022-09/second.md': article('第二篇').replace('status: ready', WITHDRAWN) },
  ],
  [
    'an article deleted',
    { 'issues/2022-09/second.md': null },
    { 'issues/2022-09/second.md': article('第二篇').replace('status: ready', WITHDRAWN) },
  ],
  [
    'an issue renamed',
    {
      'issues/2022-10/issue.yaml': null,
      'issues/2022-10/fourth.md': null,
      'issues/2022-12/issue.yaml': `${OCTOBER.replace('[10]', '[12]').replace('10-31', '12-31')}aliases: [/issues/2022-11/]\n`,
      'issues/2022-12/fourth.md': article('第四篇', 'dateNote: 旧稿\n'),
    },
    {
      'issues/2022-10/issue.yaml': null,
      'issues/2022-10/fourth.md': null,
      'issues/2022-12/issue.yaml': `${OCTOBER.replace('[10]', '[12]').replace('10-31', '12-31')}aliases: [/issues/2022-11/, /issues/2022-10/]\n`,
      'issues/2022-12/fourth.md': article('第四篇', 'aliases: [/issues/2022-10/fourth/]\n'),
    },
  ],
  [
    'an issue deleted',
    { 'issues/2022-10/issue.yaml': null, 'issues/2022-10/fourth.md': null },
    { 'issues/2022-10/fourth.md': article('第四篇').replace('status: ready', WITHDRAWN) },
  ],
  [
    'an alias of an article removed',
    { 'issues/2022-09/third.md': article('第三篇') },
    { 'issues/2022-09/third.md': THIRD },
  ],
  [
    'an alias of an issue removed',
    { 'issues/2022-10/issue.yaml': OCTOBER },
    { 'issues/2022-10/issue.yaml': `${OCTOBER}aliases: [/issues/2022-11/]\n` },
  ],
  ['an alias of a page taken away', { 'pages/about.md': page() }, {}],
  [
    'a page renamed',
    { 'pages/about.md': null, 'pages/us.md': page('aliases: [/about-us/]\n') },
    { 'pages/about.md': null, 'pages/us.md': page('aliases: [/about-us/, /about/]\n') },
  ],
  ['a page deleted', { 'pages/about.md': null }, {}],
  [
    'a park renamed',
    { 'parks/jia.yaml': null, 'parks/new.yaml': JIA },
    { 'parks/jia.yaml': null, 'parks/new.yaml': `${JIA}formerIds: [jia]\n` },
  ],
  [
    'a park deleted',
    { 'parks/jia-inner.yaml': null },
    { 'parks/jia.yaml': `${JIA}formerIds: [jia-inner]\n`, 'parks/jia-inner.yaml': null },
  ],
  [
    'a category renamed',
    { 'categories.yaml': changed(list('categories.yaml'), 'id: invest', 'id: investing') },
    {
      'categories.yaml': changed(list('categories.yaml'), 'id: invest', 'formerIds: [invest], id: investing'),
    },
  ],
  [
    'a topic renamed',
    { 'topics.yaml': `${withoutTopic}- { id: green, name: 绿色, formerIds: [greening] }\n` },
    { 'topics.yaml': `${withoutTopic}- { id: green, name: 绿色, formerIds: [greening, environment] }\n` },
  ],
  [
    'a former id removed',
    { 'topics.yaml': `${list('topics.yaml')}- { id: green, name: 绿色 }\n` },
    { 'topics.yaml': `${list('topics.yaml')}- { id: green, name: 绿色, formerIds: [greening] }\n` },
  ],
  [
    'an industry renamed',
    { 'industries.yaml': '- { id: chips, name: 电子信息 }\n' },
    { 'industries.yaml': '- { id: chips, name: 电子信息, formerIds: [electronics] }\n' },
  ],
  [
    'a series deleted',
    { 'series.yaml': '[]\n' },
    { 'series.yaml': '- { id: tours, name: 探访, formerIds: [visits] }\n' },
  ],
  [
    'another code for a region',
    { 'regions.yaml': changed(REGIONS, "'990101'", "'990111'") },
    { 'regions.yaml': changed(REGIONS, "code: '990101'", "code: '990111', formerIds: ['990101']") },
  ],
  [
    'a line that leads to a later page of a list',
    { 'addresses.txt': `${LIST['addresses.txt']}/parks/jia/2/\n` },
    {},
  ],
];

describe.each(WAYS)('%s', (_, lost, mended) => {
  it('is reported with a fix, and the fix works', async () => {
    expect(await reported(lost)).toMatchSnapshot();
    expect(await reported(mended)).toEqual([]);
  });
});

describe('nothing is lost', () => {
  it.each<[string, Files]>([
    ['an article becomes .mdx', { 'issues/2022-09/third.md': null, 'issues/2022-09/third.mdx': THIRD }],
    [
      'the last articles of a region are withdrawn',
      Object.fromEntries(
        ['2022-09/first', '2022-09/third', '2022-10/fourth'].map((id) => [
          `issues/${id}.md`,
          article('某篇', id.endsWith('third') ? 'aliases: [/old/third/]\n' : '').replace(
            'status: ready',
            WITHDRAWN,
          ),
        ]),
      ),
    ],
  ])('where %s', async (_, changes) => expect(await reported(changes)).toEqual([]));

  it('when a region or a year has no articles left', async () => {
    const { content } = await read({
      'addresses.txt': `${LIST['addresses.txt']}/issues/1999/\n/regions/990201/\n`,
    });
    expect(content?.retained).toEqual({
      regions: ['990000', '990100', '990101', '990201'],
      years: [2022, 1999],
    });
    expect(content && addressesOf(content)).toEqual(
      [...addresses, '/issues/1999/', '/regions/990201/'].sort(),
    );
  });
});

describe('a file with an error of its own gets no second diagnostic', () => {
  it.each<[string, Files]>([
    ['an article that cannot be read', { 'issues/2022-09/third.md': '---\ntitle：第三篇\n---\n' }],
    ['an article without front matter', { 'issues/2022-09/third.md': '文' }],
    [
      'an article with a wrong field',
      { 'issues/2022-09/third.md': article('第三篇', 'xyz: 1\naliases: [/old/third/]\n') },
    ],
    ['an article that is no UTF-8', { 'issues/2022-09/third.md': Buffer.from([0xd4, 0xb0, 0xc7, 0xf8]) }],
    ['a broken issue', { 'issues/2022-10/issue.yaml': OCTOBER.replace('serial: 2', 'serial: 二') }],
    ['an issue without its file', { 'issues/2022-10/issue.yaml': null }],
    ['a broken page', { 'pages/about.md': '---\ntitle：关于\n---\n' }],
    ['a broken register', { 'topics.yaml': '- { id: environment, nom: 营商环境 }\n' }],
    ['a broken park', { 'parks/jia-inner.yaml': 'nom: 甲园\n' }],
    ['a list that is no UTF-8', { 'addresses.txt': Buffer.from([0xd4, 0xb0, 0xc7, 0xf8]) }],
  ])('%s', async (_, changes) => {
    const { diagnostics } = await read(changes);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ rule }) => rule === 'address')).toEqual([]);
  });
});
