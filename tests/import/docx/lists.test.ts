import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/import/readers/docx/number-format.ts';
import { list, num, numbered, p, style } from '../../lib/docx-builder.ts';
import { summaryOfBody } from '../../lib/docx-summary.ts';

describe('lists', () => {
  const levels = list(1, [
    ['decimal', '%1.'],
    ['lowerLetter', '%2)'],
    ['decimal', '%1-%3', '<w:lvlRestart w:val="1"/>'],
    ['decimal', '%4.', '<w:lvlRestart w:val="0"/>'],
  ]);
  it('restart below a higher level by default', async () => {
    const depths = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3];
    const { blocks } = await summaryOfBody(depths.map((depth) => p('条', numbered(1, depth))).join(''), {
      numbering: levels + num(1, 1),
    });
    expect(blocks.map((line) => /\+(\S+)/u.exec(line)?.[1])).toEqual([
      '1.',
      'a)',
      '1-1',
      '1.',
      'b)',
      '1-2',
      '2.',
      '2.',
      'a)',
      '2-1',
      '3.',
    ]);
  });

  it('share a counter if they share a definition, unless one overrides its start', async () => {
    const { blocks } = await summaryOfBody([1, 2, 3, 3, 1].map((id) => p('条', numbered(id))).join(''), {
      numbering:
        levels +
        num(1, 1) +
        num(2, 1) +
        num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    });
    expect(blocks.map((line) => /\+(\S+)/u.exec(line)?.[1])).toEqual(['1.', '2.', '1.', '2.', '3.']);
  });

  it('are found through a list style', async () => {
    const { blocks } = await summaryOfBody(p('条', numbered(2)), {
      styles: style('l', '列表', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering'),
      numbering: `${levels}<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="l"/></w:abstractNum>${num(1, 1)}${num(2, 2)}`,
    });
    expect(blocks).toEqual(['1｜{+1.  自动编号}条']);
  });

  it('do not count paragraphs deleted by a tracked change', async () => {
    const { blocks } = await summaryOfBody(
      p('甲', numbered(1)) +
        p('<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>', `${numbered(1)}<w:rPr><w:del/></w:rPr>`) +
        p('丙', numbered(1)),
      { numbering: levels + num(1, 1) },
    );
    expect(blocks).toEqual(['1｜{+1.  自动编号}甲', '2｜{-乙 修订中删去的文字}{+2.  自动编号}丙']);
  });

  it.each([
    ['decimal', [1, 12], '1 12'],
    ['decimalZero', [1, 12], '01 12'],
    ['decimalFullWidth', [12], '１２'],
    ['decimalEnclosedCircle', [1, 20, 21, 36, 50, 51], '① ⑳ ㉑ ㊱ ㊿ 51'],
    ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
    ['decimalEnclosedFullstop', [1], '⒈'],
    ['ideographDigital', [1, 10, 21], '一 一〇 二一'],
    ['chineseCounting', [1, 10, 11, 20, 99, 105], '一 十 十一 二十 九十九 一〇五'],
    [
      'chineseCountingThousand',
      [10, 19, 100, 105, 110, 1010, 10000],
      '十 十九 一百 一百零五 一百一十 一千零一十 10000',
    ],
    ['japaneseCounting', [3, 10, 21, 105, 110, 1234], '三 十 二十一 百五 百十 千二百三十四'],
    ['chineseLegalSimplified', [1, 10, 203], '壹 壹拾 贰佰零叁'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['upperLetter', [1, 26, 27, 1_000_000], 'A Z AA 1000000'],
    ['lowerLetter', [2, 28], 'b bb'],
    ['upperRoman', [4, 1999, 4000], 'IV MCMXCIX 4000'],
    ['lowerRoman', [9, 40], 'ix xl'],
    ['none', [1], ''],
    ['someday', [7], '7'],
  ] as [string, number[], string][])('write %s', (format, numbers, expected) => {
    expect(numbers.map((each) => formatNumber(each, format)).join(' ')).toBe(expected);
  });
});
