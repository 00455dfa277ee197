import { expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const OCTOBER =
  'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 本刊编辑部\n';
const ISSUE = { 'issues/2022-10/issue.yaml': OCTOBER };
const LATER = { ...ISSUE, 'issues/2022-10/later.md': article('后一期', 'lead: true\n') };
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>';

/** Messages of a check on a day. */
async function advice(changes: Files, only?: string[]): Promise<string[]> {
  const dir = await writeFiles(bulletinFiles(changes));
  const options = { today: '2022-12-01', ...(only && { only: new Set(only) }) };
  return (await readContent(dir, options)).diagnostics.map((each) => formatDiagnostic(each));
}

const EMPTY = (why: string, line = 6) =>
  `content/issues/2022-10/issue.yaml:${line}:9 错误：这一期已出刊，却没有一篇可以发布的稿件（${why}）\n  改法：把要发的稿件改成 status: ready，权利写清；还没编好就把这里改成 status: draft`;

it('refuses a published issue without a public article', async () => {
  expect(await messagesOf(ISSUE)).toEqual([EMPTY('文件夹里没有稿件')]);
  const draft = article('草稿').replace('ready', 'draft');
  const unknown = article('权利未明').replace('rights: own', 'rights: unknown');
  expect(
    await messagesOf({ ...ISSUE, 'issues/2022-10/a.md': draft, 'issues/2022-10/b.md': unknown }),
  ).toEqual([EMPTY('2 篇稿件都不能发布')]);
});

it('accepts a draft issue, one with errors, and one whose articles are all withdrawn', async () => {
  expect(await messagesOf({ 'issues/2022-10/issue.yaml': OCTOBER.replace('published', 'draft') })).toEqual(
    [],
  );
  const wrong = article('一篇').replace('园区要闻', '要问');
  expect(
    (await messagesOf({ ...ISSUE, 'issues/2022-10/a.md': wrong })).map((each) => each.split('\n')[0]),
  ).toEqual(['content/issues/2022-10/a.md:3:11 错误：栏目“要问”不在名录里']);
  const withdrawn = article('撤下的', 'withdrawn: { date: 2022-11-08 }\n').replace('ready', 'withdrawn');
  expect(await messagesOf({ ...ISSUE, 'issues/2022-10/a.md': withdrawn })).toEqual([]);
});

it('reports an empty issue also if there is an error elsewhere', async () => {
  const wrong = article('第二篇').replace('园区要闻', '要问');
  const reported = await messagesOf({ ...ISSUE, 'issues/2022-09/second.md': wrong });
  expect(reported).toContain(EMPTY('文件夹里没有稿件'));
});

it('warns if the issue on the front page has no lead or no picture', async () => {
  const picture = '\n![画面](./images/a.svg "装配车间｜制图：本刊编辑部")\n';
  const cover = 'cover: { src: ./images/a.svg, alt: 画面, credit: 制图：本刊编辑部 }\n';
  const files = (more: string, body: string, ofIssue = ''): Files => ({
    'issues/2022-10/issue.yaml': OCTOBER + ofIssue,
    'issues/2022-10/later.md': article('后一期', more, body),
    'issues/2022-10/images/a.svg': PICTURE,
  });
  const noLead =
    'content/issues/2022-10/issue.yaml:1:1 提醒：首页的这一期没有头条，首页和封面用第一篇代替\n  改法：选一篇作头条，在它的稿件信息里加一行 lead: true';
  const noCover =
    'content/issues/2022-10/issue.yaml:1:1 提醒：首页的这一期没有封面图，头条也没有配图，首页和封面只有字\n  改法：在 issue.yaml 里加 cover（文件、替代文字、署名），或给头条配一张图；封面只要字的，不改也行';
  expect(await advice(issueOf('', '甲园开工。'))).toEqual([
    noLead,
    noCover.replace('头条也没有配图', '稿件也都没有图'),
  ]);
  expect(await advice(issueOf('lead: true\n', '甲园开工。'))).toEqual([noCover]);
  expect(await advice(files('lead: true\n', `甲园开工。\n${picture}`))).toEqual([]);
  expect(await advice(files(`lead: true\n${cover}`, '甲园开工。'))).toEqual([]);
  expect(await advice(files('lead: true\n', '甲园开工。', cover))).toEqual([]);
  // Files that were not read may have a lead or a picture.
  const named = ['issues/2022-10/issue.yaml'];
  expect(await advice(files('lead: true\n', `甲园开工。\n${picture}`), named)).toEqual([]);
  // Older issues are not on the front page, and a build does not warn.
  expect(
    await advice({ ...files('lead: true\n', '甲园开工。', cover), 'issues/2022-09/first.md': article('甲') }),
  ).toEqual([]);
  expect(await messagesOf(issueOf('', '甲园开工。'))).toEqual([]);
});

function issueOf(more: string, body: string): Files {
  return { ...ISSUE, 'issues/2022-10/later.md': article('后一期', more, body) };
}

it('allows another lead after one was withdrawn', async () => {
  const withdrawn = article('撤下的', 'lead: true\nwithdrawn: { date: 2022-11-08 }\n').replace(
    'ready',
    'withdrawn',
  );
  expect(await messagesOf({ ...LATER, 'issues/2022-10/a.md': withdrawn })).toEqual([]);
  expect(await messagesOf({ ...LATER, 'issues/2022-10/a.md': article('又一条', 'lead: true\n') })).toEqual([
    'content/issues/2022-10/later.md:9:7 错误：本期已有头条：a.md\n  改法：一期只留一篇头条，删去这里的 lead 一行',
  ]);
});
