import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';

describe('npm run check', { timeout: 60_000 }, () => {
  it('says of texts and of fields where, what, and how to mend it', async () => {
    const dir = await writeFiles(
      bulletinFiles({
        'issues/2022-09/third.md':
          article('第三篇').replace('category: 园区要闻', 'category: 园区要问') +
          '\n**县的项目管理系系统,已经开通。\n',
      }),
    );
    const { code, stdout } = await run('check', ['--content', dir]);
    expect(code).toBe(1);
    expect(stdout.replaceAll(dir, '<刊物>')).toMatchInlineSnapshot(`
      "<刊物>/issues/2022-09/third.md:3:11 错误：栏目“园区要问”不在名录里
        改法：你是不是想写“园区要闻”？（可选：园区要闻、特稿、双招双引）
      <刊物>/issues/2022-09/third.md:13:1 错误：隐去的地名写成了“**县”
        改法：隐名统一用“××”，例如“××县”
      <刊物>/issues/2022-09/third.md:13:9 提醒：“系”字重复：…的项目管理系系统,已经开…
        改法：删去一个：“项目管理系统,已经”
      <刊物>/issues/2022-09/third.md:13:12 提醒：这里用了半角的 , ：…管理系系统,已经开通。
        改法：改成“，”

      2 处错误，2 处提醒。
      "
    `);
    const { stdout: json } = await run('check', [
      '--content',
      dir,
      '--json',
      path.join(dir, 'issues/2022-09/first.md'),
    ]);
    expect(JSON.parse(json)).toEqual({ diagnostics: [] });
  });

  it('mends what is certain, once, and shows the lines', async () => {
    const dir = await writeFiles(
      bulletinFiles({ 'issues/2022-09/third.md': `${article('第三篇')}\n路已修通,水电也通了......\n` }),
    );
    const { stdout } = await run('check', ['--content', dir, '--fix']);
    expect(stdout.replaceAll(dir, '<刊物>')).toMatchInlineSnapshot(`
      "<刊物>/issues/2022-09/third.md:13 已改
      - 路已修通,水电也通了......
      + 路已修通，水电也通了……

      0 处错误，0 处提醒。
      "
    `);
    const file = path.join(dir, 'issues/2022-09/third.md');
    const mended = await readFile(file, 'utf8');
    expect(mended).toContain('路已修通，水电也通了……');
    await run('check', ['--content', dir, '--fix']);
    expect(await readFile(file, 'utf8')).toBe(mended);
  });

  it('takes a waiver with its reason, and the editors’ own words', async () => {
    const dir = await writeFiles(
      bulletinFiles({
        'check.yaml': 'typos: [{ wrong: 某某错字, right: 某某对字 }]\n',
        'issues/2022-09/third.md': `${article('第三篇', 'waivers: [{ rule: doubled-character, quote: 系系统, reason: 公司名 }]\n')}\n管理系系统里有某某错字。\n`,
      }),
    );
    const { stdout } = await run('check', ['--content', dir, '--json']);
    expect(JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule)).toEqual(['wrong-word']);
  });
});
