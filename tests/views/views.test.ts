import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { archiveView, yearView } from '../../src/views/archive-view.ts';
import type { Card } from '../../src/views/card.ts';
import { byPinyin } from '../../src/pinyin/order.ts';
import { contentsView } from '../../src/views/contents-view.ts';
import { besideLead } from '../../src/views/beside-lead.ts';
import { frontView } from '../../src/views/front-view.ts';
import { articleView } from '../../src/views/article-view.ts';
import { type IssueView, issueView } from '../../src/views/issue-view.ts';
import { indexView, listViews } from '../../src/views/list-view.ts';
import { contactsView, correctionsView } from '../../src/views/page-view.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';

async function contextOf(changes: Files = {}) {
  const { content } = await readContent(await writeFiles(bulletinFiles(changes)));
  if (!content) throw new Error('no content');
  return { archive: createArchive(publishedContent(content)), urls: createUrls('/') };
}

/** Two more issues, one of them in the previous year. */
const ISSUES: Files = {
  'issues/2021-12/issue.yaml':
    'year: 2021\nnumber: 12\nserial: 0012\nmonths: [12]\ndate: 2021-12-31\nstatus: published\neditor: 甲\n',
  'issues/2021-12/old.md': article('旧年的一篇'),
  'issues/2022-10/issue.yaml':
    'year: 2022\nnumber: 2\nserial: 22\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 甲\n',
  'issues/2022-10/new.md': article('新的一篇'),
};

describe('an article', () => {
  it('has its neighbours in the issue, and other articles about its park', async () => {
    const context = await contextOf(ISSUES);
    const second = context.archive.article('2022-09/second');
    if (!second) throw new Error('no article');
    const view = articleView(second, context);
    expect(view.breadcrumb).toEqual([
      { name: '首页', url: '/' },
      { name: '2022年9月号', url: '/issues/2022-09/', serial: '总第1期' },
      { name: '园区要闻', url: '/categories/news/' },
    ]);
    expect(view.previous).toEqual({ name: '第一篇', url: '/issues/2022-09/first/' });
    expect(view.next).toBeUndefined();
    expect(view.samePark?.cards.map(({ title }) => title)).toEqual(['新的一篇', '第一篇', '旧年的一篇']);
    expect(view.facets).toEqual([
      { name: 'category', value: 'news' },
      { name: 'park', value: 'jia' },
      { name: 'county', value: '990100' },
      { name: 'county', value: '990101' },
      { name: 'year', value: '2022' },
      { name: 'genre', value: '消息' },
    ]);
  });

  it('that is masked is not in the search index', async () => {
    const context = await contextOf({ 'issues/2022-09/third.md': article('第三篇', 'masked: true\n') });
    const third = context.archive.article('2022-09/third');
    expect(third && articleView(third, context).facets.map(({ name }) => name)).toEqual([
      'category',
      'year',
      'genre',
    ]);
  });

  it('prints roles, but neither 作者 nor 署名单位', async () => {
    const byline =
      '[{ name: 甲, role: 记者 }, { name: 乙, role: 记者, org: 某报 }, { name: 丙, role: 作者 }]';
    const context = await contextOf({
      'issues/2022-09/third.md': article('第三篇').replace('署名单位 本刊编辑部', byline),
    });
    const third = context.archive.article('2022-09/third');
    expect(third && articleView(third, context).byline).toEqual([
      { role: '记者', names: ['甲', '乙（某报）'] },
      { names: ['丙'] },
    ]);
  });
});

describe('an issue', () => {
  it('links to the previous and next issue, across gaps', async () => {
    const context = await contextOf(ISSUES);
    const [, september] = context.archive.issues;
    const view = september && issueView(september, context);
    expect(view).toMatchObject({
      previous: { name: '2021年12月号', url: '/issues/2021-12/' },
      next: { name: '2022年10月号', url: '/issues/2022-10/' },
      lead: { title: '第一篇' },
      count: 2,
      cover: {
        masthead: '港城月刊',
        month: '9',
        label: '2022年9月号',
        number: '第1期',
        serial: '总第1期',
        headline: '第一篇',
      },
    });
    expect(
      view?.columns.map(({ category, cards }) => [category.name, cards.map(({ title }) => title)]),
    ).toEqual([['园区要闻', ['第二篇']]]);
  });

  it('of two months shows both on its cover', async () => {
    const context = await contextOf({
      'issues/2023-01-02/issue.yaml':
        'year: 2023\nnumber: 1\nserial: 3\nmonths: [1, 2]\ndate: 2023-02-28\nstatus: published\neditor: 甲\n',
      'issues/2023-01-02/x.md': article('合刊的一篇'),
    });
    const [newest] = context.archive.issues;
    expect(newest && issueView(newest, context).cover).toMatchObject({
      month: '1—2',
      label: '2023年1—2月合刊',
    });
  });
});

describe('the archive', () => {
  it('shows the newest year with covers and one line a year', async () => {
    const view = archiveView(await contextOf(ISSUES));
    expect(view.newest?.covers.map(({ label }) => label)).toEqual(['2022年10月号', '2022年9月号']);
    expect(view.years).toEqual([
      { name: '2022年', url: '/issues/2022/', issues: '2期', articles: 3 },
      { name: '2021年', url: '/issues/2021/', issues: '1期', articles: 1 },
    ]);
  });

  it('groups the contents of a year by category', async () => {
    const view = yearView(2022, await contextOf(ISSUES));
    expect(
      view.contents.map(({ category, entries }) => [category.name, entries.map(({ card }) => card.title)]),
    ).toEqual([['园区要闻', ['第一篇', '第二篇', '新的一篇']]]);
    expect(view.previous).toEqual({ name: '2021年', url: '/issues/2021/' });
    expect(view.next).toBeUndefined();
  });
});

describe('lists', () => {
  it('are split into pages of 20', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 43 }, (_, index) => [
        `issues/2022-09/more-${String(index).padStart(2, '0')}.md`,
        article(`又一篇${index}`),
      ]),
    );
    const context = await contextOf(many);
    const park = context.archive.parks.get('jia');
    const pages = park ? listViews('parks', park, context) : [];
    expect(pages.map(({ cards }) => cards.length)).toEqual([20, 20, 5]);
    expect(pages[2]?.pages.map(({ url }) => url)).toEqual(['/parks/jia/', '/parks/jia/2/', '/parks/jia/3/']);
  });

  it('have a jump to each year, and a heading where one begins', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [
        `issues/2021-12/more-${index}.md`,
        article(`又一篇${index}`),
      ]),
    );
    const context = await contextOf({ ...ISSUES, ...many });
    const park = context.archive.parks.get('jia');
    const [first, second] = park ? listViews('parks', park, context) : [];
    expect(first?.years).toEqual([
      { name: '2022年', url: '/parks/jia/#y2022' },
      { name: '2021年', url: '/parks/jia/#y2021' },
    ]);
    expect([first?.headings, second?.headings]).toEqual([
      [
        { index: 0, id: 'y2022', name: '2022年' },
        { index: 3, id: 'y2021', name: '2021年' },
      ],
      [{ index: 0, id: 'y2021', name: '2021年' }],
    ]);
  });

  it('show parks inside parks and counties inside cities', async () => {
    const inner = article('第三篇').replace('park: 甲园', 'park: 甲园电子信息产业园');
    const context = await contextOf({
      'issues/2022-09/third.md': inner,
      'parks/zhong.yaml': 'name: 重庄经济开发区\ncounty: 丙县\n',
      'parks/bin.yaml': 'name: 滨江经济开发区\ncounty: 丙县\n',
    });
    const { entries, empty } = indexView('parks', context);
    expect(entries).toEqual([
      {
        name: '甲县经济开发区',
        url: '/parks/jia/',
        count: 3,
        children: [{ name: '甲园电子信息产业园', url: '/parks/jia-inner/', count: 1, children: [] }],
      },
    ]);
    expect(empty.map(({ name, count }) => [name, count])).toEqual([
      ['滨江经济开发区', 0],
      ['重庄经济开发区', 0],
    ]);
    const names = indexView('regions', context).entries.map(({ name, children }) => [
      name,
      children.map((city) => [city.name, city.children.map((county) => county.name)]),
    ]);
    expect(names).toEqual([['甲省', [['乙市', ['丙县']]]]]);
  });
});

it('shows only contacts that are marked public', async () => {
  const contacts =
    '[{ label: 邮箱, value: a@example.com, public: true }, { label: 手机, value: "13900000000" }]';
  const context = await contextOf({ 'site.yaml': `${bulletinFiles()['site.yaml']}contacts: ${contacts}\n` });
  expect(contactsView(context.archive.content.site)).toEqual([
    { label: '邮箱', value: 'a@example.com', url: 'mailto:a@example.com' },
  ]);
});

it('lists corrections, newest first', async () => {
  const corrections = 'corrections: [{ date: 2022-10-01, text: 一 }, { date: 2022-11-01, text: 二 }]\n';
  const context = await contextOf({ 'issues/2022-09/third.md': article('第三篇', corrections) });
  expect(correctionsView(context).map(({ text, article: { url } }) => [text, url])).toEqual([
    ['二', '/issues/2022-09/third/'],
    ['一', '/issues/2022-09/third/'],
  ]);
});

const card = (title: string) => ({ title, url: `/${title}/` }) as Card;

describe('the guide of a front page', () => {
  const column = (...titles: string[]) => ({ category: { name: '栏', url: '/' }, cards: titles.map(card) });
  const titles = (columns: { cards: Card[] }[]) =>
    columns.map(({ cards }) => cards.map(({ title }) => title));

  it('takes articles by turns out of columns that keep two', () => {
    const { guide, columns } = frontView({
      columns: [column('甲', '乙', '丙', '丁'), column('子', '丑'), column('天', '地', '玄')],
    });
    expect(guide.map(({ name }) => name)).toEqual(['甲', '天', '乙']);
    expect(titles(columns)).toEqual([
      ['丙', '丁'],
      ['子', '丑'],
      ['地', '玄'],
    ]);
  });

  it('has at most six, and none with a picture', () => {
    const pictured = { ...card('图'), picture: {} } as Card;
    const columns = [
      { category: { name: '栏', url: '/' }, cards: [pictured, ...'甲乙丙丁戊己庚辛'.split('').map(card)] },
    ];
    const front = frontView({ columns });
    expect(front.guide.map(({ name }) => name).join('')).toBe('甲乙丙丁戊己');
    expect(titles(front.columns)).toEqual([['图', '庚', '辛']]);
  });

  it('is left out if it would be short', () => {
    const columns = [column('甲', '乙', '丙'), column('子', '丑', '寅')];
    expect(frontView({ columns })).toEqual({ guide: [], columns });
  });
});

describe('the columns beside a lead', () => {
  const lead = (width: number, height: number) =>
    ({ ...card('头条'), picture: { picture: { width, height } } }) as Card;
  const names = (all: IssueView['columns']) => all.map(({ category }) => category.name).join('');
  const column = (name: string, count: number, more: Partial<Card> = {}) => ({
    category: { name, url: '/' },
    cards: Array.from({ length: count }, (_, index) => ({ ...card(`${name}${index}`), ...more })),
  });

  it.each([
    [
      'as far as there is room',
      lead(3, 2),
      [column('甲', 2), column('乙', 1), column('丙', 4)],
      '乙',
      '甲丙',
    ],
    [
      'more beside a tall picture',
      lead(1, 2),
      [column('甲', 1), column('乙', 1), column('丙', 4)],
      '甲乙',
      '丙',
    ],
    ['none beside a panorama', lead(3, 1), [column('甲', 1), column('丙', 4)], '', '甲丙'],
    ['none without a picture', card('头条'), [column('甲', 1), column('丙', 4)], '', '甲丙'],
    [
      'none with pictures',
      lead(3, 2),
      [column('甲', 1, { picture: {} as never }), column('丙', 4)],
      '',
      '甲丙',
    ],
    ['all if all fit', lead(3, 2), [column('甲', 1)], '甲', ''],
    ['none if few were left below', lead(3, 2), [column('甲', 1), column('丙', 2)], '', '甲丙'],
  ])('are %s', (_, first, columns, beside, below) => {
    const found = besideLead({ lead: first, columns });
    expect([names(found.beside), names(found.below)]).toEqual([beside, below]);
  });
});

it.each([
  ['安县、滨县、重庄、西安、仙居、ABC园', 'ABC园、安县、滨县、西安、仙居、重庄'],
  ['重庆、长沙、成都', '长沙、成都、重庆'],
])('sorts names by pinyin: %s', (names, sorted) => {
  expect(byPinyin(names.split('、'), (name) => name).join('、')).toBe(sorted);
});

const heading = (depth: number, text: string) => ({ depth, id: text, text });

it('lists the headings of an article, those inside others only in a short list', () => {
  const short = [heading(2, '甲'), heading(3, '乙'), heading(2, '丙'), heading(4, '丁')];
  expect(contentsView([...short, { ...heading(2, '注释'), id: 'footnote-label' }])).toEqual([
    { depth: 2, id: '甲', text: '甲', inner: false },
    { depth: 3, id: '乙', text: '乙', inner: true },
    { depth: 2, id: '丙', text: '丙', inner: false },
  ]);
  const long = Array.from({ length: 15 }, (_, index) => [
    heading(2, `甲${index}`),
    heading(3, `乙${index}`),
  ]).flat();
  expect(contentsView(long).map(({ text }) => text)).toEqual(
    long.filter(({ depth }) => depth === 2).map(({ text }) => text),
  );
  expect(contentsView([heading(2, '甲'), heading(2, '乙')])).toEqual([]);
});

it('says how long an article is in round figures', async () => {
  const lengths = await Promise.all(
    [999, 3249, 21400].map(async (length) => {
      const context = await contextOf({
        'issues/2022-09/third.md': article('第三篇', '', '园'.repeat(length)),
      });
      const third = context.archive.article('2022-09/third');
      return third && articleView(third, context).length;
    }),
  );
  expect(lengths).toEqual([undefined, '约3200字', '约2.1万字']);
});
