import { expect, it } from 'vitest';
import { printView } from '../../src/views/print-view.ts';
import { printedArticles } from '../../src/views/printed-articles.ts';
import { article, messagesOf } from '../lib/bulletin-files.ts';
import { publicContext } from '../lib/view-context.ts';

it('the page for printing has the articles of an issue in order, with what stands below them', async () => {
  const context = await publicContext({
    'issues/2022-09/second.md': article(
      '第二篇',
      'editor: 丙某\ncorrections: [{ date: 2022-10-31, text: 甲改为乙 }]\n',
    ),
  });
  const [issue] = context.archive.issues;
  if (!issue) throw new Error('No issue');
  expect(printView(issue, printedArticles(issue, context), context)).toEqual({
    issue: { name: '2022年9月号', url: '/daokan/issues/2022-09/' },
    address: 'https://x.example/daokan/issues/2022-09/',
    masthead: '港城月刊',
    label: '2022年9月号',
    numbers: expect.stringMatching(/^第\d+期　总第\d+期　2022年9月30日$/u),
    columns: [
      {
        name: '园区要闻',
        articles: [
          { id: '2022-09/first', title: '第一篇', editor: '本刊编辑部', corrections: [], rights: '本刊稿件' },
          {
            id: '2022-09/second',
            title: '第二篇',
            editor: '丙某',
            corrections: [{ date: '2022年10月31日', datetime: '2022-10-31', text: '甲改为乙' }],
            rights: '本刊稿件',
          },
        ],
      },
    ],
    colophon: expect.arrayContaining([
      ['刊名', '港城月刊'],
      ['出刊日期', '2022年9月30日'],
    ]),
  });
});

it('the dev server, which has drafts, leaves them out', async () => {
  const context = await publicContext();
  const [issue] = context.archive.issues;
  if (!issue) throw new Error('No issue');
  const drafts = context.archive.articles.map((each) => ({ ...each, status: 'draft' as const }));
  const archive = {
    ...context.archive,
    articlesByCategory: () => [{ category: { name: '要闻' }, articles: drafts }],
  };
  const withDrafts = { ...context, archive: archive as never };
  expect(printView(issue, printedArticles(issue, withDrafts), withDrafts).columns).toEqual([]);
});

it('no article and no former address takes the place of the page', async () => {
  expect(await messagesOf({ 'issues/2022-09/print.md': article('打印') })).toEqual([
    'content/issues/2022-09/print.md 错误：文件名“print”是本站已有的地址\n  改法：改名，例如 some-article.md；文件名就是网址的一部分',
  ]);
  const alias = article('第二篇', 'aliases: [/issues/2022-09/print/]\n');
  expect(await messagesOf({ 'issues/2022-09/second.md': alias })).toEqual([
    expect.stringMatching(
      /^content\/issues\/2022-09\/second\.md:\d+:\d+ 错误：旧址“\/issues\/2022-09\/print\/”是本站已有的地址\n {2}改法：旧址不能和本站的页面相同$/u,
    ),
  ]);
});
