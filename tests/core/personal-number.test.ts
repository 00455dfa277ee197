import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalNumbers } from '../../src/core/text/personal-number.ts';

const NONE = new Set<string>();
const MOBILE = [{ kind: 'mobile', masked: '138****5678' }];
const wide = (text: string) => text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const withDigits = (zero: number) => (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)));

it.each([
  '13812345678',
  '电话13812345678。',
  '微信ab13812345678',
  'tel13812345678',
  'WeChat:13812345678',
  '138 1234 5678',
  '138-1234-5678',
  '138 — 1234 — 5678',
  '138–1234–5678',
  '138‑1234‑5678',
  '138·1234·5678',
  '138.1234.5678',
  '138/1234/5678',
  '138 12345678',
  '1381234 5678',
  '1381-234-5678',
  '(138)12345678',
  '138 (1234) 5678',
  '1 3 8 1 2 3 4 5 6 7 8',
  '1-3-8-1-2-3-4-5-6-7-8',
  '+86 13812345678',
  '+86-138-1234-5678',
  '8613812345678',
  '008613812345678',
  '(+86)13812345678',
  '（86）13812345678',
  '138**1234**5678',
  '138\n12345678',
  '138\u00A01234\u00A05678',
  '138\u30001234\u30005678',
  '138\u200B1234\u200B5678',
  '1\u00AD3\u00AD8\u00AD1\u00AD2345678',
  '138\u20601234\uFEFF5678',
  '1\uFE0F\u20E33\uFE0F\u20E3812345678',
  '①③⑧①②③④⑤⑥⑦⑧',
  '一三八一二三四五六七八',
  '幺三八幺二三四五六七八',
  '壹叁捌 壹贰叁肆 伍陆柒捌',
  '138一二三四5678',
  wide('13812345678'),
  wide('138-1234-5678'),
  withDigits(0x1d7ce)('13812345678'),
  withDigits(0x1d7f6)('13812345678'),
  withDigits(0x0660)('13812345678'),
  withDigits(0x0966)('138 1234 5678'),
  '| 甲 | 13812345678 |',
  'https://a.example/tel/13812345678',
  '"phone":"13812345678"',
])('%j contains a mobile number', (text) => expect(personalNumbers(text, NONE)).toEqual(MOBILE));

it.each([
  '13,812,345,678元',
  '1.3812345678',
  '0.13812345678',
  '13812345678.50元',
  '138.12345678',
  '1381234.5678',
  '213812345678',
  '138123456789',
  '订单号202213812345678001',
  '12812345678',
  'MA0ABC13812345678',
  'https://a.example/13812345678abcd',
  '/pictures/a13812345678-480.webp',
  '/pictures/13812345678a.webp',
  '产量13812345678kg',
  '2022-09-30 13:45:07.123',
  '150 120 300 20',
  '10 1381 234 5678 20',
  '1949-10-01至1950-10-01',
  '一三八一二三四五六七八九',
  '一九四九年十月一日，一九五〇年',
  '一、二、三、四、五、六、七、八、九、十、十一',
  '2019年、2020年、2021年、2022年',
])('%j contains none', (text) => expect(personalNumbers(text, NONE)).toEqual([]));

it('finds identity and card numbers in any notation', () => {
  const identity = [{ kind: 'identity', masked: '1101****2X' }];
  expect(personalNumbers('身份证11010519491231002X', NONE)).toEqual(identity);
  expect(personalNumbers(wide('110105 19491231 002X'), NONE)).toEqual(identity);
  expect(personalNumbers('110105\u200B19491231\u200B002x', NONE)).toEqual([
    { kind: 'identity', masked: '1101****2x' },
  ]);
  expect(personalNumbers(wide('6222 0212 3456 7894'), NONE)).toEqual([
    { kind: 'card', masked: '6222****94' },
  ]);
});

it('ignores public numbers', () => {
  expect(personalNumbers('138 1234 5678、13912345678', new Set(['13812345678']))).toEqual([
    { kind: 'mobile', masked: '139****5678' },
  ]);
});

describe('a mobile number', () => {
  const NUMBER = fc
    .tuple(fc.constantFrom('3', '5', '9'), fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }))
    .map(([second, rest]) => `1${second}${rest.join('')}`);
  const NOISE = fc.constantFrom('', '\u200B', '\u00AD', '\u2060', '\uFEFF', '\u034F');
  it('is found in any digits and with invisible characters', () => {
    fc.assert(
      fc.property(
        NUMBER,
        fc.array(fc.tuple(NOISE, fc.constantFrom(0x30, 0xff10, 0x1d7ce, 0x06f0)), {
          minLength: 11,
          maxLength: 11,
        }),
        fc.constantFrom('电话', '', 'tel', '：'),
        (number, how, before) => {
          const text = how.map(([noise, zero], at) => noise + withDigits(zero)(number[at] ?? '')).join('');
          expect(personalNumbers(`${before}${text}。`, NONE)).toEqual([
            { kind: 'mobile', masked: `${number.slice(0, 3)}****${number.slice(7)}` },
          ]);
        },
      ),
    );
  });
  it('is not found inside a longer run of digits', () => {
    fc.assert(
      fc.property(NUMBER, fc.constantFrom('2', '7'), fc.boolean(), (number, digit, first) => {
        const text = first ? `2${digit}${number}` : `${number}${digit}`;
        expect(
          personalNumbers(text, NONE).filter(({ masked }) => masked.startsWith(number.slice(0, 3))),
        ).toEqual([]);
      }),
    );
  });
});
