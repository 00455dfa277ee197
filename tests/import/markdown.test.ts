import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { lostOrAddedInBody } from '../../src/import/verify/conservation.ts';
import type { Draft } from '../../src/import/draft.ts';
import type { Block, Span } from '../../src/import/manuscript.ts';
import { markdownOf } from '../../src/import/write-markdown.ts';
import { createRenderer } from '../../src/markdown/render.ts';
import { cases } from '../lib/long.ts';

const render = createRenderer(createUrls('/'));

function draftOf(blocks: Block[], rest: Partial<Draft> = {}): Draft {
  return {
    number: 1,
    byline: [],
    park: [],
    county: [],
    masked: false,
    printed: [],
    blocks,
    notes: new Map(),
    captions: new Map(),
    warnings: [],
    ...rest,
  };
}

const paragraph = (...spans: (Span | string)[]): Block => ({
  type: 'paragraph',
  line: 1,
  spans: spans.map((span) => (typeof span === 'string' ? { text: span } : span)),
});

const written = (blocks: Block[], rest: Partial<Draft> = {}) =>
  markdownOf(draftOf(blocks, rest), (name) => (name === 'lost' ? undefined : `${name}.jpg`));

describe('a draft as Markdown', () => {
  it.each<[string, Block[], string, Partial<Draft>?]>([
    [
      'escapes what Markdown would read',
      [paragraph('**县10~20家*，# 不是标题')],
      '\\*\\*县10\\~20家\\*，# 不是标题\n',
    ],
    [
      'does not become a list if it starts with a number',
      [paragraph('1. 甲'), paragraph('- 乙'), paragraph('# 丙')],
      '1\\. 甲\n\n\\- 乙\n\n\\# 丙\n',
    ],
    [
      'escapes characters that look like HTML',
      [paragraph('<b>粗</b> &amp; {x}')],
      '\\<b>粗\\</b> \\&amp; {x}\n',
    ],
    [
      'leaves punctuation outside bold',
      [paragraph({ text: '一是优化。', strong: true }, '立足')],
      '**一是优化**。立足\n',
    ],
    [
      'closes bold beside quotes',
      [paragraph({ text: '“大跃升”', strong: true }, '围绕')],
      '**“大跃升”**围绕\n',
    ],
    ['keeps line breaks', [paragraph('甲\n乙')], '甲\\\n乙\n'],
    [
      'has headings, lists in lists, quotations',
      [
        { type: 'paragraph', line: 1, spans: [{ text: '小题', strong: true }], level: 2 },
        { type: 'paragraph', line: 2, spans: [{ text: '一' }], item: { ordered: false, depth: 1 } },
        { type: 'paragraph', line: 3, spans: [{ text: '二' }], item: { ordered: true, depth: 2, number: 3 } },
        { type: 'paragraph', line: 4, spans: [{ text: '引' }], quoted: true },
      ],
      '## 小题\n\n- 一\n\n  3. 二\n\n> 引\n',
    ],
    [
      'has tables with cells of several paragraphs, and none without columns',
      [
        {
          type: 'table',
          line: 1,
          rows: [[[[{ text: '名|目' }]], [[{ text: '数' }]]], [[[{ text: '甲' }], [{ text: '乙' }]]]],
        },
        { type: 'table', line: 2, rows: [] },
      ],
      '| 名\\|目 | 数 |\n| ---- | - |\n| 甲 乙  |   |\n',
    ],
    [
      'has pictures with caption and credit, without missing ones',
      [
        { type: 'picture', line: 1, name: 'a', alt: '' },
        { type: 'picture', line: 2, name: 'lost', alt: '' },
        { type: 'picture', line: 3, name: 'b', alt: '厂房' },
      ],
      '![厂区一角](./images/a.jpg "厂区一角｜甲某 摄")\n\n![厂房](./images/b.jpg)\n',
      { captions: new Map([['a', { caption: '厂区一角', credit: '甲某 摄' }]]) },
    ],
    [
      'has the referenced footnotes, numbered from 1',
      [paragraph('甲', { text: '', note: '7' }, '乙')],
      '甲[^1]乙\n\n[^1]: 注文\n',
      { notes: new Map([['7', [[{ text: '注文' }]]]]) },
    ],
    [
      'omits dropped and moved text',
      [
        paragraph({ text: '题', movedTo: 'title' }),
        paragraph('甲', { text: '隐', dropped: '隐藏文字' }, '乙'),
      ],
      '甲乙\n',
    ],
  ])('%s', (_, blocks, expected, rest) => expect(written(blocks, rest)).toBe(expected));

  const character = fc.constantFrom(
    ...'园区甲一“”‘’（）《》，。；：、！？…—·１２34.-+*_~`#>|[]()!<>&\\/:;=^$%@"\' \u3000\t{}',
    '\n',
    'http://a.cn/',
    'www.a.cn',
    'a@b.cn',
    '&lt;',
    '<br>',
    '![x](y)',
    '[^1]',
    '- ',
    '1. ',
    '---',
    '```',
    '😀',
    '𠮷',
  );
  const text = fc.string({ unit: character, maxLength: 40 });
  const span = fc.record(
    {
      text,
      strong: fc.constant(true as const),
      emphasis: fc.constant(true as const),
      strike: fc.constant(true as const),
    },
    { requiredKeys: ['text'] },
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({
      type: fc.constant('paragraph' as const),
      line: fc.constant(1),
      spans: fc.array(span, { maxLength: 5 }),
    }),
    fc.record({
      type: fc.constant('paragraph' as const),
      line: fc.constant(1),
      spans: fc.array(span, { minLength: 1, maxLength: 2 }),
      level: fc.constantFrom(2, 3),
    }),
    fc.record({
      type: fc.constant('paragraph' as const),
      line: fc.constant(1),
      spans: fc.array(span, { minLength: 1, maxLength: 2 }),
      item: fc.record({ ordered: fc.boolean(), depth: fc.constantFrom(1, 2), number: fc.constantFrom(1, 5) }),
    }),
    fc.record({
      type: fc.constant('table' as const),
      line: fc.constant(1),
      rows: fc.array(
        fc.array(fc.array(fc.array(span, { maxLength: 2 }), { maxLength: 2 }), {
          minLength: 1,
          maxLength: 3,
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  );

  it('renders to the same text on the site, for any draft', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), async (blocks) => {
        const draft = draftOf(blocks);
        const markdown = markdownOf(draft, () => undefined, true);
        const html = await render({ body: markdown, file: 'inbox/a.md', pictures: {} });
        expect(lostOrAddedInBody(draft, html)).toEqual([]);
        expect(html).not.toMatch(/<(?:script|iframe|b|x)\b/u);
      }),
      { numRuns: cases(300) },
    );
  });
});
