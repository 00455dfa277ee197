import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/markdown/inspect.ts';
import { parseBody } from '../../src/markdown/parse.ts';

const findingsOf = (body: string, format: 'md' | 'mdx' = 'md') =>
  inspect(parseBody(body, format, 10), format, 10).findings.map(
    ({ line, column, problem, fix }) => `${line}:${column} ${problem} | ${fix}`,
  );

const HTML_FIX = '删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<';
const LINK_FIX =
  '链接只能是 https:// 开头的网址、/about/ 这样的站内地址，或 ../2022-10/a.md 这样的另一篇稿件';

const CONTROL_FIX = '删去；看不见的话，把这一行重新打一遍';
const ADDRESS_FIX = '从浏览器的地址栏复制网址；邮箱写 mailto:a@example.com';

describe('what must not be published', () => {
  it.each([
    [
      '段一\n\n<div onclick="x()">乙</div>',
      [`12:1 正文里有 HTML：<div onclick="x()">乙</div> | ${HTML_FIX}`],
    ],
    ['文<br>字', [`10:2 正文里有 HTML：<br> | ${HTML_FIX}`]],
    ['<!-- 编者按 -->', [`10:1 正文里有 HTML：<!-- 编者按 --> | ${HTML_FIX}`]],
    ['<BarChart data="甲 1" />', ['10:1 <BarChart> 只能用在 .mdx 稿件里 | 把文件名的 .md 改成 .mdx']],
    ['[点](javascript:alert(1))', [`10:1 链接“javascript:alert(1)”不能发布 | ${LINK_FIX}`]],
    ['[点](JaVaScRiPt:alert(1))', [`10:1 链接“JaVaScRiPt:alert(1)”不能发布 | ${LINK_FIX}`]],
    ['[点](&#106;avascript:alert(1))', [`10:1 链接“javascript:alert(1)”不能发布 | ${LINK_FIX}`]],
    ['[点](data:text/html,x)', [`10:1 链接“data:text/html,x”不能发布 | ${LINK_FIX}`]],
    ['[点](//example.com/)', [`10:1 链接“//example.com/”不能发布 | ${LINK_FIX}`]],
    ['[点][a]\n\n[a]: vbscript:x', [`12:1 链接“vbscript:x”不能发布 | ${LINK_FIX}`]],
    ['<javascript:alert(1)>', [`10:1 链接“javascript:alert(1)”不能发布 | ${LINK_FIX}`]],
    [
      '![开工](C:\\Users\\me\\开工.jpg)',
      [
        '10:1 图片“C:\\Users\\me\\开工.jpg”在自己的电脑里，读者看不到 | 把图片存到这一期的 images 文件夹，写成 ![开工](./images/开工.jpg)',
      ],
    ],
    [
      '![外图](https://example.com/a.jpg)',
      [
        '10:1 图片“https://example.com/a.jpg”在别的网站上 | 把图片存到这一期的 images 文件夹，写成 ![画面说明](./images/文件名.jpg)',
      ],
    ],
    [
      '![](./images/a.jpg "图注")',
      ['10:1 图片“./images/a.jpg”没有替代文字 | ![画面里有什么](./images/a.jpg "图注")'],
    ],
    [
      '## 小题![大门](./a.jpg "甲园｜摄影：乙某")',
      [
        '10:6 图片“./a.jpg”放在小标题里，图注和署名印不出来 | 图片单独一行，上下各空一行：![大门](./a.jpg "甲园｜摄影：乙某")',
      ],
    ],
    [
      '看[**![大门](./a.jpg)**](/about/)',
      [
        '10:5 图片“./a.jpg”放在链接里，图注和署名印不出来 | 图片单独一行，上下各空一行：![大门](./a.jpg)；链接另写在文字上',
      ],
    ],
    [
      '[![大门](./a.jpg)][甲]\n\n[甲]: /about/',
      [
        '10:2 图片“./a.jpg”放在链接里，图注和署名印不出来 | 图片单独一行，上下各空一行：![大门](./a.jpg)；链接另写在文字上',
      ],
    ],
    [
      '## [![大门](./a.jpg)](/about/)',
      [
        '10:5 图片“./a.jpg”放在链接里，图注和署名印不出来 | 图片单独一行，上下各空一行：![大门](./a.jpg)；链接另写在文字上',
      ],
    ],
    ['[锚](#没有)', ['10:1 本文没有“#没有”这个小标题 | # 后面写小标题的文字，去掉标点和空格']],
    ['[点](http://)', [`10:1 链接“http://”缺少域名 | ${ADDRESS_FIX}`]],
    [
      '[点](https://a@example.com/)',
      [`10:1 链接“https://a@example.com/”的域名前面有 @：看到的和打开的不是同一个网站 | ${ADDRESS_FIX}`],
    ],
    ['[点](mailto:a)', [`10:1 链接“mailto:a”要写成 mailto: 和一个邮箱，后面不能有 ? | ${ADDRESS_FIX}`]],
    ['段一\n\n文&#x202E;字', [`12:1 这里有看不见的控制字符 U+202E | ${CONTROL_FIX}`]],
    ['文\u0007字&#x202E;', [`10:1 这里有看不见的控制字符 U+0007 | ${CONTROL_FIX}`]],
    [
      '文\u0007字\n\n字&#x202E;\n\n字',
      [
        `12:1 这里有看不见的控制字符 U+202E | ${CONTROL_FIX}`,
        `10:1 这里有看不见的控制字符 U+0007 | ${CONTROL_FIX}`,
      ],
    ],
    ['[空]()', [`10:1 链接“”不能发布 | ${LINK_FIX}`]],
    ['[附件](a.pdf)', [`10:1 链接“a.pdf”不能发布 | ${LINK_FIX}`]],
    ['# 大题', ['10:1 正文里用了一级标题“#”，一级标题只能是文章的标题 | ## 大题']],
    ['- [ ] 事项', ['10:1 “- [ ]”会变成不能点的选框 | 删去方括号，写成普通的“- ”清单']],
  ])('%j', (body, expected) => expect(findingsOf(body)).toEqual(expected));

  it.each([
    '5 < 6，<某公司>与A<B',
    '## 丙（一）\n\n[甲](https://example.com) [乙](/about/) [丙](#丙一) [丁](a.md) [戊](http://example.com) [己](mailto:a@example.com)',
    '```\n代码\n```',
    '正文 {花括号}',
  ])('accepts %j', (body) => expect(findingsOf(body)).toEqual([]));
});

describe('.mdx', () => {
  const example =
    '<BarChart caption="投资进度" unit="亿元" data="计划投资 4209.0；完成投资 4122.0" source="省商务厅" />';
  const PROGRAM = '稿件里不能有程序（import、export 或花括号） | 删去；文字里的花括号写成 \\{ \\}';
  it.each([
    ['<BarChart caption="图" data="甲 1；乙 2.5" unit="亿元" />', []],
    ['import x from "node:fs"\n\n文', [`10:1 ${PROGRAM}`]],
    ['{process.exit()}', [`10:1 ${PROGRAM}`]],
    ['文{1}字', [`10:2 ${PROGRAM}`]],
    ['<div>甲</div>', [`10:1 正文里有 HTML：<div> | ${HTML_FIX}`]],
    ['<BarChart data="甲 1" />', [`10:1 BarChart 图表：缺少“caption”这一项 | ${example}`]],
    [
      '<BarChart caption="图" data="甲 1">\n快报数。\n</BarChart>',
      [`10:1 BarChart 图表：<BarChart> 和 </BarChart> 之间的字印不出来 | ${example}`],
    ],
    [
      '见<BarChart caption="图" data="甲 1">快报数</BarChart>。',
      [`10:2 BarChart 图表：<BarChart> 和 </BarChart> 之间的字印不出来 | ${example}`],
    ],
    ['<BarChart caption="图" data={[1]} />', [`10:1 BarChart 图表：每一项都要写成 名称="文字" | ${example}`]],
    [
      '<BarChart caption="图" data="甲 1" color="red" />',
      [`10:1 BarChart 图表：没有“color”这一项 | ${example}`],
    ],
    [
      '<BarChart caption="图" data="甲 多少" />',
      [`10:1 BarChart 图表：data 要写成“名称 数字；名称 数字” | ${example}`],
    ],
    [
      '文\n\n占比<5%',
      [
        '12:4 这里的 < 或 { 不合 MDX 的写法 | 文字里的 < 写成 \\<，{ 写成 \\{；没有用图表的稿件把文件名改成 .md 即可',
      ],
    ],
  ])('%j', (body, expected) => expect(findingsOf(body, 'mdx')).toEqual(expected));
});

it.each([
  ['<BarChart unit="亿元" caption="投资进度" data="甲 1" />\n\n后文', '投资进度\n后文', '后文'],
  ['下列园区获奖：\n\n甲园区获一等奖。', '下列园区获奖：\n甲园区获一等奖。', '甲园区获一等奖。'],
  ['下列园区获奖： \n\n甲园区：一等奖', '下列园区获奖：\n甲园区：一等奖', '甲园区：一等奖'],
])('the text and the opening of %j', (body, text, opening) => {
  const inspection = inspect(parseBody(body, 'mdx', 1), 'mdx', 1);
  expect([inspection.text, inspection.opening]).toEqual([text, opening]);
});

it('collects pictures, links, opening and text', () => {
  const body =
    '## 小题\n\n第一段，见[甲](/about/)。\n\n![画面](./images/a.jpg "图注｜摄影：乙")\n\n| 名 | 值 |\n| - | - |\n| 丙 | 5亿元 |';
  expect(inspect(parseBody(body, 'md'), 'md', 1)).toEqual({
    anchors: ['小题'],
    findings: [],
    links: [{ url: '/about/', line: 3 }],
    numbers: [],
    opening: '第一段，见甲。',
    pictures: [{ src: './images/a.jpg', alt: '画面', caption: '图注', credit: '摄影：乙', line: 5 }],
    text: '小题\n第一段，见甲。\n\n名\n值\n丙\n5亿元',
  });
});

it.each([
  ['<br>', 'raw-html'],
  ['# 大题', 'heading'],
  ['- [ ] 事项', 'task-list'],
  ['[点](javascript:x)', 'unsafe-link'],
  ['[锚](#没有)', 'link'],
  ['![画][甲]\n\n[甲]: /a/', 'picture'],
  ['![画](https://example.com/a.jpg)', 'picture'],
  ['## ![画](a.jpg)', 'picture'],
  ['![](a.jpg)', 'picture-alt'],
  ['文&#x202E;字', 'control-character'],
])('the rule of %j', (body, rule) => {
  expect(inspect(parseBody(body, 'md'), 'md', 1).findings.map((finding) => finding.rule)).toEqual([rule]);
});

it.each([
  ['{1}', 'mdx'],
  ['甲{1}', 'mdx'],
  ['export const a = 1', 'mdx'],
  ['<div>甲</div>', 'raw-html'],
  ['<BarChart data="甲 1" />', 'component'],
])('the rule of %j in .mdx', (body, rule) => {
  expect(inspect(parseBody(body, 'mdx'), 'mdx', 1).findings.map((finding) => finding.rule)).toEqual([rule]);
});

it('the text has code, anchors in any case, and the first paragraph that is no salutation', () => {
  const { text, opening, findings } = inspect(
    parseBody(
      '各位读者：\n\n```\n代码\n```\n\n正文`码`。\n\n## A 节\n\n[甲](#a-节) [乙](#a-%E8%8A%82)',
      'md',
    ),
    'md',
    1,
  );
  expect([text, opening]).toEqual(['各位读者：\n代码\n正文码。\nA 节\n甲 乙', '正文码。']);
  expect(findings).toEqual([]);
});
