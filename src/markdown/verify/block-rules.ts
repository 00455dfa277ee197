import { toString as plainText } from 'mdast-util-to-string';
import { widthOf } from '#core/text/width.ts';
import { sourceOf } from '../source-of.ts';
import { type ConstructRule, paragraphLines } from './construct-rule.ts';

/** Terminal columns (two per hanzi) from which a line counts as wrapped by a program. */
const MIN_WRAPPED_COLUMNS = 30;

const JOINED = {
  problem: '这一行会和上一行连成一段',
  fix: '要另起一段，上面空一行；只换行，在上一行末尾打两个空格',
};

/** Rules for block constructs: headings, thematic breaks, quotations, lists, code, tables. */
export const BLOCK_RULES: readonly ConstructRule[] = [
  {
    construct: 'paragraph, line break',
    rule: 'joined-lines',
    severity: 'warning',
    printed: [
      ['第一段。\n　　\n第二段。', '第一段。\n第二段。'],
      ['　　第一段\n　　第二段', '第一段\n第二段'],
      ['第一段\n  第二段', '第一段\n第二段'],
      ['第一段\n\t第二段', '第一段\n第二段'],
      ['第一段\n&emsp;&emsp;第二段', '第一段\n第二段'],
      ['第一段说开工。\n第二段说完工。', '第一段说开工。\n第二段说完工。'],
      ['三件事\n●备地\n●招商', '三件事\n●备地\n●招商'],
      ['1.备地\n2.招商', '1.备地\n2.招商'],
      ['2. 备地\n3. 招商', '备地\n招商'],
      ['    空四格', '空四格'],
      [
        '今年以来，全区坚持先备好土地再招商\n新开工项目十二个',
        '今年以来，全区坚持先备好土地再招商新开工项目十二个',
      ],
    ],
    refused: [
      [
        '地址：甲园一号\n电话：见封底',
        2,
        '这一行会和上一行连成一段',
        '要另起一段，上面空一行；只换行，在上一行末尾打两个空格',
      ],
    ],
    find: ({ body }, nodes) =>
      nodes.of('paragraph').flatMap((node) => {
        const lines = sourceOf(node, body).split('\n');
        const isWrapped = lines.slice(0, -1).some((line) => widthOf(line) >= MIN_WRAPPED_COLUMNS);
        if (isWrapped || /(?: {2}|\\)$/mu.test(lines.slice(0, -1).join('\n'))) return [];
        return lines.slice(1).map((_, index) => ({ node, lines: index + 1, ...JOINED }));
      }),
  },
  {
    construct: 'heading (ATX)',
    rule: 'lost-text',
    printed: [['## 一、备地', '一、备地']],
    refused: [
      ['## 备地 ##', 1, '小标题末尾的“##”会不见', '## 备地'],
      ['##', 1, '“##”后面没有小标题', '写上小标题，或删去这一行；要印出 #，写成 \\#'],
    ],
    find: ({ body }, nodes) =>
      nodes.of('heading').flatMap((node) => {
        const typed = sourceOf(node, body).trimEnd();
        const closing = /[ \t](#+)$/u.exec(typed)?.[1];
        if (node.children.length === 0) {
          const problem = `“${typed}”后面没有小标题`;
          return [{ node, problem, fix: '写上小标题，或删去这一行；要印出 #，写成 \\#' }];
        }
        if (closing === undefined || plainText(node).endsWith(closing)) return [];
        const fix = typed.slice(0, -closing.length).trimEnd();
        return [{ node, problem: `小标题末尾的“${closing}”会不见`, fix }];
      }),
  },
  {
    construct: 'heading (setext), thematic break',
    rule: 'mark-left',
    printed: [
      ['开工十二个。\n---\n完工三个。', '开工十二个。\n完工三个。'],
      ['开工\n\n---\n\n完工', '开工\n完工'],
    ],
    refused: [['开工十二个。\n===', 2, '“===”不会变成横线', '---']],
    find: (text, nodes) =>
      paragraphLines(text, nodes)
        .filter(({ line }) => /^\s*={3,}\s*$/u.test(line))
        .map(({ line, ...place }) => ({ ...place, problem: `“${line.trim()}”不会变成横线`, fix: '---' })),
  },
  {
    construct: 'block quotation',
    rule: 'mark-left',
    printed: [
      ['> 引文', '引文'],
      ['> 引文\n正文', '引文\n正文'],
      ['>500亩的有三家；', '>500亩的有三家；'],
      ['>=80%的有三家；', '>=80%的有三家；'],
    ],
    refused: [
      ['>引文', 1, '行首的“>”后面没有空格，不会变成引文', '引文写成 > 引文；要印出大于号，写成 \\>引文'],
      ['>', 1, '“>”后面没有引文', '写上引文，或删去这一行；要印出大于号，写成 \\>'],
    ],
    find: (_, nodes) => [
      ...nodes.of('blockquote').flatMap((node) => {
        const fix = '写上引文，或删去这一行；要印出大于号，写成 \\>';
        return node.children.length === 0 ? [{ node, problem: '“>”后面没有引文', fix }] : [];
      }),
      ...nodes.of('paragraph').flatMap((node) => {
        const [first] = node.children;
        const typed = first?.type === 'text' ? first.value : '';
        const quoted = /^>+(?=[^\s\d>=＝$¥￥+.-])/u.exec(typed)?.[0];
        if (quoted === undefined) return [];
        const head = [...(typed.slice(quoted.length).split('\n')[0] ?? '')].slice(0, 12).join('');
        return [
          {
            node,
            problem: `行首的“${quoted}”后面没有空格，不会变成引文`,
            fix: `引文写成 ${quoted} ${head}；要印出大于号，写成 \\${quoted}${head}`,
          },
        ];
      }),
    ],
  },
  {
    construct: 'list',
    rule: 'list-number',
    printed: [
      ['- 备地\n- 招商', '备地\n招商'],
      ['- 备地\n正文', '备地\n正文'],
      ['3. 备地\n4. 招商', '备地\n招商'],
    ],
    refused: [
      ['1. 备地\n3. 招商', 2, '编号“3.”会印成“2.”', '改成 2.；要照样印 3.，写成 3\\.，上面空一行'],
      ['1) 备地', 1, '编号“1)”会印成“1.”', '写成 1. 或 1）'],
      ['2022. 9. 30 完工', 1, '行首的“2022.”会变成清单的编号', '写成 2022\\.'],
      ['- 备地\n-', 2, '清单里这一项没有文字', '写上文字，或删去这一行；要印出这个记号，前面加 \\'],
    ],
    find: ({ body }, nodes) =>
      nodes.of('list').flatMap((list) =>
        list.children.flatMap((node, index) => {
          const typed = /^(\d+)([.)])/u.exec(sourceOf(node, body));
          if (node.children.length === 0)
            return [
              {
                node,
                problem: '清单里这一项没有文字',
                fix: '写上文字，或删去这一行；要印出这个记号，前面加 \\',
              },
            ];
          if (!typed) return [];
          const [mark, number = '', end] = typed;
          const expected = String((list.start ?? 1) + index);
          if (Number(number) > 999)
            return [{ node, problem: `行首的“${mark}”会变成清单的编号`, fix: `写成 ${number}\\${end}` }];
          if (end === ')')
            return [
              { node, problem: `编号“${mark}”会印成“${expected}.”`, fix: `写成 ${number}. 或 ${number}）` },
            ];
          if (number === expected) return [];
          const fix = `改成 ${expected}.；要照样印 ${mark}，写成 ${number}\\.，上面空一行`;
          return [{ node, problem: `编号“${mark}”会印成“${expected}.”`, fix }];
        }),
      ),
  },
  {
    construct: 'code (fenced)',
    rule: 'lost-text',
    printed: [['```\n甲 乙\n```', '甲 乙']],
    refused: [
      ['```\n甲', 1, '“```”没有收尾，后面的正文全会变成程序代码', '删去这一行；真要印代码，末尾再写一行 ```'],
      ['```js\n甲\n```', 1, '“```”后面的“js”不会印出来', '删去这几个字'],
      ['~~~\n甲\n~~~', 1, '“~~~”会把下面的正文变成程序代码', '分隔用 ---；真要印代码，用 ```'],
    ],
    find: ({ body }, nodes) =>
      nodes.of('code').flatMap((node) => {
        const typed = sourceOf(node, body);
        const fence = /^(?:`{3,}|~{3,})/u.exec(typed)?.[0] ?? '```';
        if (fence.startsWith('~'))
          return [
            { node, problem: `“${fence}”会把下面的正文变成程序代码`, fix: '分隔用 ---；真要印代码，用 ```' },
          ];
        const last =
          typed
            .split('\n')
            .slice(1)
            .at(-1)
            ?.replace(/^[\s>]*/u, '') ?? '';
        if (!last.startsWith(fence)) {
          const problem = `“${fence}”没有收尾，后面的正文全会变成程序代码`;
          return [{ node, problem, fix: '删去这一行；真要印代码，末尾再写一行 ```' }];
        }
        const info = [node.lang, node.meta].filter(Boolean).join(' ');
        return info === ''
          ? []
          : [{ node, problem: `“${fence}”后面的“${info}”不会印出来`, fix: '删去这几个字' }];
      }),
  },
  {
    construct: 'table (GFM)',
    rule: 'lost-text',
    printed: [
      ['| 园区 | 产值 |\n| --- | ---: |\n| 甲园 | 8 |', '园区\n产值\n甲园\n8'],
      ['| 园区 |\n| --- |\n| 丁\\|戊园 |', '园区\n丁|戊园'],
      ['甲园｜乙园|丙园', '甲园｜乙园|丙园'],
    ],
    refused: [
      [
        '| 园区 | 产值 |\n| --- | ---: |\n| 甲园 | 8 | 12.5 |',
        3,
        '表格这一行有3格，表头只有2格，多出的“12.5”会不见',
        '在表头和 --- 那一行补上这一栏；格子里的竖线写成 \\|',
      ],
      [
        '| 园区 | 产值 |\n| --- | --- |\n| 甲园 | 8 |\n以上是快报数。',
        4,
        '这一行紧接着表格，会变成表格的一行',
        '上面空一行',
      ],
      [
        '| 园区 | 产值 |\n| --- |\n| 甲园 | 8 |',
        2,
        '这里的表格没有成立，会印出竖线和横线',
        '表头和 --- 那一行的格数要一样，竖线、横线都用半角，表格上面空一行',
      ],
      ['| 园区 | 产值 |\n| 甲园 | 8 |', 1, '这里的表格没有成立，会印出竖线', '表头下面加一行：| --- | --- |'],
    ],
    find: (text, nodes) => [
      ...nodes.of('table').flatMap((table) => {
        const columns = table.children[0]?.children.length ?? 0;
        return table.children.flatMap((node) => {
          const cells = node.children.map((cell) => plainText(cell));
          if (!sourceOf(node, text.body).includes('|'))
            return [{ node, problem: '这一行紧接着表格，会变成表格的一行', fix: '上面空一行' }];
          if (cells.length <= columns) return [];
          const lost = cells.slice(columns).join('”“');
          return [
            {
              node,
              problem: `表格这一行有${cells.length}格，表头只有${columns}格，多出的“${lost}”会不见`,
              fix: '在表头和 --- 那一行补上这一栏；格子里的竖线写成 \\|',
            },
          ];
        });
      }),
      ...paragraphLines(text, nodes)
        .filter(({ line }) => isDelimiterRow(line))
        .map(({ node, lines }) => ({ node, lines, ...NO_TABLE })),
      ...nodes.of('paragraph').flatMap((node) => {
        const cells = cellsWithoutHeader(sourceOf(node, text.body));
        if (cells === undefined) return [];
        const fix = `表头下面加一行：|${' --- |'.repeat(cells)}`;
        return [{ node, problem: '这里的表格没有成立，会印出竖线', fix }];
      }),
    ],
  },
];

const NO_TABLE = {
  problem: '这里的表格没有成立，会印出竖线和横线',
  fix: '表头和 --- 那一行的格数要一样，竖线、横线都用半角，表格上面空一行',
};

/** The number of cells in a row, if a paragraph looks like a table that lacks its row of dashes. */
function cellsWithoutHeader(paragraph: string): number | undefined {
  const lines = paragraph.split('\n').map((line) => line.trim());
  if (lines.length < 2 || lines.some((line) => isDelimiterRow(line))) return undefined;
  const rows = lines.map((line) => /^[|｜](.+)[|｜]$/u.exec(line)?.[1]?.split(/[|｜]/u).length ?? 0);
  const [cells = 0] = rows;
  return cells > 1 && rows.every((count) => count > 1) ? cells : undefined;
}

/** `| --- | ---: |`, also with full-width characters. */
function isDelimiterRow(line: string): boolean {
  return /[|｜]/u.test(line) && /^[\s>|｜:：]*[-－—]{2,}[\s|｜:：\-－—]*$/u.test(line);
}
