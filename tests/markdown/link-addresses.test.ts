import { describe, expect, it } from 'vitest';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody } from '../../src/markdown/parse.ts';

function linksOf(body: string) {
  const parsed = parseBody(body, 'md');
  if ('finding' in parsed) throw new Error(parsed.finding.problem);
  return parsed.tree;
}

/** Each link as `text → address`, and what its positions say is written there. */
function read(tree: Root, body: string): string[] {
  const found: string[] = [];
  visit(tree, 'link', (node) => {
    const [label] = node.children;
    const at = label?.position;
    const place = at ? body.slice(at.start.offset, at.end.offset) : 'no position';
    found.push(`${label?.type === 'text' ? label.value : ''} → ${node.url}, ${place}`);
  });
  return found;
}

const WHOLE = (address: string, url = address) => `${address} → ${url}, ${address}`;

describe('a bare address', () => {
  it.each([
    ['见https://example.com/a，后文', ['https://example.com/a']],
    ['见http://example.com。', ['http://example.com']],
    ['HTTPS://EXAMPLE.COM/', ['HTTPS://EXAMPLE.COM/']],
    ['https://example.com/?a=1&b=2#c-d', ['https://example.com/?a=1&b=2#c-d']],
    ['（https://example.com/a(b)）', ['https://example.com/a(b)']],
    ['(https://example.com/a)', ['https://example.com/a']],
    ['(https://example.com/a(b))', ['https://example.com/a(b)']],
    ['https://example.com/a).', ['https://example.com/a']],
    ['https://example.com!*,.:;?~', ['https://example.com']],
    ['https://a.cn，https://b.cn', ['https://a.cn', 'https://b.cn']],
    ['https://a.cn 与 https://b.cn。完', ['https://a.cn', 'https://b.cn']],
  ])('%j', (body, addresses) => {
    expect(read(linksOf(body), body)).toEqual(addresses.map((address) => WHOLE(address)));
  });

  it.each([
    ['官网www.example.cn，后文', [WHOLE('www.example.cn', 'http://www.example.cn')]],
    ['WWW.example.cn', [WHOLE('WWW.example.cn', 'http://WWW.example.cn')]],
    ['邮箱a.b+c@example.cn。', [WHOLE('a.b+c@example.cn', 'mailto:a.b+c@example.cn')]],
    ['mailto:a@example.cn', [WHOLE('mailto:a@example.cn')]],
    ['www.example', []],
    ['https://', []],
    ['a@b', []],
    ['甲@乙.cn', []],
    ['x.www.example.cn，后文', [WHOLE('www.example.cn', 'http://www.example.cn')]],
    ['官网/https://example.com，后文', [WHOLE('https://example.com')]],
    ['官网/www.example.cn，后文', [WHOLE('www.example.cn', 'http://www.example.cn')]],
    ['xhttps://example.com', []],
    ['邮箱/a@example.cn', []],
  ])('%j', (body, links) => {
    expect(read(linksOf(body), body)).toEqual(links);
  });

  it('stays text within a link or code', () => {
    expect(read(linksOf('[https://a.cn](https://b.cn)'), '[https://a.cn](https://b.cn)')).toEqual([
      'https://a.cn → https://b.cn, https://a.cn',
    ]);
    expect(read(linksOf('[https://a.cn][1]\n\n[1]: https://b.cn'), '')).toEqual([]);
    expect(read(linksOf('`https://a.cn`'), '')).toEqual([]);
  });
});

it('leaves the text around it, with positions', () => {
  const { children } = linksOf('首段\n\n甲\n乙 https://a.cn 丙\n丁 https://b.cn，完');
  const [, paragraph] = children;
  expect(paragraph?.type === 'paragraph' ? paragraph.children : []).toEqual([
    { type: 'text', value: '甲\n乙 ', position: place([3, 1, 4], [4, 3, 8]) },
    link('https://a.cn', place([4, 3, 8], [4, 15, 20])),
    { type: 'text', value: ' 丙\n丁 ', position: place([4, 15, 20], [5, 3, 25]) },
    link('https://b.cn', place([5, 3, 25], [5, 15, 37])),
    { type: 'text', value: '，完', position: place([5, 15, 37], [5, 17, 39]) },
  ]);
});

it('has no positions in a text with escapes, except where the text begins', () => {
  const [paragraph] = linksOf('\\*甲 https://a.cn 乙').children;
  expect(paragraph?.type === 'paragraph' ? paragraph.children : []).toEqual([
    { type: 'text', value: '*甲 ', position: place([1, 1, 0], [1, 19, 18]) },
    { type: 'link', title: null, url: 'https://a.cn', children: [{ type: 'text', value: 'https://a.cn' }] },
    { type: 'text', value: ' 乙' },
  ]);
});

type Place = [line: number, column: number, offset: number];
function place(from: Place, to: Place) {
  const point = ([line, column, offset]: Place) => ({ line, column, offset });
  return { start: point(from), end: point(to) };
}

function link(address: string, position: ReturnType<typeof place>) {
  return {
    type: 'link',
    title: null,
    url: address,
    children: [{ type: 'text', value: address, position }],
    position,
  };
}
