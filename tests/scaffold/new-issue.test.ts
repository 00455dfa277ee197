import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';
import { filesIn } from '../lib/folder.ts';
import { runAtTerminal } from '../lib/terminal.ts';

async function newIssue(args: string[], changes: Files = {}) {
  const dir = await writeFiles(bulletinFiles(changes));
  const { code, stdout, stderr } = await runHere('new', ['issue', ...args, '--content', dir]);
  const withoutPath = (text: string) => text.replaceAll(dir, '<刊物>');
  return { dir, code, stdout: withoutPath(stdout), stderr: withoutPath(stderr) };
}

const fileOf = (dir: string, issue: string) =>
  readFile(path.join(dir, 'issues', issue, 'issue.yaml'), 'utf8');

describe('npm run new -- issue', { timeout: 60_000 }, () => {
  it('proposes values from the last issue, with the reasons', async () => {
    const { dir, code, stdout } = await newIssue(['2022-10']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "已建 <刊物>/issues/2022-10/issue.yaml：2022年10月号，2022年第2期，总第2期
        年内期号 2：按上一期（2022-09）加 1，请核对
        总期号 2：按上一期（2022-09）加 1，请核对
        出刊日期 2022-10-31：取当月最后一天，请核对
        责任编辑 本刊编辑部：照上一期（2022-09）
        栏目次序 特稿、园区要闻：照上一期（2022-09）
      接着做：新写的稿件 npm run new -- article 2022-10；来稿 npm run move -- <稿件> 2022-10；出刊时把 status 改成 published
      "
    `);
    expect(await fileOf(dir, '2022-10')).toMatchInlineSnapshot(`
      "year: 2022
      number: 2
      serial: 2
      months: [10]
      date: 2022-10-31
      status: draft
      editor: 本刊编辑部
      categories: [特稿, 园区要闻]
      "
    `);
    const { diagnostics } = await readContent(dir);
    expect(diagnostics).toEqual([]);
  });

  it('restarts at 1 in a new year, names both months of a combined issue, and uses given values', async () => {
    const { dir, stdout } = await newIssue([
      ...[
        '2024-01-02',
        '--serial',
        '14',
        '--date',
        '2024-02-20',
        '--title',
        '新年号: 合刊',
        '--editor',
        '甲',
      ],
    ]);
    expect(stdout).toMatchInlineSnapshot(`
      "已建 <刊物>/issues/2024-01-02/issue.yaml：2024年1—2月合刊，2024年第1期，总第14期
        年内期号 1：上一期（2022-09）是 2022 年的，从 1 起，请核对
        栏目次序 特稿、园区要闻：照上一期（2022-09）
      接着做：新写的稿件 npm run new -- article 2024-01-02；来稿 npm run move -- <稿件> 2024-01-02；出刊时把 status 改成 published
      "
    `);
    expect(await fileOf(dir, '2024-01-02')).toMatchInlineSnapshot(`
      "year: 2024
      number: 1
      serial: 14
      months: [1, 2]
      date: 2024-02-20
      title: "新年号: 合刊"
      status: draft
      editor: 甲
      categories: [特稿, 园区要闻]
      "
    `);
  });

  it('creates the first issue of a bulletin', async () => {
    const none = {
      'issues/2022-09/issue.yaml': null,
      'issues/2022-09/first.md': null,
      'issues/2022-09/second.md': null,
    };
    const { dir, stdout } = await newIssue(['2022-02', '--json'], none);
    const { issue, proposed } = JSON.parse(stdout);
    expect(issue).toEqual({
      ...{ year: 2022, number: 1, serial: 1, months: [2], date: '2022-02-28', status: 'draft' },
      categories: ['园区要闻', '特稿', '双招双引'],
    });
    expect(proposed).toContainEqual({
      field: 'serial',
      label: '总期号',
      value: '1',
      reason: '前面没有别的期，从 1 起，请核对',
    });
    expect(await fileOf(dir, '2022-02')).toContain('serial: 1\nmonths: [2]\n');
  });

  it('numbers special issues within their month only, and continues from the regular ones', async () => {
    const { dir, code, stdout } = await newIssue(['2022-09', '--special', '--title', '招商特刊']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "已建 <刊物>/issues/2022-09-s1/issue.yaml：2022年9月招商特刊
        年内期号：增刊、特刊没有写；单独印了期号的，在 issue.yaml 里加上
        总期号：增刊、特刊没有写；算进总期号的，在 issue.yaml 里加上
        出刊日期 2022-09-30：取当月最后一天，请核对
        责任编辑 本刊编辑部：照上一期（2022-09）
        栏目次序 特稿、园区要闻：照上一期（2022-09）
      接着做：新写的稿件 npm run new -- article 2022-09-s1；来稿 npm run move -- <稿件> 2022-09-s1；出刊时把 status 改成 published
      "
    `);
    expect(await fileOf(dir, '2022-09-s1')).toMatchInlineSnapshot(`
      "year: 2022
      months: [9]
      date: 2022-09-30
      title: 招商特刊
      status: draft
      editor: 本刊编辑部
      categories: [特稿, 园区要闻]
      "
    `);
    expect((await readContent(dir)).diagnostics).toEqual([]);
    const again = await runHere('new', [
      'issue',
      '2022-09',
      '--special',
      '--serial',
      '2',
      '--content',
      dir,
      '--json',
    ]);
    expect(JSON.parse(again.stdout)).toMatchObject({ issue: { serial: 2, date: '2022-09-30' } });
    expect(await fileOf(dir, '2022-09-s2')).toContain('serial: 2\nmonths: [9]\n');
    const next = await runHere('new', ['issue', '2022-10', '--content', dir, '--json']);
    expect(JSON.parse(next.stdout)).toMatchObject({ issue: { number: 2, serial: 3 } });
  });

  it.each([
    [
      ['2022-09'],
      {},
      1,
      '没有写任何文件：2022-09 这一期已经有了\n  改法：直接改 <刊物>/issues/2022-09/issue.yaml\n',
    ],
    [
      ['2022-10', '--serial', '1'],
      {},
      1,
      '没有写任何文件：总第 1 期已是 2022-09\n  改法：总期号一期一个，照印刷的写：--serial 后面写对的号\n',
    ],
    [
      ['2022-08'],
      {},
      1,
      '没有写任何文件：总第 1 期已是 2022-09\n  改法：总期号一期一个，照印刷的写：--serial 后面写对的号\n',
    ],
    [
      ['2022-10'],
      { 'issues/2022-9/x.md': '', 'issues/2022-09/来稿.docx': '' },
      1,
      '没有写任何文件：名录或别的期有错\n<刊物>/issues/2022-9 错误：文件夹名“2022-9”不是期\n  改法：改名，写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1\n  改法：先改好上面这些，再运行一次\n',
    ],
    [
      ['2022-10', '--date', '2022-02-30'],
      {},
      2,
      '--date：“出刊日期”(date)不是日历上的日期\n  改法：--date 写成 2022-09-30 或 2022-09\n',
    ],
    [['2022-10', '--number', '零'], {}, 2, '--number：“年内期号”(number)的写法不对\n  改法：--number 1\n'],
    [['2022-10', '--park', '甲园'], {}, 2, expect.stringMatching(/^issue 没有 --park 这一项\n/u)],
    [
      ['2022-9'],
      {},
      2,
      '“2022-9”不能作一期的文件夹名。写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1（月份两位，从小到大）\n',
    ],
    [['2023-02-01'], {}, 2, expect.stringContaining('从小到大')],
    [
      ['2023-01-02-s1'],
      {},
      2,
      '“2023-01-02-s1”不能作一期的文件夹名。增刊、特刊只写一个月份，写成 2023-01-s1（月份两位，从小到大）\n',
    ],
    [['2023-01-02', '--special'], {}, 2, '--special 前面只写一个月份，例如 2022-09；“2023-01-02”不是\n'],
    [['2022-09-s1', '--special'], {}, 2, '--special 前面只写一个月份，例如 2022-09；“2022-09-s1”不是\n'],
    [['../2022-10'], {}, 2, expect.stringContaining('不能作一期的文件夹名')],
    [[], {}, 2, '要写上是哪一期：写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1\n'],
    [
      ['2022-10'],
      { 'issues/2022-09/issue.yaml': 'year: x\n' },
      1,
      expect.stringContaining('<刊物>/issues/2022-09/issue.yaml:1:7 错误：'),
    ],
    [
      ['2022-10'],
      { 'issues/2022-10/a.md': '稿' },
      1,
      expect.stringContaining('<刊物>/issues/2022-10 错误：这一期没有 issue.yaml'),
    ],
  ] as [string[], Files, number, string][])('rejects %j with %j', async (args, changes, code, message) => {
    const { dir, ...result } = await newIssue(args, changes);
    expect([result.code, result.stdout, result.stderr]).toEqual([code, '', message]);
    const written = Object.entries(bulletinFiles(changes)).map(([file]) => file);
    expect(Object.keys(await filesIn(dir)).sort()).toEqual(written.sort());
    expect(await readdir(path.join(dir, 'issues'))).not.toContain('2022-08');
  });

  it('prompts at a terminal: Enter accepts a proposal, a wrong answer is asked again', async () => {
    const dir = await writeFiles(bulletinFiles());
    const { code, screen } = await runAtTerminal(
      'new',
      ['issue', '2022-10', '--content', dir],
      [
        ['年内期号[2]：', '\r'],
        ['总期号[2]：', '1\r'],
        ['总期号[2]：', '12\r'],
        ['出刊日期[2022-10-31]：', '十月底\r'],
        ['出刊日期[2022-10-31]：', '2022-10-28\r'],
        ['期名：', '\r'],
        ['责任编辑[本刊编辑部]：', '甲某\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen.replaceAll(dir, '<刊物>')).toMatchInlineSnapshot(`
      "新的一期：2022-10。方括号里的是建议，直接回车就用它。
      年内期号[2]：
      总期号[2]：1
        ！总第 1 期已是 2022-09
        改法：总期号一期一个，照印刷的写：--serial 后面写对的号
      总期号[2]：12
      出刊日期[2022-10-31]：十月底
        ！“出刊日期”(date)不是日历上的日期
        改法：写成 2022-09-30 或 2022-09
      出刊日期[2022-10-31]：2022-10-28
      期名：
      责任编辑[本刊编辑部]：甲某
      已建 <刊物>/issues/2022-10/issue.yaml：2022年10月号，2022年第2期，总第12期
        栏目次序 特稿、园区要闻：照上一期（2022-09）
      接着做：新写的稿件 npm run new -- article 2022-10；来稿 npm run move -- <稿件> 2022-10；出刊时把 status 改成 published
      "
    `);
    expect(await fileOf(dir, '2022-10')).toBe(
      'year: 2022\nnumber: 2\nserial: 12\nmonths: [10]\ndate: 2022-10-28\nstatus: draft\neditor: 甲某\ncategories: [特稿, 园区要闻]\n',
    );
  });

  it('writes nothing if the editor cancels', async () => {
    const dir = await writeFiles(bulletinFiles());
    const before = await filesIn(dir);
    const { code, screen } = await runAtTerminal(
      'new',
      ['issue', '2022-10', '--content', dir],
      [['年内期号[2]：', '\x03']],
    );
    expect([code, screen.split('\n').at(-2)]).toEqual([1, '没有写任何文件。']);
    expect(await filesIn(dir)).toEqual(before);
  });
});
