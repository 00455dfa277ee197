import type { FootnoteDefinition, Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { sourceOf } from '../source-of.ts';
import type { ConstructRule, NodesByType } from './construct-rule.ts';

/** Rules for inline constructs: bold, links, addresses, notes, code. */
export const INLINE_RULES: readonly ConstructRule[] = [
  {
    construct: 'emphasis, strong',
    rule: 'mark-left',
    printed: [
      ['**“双碳”**2030年前达峰', '“双碳”2030年前达峰'],
      ['看**《规划》**GDP', '看《规划》GDP'],
      ['增长**15**%', '增长15%'],
      ['长3000*500*200毫米', '长3000*500*200毫米'],
      ['按长*宽*高计算', '按长*宽*高计算'],
      ['按（长+宽）*高*（2+3）计算', '按（长+宽）*高*（2+3）计算'],
      ['电话138****5678和139****1234', '电话138****5678和139****1234'],
      ['2**3**4', '2**3**4'],
      ['____年____月，_甲_', '____年____月，_甲_'],
    ],
    refused: [],
  },
  {
    construct: 'deletion (GFM)',
    rule: 'mark-left',
    printed: [
      ['~~“删去”~~后文', '“删去”后文'],
      ['1~3月、4~6月', '1~3月、4~6月'],
      ['10~~20和30~~40', '10~~20和30~~40'],
    ],
    refused: [],
  },
  {
    construct: 'autolink, literal address (GFM)',
    rule: 'mark-left',
    printed: [
      [
        '官网www.example.cn，网址https://www.example.cn/a。登录https://b.example.cn/1.html查看，邮箱a@example.cn。',
        '官网www.example.cn，网址https://www.example.cn/a。登录https://b.example.cn/1.html查看，邮箱a@example.cn。',
      ],
      ['<https://example.cn/a>', 'https://example.cn/a'],
    ],
    refused: [],
  },
  {
    construct: 'link, reference, definition',
    rule: 'lost-text',
    printed: [
      ['[关于](/about/)', '关于'],
      ['[规划][1]\n\n[1]: https://example.cn/', '规划'],
    ],
    refused: [
      [
        '[规划](https://example.cn/ "全文")',
        1,
        '链接里引号中的“全文”不会印出来',
        '[规划](https://example.cn/)，说明写进正文',
      ],
      ['见[](https://example.cn/)', 1, '链接没有文字，读者看不到', '[文字](https://example.cn/)'],
      ['[注]: 快报数', 1, '这一行不会印出来', '冒号改用全角“：”，或在方括号前加 \\'],
    ],
    find: ({ body }, nodes) => {
      const used = new Set(
        [...nodes.of('linkReference'), ...nodes.of('imageReference')].map(({ identifier }) => identifier),
      );
      const seen = new Set<string>();
      return [
        ...nodes.of('link').flatMap((node) => {
          if (node.title)
            return [
              {
                node,
                problem: `链接里引号中的“${node.title}”不会印出来`,
                fix: `[${plainText(node)}](${node.url})，说明写进正文`,
              },
            ];
          const isEmpty =
            plainText(node).trim() === '' && !node.children.some(({ type }) => type === 'image');
          return isEmpty ? [{ node, problem: '链接没有文字，读者看不到', fix: `[文字](${node.url})` }] : [];
        }),
        ...nodes.of('definition').flatMap((node) => {
          const isLost = !used.has(node.identifier) || seen.has(node.identifier) || node.title;
          seen.add(node.identifier);
          const lines = Math.max(
            0,
            sourceOf(node, body)
              .split('\n')
              .findIndex((line) => line.includes('[')),
          );
          return isLost
            ? [{ node, lines, problem: '这一行不会印出来', fix: '冒号改用全角“：”，或在方括号前加 \\' }]
            : [];
        }),
      ];
    },
  },
  {
    construct: 'footnote (GFM)',
    rule: 'lost-text',
    printed: [['增速8%[^1]。\n\n[^1]: 快报数。', '增速8%。\n快报数。']],
    refused: [
      ['增速8%。\n\n[^1]: 快报数。', 3, '正文里没有“[^1]”，这条注不会印出来', '在正文里要加注的地方写 [^1]'],
      [
        '增速8%[^1]。\n\n[^1]: 快报数。\n\n[^1]: 年报数。',
        5,
        '注“[^1]”写了两次，这一条不会印出来',
        '换一个编号，正文里也加上',
      ],
    ],
    find: (_, nodes) => {
      const notes = nodes.of('footnoteDefinition');
      const printedNames = printedNotes(notes, nodes);
      const seen = new Set<string>();
      return [
        ...notes.flatMap((node) => {
          const name = `[^${node.label ?? node.identifier}]`;
          const isSecond = seen.has(node.identifier);
          seen.add(node.identifier);
          if (isSecond)
            return [
              { node, problem: `注“${name}”写了两次，这一条不会印出来`, fix: '换一个编号，正文里也加上' },
            ];
          if (printedNames.has(node.identifier)) return [];
          const problem = `正文里没有“${name}”，这条注不会印出来`;
          return [{ node, problem, fix: `在正文里要加注的地方写 ${name}` }];
        }),
      ];
    },
  },
  {
    construct: 'code span',
    rule: 'lost-text',
    printed: [['`甲`', '甲']],
    refused: [['`甲\n乙`', 1, '“`”里有换行，会连成一行', '删去“`”；要用引号，写“ ”']],
    find: ({ body }, nodes) =>
      nodes
        .of('inlineCode')
        .filter((node) => sourceOf(node, body).includes('\n'))
        .map((node) => ({ node, problem: '“`”里有换行，会连成一行', fix: '删去“`”；要用引号，写“ ”' })),
  },
];

/** Names of the notes that the text, or another printed note, refers to. */
function printedNotes(notes: readonly FootnoteDefinition[], nodes: NodesByType): Set<string> {
  const within = new Map(notes.map((note) => [note, new Set(referencesIn(note))]));
  const inNotes = new Set([...within.values()].flatMap((references) => [...references]));
  const printedNames = new Set(
    nodes
      .of('footnoteReference')
      .filter((reference) => !inNotes.has(reference))
      .map(({ identifier }) => identifier),
  );
  for (const name of printedNames) {
    const note = notes.find(({ identifier }) => identifier === name);
    for (const { identifier } of (note && within.get(note)) ?? []) printedNames.add(identifier);
  }
  return printedNames;
}

function referencesIn(node: Nodes): Extract<Nodes, { type: 'footnoteReference' }>[] {
  if (node.type === 'footnoteReference') return [node];
  return 'children' in node ? node.children.flatMap(referencesIn) : [];
}
