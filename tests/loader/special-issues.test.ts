import { expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { publishedAddresses } from '../../src/core/published-addresses.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { articleView } from '../../src/views/article-view.ts';
import { issueView } from '../../src/views/issue-view.ts';
import { namesView } from '../../src/views/names-view.ts';
import { yearView } from '../../src/views/archive-view.ts';
import { article, bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const special = (date: string, more = '') =>
  `year: 2022\nmonths: [9]\ndate: ${date}\nstatus: published\neditor: 本刊编辑部\n${more}`;
const FILES: Files = {
  'issues/2022-10/issue.yaml':
    'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 本刊编辑部\n',
  'issues/2022-10/later.md': article('后一期', 'lead: true\n'),
  'issues/2022-09-s1/issue.yaml': special('2022-09-30', 'title: 招商特刊\n'),
  'issues/2022-09-s1/fair.md': article('特刊的一篇', 'lead: true\n'),
  'issues/2022-09-s2/issue.yaml': special('2022-09-30', 'number: 2\n'),
  'issues/2022-09-s2/more.md': article('增刊的一篇', 'lead: true\n'),
};

async function read(changes: Files) {
  const { content, diagnostics } = await readContent(await writeFiles(bulletinFiles(changes)));
  expect(diagnostics).toEqual([]);
  if (!content) throw new Error('nothing was read');
  return { archive: createArchive(publishedContent(content)), urls: createUrls('/') };
}

it('sorts special issues after the issue of their month; they have their own names and addresses', async () => {
  const context = await read(FILES);
  const { archive } = context;
  expect(archive.issues.map(({ id }) => id)).toEqual(['2022-10', '2022-09-s2', '2022-09-s1', '2022-09']);
  const [, , first] = archive.issues;
  if (!first) throw new Error('no special issue');
  const view = issueView(first, context);
  expect(view.cover).toMatchObject({ label: '2022年9月招商特刊', number: '', serial: '' });
  expect(view.cover.title).toBeUndefined();
  expect([view.previous, view.next]).toEqual([
    { name: '2022年9月号', url: '/issues/2022-09/' },
    { name: '2022年9月增刊2', url: '/issues/2022-09-s2/' },
  ]);
  const fair = archive.article('2022-09-s1/fair');
  expect(fair && articleView(fair, context).issue).toEqual({
    name: '2022年9月招商特刊',
    url: '/issues/2022-09-s1/',
    serial: '',
  });
  expect(fair && articleView(fair, context).facets).toContainEqual({ name: 'year', value: '2022' });
  expect(publishedAddresses(archive)).toEqual(
    expect.arrayContaining(['/issues/2022-09-s1/', '/issues/2022-09-s1/fair/', '/issues/2022/']),
  );
  expect(yearView(2022, context).issues).toBe('2期、增刊（特刊）2期');
  const names = namesView(context).filter(({ kind }) => kind === '期');
  expect(names.map(({ name, aliases }) => [name, aliases])).toEqual([
    ['2022年10月号', ['2022年10月', '2022年第2期', '总第2期']],
    ['2022年9月增刊2', ['2022年第2期']],
    ['2022年9月招商特刊', ['招商特刊']],
    ['2022年9月号', ['2022年9月', '2022年第1期', '总第1期']],
  ]);
});

it('sorts a special issue by its date: before the issue of its month, or as the latest', async () => {
  const { archive } = await read({
    ...FILES,
    'issues/2022-09-s1/issue.yaml': special('2022-09-10'),
    'issues/2022-09-s2/issue.yaml': special('2022-11-01'),
  });
  expect(archive.issues.map(({ id }) => id)).toEqual(['2022-09-s2', '2022-10', '2022-09', '2022-09-s1']);
});

it('checks a special issue against its folder and the serial numbers in use', async () => {
  const issue = 'issues/2022-09-s1/issue.yaml';
  expect(await messagesOf({ ...FILES, [issue]: special('2022-09-30', 'serial: 1\n') })).toEqual([
    'content/issues/2022-09-s1/issue.yaml:6:9 错误：总第 1 期已是 2022-09\n  改法：总期号一期一个，照印刷的写',
  ]);
  const moved = special('2022-09-30').replace('[9]', '[8]').replace('year: 2022', 'year: 2021');
  expect(await messagesOf({ ...FILES, [issue]: moved })).toEqual([
    'content/issues/2022-09-s1/issue.yaml:1:7 错误：年份 2021 与文件夹名 2022-09-s1 不符\n  改法：year: 2022',
    'content/issues/2022-09-s1/issue.yaml:2:9 错误：月份 [8] 与文件夹名 2022-09-s1 不符\n  改法：months: [9]',
  ]);
  expect(await messagesOf({ 'issues/2023-01-02-s1/a.md': article('一篇') })).toEqual([
    'content/issues/2023-01-02-s1 错误：文件夹名“2023-01-02-s1”不是期\n  改法：改名，增刊、特刊只写一个月份，写成 2023-01-s1',
  ]);
});

it('requires the numbers of other issues', async () => {
  const october = String(FILES['issues/2022-10/issue.yaml']).replace('serial: 2\n', '');
  expect(await messagesOf({ ...FILES, 'issues/2022-10/issue.yaml': october })).toEqual([
    'content/issues/2022-10/issue.yaml:1:1 错误：缺少“总期号”(serial)\n  改法：加一行，例如 serial: 1',
  ]);
});
