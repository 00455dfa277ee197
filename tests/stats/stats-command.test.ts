import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/core/text/width.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';
import { filesIn } from '../lib/folder.ts';

const byline = (text: string) => article('某篇').replace(/byline: .*/u, `byline: ${text}`);
const FILES: Files = {
  'issues/2022-09/third.md': byline(
    '[{ name: "=1+1", role: 记者, org: "某县\\"融媒体\\"中心,一部" }, { name: 李Si, role: 通讯员 }]',
  ),
  'issues/2022-09/fourth.md': byline('记者 李Si、王五').replace('park: 甲园', 'park: 甲园\nmasked: true'),
  'issues/2022-09/fifth.md': byline('记者 王五').replace('status: ready', 'status: draft'),
};

async function stats(args: string[], files: Files = FILES) {
  const dir = await writeFiles(bulletinFiles(files));
  const { code, stdout, stderr } = await runHere('stats', ['--content', dir, ...args]);
  return { dir, code, stdout: stdout.replaceAll(dir, '<刊物>'), stderr: stderr.replaceAll(dir, '<刊物>') };
}

describe('npm run stats', { timeout: 60_000 }, () => {
  it('prints every table, aligned where full-width characters take two columns', async () => {
    const { code, stdout, stderr } = await stats([]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "按县区
        县区        篇数
        丙县           3
        地名已隐去     1
        合计           4

      按园区
        园区        篇数
        甲园           3
        地名已隐去     1
        合计           4

      按作者
        姓名        身份      单位                   篇数
        本刊编辑部  署名单位                            2
        =1+1        记者      某县"融媒体"中心,一部     1
        李Si        记者                                1
        李Si        通讯员                              1
        王五        记者                                1
        合计                                            4
      一篇有几位作者的，每人各计一篇，各行相加是 6。

      按栏目
        栏目      篇数
        园区要闻     4
        合计         4

      按月份
        刊期         篇数
        2022年9月号     4
        合计            4
      "
    `);
    for (const table of stdout.trimEnd().split('\n\n')) {
      const lines = table.split('\n').filter((line) => line.startsWith('  '));
      expect(new Set(lines.map(widthOf)).size).toBe(1);
    }
  });

  it('writes CSV that Excel opens without evaluating formulas', async () => {
    const out = await writeFiles({});
    const { stdout } = await stats(['--csv', path.join(out, '统计'), '--include', 'draft']);
    expect(stdout.replaceAll(out, '<桌面>')).toContain('已存 <桌面>/统计/contributor.csv\n');
    const files = await filesIn(out);
    expect(Object.keys(files).sort()).toEqual(
      ['category', 'contributor', 'county', 'month', 'park'].map((by) => `统计/${by}.csv`),
    );
    expect(files['统计/contributor.csv']).toBe(
      [
        '\uFEFF姓名,身份,单位,篇数',
        '本刊编辑部,署名单位,,2',
        '王五,记者,,2',
        `'=1+1,记者,"某县""融媒体""中心,一部",1`,
        '李Si,记者,,1',
        '李Si,通讯员,,1',
        '合计（每篇计一次）,,,5',
        '',
      ].join('\r\n'),
    );
    const file = path.join(out, '一张.csv');
    expect((await stats(['--by', 'month', '--csv', file])).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe('\uFEFF刊期,篇数\r\n2022年9月号,4\r\n合计（每篇计一次）,4\r\n');
  });

  it('counts one year, with JSON output', async () => {
    const { stdout } = await stats(['--year', '2021', '--by', 'category', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      tables: [{ by: 'category', title: '按栏目', heads: ['栏目'], rows: [], total: 0 }],
      csv: [],
      errors: [],
    });
  });

  it('reports which pieces are not counted because they have errors', async () => {
    const { code, stdout, stderr } = await stats(['--by', 'category'], {
      'issues/2022-09/second.md': article('第二篇').replace('园区要闻', '园区要问'),
    });
    expect([code, stdout]).toEqual([1, '按栏目\n  栏目      篇数\n  园区要闻     1\n  合计         1\n']);
    expect(stderr).toBe(
      '\n下面这些有错，有错的稿件没有计入：\n<刊物>/issues/2022-09/second.md:3:11 错误：栏目“园区要问”不在名录里\n  改法：你是不是想写“园区要闻”？都不是，就先把它加进 categories.yaml（可选：园区要闻、特稿、双招双引）\n',
    );
  });

  it.each([
    [
      ['--csv', 'public/x'],
      '--csv：用稿统计不公开，不能存进 public 和 dist\n  改法：换一个文件夹，例如 --csv ../统计\n',
    ],
    [
      ['--csv', '../x.csv'],
      '--csv：几张表写不进一个文件\n  改法：加 --by，只要一张表；或者写文件夹，例如 --csv ../统计\n',
    ],
    [['--by', 'x'], '--by 不能是“x”，可选：county、park、contributor、category、month\n'],
    [['--year', 'x'], '“x”不是正整数\n'],
  ])('%j is wrong use', async (args, message) => {
    const { code, stderr } = await runHere('stats', args);
    expect([code, stderr]).toEqual([2, message]);
  });

  it.each(['new', 'move', 'stats'])('%s --help is in Chinese', async (command) => {
    const { code, stdout } = await runHere(command, ['--help']);
    expect([code, stdout.startsWith(`用法：npm run ${command} -- `)]).toEqual([0, true]);
    expect(stdout).toMatch(/\n退出码：0 .+，1 .+，2 .+\n$/u);
  });
});
