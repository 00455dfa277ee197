import { expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { dataFile } from '../../src/feeds/index.ts';
import { dataIndex, issueData, yearData } from '../../src/views/data-view.ts';
import { article, type Files } from '../lib/bulletin-files.ts';
import { HOME, publicContext } from '../lib/view-context.ts';

const CHANGES: Files = {
  'issues/2022-09/first.md': article(
    '第一篇',
    'kicker: 引题\nsubtitle: 副题\nsource: 甲省日报\nseries: 园区探访\ntopics: [营商环境]\naliases: [/issues/2022-09/former/]\ncorrections: [{ date: 2022-10-31, text: 甲改为乙 }]\n',
  ),
  'issues/2022-09/a-draft.md': article('草稿').replace('status: ready', 'status: draft'),
  'issues/2022-09/unknown.md': article('权利不明').replace('rights: own', 'rights: unknown'),
  'issues/2022-09/masked.md': article('隐名的', 'masked: true\nsummary: 某园区开工\n', '××园区开工。'),
};

it('the data of an issue have all its published articles in printed order', async () => {
  const context = await publicContext(CHANGES);
  const issue = context.archive.issue('2022-09');
  if (!issue) throw new Error('no issue');
  const { articles, ...head } = issueData(issue, context);
  expect(head).toEqual({
    version: 1,
    id: '2022-09',
    url: `${HOME}issues/2022-09/`,
    label: '2022年9月号',
    year: 2022,
    months: [9],
    date: '2022-09-30',
    number: 1,
    serial: 1,
    editor: '本刊编辑部',
  });
  expect(articles.map(({ title }) => title)).toEqual(['第一篇', '隐名的', '第二篇']);
  expect(articles[0]).toEqual({
    id: `${HOME}issues/2022-09/former/`,
    url: `${HOME}issues/2022-09/first/`,
    title: '第一篇',
    kicker: '引题',
    subtitle: '副题',
    summary: '甲园今年前八个月开工项目12个。',
    date: '2022-09-30',
    issue: '2022-09',
    category: { id: 'news', name: '园区要闻' },
    genre: '消息',
    scope: '园区',
    byline: [{ name: '本刊编辑部', role: '署名单位' }],
    source: '甲省日报',
    rights: 'own',
    masked: false,
    parks: [{ id: 'jia', name: '甲县经济开发区' }],
    counties: [{ code: '990101', name: '丙县' }],
    cities: [{ code: '990100', name: '乙市' }],
    series: { id: 'visits', name: '园区探访' },
    topics: [{ id: 'environment', name: '营商环境' }],
    industries: [],
    corrections: [{ date: '2022-10-31', text: '甲改为乙' }],
    characters: 16,
  });
  expect(articles[1]).toMatchObject({ masked: true, parks: [], counties: [], cities: [] });
});

it('the data of a year have the same articles', async () => {
  const context = await publicContext(CHANGES);
  const issue = context.archive.issue('2022-09');
  expect(yearData(2022, context).articles).toEqual(issue && issueData(issue, context).articles);
  expect(yearData(2021, context)).toEqual({ version: 1, year: 2021, articles: [] });
});

it('the list of data files names them; without a public address by path', async () => {
  const { archive } = await publicContext(CHANGES);
  expect(dataIndex({ archive, urls: createUrls('/daokan/') })).toEqual({
    version: 1,
    title: '港城月刊',
    publisher: '本刊编辑部',
    url: '/daokan/',
    years: [
      {
        year: 2022,
        articles: 3,
        url: '/daokan/data/articles-2022.json',
        issues: [{ id: '2022-09', url: '/daokan/issues/2022-09/issue.json' }],
      },
    ],
  });
});

it('a data file has one article a line', () => {
  const data = { version: 1, year: 2022, articles: [{ title: '甲' }, { title: '乙' }] };
  expect(dataFile(data)).toBe('{"version":1,"year":2022,"articles":[\n{"title":"甲"},\n{"title":"乙"}\n]}\n');
  expect(JSON.parse(dataFile({ ...data, articles: [] }))).toEqual({ ...data, articles: [] });
});
