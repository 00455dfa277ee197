import { beforeAll, describe, expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { inspect } from '../../src/markdown/inspect.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { createRenderer } from '../../src/markdown/render.ts';
import { verifyBody } from '../../src/markdown/verify/verify-body.ts';

let render: ReturnType<typeof createRenderer>;
beforeAll(() => {
  render = createRenderer(createUrls('/daokan/'));
});
const html = (body: string) => render({ body, file: '/content/issues/2022-09/a.md', pictures: {} });

const quote = (...lines: string[]) => `<blockquote>\n${lines.join('\n')}\n</blockquote>`;

it.each([
  ['> 甲\n > 乙', quote('<p>甲乙</p>')],
  ['> 甲\n  > 乙', quote('<p>甲乙</p>')],
  ['> 甲\n\t> 乙', quote('<p>甲乙</p>')],
  ['> 甲\n  乙', `${quote('<p>甲</p>')}\n<p>乙</p>`],
  ['> 甲\n 　> 乙', `${quote('<p>甲</p>')}\n<p>> 乙</p>`],
  ['> 甲\n>\n  > 乙', quote('<p>甲</p>', '<p>乙</p>')],
  ['>　甲\n>　乙', quote('<p>甲乙</p>')],
  ['>\n> 甲', quote('<p>甲</p>')],
  ['>> 甲', quote(quote('<p>甲</p>'))],
  ['> > 甲\n > > 乙', quote(quote('<p>甲乙</p>'))],
  ['- > 甲\n   > 乙', `<ul>\n<li>\n${quote('<p>甲乙</p>')}\n</li>\n</ul>`],
  ['> - 甲\n> - 乙\n>\n> 丙', quote('<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>', '<p>丙</p>')],
])('a quotation: %j', async (body, expected) => expect(await html(body)).toBe(expected));

it.each([
  ['b.md', '/daokan/issues/2022-09/b/'],
  ['b.md#', '/daokan/issues/2022-09/b/'],
  ['../2022-10/c.md#丁', '/daokan/issues/2022-10/c/#%E4%B8%81'],
  ['/about/', '/daokan/about/'],
  ['//x.cn', '//x.cn'],
  ['#a', '#a'],
  ['mailto:a@x.cn', 'mailto:a@x.cn'],
  ['xhttps://a', 'xhttps://a'],
])('a link to %s', async (url, href) => {
  expect(await html(`[甲](${url})`)).toBe(`<p><a href="${href}">甲</a></p>`);
});

it.each(['https://x.cn', 'HTTP://x.cn'])('a link to another site: %s', async (url) => {
  expect(await html(`[甲](${url})`)).toBe(`<p><a href="${url}" rel="noopener">甲</a></p>`);
});

describe('what is reported', () => {
  const parsed = (body: string, format: 'md' | 'mdx' = 'md') => {
    const result = parseBody(body, format);
    if ('finding' in result) throw new Error(result.finding.problem);
    return result;
  };
  const verified = (body: string) =>
    verifyBody(parsed(body), 1).map(({ problem, fix }) => `${problem} | ${fix}`);

  it.each([
    ['[![画](a.jpg)](/a/)', []],
    ['[ ](/a/)', ['链接没有文字，读者看不到 | [文字](/a/)']],
    ['＃＃一、备地', ['“＃＃一、备地”用了全角的记号，不起作用 | 改成半角，后面空一格：## 一、备地']],
    ['＃　备地', ['“＃　备地”用了全角的记号，不起作用 | 改成半角，后面空一格：## 备地']],
  ])('%j', (body, messages) => expect(verified(body)).toEqual(messages));

  it.each(['| 甲 | 乙 |\n| 丙 |', '| 甲 |\n| 乙 |', '| 甲 | 乙 |'])('%j is not meant as a table', (body) => {
    expect(verified(body).filter((message) => message.includes('表格'))).toEqual([]);
  });

  it('a fragment of MDX', () => {
    const { findings } = inspect(parsed('<>甲</>', 'mdx'), 'mdx', 1);
    expect(findings.map(({ rule, problem }) => `${rule} ${problem}`)).toEqual(['raw-html 正文里有 HTML：<>']);
  });

  it('the first line of HTML, at most 40 characters', () => {
    const { findings } = inspect(parsed(`<div\n  title="甲">乙</div>`), 'md', 1);
    expect(findings[0]?.problem).toBe('正文里有 HTML：<div');
    const long = inspect(parsed(`<div title="${'甲'.repeat(50)}">乙</div>`), 'md', 1);
    expect(long.findings[0]?.problem).toBe(`正文里有 HTML：<div title="${'甲'.repeat(28)}`);
  });
});
