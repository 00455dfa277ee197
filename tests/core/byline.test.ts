import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBylineLine } from '#core/byline/byline-line.ts';
import { type Person, parseByline } from '#core/byline.ts';

const format = (people: Person[] | undefined) =>
  people?.map(({ name, role, org }) => `${role} ${name}${org ? `（${org}）` : ''}`).join('；');

describe('printed forms of bylines', () => {
  it.each([
    ['本报记者 甲某 通讯员 乙某', '记者 甲某；通讯员 乙某'],
    ['本报记者甲某', '记者 甲某'],
    ['记者：甲某 乙某', '记者 甲某；记者 乙某'],
    ['□本报记者 甲某', '记者 甲某'],
    ['（记者 甲某）', '记者 甲某'],
    ['文/图 甲某', '作者 甲某'],
    ['记者 张文君、董昌；通讯员 李某', '记者 张文君；记者 董昌；通讯员 李某'],
    ['记者 王 伟 通讯员 李小娜', '记者 王伟；通讯员 李小娜'],
    ['甲县日报记者 甲某', '记者 甲某（甲县日报）'],
    ['本报首席记者 甲某 摄影 乙某', '记者 甲某；摄影 乙某'],
    ['记者甲某、通讯员乙某', '记者 甲某；通讯员 乙某'],
    ['特约记者：丁某', '特约记者 丁某'],
    ['本刊编辑部', '作者 本刊编辑部'],
    ['记者 青禾', '记者 青禾'],
  ])('%s', (text, people) => expect(format(parseByline(text))).toBe(people));
});

it.each([
  '记者 甲某 责任编辑 乙某',
  '记者 甲某 昨天',
  '记者',
  '首席 甲某',
  '记者 甲某、',
  '实习 甲某 乙',
  '本报记者 甲某 发自丙县',
])('%s is rejected as a whole', (text) => expect(parseByline(text)).toBeUndefined());

const NAME = fc.constantFrom('甲某', '乙某某', '张文君', '王伟', '李小娜', '欧阳明');
const ROLE = fc.constantFrom('记者', '本报记者', '通讯员', '特约记者', '首席记者', '摄影', '');
const SIGN = fc.constantFrom(' ', '、', '；', '，', '：', ' / ', '');
const NOISE = fc.constantFrom('', '', '', '编辑', '昨天', '丙县', '责编', '实习');
const BYLINE = fc
  .array(fc.tuple(ROLE, SIGN, NAME, NOISE, SIGN), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));

/** Bylines in which names are separated. */
const CLEAN = fc
  .array(fc.tuple(ROLE, fc.constantFrom(' ', '：', ''), NAME), { minLength: 1, maxLength: 4 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', '、', '；'), { minLength: parts.length, maxLength: parts.length })
      .map((signs) => parts.map((part, at) => (at > 0 ? signs[at] : '') + part.join('')).join('')),
  );

describe('properties', () => {
  it('every character belongs to a name, an organisation, a role, a kind of work or a separator', () => {
    fc.assert(
      fc.property(BYLINE, (text) => {
        const people = parseByline(text);
        if (!people) return;
        const parts = people.flatMap(({ name, org = '' }) => [name, ...org.split(' ')]).filter(Boolean);
        let rest = text.replaceAll(' ', '');
        for (const part of parts.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(part, '|');
        expect(rest).toMatch(/^(?:本报|首席|特约|实习|记者|通讯员|摄影|[|、；，：/])*$/u);
      }),
      { numRuns: 2000 },
    );
  });
  it('an imported byline yields the same people, or is an error', () => {
    fc.assert(
      fc.property(CLEAN, (text) => {
        const [imported, typed] = [readBylineLine(text), parseByline(text)];
        if (imported && typed)
          expect(typed.map(({ name }) => name)).toEqual(imported.map(({ name }) => name));
      }),
      { numRuns: 2000 },
    );
  });
});
