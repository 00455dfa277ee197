import type { Nodes, PhrasingContent, Text } from 'mdast';
import type { ConstructFinding, ConstructRule, NodesByType } from './construct-rule.ts';

/** A mark that has no effect and would be printed. */
interface InactiveMark {
  pattern: RegExp;
  /** Whether it matters only at the beginning of a paragraph or of one of its lines. */
  atStart?: boolean;
  problem: (found: string) => string;
  fix: (found: string) => string;
}

const halfWidth = (text: string): string => text.normalize('NFKC');
const fullWidthProblem = (found: string): string => `“${found}”用了全角的记号，不起作用`;
const halfWidthFix = (found: string): string => `改成半角：${halfWidth(found)}`;

const MARKS: readonly InactiveMark[] = [
  {
    pattern: /\[\s*\^[^\]\n]{0,40}\]|［\s*\^[^］\n]{0,40}］|【\s*\^[^】\n]{0,40}】/gu,
    problem: (found) => `注“${found}”没有注文`,
    fix: (found) => {
      const name = `[^${found.slice(1, -1).replace(/[\s^]/gu, '')}]`;
      return `在文末加一行 ${name}: 注文；不是注就删去`;
    },
  },
  {
    pattern: /\^\[[^\]\n]{1,80}\]/gu,
    problem: (found) => `“${found}”不会变成注`,
    fix: () => '正文里写 [^1]，文末加一行 [^1]: 注文',
  },
  {
    pattern: /(?=[*＊]*＊)[*＊]{2,3}(?![*＊\s])[^*＊\n]{1,80}[*＊]{2,3}/gu,
    problem: fullWidthProblem,
    fix: (found) => `改成半角：${halfWidth(found)}；隐去的姓名写成 ××`,
  },
  {
    pattern: /(?=[~～]*～)[~～]{2}(?![~～\s])[^~～\n]{1,80}[~～]{2}(?![~～])/gu,
    problem: fullWidthProblem,
    fix: halfWidthFix,
  },
  {
    pattern: /^(?=[#＃]*＃)[#＃]{2,6}[ \t\u3000]*[^\n]{0,20}|^＃[ \t\u3000]+[^\n]{0,20}/gu,
    atStart: true,
    problem: fullWidthProblem,
    fix: (found) => {
      const [, marks = '', text = ''] = /^([#＃]+)[ \t\u3000]*(.*)$/u.exec(found) ?? [];
      return `改成半角，后面空一格：${halfWidth(marks).padEnd(2, '#')} ${text}`;
    },
  },
  {
    pattern:
      /^[ \t\u3000]*(?:#{2,6}|>|[-+])\u3000+[^\n]{0,20}|^[ \t]*\u3000[ \t\u3000]*(?:#{2,6} |> |[-+] )[^\n]{0,20}/gu,
    atStart: true,
    problem: (found) => `“${found.trim()}”里有全角空格，记号不起作用`,
    fix: (found) => {
      const [, mark = '', text = ''] = /^[\s\u3000]*(#+|>|[-+])[\s\u3000]*(.*)$/u.exec(found) ?? [];
      return `顶格写，记号后面空一格半角：${mark} ${text}`;
    },
  },
  {
    pattern: /^[-+](?=[\p{sc=Han}“《（])[^\n]{1,20}/gu,
    atStart: true,
    problem: (found) => `行首的“${found[0]}”后面没有空格，不会变成清单`,
    fix: (found) => `清单写成 - ${found.slice(1)}；破折号写成 ——；要照样印，写成 \\${found}`,
  },
  {
    pattern: /^＞[ \t\u3000][^\n]{0,20}/gu,
    atStart: true,
    problem: fullWidthProblem,
    fix: (found) => `引文写成 > ${found.slice(1).trim()}`,
  },
  {
    pattern: /[!！]?［[^］\n]{1,60}］[（(]\s*(?:https?:|mailto:|\.{0,2}\/)[^）)\n]{0,80}[）)]?/gu,
    problem: fullWidthProblem,
    fix: halfWidthFix,
  },
  {
    pattern: /｀{1,3}[^｀\n]{1,40}｀{1,3}/gu,
    problem: fullWidthProblem,
    fix: () => '删去；要用引号，写“ ”',
  },
  {
    pattern: /＜\/?(?:br|b|i|u|p|font|center|strong|em|img|a|div|span)(?![a-z])[^＞\n]{0,40}＞/giu,
    problem: (found) => `“${found}”是网页代码，会照样印出来`,
    fix: () => '删去；换行打回车',
  },
  {
    pattern: /==(?![=\s])[^=\n]{1,60}==|\+\+(?![+\s])[^+\n]*\p{sc=Han}[^+\n]*\+\+/gu,
    problem: (found) => `“${found}”不是这里的写法，记号会照样印出来`,
    fix: (found) => `加粗写 **${found.slice(2, -2)}**`,
  },
  {
    pattern:
      /^:{3,}[^\n]{0,20}|^\[toc\]$|\{[#.][\w-]{1,40}\}$|\{%[^\n]{0,40}%\}|\{\{[^\n]{0,40}\}\}|^\$\$$/giu,
    problem: (found) => `“${found}”不是这里的写法，会照样印出来`,
    fix: () => '删去',
  },
  {
    pattern:
      /&(?:nbsp|emsp|ensp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|lt|gt|amp|quot)(?![A-Za-z0-9=])/gu,
    problem: (found) => `“${found}”会照样印出来`,
    fix: () => '换成要印的字；段首的空格删去',
  },
  {
    pattern: /(?<=[\p{sc=Han}”》）])\*(?!\*)[^*\d\n]{4,40}(?<!\*)\*(?=\p{sc=Han})/gu,
    problem: (found) => `“${found}”的星号会照样印出来`,
    fix: (found) => `加粗写 *${found}*；乘号写 ×；星号要照样印，写成 ${found.replaceAll('*', '\\*')}`,
  },
  {
    pattern: /\\$/gu,
    problem: () => '段末的“\\”会照样印出来',
    fix: () => '删去',
  },
];

/** Quick test: every mark contains one of these characters. */
const MARK_CHARACTERS = /[\^＊～＃#>＞+\-［｀＜=:[{$&*\\]/u;

/** Rule for full-width marks and marks of other programs. */
export const INACTIVE_MARK_RULES: readonly ConstructRule[] = [
  {
    construct: 'marks that do not work',
    rule: 'mark-left',
    printed: [
      ['面积3*5米，“#”号，[2022]5号文，1~3月', '面积3*5米，“#”号，[2022]5号文，1~3月'],
      ['#2机组并网，＃3机组在建', '#2机组并网，＃3机组在建'],
      ['#园区招商#持续升温', '#园区招商#持续升温'],
      ['＊注：据快报数', '＊注：据快报数'],
      ['园区｜要闻', '园区｜要闻'],
      ['R&D投入，AT&T', 'R&D投入，AT&T'],
      ['C++与a==b', 'C++与a==b'],
      ['-5℃以下', '-5℃以下'],
      ['—甲园', '—甲园'],
      ['好～～好', '好～～好'],
    ],
    refused: [
      ['居第三[^9]。', 1, '注“[^9]”没有注文', '在文末加一行 [^9]: 注文；不是注就删去'],
      ['居第三［^9］。', 1, '注“［^9］”没有注文', '在文末加一行 [^9]: 注文；不是注就删去'],
      ['居第三^[快报数]。', 1, '“^[快报数]”不会变成注', '正文里写 [^1]，文末加一行 [^1]: 注文'],
      [
        '抓＊＊重点＊＊任务',
        1,
        '“＊＊重点＊＊”用了全角的记号，不起作用',
        '改成半角：**重点**；隐去的姓名写成 ××',
      ],
      ['～～删去～～', 1, '“～～删去～～”用了全角的记号，不起作用', '改成半角：~~删去~~'],
      ['＃＃ 备地', 1, '“＃＃ 备地”用了全角的记号，不起作用', '改成半角，后面空一格：## 备地'],
      ['##　备地', 1, '“##　备地”里有全角空格，记号不起作用', '顶格写，记号后面空一格半角：## 备地'],
      ['　　## 备地', 1, '“## 备地”里有全角空格，记号不起作用', '顶格写，记号后面空一格半角：## 备地'],
      [
        '-备地',
        1,
        '行首的“-”后面没有空格，不会变成清单',
        '清单写成 - 备地；破折号写成 ——；要照样印，写成 \\-备地',
      ],
      ['＞ 引文', 1, '“＞ 引文”用了全角的记号，不起作用', '引文写成 > 引文'],
      [
        '［关于］（/about/）',
        1,
        '“［关于］（/about/）”用了全角的记号，不起作用',
        '改成半角：[关于](/about/)',
      ],
      ['甲＜br＞乙', 1, '“＜br＞”是网页代码，会照样印出来', '删去；换行打回车'],
      ['抓==重点==', 1, '“==重点==”不是这里的写法，记号会照样印出来', '加粗写 **重点**'],
      ['[TOC]', 1, '“[TOC]”不是这里的写法，会照样印出来', '删去'],
      ['&nbsp&nbsp甲园', 1, '“&nbsp”会照样印出来', '换成要印的字；段首的空格删去'],
      [
        '围绕*重点任务*抓',
        1,
        '“*重点任务*”的星号会照样印出来',
        '加粗写 **重点任务**；乘号写 ×；星号要照样印，写成 \\*重点任务\\*',
      ],
      ['甲园\\', 1, '段末的“\\”会照样印出来', '删去'],
    ],
    find: (_, nodes) => [...texts(nodes)].flatMap(inactiveMarks),
  },
];

interface TextNode {
  node: Text;
  /** Whether it begins a paragraph. */
  isFirst: boolean;
}

function* texts(nodes: NodesByType): Generator<TextNode> {
  const parents: (Nodes & { children: PhrasingContent[] })[] = [
    ...nodes.of('paragraph'),
    ...nodes.of('heading'),
    ...nodes.of('tableCell'),
    ...nodes.of('strong'),
    ...nodes.of('emphasis'),
    ...nodes.of('delete'),
    ...nodes.of('link'),
  ];
  for (const parent of parents)
    for (const [index, node] of parent.children.entries()) {
      if (node.type === 'text') yield { node, isFirst: index === 0 && parent.type === 'paragraph' };
    }
}

function inactiveMarks({ node, isFirst }: TextNode): ConstructFinding[] {
  if (!MARK_CHARACTERS.test(node.value)) return [];
  const lines = node.value.split('\n');
  return MARKS.flatMap(({ pattern, atStart, problem, fix }) =>
    lines.flatMap((line, index) => {
      if (atStart && index === 0 && !isFirst) return [];
      const [found] = line.match(pattern) ?? [];
      return found === undefined ? [] : [{ node, lines: index, problem: problem(found), fix: fix(found) }];
    }),
  );
}
