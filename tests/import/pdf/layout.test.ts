import { expect, it } from 'vitest';
import { body, codes, imported } from '../../lib/imported.ts';
import { columnAt, makePdf, type MadePage } from '../../lib/pdf-builder.ts';

/** Two lines of 16 characters, the second continues the first. */
const FIRST = ['　　清早七点半，第一班通勤车停在铸', '件厂门口。车上下来两名办事员，走进'];
const SECOND = ['厂区东头的一间小平房，挂出木牌，等', '着第一个人推门进来。'];

const read = (pages: MadePage[], ...rest: [catalog?: string, extra?: string[]]) =>
  imported(makePdf(pages, ...rest), '稿.pdf');

async function readOne(pages: MadePage[], ...rest: [catalog?: string, extra?: string[]]) {
  const { articles, removed } = await read(pages, ...rest);
  const [article] = articles;
  if (!article) throw new Error('No article');
  return { text: body(article).trim(), codes: codes(article), warnings: article.report.warnings, removed };
}

const WHOLE =
  '清早七点半，第一班通勤车停在铸件厂门口。车上下来两名办事员，走进厂区东头的一间小平房，挂出木牌，等着第一个人推门进来。';

it('joins a sentence across columns', async () => {
  const texts = [...columnAt(20, 400, FIRST), ...columnAt(210, 400, SECOND)];
  expect((await readOne([{ texts }])).text).toBe(WHOLE);
});

it('joins a sentence across pages, and lists their numbers and running heads', async () => {
  const page = (lines: string[], number: number): MadePage => ({
    texts: [
      { text: '驻厂通讯', x: 180, y: 480, size: 9 },
      ...columnAt(40, 400, lines),
      { text: `— ${number} —`, x: 180, y: 20, size: 9 },
    ],
  });
  const { text, removed } = await readOne([page(FIRST, 7), page(SECOND, 8)]);
  expect(text).toBe(WHOLE);
  expect(removed).toEqual([
    { text: '驻厂通讯', reason: '页眉页脚' },
    { text: '— 7 —', reason: '页码' },
    { text: '驻厂通讯', reason: '页眉页脚' },
    { text: '— 8 —', reason: '页码' },
  ]);
});

it('reads columns of which each line is drawn in turn', async () => {
  const left = columnAt(20, 400, FIRST);
  const right = columnAt(210, 400, SECOND);
  const texts = left.flatMap((line, index) => [line, ...right.slice(index, index + 1)]);
  expect((await readOne([{ texts }])).text).toBe(WHOLE);
});

it('replaces radicals and says so once', async () => {
  const lines = ['　　工厂⻋间里有人值日，⻔口挂着木牌。', '　　二月，用水都满意。'];
  const { text, warnings } = await readOne([{ texts: columnAt(40, 400, lines) }]);
  expect(text).toBe('工厂车间里有人值日，门口挂着木牌。\n\n二月，用水都满意。');
  expect(warnings.find(({ code }) => code === 'pdf-radicals')).toEqual({
    code: 'pdf-radicals',
    message: 'PDF 的字体把2个字写成了形似的部首或连字，已照 Unicode 的对照表换成常用的字',
    quote: '⻋⻔',
    line: null,
  });
});

it('lists characters drawn twice, invisible ones and those outside the page', async () => {
  const texts = [
    ...columnAt(40, 400, FIRST),
    { text: '件厂', x: 40.4, y: 384 },
    { text: '页外的字', x: 500, y: 300 },
  ];
  const operators = 'BT 3 Tr /F 10 Tf 1 0 0 1 40 100 Tm <770B4E0D89C1> Tj ET';
  const { text, removed } = await readOne([{ texts, operators }]);
  expect(text).toBe('清早七点半，第一班通勤车停在铸件厂门口。车上下来两名办事员，走进');
  expect(removed).toEqual([
    { text: '件厂', reason: '叠印的字' },
    { text: '页外的字', reason: '页面以外的文字' },
    { text: '看不见', reason: '看不见的文字' },
  ]);
});

it('keeps rows without lines as a table, and says so once', async () => {
  const rows = [
    ['企业', '办件', '办结'],
    ['铸件厂', '36', '35'],
    ['包装厂', '21', '21'],
  ];
  const texts = [
    ...columnAt(40, 440, FIRST),
    ...rows.flatMap((row, index) =>
      row.map((text, column) => ({ text, x: 40 + column * 100, y: 390 - index * 18 })),
    ),
  ];
  const { text, warnings } = await readOne([{ texts }]);
  expect(text.split('\n').slice(-4)).toEqual([
    '| 企业  | 办件 | 办结 |',
    '| --- | -- | -- |',
    '| 铸件厂 | 36 | 35 |',
    '| 包装厂 | 21 | 21 |',
  ]);
  expect(warnings.filter(({ code }) => code === 'pdf-rows').map(({ message }) => message)).toEqual([
    '有1处没有画线、上下对齐的几行，当作表格收了：请对照原件，不是表格的改回正文',
  ]);
});

it('does not run scripts, and names attachments', async () => {
  const names = '/Names << /JavaScript << /Names [(a) 4 0 R] >> /EmbeddedFiles << /Names [(b) 5 0 R] >> >>';
  const { text, warnings } = await readOne([{ texts: columnAt(40, 400, FIRST) }], names, [
    '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
    '<< /Type /Filespec /F (table.xls) /UF (table.xls) /EF << /F 6 0 R >> >>',
    '<< /Type /EmbeddedFile /Length 1 >>\nstream\nA\nendstream',
  ]);
  expect(text).toMatch(/^清早/u);
  expect(warnings).toContainEqual({
    code: 'pdf-attachments',
    message: 'PDF 里夹带了别的文件，没有读：要用的话先另存出来，再单独导入',
    quote: 'table.xls',
    line: null,
  });
  expect(warnings).toContainEqual({
    code: 'active-content',
    message: 'PDF 里有程序，没有运行，文字不受影响',
    quote: null,
    line: null,
  });
});

it('lists comments', async () => {
  const entries =
    '/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents <FEFF8FD94E006BB55220> >>]';
  const { removed } = await readOne([{ texts: columnAt(40, 400, FIRST), entries }]);
  expect(removed).toEqual([{ text: '这一段删', reason: '批注' }]);
});

it('names the pages that are pictures', async () => {
  const image =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream';
  const { warnings } = await readOne([
    { texts: columnAt(40, 400, FIRST) },
    { operators: 'q 400 0 0 500 0 0 cm /X0 Do Q', objects: [image] },
  ]);
  expect(warnings.map(({ code, message }) => [code, message])).toContainEqual([
    'pdf-scanned',
    '第2页是图片，没有文字，没有导入：请先做文字识别',
  ]);
});
