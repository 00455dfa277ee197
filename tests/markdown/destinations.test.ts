import { expect, it } from 'vitest';
import { destinationsOf } from '../../src/markdown/destinations.ts';

/** Each address with what is written in its place. */
const written = (body: string, format: 'md' | 'mdx' = 'md') =>
  destinationsOf(body, format).map(({ url, isPicture, start, end }) => [
    isPicture ? 'picture' : 'link',
    url,
    body.slice(start, end),
  ]);

it.each([
  [
    '见[甲](a.md)和![乙](./b.jpg "丙")。',
    [
      ['link', 'a.md', 'a.md'],
      ['picture', './b.jpg', './b.jpg'],
    ],
  ],
  ['[甲](<a b.md>)', [['link', 'a b.md', 'a b.md']]],
  [
    '[甲](a&amp;b.md) [乙](a\\_b.md)',
    [
      ['link', 'a&b.md', 'a&amp;b.md'],
      ['link', 'a_b.md', 'a\\_b.md'],
    ],
  ],
  [
    '[![乙](b.jpg)](a.md)',
    [
      ['picture', 'b.jpg', 'b.jpg'],
      ['link', 'a.md', 'a.md'],
    ],
  ],
  [
    '[甲][1]\n\n[1]: ../2022-10/a.md "题"\n\n[丙](c.md)',
    [
      ['link', '../2022-10/a.md', '../2022-10/a.md'],
      ['link', 'c.md', 'c.md'],
    ],
  ],
  [
    '[^1]\n\n[^1]: 见[甲](a.md)。\n\n[乙](b.md)',
    [
      ['link', 'a.md', 'a.md'],
      ['link', 'b.md', 'b.md'],
    ],
  ],
  ['`[甲](a.md)` www.example.com [空]()', []],
])('the addresses of %j', (body, expected) => expect(written(body)).toEqual(expected));

it('reads components only in .mdx', () => {
  const body = '<BarChart caption="图" data="甲 1" />\n\n{1}\n\n[甲](a.md)';
  expect(written(body, 'mdx')).toEqual([['link', 'a.md', 'a.md']]);
  expect(() => written('占比<5%', 'mdx')).toThrow(/before name/u);
  expect(written('占比<5%，[甲](a.md)')).toEqual([['link', 'a.md', 'a.md']]);
});
