import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import type { Content } from '../../src/core/content.ts';
import { redirectsOf } from '../../src/core/published-addresses.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { runHere } from '../lib/run-here.ts';
import { filesIn } from '../lib/folder.ts';

const OCTOBER =
  'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 本刊编辑部\n';
const SVG = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;

const files = (changes: Files = {}) => bulletinFiles({ 'issues/2022-10/issue.yaml': OCTOBER, ...changes });

async function place(changes: Files, args: string[]) {
  const dir = await writeFiles(files(changes));
  const before = await filesIn(dir);
  const [file = '', ...rest] = args;
  const result = await runHere('move', [path.join(dir, file), ...rest, '--content', dir]);
  const withoutPath = (text: string) => text.replaceAll(dir, '<刊物>');
  return {
    dir,
    before,
    after: await filesIn(dir),
    code: result.code,
    stdout: withoutPath(result.stdout),
    stderr: withoutPath(result.stderr),
  };
}

const DRAFT = article('来稿', 'cover: { src: "./images/a.svg", alt: 画面, credit: 制图：甲 }\n')
  .replace('status: ready', 'status: draft')
  .concat('\n![甲](./images/a.svg "图注")和![乙](<./images/b c.svg>)、![丙](./images/c.svg)。\n\n')
  .concat(
    '见[第一篇](../issues/2022-09/first.md#jie)、[二](../2022-09/second.md)、[三](../inbox/other.md)。\n',
  );

describe('npm run move', { timeout: 60_000 }, () => {
  it('moves a draft with its pictures, copies a shared one, and renames one whose name is taken', async () => {
    const other = article('另一篇').concat('\n![丙](images/c.svg)\n');
    const { code, stdout, stderr, before, after } = await place(
      {
        'inbox/x.md': DRAFT,
        'inbox/other.md': other,
        'inbox/images/a.svg': SVG('red'),
        'inbox/images/b c.svg': SVG('green'),
        'inbox/images/c.svg': SVG('blue'),
        'issues/2022-10/images/A.svg': SVG('black'),
        'issues/2022-10/images/b c.svg': SVG('green'),
      },
      ['inbox/x.md', '2022-10'],
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatchInlineSnapshot(`
      "<刊物>/inbox/x.md → <刊物>/issues/2022-10/x.md
        图片 a.svg：移到 issues/2022-10/images/a-2.svg
        图片 b c.svg：那里已有同一张 issues/2022-10/images/b c.svg
        图片 c.svg：另一篇也在用，复制到 issues/2022-10/images/c.svg
      接着做：npm run check
      "
    `);
    const expected: Record<string, string> = {
      ...before,
      'issues/2022-10/x.md': DRAFT.replaceAll('images/a.svg', 'images/a-2.svg')
        .replace('../issues/2022-09/', '../2022-09/')
        .replace('../inbox/other.md', '../../inbox/other.md'),
      'issues/2022-10/images/a-2.svg': SVG('red'),
      'issues/2022-10/images/c.svg': SVG('blue'),
    };
    for (const gone of ['inbox/x.md', 'inbox/images/a.svg', 'inbox/images/b c.svg']) delete expected[gone];
    expect(after).toEqual(expected);
  });

  it('keeps the old address of a published article, and updates every link', async () => {
    const first = article('第一篇', 'lead: true\n').concat(
      '\n## jie\n\n见[第二篇](second.md)和[自己](./first.md#jie)。\n',
    );
    const second = article('第二篇', 'related: [2022-09/first]\n').concat(
      '\n见[第一篇](./first.md#jie)、[又](/issues/2022-09/first/)和![图](./images/first.svg "制图：甲")。\n',
    );
    const { dir, code, stdout, before, after } = await place(
      {
        'issues/2022-09/first.md': first,
        'issues/2022-09/second.md': second,
        'issues/2022-09/images/first.svg': SVG('red'),
        'pages/about.md': '---\ntitle: 关于\n---\n\n见[第一篇](../issues/2022-09/first.md)。\n',
      },
      ['issues/2022-09/first.md', '2022-10', '--slug', 'opening'],
    );
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "<刊物>/issues/2022-09/first.md → <刊物>/issues/2022-10/opening.md
        旧网址 /issues/2022-09/first/ 已记在 aliases 里，读者点旧链接会转到新网址
        issues/2022-09/second.md 里的链接已改到新的位置
        pages/about.md 里的链接已改到新的位置
      接着做：npm run check
      "
    `);
    const { 'issues/2022-09/first.md': _, ...others } = before;
    expect(after).toEqual({
      ...others,
      'issues/2022-10/opening.md': first
        .replace('lead: true\n', 'lead: true\naliases: [/issues/2022-09/first/]\n')
        .replace('(second.md)', '(../2022-09/second.md)')
        .replace('./first.md#jie', './opening.md#jie'),
      'issues/2022-09/second.md': second
        .replace('related: [2022-09/first]', 'related: [2022-10/opening]')
        .replace('./first.md#jie', '../2022-10/opening.md#jie')
        .replace('/issues/2022-09/first/', '/issues/2022-10/opening/'),
      'pages/about.md': others['pages/about.md']?.replace('2022-09/first', '2022-10/opening'),
    });
    const { diagnostics } = await readContent(dir);
    expect(diagnostics).toEqual([]);
    const back = await runHere('move', [
      path.join(dir, 'issues/2022-10/opening.md'),
      '2022-09',
      '--slug',
      'first',
      '--content',
      dir,
    ]);
    expect(back.code).toBe(0);
    expect(await filesIn(dir)).toEqual({
      ...before,
      'issues/2022-09/first.md': first
        .replace('lead: true\n', 'lead: true\naliases: [/issues/2022-09/first/, /issues/2022-10/opening/]\n')
        .replace('(second.md)', '(../2022-09/second.md)'),
      'issues/2022-09/second.md': second,
    });
    const returned = await readContent(dir);
    // The article's former issue is empty now.
    expect(returned.diagnostics.map(({ rule }) => rule)).toEqual(['empty-issue']);
    expect(redirectsOf(createArchive(returned.content as Content)).map(({ from, to }) => [from, to])).toEqual(
      [['/issues/2022-10/opening/', '/issues/2022-09/first/']],
    );
  });

  it('warns that an article moved to an unpublished issue is hidden; a draft leaves no old address', async () => {
    const october = OCTOBER.replace('published', 'draft');
    const { stdout } = await place({ 'issues/2022-10/issue.yaml': october }, [
      'issues/2022-09/second.md',
      '2022-10',
    ]);
    expect(stdout).toContain('  请注意：新的一期还没有出刊，这篇稿件在出刊以前读者看不到，旧网址也打不开\n');
    const draft = article('第二篇').replace('ready', 'draft');
    const moved = await place({ 'issues/2022-09/second.md': draft }, ['issues/2022-09/second.md', '2022-10']);
    expect(moved.after['issues/2022-10/second.md']).toBe(draft);
  });

  it('changes only its line in a file with Windows line ends', async () => {
    const windows = `\uFEFF${article('第二篇', 'aliases:\n  - /old/\n').replaceAll('\n', '\r\n')}`;
    const { after } = await place({ 'issues/2022-09/second.md': windows }, [
      'issues/2022-09/second.md',
      '2022-09',
      '--slug',
      'zwei',
    ]);
    expect(after['issues/2022-09/zwei.md']).toBe(
      windows.replace('  - /old/\r\n', '  - /old/\r\n  - /issues/2022-09/second/\r\n'),
    );
  });

  const rejected: [string, Files, string[], number, string][] = [
    [
      'an issue that does not exist',
      {},
      ['issues/2022-09/first.md', '2022-11'],
      1,
      '没有写任何文件：没有 2022-11 这一期\n  改法：先建这一期：npm run new -- issue 2022-11\n',
    ],
    [
      'a file that does not exist',
      {},
      ['inbox/y.md', '2022-10'],
      1,
      '没有写任何文件：没有 <刊物>/inbox/y.md 这个文件\n  改法：检查路径；有空格的路径要加引号\n',
    ],
    [
      'a file that has been moved',
      { 'inbox/x.md': null, 'issues/2022-09/x.md': article('x') },
      ['inbox/x.md', '2022-10'],
      1,
      '没有写任何文件：没有 <刊物>/inbox/x.md 这个文件\n  改法：它也许已经移走了，同名的有：<刊物>/issues/2022-09/x.md\n',
    ],
    [
      'a file that is not an article',
      {},
      ['site.yaml', '2022-10'],
      1,
      '没有写任何文件：<刊物>/site.yaml 不是内容文件夹 <刊物> 里的稿件\n  改法：写 inbox 或某一期文件夹里的 .md 文件；内容文件夹不是它的话，加 --content\n',
    ],
    [
      'a name that is taken',
      { 'issues/2022-10/First.mdx': article('甲') },
      ['issues/2022-09/first.md', '2022-10'],
      1,
      '没有写任何文件：issues/2022-10/First.mdx 已经有了\n  改法：换个文件名：加 --slug new-name\n',
    ],
    [
      'another’s old address',
      { 'issues/2022-09/second.md': article('乙', 'aliases: [/issues/2022-10/first/]\n') },
      ['issues/2022-09/first.md', '2022-10'],
      1,
      '没有写任何文件：/issues/2022-10/first/ 是 issues/2022-09/second.md 的旧址\n  改法：换个文件名：加 --slug new-name\n',
    ],
    [
      'the place where the article already is',
      {},
      ['issues/2022-09/first.md', '2022-09'],
      1,
      '没有写任何文件：<刊物>/issues/2022-09/first.md 已经在这一期\n  改法：要改名的话加 --slug new-name\n',
    ],
    [
      'invalid front matter',
      { 'inbox/x.md': '---\ntitle：x\n---\n' },
      ['inbox/x.md', '2022-10'],
      1,
      '没有写任何文件：inbox/x.md 的稿件信息读不懂\n  改法：先运行 npm run check，照它说的改好\n',
    ],
    [
      'an invalid body',
      { 'inbox/x.mdx': `${article('x')}\n<\n` },
      ['inbox/x.mdx', '2022-10'],
      1,
      '没有写任何文件：inbox/x.mdx 的正文读不懂\n  改法：先运行 npm run check，照它说的改好\n',
    ],
    [
      'a file name that is not valid in an address',
      { 'inbox/来稿.md': article('x') },
      ['inbox/来稿.md', '2022-10'],
      1,
      '没有写任何文件：文件名“来稿”不能作网址，只能用小写英文字母、数字和连字符\n  改法：给它起个名字：加 --slug new-name\n',
    ],
    [
      'a name that is not an issue',
      {},
      ['issues/2022-09/first.md', '十月'],
      2,
      '“十月”不是期。写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1\n',
    ],
    [
      'a reference that would lead to another picture',
      {
        'inbox/x.md': article('x').concat('\n![甲](./images/a.svg)\n'),
        'issues/2022-10/images/a.svg': SVG('red'),
      },
      ['inbox/x.md', '2022-10'],
      1,
      '没有写任何文件：图片 inbox/images/a.svg 不在，issues/2022-10 里却有一张同名的，移过去会用错图\n  改法：把图片放好再移；本来就要用那一张的话，把稿件里的图片地址先改成它\n',
    ],
    [
      'aliases written as a string',
      { 'issues/2022-09/first.md': article('甲', 'aliases: /old/\n') },
      ['issues/2022-09/first.md', '2022-10'],
      1,
      '没有写任何文件：issues/2022-09/first.md 的 aliases 写得特别，程序不敢动\n  改法：把 aliases 改写成一行 aliases: [/issues/2022-09/first/]，再运行一次\n',
    ],
  ];
  it.each(rejected)('rejects %s, and changes nothing', async (_, changes, args, code, message) => {
    const result = await place(changes, args);
    expect([result.code, result.stderr]).toEqual([code, message]);
    expect(result.after).toEqual(result.before);
  });

  it('undoes everything if a write fails half-way', async () => {
    const dir = await writeFiles(
      files({ 'inbox/x.md': DRAFT, 'inbox/images/a.svg': SVG('red'), 'issues/2022-10/images': '不是文件夹' }),
    );
    const before = await filesIn(dir);
    const result = await runHere('move', [
      path.join(dir, 'inbox/x.md'),
      '2022-10',
      '--content',
      dir,
      '--json',
    ]);
    expect(result.code).toBe(1);
    expect(JSON.parse(result.stdout).error.problem).toContain('系统不让写');
    expect(await filesIn(dir)).toEqual(before);
  });
});
