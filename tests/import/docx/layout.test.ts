import { describe, expect, it } from 'vitest';
import { makeDocx, p, picture, png, r, table } from '../../lib/docx-builder.ts';
import { summaryOfBody } from '../../lib/docx-summary.ts';
import { body, codes, FOURTH, imported, MORE, PROSE, THIRD } from '../../lib/imported.ts';

const BR = '<w:r><w:br/></w:r>';
const LAYOUT = 'table-layout 1：';
const soft = (...lines: string[]) => p(lines.map((line) => (line === '' ? '' : r(line))).join(BR));
const cell = (...paragraphs: string[]) =>
  paragraphs.map((each) => (each.startsWith('<') ? each : p(each))).join('');
const article = [PROSE, THIRD, FOURTH, MORE];

describe('a table that only arranges text', () => {
  it('with an article in its only cell', async () => {
    const { articles } = await imported(
      makeDocx({ body: table([[cell('旧厂区的新灯', '本报记者 张三', ...article)]]) }),
      'a.docx',
    );
    expect(articles.map(({ report }) => [report.title, report.byline.map(({ name }) => name)])).toEqual([
      ['旧厂区的新灯', ['张三']],
    ]);
    expect(body(articles[0] as never)).toBe(`${article.join('\n\n')}\n`);
    expect(codes(articles[0] as never)).toEqual(['table-layout']);
  });

  it('with an article in each of two columns', async () => {
    const { blocks, warnings } = await summaryOfBody(
      table([[cell('左边的一篇', ...article), cell('右边的一篇', ...article)]]),
    );
    const read = ['左边的一篇', ...article, '右边的一篇', ...article];
    expect(blocks).toEqual(read.map((text, index) => `${index + 1}｜${text}`));
    expect(warnings).toEqual([LAYOUT]);
  });

  it('with an article inside a table inside it', async () => {
    const { blocks } = await summaryOfBody(table([[table([[cell('里层的题目', PROSE)]])]]));
    expect(blocks).toEqual(['1｜里层的题目', `2｜${PROSE}`]);
  });

  it('of one column: a box, a list', async () => {
    const { blocks, warnings } = await summaryOfBody(table([['编者按：这一版讲修路。'], ['两篇都是来信。']]));
    expect(blocks).toEqual(['1｜编者按：这一版讲修路。', '2｜两篇都是来信。']);
    expect(warnings).toEqual([LAYOUT]);
  });

  it('for handing in an article: its short rows stay a table', async () => {
    const { blocks, warnings } = await summaryOfBody(
      table([
        ['报送单位', '白杨县商务局'],
        ['联系人', '王五'],
        ['正文', cell(...article, PROSE, THIRD, FOURTH)],
        ['审核', '同意'],
      ]),
    );
    expect(blocks).toEqual([
      '1 表 报送单位｜白杨县商务局∥联系人｜王五',
      '5｜正文',
      ...[...article, PROSE, THIRD, FOURTH].map((text, index) => `${index + 6}｜${text}`),
      '1 表 审核｜同意',
    ]);
    expect(warnings).toEqual([LAYOUT]);
  });

  it('with pictures above their captions, or a picture beside its text', async () => {
    const media = { '1.png': await png(), '2.png': await png() };
    const { blocks } = await summaryOfBody(
      table([
        [p(picture('media-1')), p(picture('media-2'))],
        ['吊装第一根梁', '浇筑路面'],
      ]) + table([[p(picture('media-1')), '旁边的说明']]),
      { media },
    );
    expect(blocks).toEqual([
      '1 图 1.png｜',
      '3｜吊装第一根梁',
      '2 图 2.png｜',
      '4｜浇筑路面',
      '5 图 1.png｜',
      '6｜旁边的说明',
    ]);
  });

  it('with a title over its columns', async () => {
    const wide = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('两篇')}</w:tc></w:tr>`;
    const both = table([[cell(PROSE, THIRD, FOURTH, MORE), cell('右边', ...article)]]);
    const { blocks } = await summaryOfBody(both.replace('<w:tr>', `${wide}<w:tr>`));
    expect(blocks.slice(0, 3)).toEqual(['1｜两篇', `2｜${PROSE}`, `3｜${THIRD}`]);
    expect(blocks).toHaveLength(10);
  });

  it('is not a table of data, even with a long cell in several rows', async () => {
    const long = article.join('').repeat(2);
    const { blocks, warnings } = await summaryOfBody(
      table([
        ['项目', '做法'],
        ['一号路', long],
        ['二号路', long],
      ]),
    );
    expect(blocks).toEqual([`1 表 项目｜做法∥一号路｜${long}∥二号路｜${long}`]);
    expect(warnings).toBeUndefined();
  });
});

describe('soft returns', () => {
  it('that stand for paragraphs', async () => {
    const { articles } = await imported(
      makeDocx({
        body: soft(
          '旧厂区的新灯',
          '本报记者 张三',
          `　　${PROSE}`,
          `　　${THIRD}`,
          '',
          '　　一、先通电',
          `　　${MORE}`,
        ),
      }),
      'a.docx',
    );
    expect(articles[0]?.report).toMatchObject({ title: '旧厂区的新灯', byline: [{ name: '张三' }] });
    expect(body(articles[0] as never)).toBe(`${PROSE}\n\n${THIRD}\n\n## 一、先通电\n\n${MORE}\n`);
  });

  it('without indents, after sentences and short lines', async () => {
    const { blocks } = await summaryOfBody(soft(PROSE, '先通电', THIRD, MORE));
    expect(blocks).toEqual([`1｜${PROSE}`, '1｜先通电', `1｜${THIRD}`, `1｜${MORE}`]);
  });

  it('in the middle of a sentence are joined, and reported', async () => {
    const [first, second] = [PROSE.slice(0, 35), PROSE.slice(35)];
    const { blocks, warnings } = await summaryOfBody(soft(first, `${second}${THIRD}`));
    expect(blocks).toEqual([`1｜${first}${second}${THIRD}`]);
    expect(warnings).toEqual(['lines-joined 1：']);
  });

  it('of lines of one length are joined, up to a shorter line', async () => {
    const lines = `${PROSE}${THIRD}${FOURTH}`.match(/.{1,28}/gu) ?? [];
    const { blocks, warnings } = await summaryOfBody(soft(...lines, ...(MORE.match(/.{1,28}/gu) ?? [])));
    expect(blocks).toEqual([`1｜${PROSE}${THIRD}${FOURTH}`, `1｜${MORE}`]);
    expect(warnings).toEqual(['lines-joined 1：']);
  });

  it('of an enumeration or a dialogue are paragraphs', async () => {
    const points = ['一是清渣土；', '二是种柳树；', '三是把岸边的老石头一块一块翻起来重新铺好。'];
    const { blocks } = await summaryOfBody(soft(...points));
    expect(blocks).toEqual(points.map((point) => `1｜${point}`));
  });

  it('of verse, addresses and titles stay', async () => {
    const { blocks } = await summaryOfBody(
      soft('渡口的灯', '照着最后一班船', '', '船开走了', '灯还亮着') + soft('白杨县东街8号', '邮编 000000'),
    );
    expect(blocks).toEqual([
      '1｜渡口的灯⏎照着最后一班船',
      '1 空1｜船开走了⏎灯还亮着',
      '2｜白杨县东街8号⏎邮编 000000',
    ]);
  });

  it('keep pictures at their places', async () => {
    const { blocks } = await summaryOfBody(
      p(r(PROSE) + BR + picture('media-1') + BR + r(THIRD) + BR + r(MORE)),
      { media: { '1.png': await png() } },
    );
    expect(blocks).toEqual([`1｜${PROSE}`, '1 图 1.png｜', `1 空1｜${THIRD}`, `1｜${MORE}`]);
  });

  it('at a page break start a paragraph', async () => {
    const { blocks } = await summaryOfBody(p(`${r('上一页')}<w:r><w:br w:type="page"/></w:r>${r('下一页')}`));
    expect(blocks).toEqual(['1｜上一页', '1 空1｜下一页']);
  });
});
