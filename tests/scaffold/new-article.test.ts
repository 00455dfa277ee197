import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';
import { filesIn } from '../lib/folder.ts';
import { runAtTerminal } from '../lib/terminal.ts';

async function newArticle(args: string[], changes: Files = {}) {
  const dir = await writeFiles(bulletinFiles(changes));
  const { code, stdout, stderr } = await runHere('new', ['article', ...args, '--content', dir]);
  const withoutPath = (text: string) => text.replaceAll(dir, '<刊物>');
  return { dir, code, stdout: withoutPath(stdout), stderr: withoutPath(stderr) };
}

const SLUG = 'bing-xian-shi-tian-ban-cheng-shi-jian';
const WHOLE = [
  ...[
    '2022-09',
    '--title',
    '丙县“十天办成”: 十件事',
    '--category',
    '要闻',
    '--park',
    '甲园',
    '--genre',
    '消息',
  ],
  ...['--byline', '记者 甲某、乙某；通讯员 丙某', '--rights', 'own'],
];

describe('npm run new -- article', { timeout: 60_000 }, () => {
  it('writes a draft that passes the check, and can be published once it has a body', async () => {
    const { dir, code, stdout } = await newArticle(WHOLE);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "已建 <刊物>/issues/2022-09/bing-xian-shi-tian-ban-cheng-shi-jian.md
      接着做：打开它，在第二行 --- 下面写正文；写好了把 status 改成 ready，再运行 npm run check
      "
    `);
    const file = path.join(dir, `issues/2022-09/${SLUG}.md`);
    const draft = await readFile(file, 'utf8');
    expect(draft).toMatchInlineSnapshot(`
      "---
      title: "丙县“十天办成”: 十件事"
      category: 要闻
      park: 甲园
      genre: 消息
      byline: 记者 甲某、乙某；通讯员 丙某
      rights: own
      status: draft
      ---

      "
    `);
    const checked = await runHere('check', ['--content', dir]);
    expect([checked.code, checked.stdout]).toEqual([
      0,
      `${dir} 提醒：还没有网址清单，断了的网址不一定查得出来
  改法：运行 npm run addresses，它会写好 addresses.txt（规则 address-list）
${dir}/issues/2022-09/issue.yaml:1:1 提醒：首页的这一期没有封面图，头条也没有配图，首页和封面只有字
  改法：在 issue.yaml 里加 cover（文件、替代文字、署名），或给头条配一张图；封面只要字的，不改也行（规则 no-cover）

0 处错误，2 处提醒。
`,
    ]);
    await writeFile(file, `${draft.replace('status: draft', 'status: ready')}丙县把十件事排成一张表。\n`);
    const { content, diagnostics } = await readContent(dir);
    expect(diagnostics).toEqual([]);
    expect(content?.articles.find(({ slug }) => slug === SLUG)).toMatchObject({
      public: true,
      title: '丙县“十天办成”: 十件事',
      category: 'news',
      parks: ['jia'],
      byline: [
        { name: '甲某', role: '记者' },
        { name: '乙某', role: '记者' },
        { name: '丙某', role: '通讯员' },
      ],
    });
  });

  it('leaves fields without a value blank, with a hint, and invents nothing', async () => {
    const { dir, code, stdout } = await newArticle(['--title', '2022-09-01', '--genre', '访谈', '--inbox'], {
      'site.yaml': 'title: 港城月刊\ndescription: 小刊\npublisher: 本刊编辑部\nreview: true\n',
    });
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "已建 <刊物>/inbox/2022-09-01.md
        请补：
          栏目（category）：可选：园区要闻、特稿、双招双引
          权利（rights）：own 本刊、reprint 转载、cleared 已获授权、unknown 未明
          园区（park）：写登记的名字，如甲园电子信息产业园、甲园；不写园区的，加一行 scope: 县区（或市、省、全国）
          署名（byline）：例如 记者 甲某、乙某；通讯员 丙某
          受访人（interviewee）：例如 { name: 某某, post: 某县开发区管委会主任 }
          审校（review）：例如 { first: 甲, second: 乙, final: 丙 }
      接着做：打开它，在第二行 --- 下面写正文；写好了把 status 改成 ready，再运行 npm run check
      "
    `);
    expect(await readFile(path.join(dir, 'inbox/2022-09-01.md'), 'utf8')).toMatchInlineSnapshot(`
      "---
      title: "2022-09-01"
      category: # 请填栏目：可选：园区要闻、特稿、双招双引
      park: # 请填园区：写登记的名字，如甲园电子信息产业园、甲园；不写园区的，加一行 scope: 县区（或市、省、全国）
      genre: 访谈
      byline: # 请填署名：例如 记者 甲某、乙某；通讯员 丙某
      interviewee: # 请填受访人：例如 { name: 某某, post: 某县开发区管委会主任 }
      rights: # 请填权利：own 本刊、reprint 转载、cleared 已获授权、unknown 未明
      review: # 请填审校：例如 { first: 甲, second: 乙, final: 丙 }
      status: draft
      ---

      "
    `);
    const file = path.join(dir, 'inbox/2022-09-01.md');
    expect((await runHere('check', [file, '--content', dir])).code).toBe(0);
  });

  it('chooses another name if one is taken, or is the old address of a moved article', async () => {
    const changes = {
      [`issues/2022-09/${SLUG}.mdx`]: article('甲'),
      'issues/2022-09/second.md': article('乙', `aliases: [/issues/2022-09/${SLUG}-2/]\n`),
      'addresses.txt': `/issues/2022-09/${SLUG}-3/\n`,
    };
    const { stdout } = await newArticle([...WHOLE, '--json'], changes);
    expect(JSON.parse(stdout)).toEqual({ file: `<刊物>/issues/2022-09/${SLUG}-4.md`, blanks: [] });
  });

  it('reports every wrong flag with suggestions, and writes nothing', async () => {
    const { dir, code, stderr } = await newArticle([
      ...['2022-09', '--title', '甲', '--category', '园区要问', '--park', '甲园、已园', '--county', '城区'],
      ...['--genre', '消西', '--byline', '记者 甲 乙', '--rights', '本刊'],
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "没有写任何文件：--category：栏目“园区要问”不在名录里
        改法：你是不是想写“园区要闻”？都不是，就先把它加进 categories.yaml（可选：园区要闻、特稿、双招双引）
      --park：园区“已园”不在名录里
        改法：你是不是想写“甲园”？都不是，就先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）
      --county：县区“城区”不止一个
        改法：你是不是想写“乙市城区”、“丁市城区”？
      --genre：“体裁”(genre)不能是“消西”
        改法：你是不是想写 genre: 消息？（可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告）
      --byline：读不懂署名“记者 甲 乙”
        改法：byline: 记者 甲某、乙某；通讯员 丙某
      --rights：“权利”(rights)不能是“本刊”
        改法：你是不是想写 rights: own？（可选：own 本刊、reprint 转载、cleared 已获授权、unknown 未明）
      "
    `);
    expect(await filesIn(dir)).toEqual(bulletinFiles());
  });

  it.each([
    [
      ['2022-10', '--title', '甲'],
      1,
      '没有写任何文件：没有 2022-10 这一期（最近的几期：2022-09）\n  改法：先建这一期：npm run new -- issue 2022-10；还没定期的不写期号，放进 inbox\n',
    ],
    [
      ['2022-09', '--title', '甲', '--slug', 'first'],
      1,
      '没有写任何文件：issues/2022-09/first 这个名字已经用了\n  改法：换一个 --slug，或不写，由程序按标题取名\n',
    ],
    [
      ['2022-09', '--title', '甲', '--slug', '甲'],
      2,
      '--slug：文件名“甲”只能用小写英文字母、数字和连字符\n  改法：--slug some-article\n',
    ],
    [['2022-09'], 2, '要写上标题：--title "园区开出直通车"\n'],
    [['2022-09', '--title', '甲', '--inbox'], 2, '写了是哪一期，就不能再写 --inbox\n'],
    [['--title', '甲', '--serial', '3'], 2, expect.stringMatching(/^article 没有 --serial 这一项\n/u)],
    [['2022-09', '园区', '--title', '甲'], 2, '多出了“园区”；有空格的内容要加引号\n'],
  ] as [string[], number, string][])('rejects %j', async (args, code, message) => {
    const { dir, ...result } = await newArticle(args);
    expect([result.code, result.stderr]).toEqual([code, message]);
    expect(await filesIn(dir)).toEqual(bulletinFiles());
  });

  it('prompts at a terminal: numbers for short lists, Tab for names, again after a wrong name', async () => {
    const dir = await writeFiles(bulletinFiles());
    const { code, screen } = await runAtTerminal(
      'new',
      ['article', '--content', dir],
      [
        ['标题：', '\r'],
        ['标题：', '丙县十天办成十件事\r'],
        ['栏目：', '1\r'],
        ['范围[园区]：', '\r'],
        ['隔开）（按 Tab 补全）：', '已园\r'],
        ['隔开）（按 Tab 补全）：', 'jydz\t'],
        ['甲园电子信息产业园', '、甲县\t'],
        ['甲县经济开发区', '\r'],
        ['不写）（按 Tab 补全）：', 'bx\t'],
        ['丙县', '\r'],
        ['体裁：', '消息\r'],
        ['丙某）：', '记者 甲某\r'],
        ['权利：', '2\r'],
        ['来源（按 Tab 补全）：', 'jsrb\t'],
        ['甲省日报', '\r'],
      ],
      'xterm',
    );
    expect(code).toBe(0);
    expect(screen).toContain('标题不能空着');
    expect(screen).toContain(
      '  ！园区“已园”不在名录里\n  改法：你是不是想写“甲园”？都不是，就先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）\n',
    );
    expect(screen).toContain('1 own 本刊  2 reprint 转载  3 cleared 已获授权  4 unknown 未明\n');
    expect(await readFile(path.join(dir, `inbox/bing-xian-shi-tian-ban-cheng-shi-jian.md`), 'utf8'))
      .toMatchInlineSnapshot(`
      "---
      title: 丙县十天办成十件事
      category: 园区要闻
      park:
        - 甲园电子信息产业园
        - 甲县经济开发区
      county: 丙县
      genre: 消息
      byline: 记者 甲某
      source: 甲省日报
      reprint: # 请填转载：例如 { originalTitle: 原题, originalDate: 2022-06-15 }
      rights: reprint
      status: draft
      ---

      "
    `);
  });
});
