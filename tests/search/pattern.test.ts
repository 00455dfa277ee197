import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets } from '../../src/search/shared/fold.ts';
import { isFigure } from '../../src/search/shared/figures.ts';
import { marked } from '../../src/search/browser/excerpts.ts';
import { anyOf } from '../../src/search/browser/matches.ts';
import { atomsOf, loosePattern, pattern } from '../../src/search/browser/pattern.ts';

/** What is marked in a text. */
const marks = (text: string, source: string) =>
  marked(text, anyOf([source])).flatMap((part) => (part.marked ? [part.text] : []));

describe('patterns', () => {
  const units = [
    ...'园区高新二〇○零年月日万亿元个至aOoéü0123456789１２３',
    ...'，。、,.%‰℃㎡㎞²₂⁴⁻½①⒈⑴Ⅷ—–－-~～〜“”"「·・〔(）+#×=≥<&…',
    ...[
      '\u0301',
      '\uFE0F',
      '\u{E0100}',
      '\u200B',
      ' ',
      '\u2009',
      '\u3000',
      '⻓',
      '⽉',
      '𠮷',
      '1,234',
      '1，234，567',
      '二○二二年',
    ],
  ];
  const printed = fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 24 });

  it('find and mark any part of a printed text, of at least two signs, where it stands', () => {
    fc.assert(
      fc.property(printed, fc.nat(), fc.nat(), (signs, from, count) => {
        const characters = [...signs.join('')];
        const start = from % characters.length;
        const before = characters.slice(0, start).join('');
        const query = characters.slice(start, start + 2 + (count % 8)).join('');
        // A zero or a comma alone does not tell what it is part of.
        fc.pre([...fold(query)].length >= 2 && !/^[0o,␣]+$/u.test(fold(query)));
        // A figure with its sign is not found inside a longer one.
        fc.pre(!isFigure(fold(query)));
        const shape = (text: string) => text.replace(/[\p{M}\p{Default_Ignorable_Code_Point}\s]/gu, '');
        const { text, starts, ends } = foldWithOffsets(signs.join(''));
        const sticky = new RegExp(pattern(fold(query)), 'uy');
        const found = starts.map((from, at) => {
          sticky.lastIndex = at;
          const match = sticky.exec(text)?.[0] ?? '';
          const to = ends[at + match.length - 1] ?? from;
          return [signs.join('').slice(0, from), signs.join('').slice(from, to)].map(shape).join('|');
        });
        expect(found).toContain([before, query].map(shape).join('|'));
      }),
      { numRuns: 3000 },
    );
  });

  it('ignore punctuation if asked', () => {
    fc.assert(
      fc.property(printed, (signs) => {
        const text = fold(signs.join(''));
        if (atomsOf(text).length > 0) expect(new RegExp(loosePattern(text), 'u').test(text)).toBe(true);
      }),
    );
  });

  it.each([
    ['增长5%，', ['增', '长', '5%']],
    ['-5.2%+13℃', ['-5.2%+13°c']],
    ['“标准地+承诺制”', ['标', '准', '地', '承', '诺', '制']],
    ['C++与PM2.5、10⁴元', ['c++', '与', 'pm2.5', '10^4元']],
    ['投资1.5亿元。', ['投', '资', '1.5亿元']],
    ['__proto__ <script>', ['proto', 'script']],
  ])('%j has the atoms %j', (text, atoms) => expect(atomsOf(fold(text))).toEqual(atoms));

  it.each([
    ['标准地承诺制', '“标准地+承诺制”', ['标准地+承诺制']],
    ['增长5%', '增长“5%”，增长-5%，增长5个', ['增长“5%']],
    ['1.5亿元', '15亿元、11.5亿元、“1.5亿元', ['1.5亿元']],
    ['5个', '15个、5%个', []],
    ['13℃', '7月13日', []],
    ['5', '5%、5.1、1.5、15、5+、#5、10^5；5。', ['5']],
    ['gdp', 'GDPs，GDP。', ['GDP']],
  ])('%j without regard to punctuation marks in %j: %j', (query, text, expected) =>
    expect(marks(text, loosePattern(fold(query)))).toEqual(expected),
  );
});
