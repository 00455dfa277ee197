import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { inspect } from '../../src/markdown/inspect.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { createRenderer } from '../../src/markdown/render.ts';
import { cases } from '../lib/long.ts';

const render = createRenderer(createUrls('/'));

/** Parts of a body: text, digits, punctuation, marks, addresses, white space, beginnings of lines, notes, tables. */
const PIECES = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('开工', '甲园', '投产', '项目', '长', '宽', 'GDP', 'ab') },
  { weight: 4, arbitrary: fc.constantFrom('8', '12', '2030', '3.5', '500', '%') },
  { weight: 4, arbitrary: fc.constantFrom('，', '。', '“', '”', '（', '）', '：', '、', '《', '》', '—') },
  { weight: 4, arbitrary: fc.constantFrom('*', '**', '***', '~', '~~', '_', '__', '`', '\\') },
  { weight: 3, arbitrary: fc.constantFrom('[', ']', '(', ')', '[^1]', '[^2]', '!', '<', '>', '|', '#', '&') },
  { weight: 2, arbitrary: fc.constantFrom('www.example.cn', 'https://example.cn/a', 'a@example.cn') },
  { weight: 2, arbitrary: fc.constantFrom(' ', '　', '  ', '\t') },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('\n', '\n\n', '\n　　', '\n　　\n')
      .chain((end) =>
        fc
          .constantFrom(
            '',
            '',
            '',
            '## ',
            '# ',
            '##',
            '> ',
            '>',
            '- ',
            '-',
            '+ ',
            '1. ',
            '3. ',
            '2) ',
            '---',
            '===',
            '***',
          )
          .map((start) => end + start),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\n\n[^1]: ',
      '\n\n[1]: ',
      '\n\n| 甲 | 乙 |\n| --- | --- |\n| 3 | 5 |\n',
      '\n\n```\n',
      '\n|',
    ),
  },
);

it('prints every letter and digit of a body in order, or reports an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(PIECES, { maxLength: 30 }), async (pieces) => {
      const body = pieces.join('');
      const { findings } = inspect(parseBody(body, 'md'), 'md', 1);
      if (findings.some(({ severity }) => severity !== 'warning')) return;
      const page = textOf(await render({ body, file: '/content/issues/2022-09/a.md', pictures: {} }));
      expect(words(page)).toMatch(expected(body));
      expect(dropped(body, page)).toEqual('');
    }),
    { numRuns: cases(2000) },
  );
}, 120_000);

/** The text of a page without generated parts: numbers, title and back links of notes. */
function textOf(html: string): string {
  return html
    .replace(
      /<sup>.*?<\/sup>|<h2 class="footnotes-title".*?<\/h2>|<a [^>]*data-footnote-backref.*?<\/a>/gu,
      '',
    )
    .replace(/<[^>]*>/gu, '')
    .replace(/&#x([0-9A-F]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** A pattern for the words of a body, without names of notes; list numbers are optional. */
function expected(body: string): RegExp {
  const lines = body.replace(/\[\^\d\]:?/gu, '').split('\n');
  const patterns = lines.map((line) => {
    const [head = '', number = ''] = /^(?:[\s>+-]*)(\d{1,3})[.)](?=[ \t]|$)/u.exec(line) ?? [];
    return (number && `(?:${number})?`) + words(line.slice(head.length));
  });
  return new RegExp(`^${patterns.join('')}$`, 'u');
}

const words = (text: string): string => [...text.matchAll(/[\p{L}\p{N}]/gu)].join('');

/** Punctuation that is missing on the page and did not work as a mark. */
function dropped(body: string, page: string): string {
  const count = (text: string, sign: string): number => text.split(sign).length - 1;
  const lost = (sign: string): number => count(body, sign) - count(page, sign);
  const typed = (pattern: RegExp): number => [...body.matchAll(pattern)].join('').length;
  const wrong: string[] = [];
  for (const sign of '，。“”（）：、《》—_%&@/') if (lost(sign) !== 0) wrong.push(sign);
  if (lost('>') > typed(/^[\s>+\-\d.]*>(?=[\s>])/gmu)) wrong.push('>');
  if (lost('#') > typed(/#{2,6}(?=[ \t])/gmu)) wrong.push('#');
  if (lost('*') % 2 !== 0 && !/^\s*(?:[>+*-] +)*(?:(?:\*\s*){3,}$|\*(?:\s|$))/mu.test(body)) wrong.push('*');
  if (lost('~') % 4 !== 0) wrong.push('~');
  return wrong.join('');
}
