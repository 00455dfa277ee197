import { expect, it } from 'vitest';
import { datesAhead, withoutLead } from '../../src/check/issues.ts';
import { publishedContent } from '../../src/core/content.ts';
import { readContent } from '../../src/loader/content-fs.ts';
import { article, bulletinFiles, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const OCTOBER =
  'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 本刊编辑部\n';
const files = {
  'issues/2022-10/issue.yaml': OCTOBER,
  'issues/2022-10/later.md': article('后一期', 'lead: true\n'),
};

it('publishes nothing of an issue that comes out after the day', async () => {
  const dir = await writeFiles(bulletinFiles(files));
  const ids = async (asOf?: string) => {
    const { content } = await readContent(dir, { asOf });
    if (!content) throw new Error('nothing was read');
    const { issues, articles } = publishedContent(content);
    return [
      ...issues.map(({ id }) => id),
      ...articles.filter(({ issue }) => issue === '2022-10').map(({ id }) => id),
    ];
  };
  expect(await ids()).toEqual(['2022-09', '2022-10', '2022-10/later']);
  expect(await ids('2022-10-31')).toEqual(['2022-09', '2022-10', '2022-10/later']);
  expect(await ids('2022-10-30')).toEqual(['2022-09']);
});

it('takes no address of a later issue for lost', async () => {
  const list = '/\n/issues/2022-10/\n/issues/2022-10/later/\n';
  const dir = await writeFiles(bulletinFiles({ ...files, 'addresses.txt': list }));
  const { diagnostics } = await readContent(dir, { asOf: '2022-10-30' });
  expect(diagnostics).toEqual([]);
});

it('warns of an issue that is dated after today', async () => {
  const { content } = await readContent(await writeFiles(bulletinFiles(files)));
  expect(content && datesAhead(content, '2022-10-30')).toEqual([
    {
      rule: 'date-ahead',
      severity: 'warning',
      file: 'issues/2022-10/issue.yaml',
      line: 1,
      column: 1,
      problem: '出刊日期 2022-10-31 还没到（今天按 2022-10-30 算），现在发布就会登出来',
      fix: '日期写错的改正；要到那天才登，发布时写 npm run build -- --as-of 今天的日期',
    },
  ]);
  expect(content && datesAhead(content, '2022-10-31')).toEqual([]);
});

it('refuses a published issue without articles', async () => {
  expect(await messagesOf({ 'issues/2022-10/issue.yaml': OCTOBER })).toEqual([
    'content/issues/2022-10/issue.yaml 错误：这一期已出刊，却没有一篇可以发布的稿件\n  改法：把要发的稿件改成 status: ready；还没编好就把这里改成 status: draft',
  ]);
});

it('misses the lead of an issue', async () => {
  const { content } = await readContent(
    await writeFiles(bulletinFiles({ ...files, 'issues/2022-10/later.md': article('后一期') })),
  );
  const told = content && withoutLead(content).filter(({ file }) => file.includes('2022-10'));
  expect(told).toEqual([
    {
      rule: 'no-lead',
      severity: 'warning',
      file: 'issues/2022-10/issue.yaml',
      line: 1,
      column: 1,
      problem: '这一期没有头条，首页和封面用第一篇代替',
      fix: '在头条稿件的稿件信息里加一行 lead: true',
    },
  ]);
});
