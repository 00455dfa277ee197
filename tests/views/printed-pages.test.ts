import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { printedPageFiles, printedPageViews } from '../../src/views/printed-page-view.ts';
import { article, bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 840"><rect width="600" height="840"/></svg>';
const area = (slug: string, x: number) => `{ article: ${slug}, x: ${x}, y: 10, width: 20, height: 80 }`;
const issue = (areas: readonly string[]) =>
  `${String(bulletinFiles()['issues/2022-09/issue.yaml'])}pages:\n  - { no: 1, name: 要闻, image: ./pages/1.svg, pdf: ./pages/1.pdf, areas: [${areas.join(', ')}] }\n  - { no: 2, image: ./pages/2.svg }\n  - { no: 3 }\n`;
const files = (areas: readonly string[], more: Files = {}): Files => ({
  'issues/2022-09/pages/1.svg': DRAWING,
  'issues/2022-09/pages/2.svg': DRAWING.replace('600', '601'),
  'issues/2022-09/pages/1.pdf': '%PDF-1.4\n',
  'issues/2022-09/issue.yaml': issue(areas),
  ...more,
});
const HIDDEN: Files = {
  'issues/2022-09/draft.md': article('未发的稿件').replace('status: ready', 'status: draft'),
  'issues/2022-09/gone.md': article('撤下的稿件').replace(
    'status: ready',
    'status: withdrawn\nwithdrawn: { date: 2022-10-08 }',
  ),
};

async function viewsOf(changes: Files) {
  const { content } = await readContent(await writeFiles(bulletinFiles(changes)));
  if (!content) throw new Error('No content');
  const archive = createArchive(publishedContent(content));
  const [found] = archive.issues;
  if (!found) throw new Error('No issue');
  return { found, views: printedPageViews(found, { archive, urls: createUrls('/') }) };
}

describe('printed pages', () => {
  it('have areas that lead to published articles only; drafts and withdrawn articles are in none', async () => {
    const areas = [
      area('first', 0),
      area('draft', 20),
      area('gone', 40),
      area('second', 60),
      area('first', 80),
    ];
    const { views, found } = await viewsOf(files(areas, HIDDEN));
    expect(
      views.map(({ label, previous, next, pages }) => [label, previous?.url, next?.url, pages.length]),
    ).toEqual([
      ['第1版　要闻', undefined, '/issues/2022-09/pages/2/', 2],
      ['第2版', '/issues/2022-09/pages/1/', undefined, 2],
    ]);
    expect(views[0]?.areas).toEqual(
      [
        ['第一篇', 'first', 0],
        ['第二篇', 'second', 60],
        ['第一篇', 'first', 80],
      ].map(([title, slug, x]) => ({
        title,
        url: `/issues/2022-09/${slug}/`,
        x,
        y: 10,
        width: 20,
        height: 80,
      })),
    );
    expect(views[0]?.articles.map(({ name }) => name)).toEqual(['第一篇', '第二篇']);
    expect(views[0]?.pdf).toEqual({ url: '/issues/2022-09/pages/1.pdf', size: '1 KB' });
    expect(printedPageFiles(found).map(({ no, pdf }) => [no, pdf.bytes])).toEqual([[1, 9]]);
    expect(JSON.stringify(views)).not.toMatch(/未发的稿件|撤下的稿件/u);
  });

  it('warns of articles without area, and of pictures that show what is hidden', async () => {
    const masked = article('隐名的稿件', 'masked: true\n');
    const changes = files([area('gone', 0), area('masked', 40)], {
      ...HIDDEN,
      'issues/2022-09/masked.md': masked,
      'issues/2022-09/second.md': article('第二篇', 'page: 1\n'),
    });
    const found = (await messagesOf(changes)).filter((message) => message.includes('版'));
    expect(found).toEqual([
      'content/issues/2022-09/issue.yaml:10:73 提醒：稿件“second”在第 1 版，版面图上却没有它的区域\n' +
        '  改法：在 areas 里加一块 article: second，或改稿件里的 page',
      'content/issues/2022-09/issue.yaml:10:85 提醒：第 1 版的版面图上还有已撤的稿件“gone”\n' +
        '  改法：区域不会显示；请把 image 换成遮去这篇的图，再删去这块区域',
      'content/issues/2022-09/issue.yaml:10:140 提醒：第 1 版的版面图会露出“masked”隐去的地名\n' +
        '  改法：请把 image 换成遮去地名的图',
    ]);
  });

  it('name articles that exist; an article that cannot be read is reported once', async () => {
    const unreadable = article('读不出的稿件').replace('title:', 'title：');
    const changes = files([area('unreadable', 0), area('missing', 20)], {
      'issues/2022-09/unreadable.md': unreadable,
    });
    expect(await messagesOf(changes)).toEqual([
      'content/issues/2022-09/issue.yaml:10:146 错误：第 1 版：这一期没有“missing”这篇稿件\n' +
        '  改法：写这一期里稿件的文件名，不带 .md；稿件没收进来，就删去这块区域',
      'content/issues/2022-09/unreadable.md:2:1 错误：字段名“title”后面用了中文冒号“：”\n' +
        '  改法：title: 读不出的稿件',
    ]);
  });
});
