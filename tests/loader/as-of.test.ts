import { expect, it } from 'vitest';
import { today } from '../../scripts/lib/as-of-day.ts';
import { publishedContent } from '../../src/core/content.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';

const issue = (date: string) =>
  `year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: ${date}\nstatus: published\neditor: 本刊编辑部\n`;
const FILES: Files = {
  'issues/2022-10/issue.yaml': issue('2022-10-31'),
  'issues/2022-10/later.md': article('后一期', 'lead: true\naliases: [/old/later/]\n'),
};

/** Ids of the issues and articles of October that readers find on a day. */
async function outOn(changes: Files, asOf?: string): Promise<string[]> {
  const { content } = await readContent(await writeFiles(bulletinFiles(changes)), { asOf });
  if (!content) throw new Error('nothing was read');
  const { issues, articles, notices } = publishedContent(content);
  return [...issues, ...articles, ...notices].map(({ id }) => id).filter((id) => id.startsWith('2022-10'));
}

async function messages(changes: Files, asOf?: string): Promise<string[]> {
  const dir = await writeFiles(bulletinFiles(changes));
  return (await readContent(dir, { asOf })).diagnostics.map((each) => formatDiagnostic(each));
}

it('publishes nothing of an issue that comes out after the day', async () => {
  expect(await outOn(FILES)).toEqual(['2022-10', '2022-10/later']);
  expect(await outOn(FILES, '2022-10-31')).toEqual(['2022-10', '2022-10/later']);
  expect(await outOn(FILES, '2022-10-30')).toEqual([]);
});

it('counts a month from its first day, and each article by its own date', async () => {
  const files = {
    'issues/2022-10/issue.yaml': issue('2022-10'),
    'issues/2022-10/first-day.md': article('月初的', 'date: 2022-10-01\n'),
    'issues/2022-10/later.md': article('月中的', 'date: 2022-10-15\n'),
  };
  expect(await outOn(files, '2022-09-30')).toEqual([]);
  expect(await outOn(files, '2022-10-01')).toEqual(['2022-10', '2022-10/first-day']);
  expect(await outOn(files, '2022-10-15')).toEqual(['2022-10', '2022-10/first-day', '2022-10/later']);
  // An issue whose articles are all later counts as later, not as empty.
  const waiting = { ...files, 'issues/2022-10/first-day.md': null };
  expect(await outOn(waiting, '2022-10-14')).toEqual([]);
  expect(await messages(waiting, '2022-10-14')).toEqual([]);
});

it('shows no notice of a withdrawn article of a later issue', async () => {
  const withdrawn = article('撤下的', 'withdrawn: { date: 2022-10-08 }\n').replace('ready', 'withdrawn');
  const files = { ...FILES, 'issues/2022-10/a.md': withdrawn };
  expect(await outOn(files, '2022-10-31')).toContain('2022-10/a');
  expect(await outOn(files, '2022-10-30')).toEqual([]);
});

it('does not report addresses of later issues as lost, but returns them', async () => {
  const list = '/\n/issues/2022-10/\n/issues/2022-10/later/\n/issues/2022/\n/old/later/\n';
  const dir = await writeFiles(bulletinFiles({ ...FILES, 'addresses.txt': list }));
  const { diagnostics, later } = await readContent(dir, { asOf: '2022-10-30' });
  expect(diagnostics).toEqual([]);
  expect([...later]).toEqual(['/issues/2022-10/', '/issues/2022-10/later/', '/old/later/']);
  expect((await readContent(dir)).later.size).toBe(0);
});

it('reports an address that is really lost on every day', async () => {
  const list = '/issues/2022-10/gone/\n';
  const files = { ...FILES, 'addresses.txt': list };
  const lost = await messages(files);
  expect(lost).toHaveLength(1);
  expect(lost[0]).toContain('/issues/2022-10/gone/ 发布过，现在打不开了');
  expect(await messages(files, '2022-10-30')).toEqual(lost);
});

it('builds no page for a year whose issues are all later, even if its address is listed', async () => {
  const files = { 'addresses.txt': '/issues/2023/\n/issues/2022/\n' };
  const years = async (asOf?: string) =>
    (await readContent(await writeFiles(bulletinFiles(files)), { asOf })).content?.retained.years;
  expect(await years()).toEqual([2023, 2022]);
  expect(await years('2022-12-31')).toEqual([2022]);
  expect(await messages(files, '2022-12-31')).toEqual([]);
});

it('treats a link to a later article like a link to a draft', async () => {
  const link = article('第二篇', '', '见[后一期](../2022-10/later.md)。');
  const files = { ...FILES, 'issues/2022-09/second.md': link };
  expect(await messages(files)).toEqual([]);
  expect(await messages(files, '2022-10-30')).toEqual([
    'content/issues/2022-09/second.md:11:1 错误：链接的稿件“../2022-10/later.md”还没有发布\n  改法：等那一篇发布以后再加链接，或删去链接',
  ]);
});

it('has nothing to publish on a day before the first issue', async () => {
  expect(await messages(FILES, '2022-09-29')).toEqual([
    'content/issues 错误：到 2022-09-29 为止没有一篇可以发布的稿件（读到 2 期、3 篇稿件，其中 2 期还在编辑，3 篇不是 ready，0 篇权利未明）\n  改法：稿件写 status: ready 和 rights: own，所在期的 issue.yaml 写 status: published；或把 --as-of 的日期改到第一期出刊以后',
  ]);
});

it('warns about issues and articles dated after today, in a check', async () => {
  const files = {
    ...FILES,
    'issues/2022-10/issue.yaml': issue('2022-10'),
    'issues/2022-10/later.md': article('月中的', 'lead: true\ndate: 2022-10-15\n'),
  };
  const reported = async (today: string) => {
    const { diagnostics } = await readContent(await writeFiles(bulletinFiles(files)), { today });
    return diagnostics.filter(({ rule }) => rule === 'date-ahead').map((each) => formatDiagnostic(each));
  };
  const fix = '改法：日期写错的改正；要到那天才登，发布时写 npm run build -- --as-of 今天的日期';
  expect(await reported('2022-09-30')).toEqual([
    `content/issues/2022-10/issue.yaml:5:7 提醒：出刊日期 2022-10 还没到（今天按 2022-09-30 算），现在发布就会登出来\n  ${fix}`,
  ]);
  expect(await reported('2022-10-14')).toEqual([
    `content/issues/2022-10/later.md:10:7 提醒：日期 2022-10-15 还没到（今天按 2022-10-14 算），现在发布就会登出来\n  ${fix}`,
  ]);
  expect(await reported('2022-10-15')).toEqual([]);
});

it('today is the day in Shanghai', () => {
  expect(today(new Date('2022-10-31T15:59:59Z'))).toBe('2022-10-31');
  expect(today(new Date('2022-10-31T16:00:00Z'))).toBe('2022-11-01');
});

it.each(['2022-02-30', '2022-10', '2022年10月31日', '2022-10-31T00:00', '', 'today'])(
  'build and check refuse --as-of %j',
  async (typed) => {
    const reported = `“${typed}”不是日期，写成 --as-of 2022-10-31\n`;
    for (const command of ['build', 'check']) {
      const { code, stderr } = await runHere(command, ['--as-of', typed]);
      expect([code, stderr]).toEqual([2, reported]);
    }
  },
  60_000,
);
