import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';

describe('npm run check', { timeout: 60_000 }, () => {
  it('prints the position, the problem and the fix for texts and fields', async () => {
    const dir = await writeFiles(
      bulletinFiles({
        'issues/2022-09/third.md':
          article('第三篇').replace('category: 园区要闻', 'category: 园区要问') +
          '\n**县的项目管理系系统,已经开通。\n',
      }),
    );
    const { code, stdout } = await runHere('check', ['--content', dir]);
    expect(code).toBe(1);
    expect(stdout.replaceAll(dir, '<刊物>')).toMatchInlineSnapshot(`
      "<刊物>/issues/2022-09/third.md:3:11 错误：栏目“园区要问”不在名录里
        改法：你是不是想写“园区要闻”？都不是，就先把它加进 categories.yaml（可选：园区要闻、特稿、双招双引）（规则 unknown-name）
      <刊物>/issues/2022-09/third.md:13:1 错误：隐去的地名写成了“**县”
        改法：隐名统一用“××”，例如“××县”（规则 mask）
      <刊物>/issues/2022-09/third.md:13:9 提醒：“系”字重复：…的项目管理系系统,已经开…
        改法：删去一个：“项目管理系统,已经”（规则 doubled-character）
      <刊物>/issues/2022-09/third.md:13:12 提醒：这里用了半角的 , ：…管理系系统,已经开通。
        改法：改成“，”（规则 ascii-mark）

      2 处错误，2 处提醒。
      "
    `);
    const { stdout: json } = await runHere('check', [
      '--content',
      dir,
      '--json',
      path.join(dir, 'issues/2022-09/first.md'),
    ]);
    expect(JSON.parse(json)).toEqual({ diagnostics: [] });
  });

  it('says that a bulletin without a public address has no feeds; that is no problem', async () => {
    const hint =
      '提示：还没有写网址，生成的网站没有订阅（/feeds/）、网站地图和给搜索引擎看的信息。知道网址以后，在 site.yaml 里写 url: https://…\n';
    const dir = await writeFiles(bulletinFiles());
    const check = async (...more: string[]) => {
      const { code, stderr } = await runHere('check', ['--content', dir, ...more]);
      return [code, stderr];
    };
    expect(await check()).toEqual([0, hint]);
    expect(await check('--json')).toEqual([0, '']);
    expect(await check(path.join(dir, 'issues'))).toEqual([0, '']);
    const file = path.join(dir, 'site.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}url: https://x.example/daokan\n`);
    expect(await check()).toEqual([0, '']);
  });

  it('corrects with --fix and prints the changed lines; a second run changes nothing', async () => {
    const dir = await writeFiles(
      bulletinFiles({ 'issues/2022-09/third.md': `${article('第三篇')}\n路已修通,水电也通了......\n` }),
    );
    const { stdout } = await runHere('check', ['--content', dir, '--fix']);
    expect(stdout.replaceAll(dir, '<刊物>')).toMatchInlineSnapshot(`
      "<刊物>/issues/2022-09/third.md:13 已改
      - 路已修通,水电也通了......
      + 路已修通，水电也通了……

      <刊物> 提醒：还没有网址清单，断了的网址不一定查得出来
        改法：运行 npm run addresses，它会写好 addresses.txt（规则 address-list）
      <刊物>/issues/2022-09/issue.yaml:1:1 提醒：首页的这一期没有封面图，头条也没有配图，首页和封面只有字
        改法：在 issue.yaml 里加 cover（文件、替代文字、署名），或给头条配一张图；封面只要字的，不改也行（规则 no-cover）

      0 处错误，2 处提醒。
      "
    `);
    const file = path.join(dir, 'issues/2022-09/third.md');
    const corrected = await readFile(file, 'utf8');
    expect(corrected).toContain('路已修通，水电也通了……');
    await runHere('check', ['--content', dir, '--fix']);
    expect(await readFile(file, 'utf8')).toBe(corrected);
  });

  it('keeps BOM and CRLF of the other lines with --fix', async () => {
    const windows = `\uFEFF${article('第三篇', '', '路已修通,水电也通了。\n\n第二段。')}`.replaceAll(
      '\n',
      '\r\n',
    );
    const dir = await writeFiles(bulletinFiles({ 'issues/2022-09/third.md': windows }));
    expect((await runHere('check', ['--content', dir, '--fix'])).code).toBe(0);
    expect(await readFile(path.join(dir, 'issues/2022-09/third.md'), 'utf8')).toBe(
      windows.replace(',', '，'),
    );
  });

  it('prints reports for pull requests, which name the rules', async () => {
    const dir = await writeFiles(
      bulletinFiles({ 'issues/2022-09/third.md': article('第三篇', '', 'XX县开工：12项,投产|3项。') }),
    );
    const report = async (style: string) =>
      (await runHere('check', ['--content', dir, '--report', style])).stdout.replaceAll(dir, '<刊物>');
    expect(await report('github')).toMatchInlineSnapshot(`
      "::error file=<刊物>/issues/2022-09/third.md,line=11,col=1,title=mask::隐去的地名写成了“XX县”%0A改法：隐名统一用“××”，例如“××县”
      ::warning file=<刊物>/issues/2022-09/third.md,line=11,col=10,title=ascii-mark::这里用了半角的 , ：…工：12项,投产|3项…%0A改法：改成“，”
      "
    `);
    expect(await report('markdown')).toMatchInlineSnapshot(`
      "| | 位置 | 问题 | 改法 | 规则 |
      | --- | --- | --- | --- | --- |
      | 错误 | \`<刊物>/issues/2022-09/third.md:11\` | 隐去的地名写成了“XX县” | 隐名统一用“××”，例如“××县” | mask |
      | 提醒 | \`<刊物>/issues/2022-09/third.md:11\` | 这里用了半角的 , ：…工：12项,投产\\|3项… | 改成“，” | ascii-mark |

      1 处错误，1 处提醒。
      "
    `);
    expect(Object.keys(JSON.parse(await report('json')).diagnostics[0])).toEqual(
      'rule severity file line column problem fix'.split(' '),
    );
    const [first, ...others] = JSON.parse(await report('gitlab'));
    expect(others).toHaveLength(1);
    expect(first).toEqual({
      description: '隐去的地名写成了“XX县”（改法：隐名统一用“××”，例如“××县”）',
      check_name: 'mask',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/u),
      severity: 'major',
      location: { path: '<刊物>/issues/2022-09/third.md', lines: { begin: 11 } },
    });
  });

  it('checks files, folders and the inbox, and refuses names that do not exist', async () => {
    const mask = article('第三篇', '', 'XX县开工。');
    const dir = await writeFiles(
      bulletinFiles({
        'issues/2022-09/third.md': mask.replace('园区要闻', '要问'),
        'issues/2022-09/draft.md': mask.replace('status: ready', 'status: draft'),
        'inbox/later.md': mask.replace('园区要闻', '要问').replace('ready', 'draft'),
      }),
    );
    const result = async (...names: string[]) => {
      const { code, stdout, stderr } = await runHere('check', [
        '--content',
        dir,
        ...names.map((name) => path.join(dir, name)),
      ]);
      const places = stdout.split('\n').filter((line) => line.includes(' 错误：'));
      return [
        code,
        ...places.map((line) => line.replace(`${dir}/`, '').split('：')[0]),
        stderr.replaceAll(dir, '<刊物>'),
      ];
    };
    expect(await result()).toEqual([
      1,
      'inbox/later.md:3:11 错误',
      'inbox/later.md:11:1 错误',
      'issues/2022-09/draft.md:11:1 错误',
      'issues/2022-09/third.md:3:11 错误',
      'issues/2022-09/third.md:11:1 错误',
      '',
    ]);
    expect(await result('inbox', 'issues/2022-09/first.md')).toHaveLength(4);
    expect(await result('issues/2022-09/first.md')).toEqual([0, '']);
    expect(await result('none.md')).toEqual([2, '没有“<刊物>/none.md”这个文件\n']);
    expect(await result('../')).toEqual([2, expect.stringContaining('不在内容文件夹 <刊物> 里')]);
    const { code, stderr } = await runHere('check', ['--report', 'html']);
    expect([code, stderr]).toEqual([
      2,
      '没有“html”这种样式（可选：terminal、json、github、gitlab、markdown）\n',
    ]);
  });

  it('reports wrong arguments in Chinese with the usage', async () => {
    const result = async (...args: string[]) => {
      const { code, stderr } = await runHere('check', args);
      return [code, stderr.split('\n')[0]];
    };
    expect(await result('--contnet', 'x')).toEqual([
      2,
      '参数不对：没有 --contnet 这一项，你是不是想写 --content？',
    ]);
    expect(await result('--repeat')).toEqual([2, '参数不对：没有 --repeat 这一项，你是不是想写 --report？']);
    expect(await result('-x')).toEqual([2, '参数不对：没有 -x 这一项']);
    expect(await result('--content')).toEqual([2, '参数不对：--content 后面要写内容，有空格的要加引号']);
    expect(await result('--content', '--fix')).toEqual([
      2,
      '参数不对：--content 后面要写内容，有空格的要加引号',
    ]);
    expect(await result('--json=是')).toEqual([2, '参数不对：--json 后面不写内容']);
    const { code, stderr } = await runHere('stats', ['2022']);
    expect([code, stderr]).toEqual([
      2,
      `参数不对：多出了“2022”

用法：npm run stats -- [--year <年>] [--by <项>] [--include <范围>] [--csv <文件或文件夹>]
                       [--content <文件夹>] [--json]
在命令后面加 --help（npm run 的写 -- --help），看每一项怎么写
`,
    ]);
  });

  it('reports files that it cannot read and checks the others', async () => {
    const bomb = [
      'a: &a [甲, 甲, 甲]',
      ...['ab', 'bc', 'cd', 'de', 'ef'].map(
        ([from, to]) => `${to}: &${to} [${`*${from}, `.repeat(9)}*${from}]`,
      ),
    ];
    const dir = await writeFiles(
      bulletinFiles({
        'issues/2022-09/not-utf-8.md': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xd4, 0xb0, 0xc7, 0xf8]),
        'issues/2022-09/large.md': article('第三篇', '', '甲园开工。\n\n'.repeat(700_000)),
        'issues/2022-09/bomb.md': `---\n${bomb.join('\n')}\n---\n`,
        'issues/2022-09/deep.md': article('第三篇', '', `${'>'.repeat(20_000)} 甲园开工。`),
        'issues/2022-09/deep-yaml.md': `---\ntitle: ${'['.repeat(20_000)}\n---\n`,
        'issues/2022-09/masked.md': article('第三篇', '', 'XX县开工。'),
      }),
    );
    await symlink('/etc/hostname', path.join(dir, 'issues/2022-09/link.md'));
    await symlink(dir, path.join(dir, 'loop'));
    const { code, stdout } = await runHere('check', ['--content', dir, '--json']);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; rule: string }[] };
    const rules = new Set(diagnostics.map(({ file, rule }) => `${path.basename(file)} ${rule}`));
    expect([code, ...rules]).toEqual([
      1,
      'bomb.md yaml',
      'deep-yaml.md yaml',
      'deep.md nested',
      'large.md file',
      'link.md file',
      'masked.md mask',
      'not-utf-8.md file',
      'loop file',
    ]);
  });

  it('applies waivers with a reason, and the editors’ word lists', async () => {
    const dir = await writeFiles(
      bulletinFiles({
        'check.yaml': 'typos: [{ wrong: 某某错字, right: 某某对字 }]\n',
        'issues/2022-09/third.md': `${article('第三篇', 'waivers: [{ rule: doubled-character, quote: 系系统, reason: 公司名 }]\n')}\n管理系系统里有某某错字。\n`,
      }),
    );
    const { stdout } = await runHere('check', ['--content', dir, '--json']);
    expect(JSON.parse(stdout).diagnostics.map(({ rule }: { rule: string }) => rule)).toEqual([
      'address-list',
      'no-cover',
      'wrong-word',
    ]);
  });
});
