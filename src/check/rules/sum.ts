import { type Figure, figuresOf, shownNumber } from '../text/numbers.ts';
import { namedGroups } from '../text/named-groups.ts';
import type { TextFinding, Passage, TextRule } from '../text-rule.ts';
import { type Piece, sentencesOf } from '../text/sentences.ts';

const FIX = '对照原稿核算，改正分项或合计';
/** By how much each rounded number may differ. */
const MAX_ROUNDING = 0.051;
const TOTAL = /合计|共计|总计|累计共/u;
/** Statistical totals, each followed by its fixed parts. */
const BALANCES = [
  ['进出口', '(?<!进)出口', '(?<!出)进口'],
  ['生产总值', '第一产业增加值', '第二产业增加值', '第三产业增加值'],
].map((terms) =>
  terms.map(
    (term) =>
      new RegExp(
        `${term}(?:总额|总值|货值|值)?(?:达到?|为|实现|完成)?(?<number>\\d+(?:\\.\\d+)?)(?<unit>[万亿]{1,2}(?:美元|元))`,
        'u',
      ),
  ),
);
/** Kinds of firms and persons that can be in more than one part. */
const OVERLAPPING =
  /规上|规模以上|高新技术|专精|特新|小巨人|科技型|上市|外资|合资|省级|国家级|[百千]?[万亿]元以上|龙头|独角兽|女|党员|博士|硕士|本科/u;
/** Parts that exclude each other. */
const OPPOSITES =
  /男[^，。]*女|新建[^，。]*续建|续建[^，。]*新建|国有[^，。]*民营|省内[^，。]*省外|本地[^，。]*外地/u;
/** Most characters between a total and its parts. */
const MAX_BALANCE_LENGTH = 160;
/** If the parts exceed the total by a larger factor, they overlap. */
const MAX_OVERLAP = 1.15;

/** Quick test: passages without it have no sum. */
const MAY_HOLD_SUM = /其中|合计|共计|总计|累计共|\d\p{sc=Han}{1,3}、\p{sc=Han}{2,8}\d/u;
/** A row of kinds with their numbers: `大型2家、中型5家、小型9家`. */
const KINDS =
  /(?:\p{sc=Han}{2,8}\d[\d.]*[万亿]?\p{sc=Han}{1,2}、){2,}\p{sc=Han}{2,8}\d[\d.]*[万亿]?\p{sc=Han}{1,2}/u;

/** Words for incomplete or approximate parts, which need not add up to the total. */
const INEXACT = /其中|等|余|多[个家项户人亿万]|左右|以上|约|近\d|超过|目标|计划|比上年|同比/u;

export const rule: TextRule = {
  id: 'sum',
  severity: 'warning',
  title: '合计不符',
  why: '一句里列出的分项加起来应当等于合计数。',
  examples: [
    {
      bad: '一期投资10亿元，二期投资20亿元，合计投资35亿元。',
      line: 1,
      column: 23,
      problem: '前面几项加起来是30亿元，这里写的是35亿元',
      fix: '对照原稿核算，改正分项或合计',
      good: '一期投资10亿元，二期投资20亿元，合计投资30亿元。',
    },
    {
      bad: '第一段。\n\n皮革企业12家、家居企业8家、光伏企业5家，共计26家。',
      line: 3,
      column: 25,
      problem: '前面几项加起来是25家，这里写的是26家',
      fix: '对照原稿核算，改正分项或合计',
      good: '第一段。\n\n皮革企业12家、家居企业8家、光伏企业5家，共计25家。',
    },
    {
      bad: '东区300亩，西区250亩，总计650亩',
      line: 1,
      column: 17,
      problem: '前面几项加起来是550亩，这里写的是650亩',
      fix: '对照原稿核算，改正分项或合计',
      good: '东区300亩，西区250亩，总计550亩',
    },
    {
      bad: '总投资20亿元，其中一期12亿元，二期10亿元。',
      line: 1,
      column: 4,
      problem: '其中的几项加起来是22亿元，超过了20亿元',
      fix: '对照原稿核算，改正分项或合计',
      good: '总投资22亿元，其中一期12亿元，二期10亿元。',
    },
    {
      bad: '评定食堂37家，五星级5家、四星级14家、三星级28家。',
      line: 1,
      column: 5,
      problem: '后面几项加起来是47家，这里写的是37家',
      fix: '对照原稿核算，改正分项或合计',
      good: '评定食堂47家，五星级5家、四星级14家、三星级28家。',
    },
    {
      bad: '引来企业11家，投资8亿元，其中做拆解的4家、做利用的5家、做材料的4家。',
      line: 1,
      column: 5,
      problem: '其中的几项加起来是13家，超过了11家',
      fix: '对照原稿核算，改正分项或合计',
      good: '引来企业13家，投资8亿元，其中做拆解的4家、做利用的5家、做材料的4家。',
    },
  ],
  fine: [
    '企业50家，规上企业30家、高新企业20家、上市企业9家等。',
    '企业100家，其中规上企业60家、高新技术企业50家。',
    '一期投资10亿元，二期投资20亿元，合计投资30亿元。',
    '有30亿元的项目，20亿元的项目等，合计投资80亿元。',
    '签约12个，合计投资40亿元，另有15亿元的项目在谈。',
  ],
  find: ({ passages }) =>
    passages.flatMap((passage) => {
      const balances = balancesOf(passage);
      const sums = sumsOf(passage).filter(({ index }) =>
        balances.every((balance) => balance.index !== index),
      );
      return [...balances, ...sums];
    }),
};

function sumsOf(passage: Passage): TextFinding[] {
  if (!MAY_HOLD_SUM.test(passage.text)) return [];
  return sentencesOf(passage.text).flatMap((piece) => findingIn(passage, piece) ?? []);
}

/** Statistical totals that differ from their parts: `进出口总额30亿元……出口20亿元……进口12亿元`. */
function balancesOf(passage: Passage): TextFinding[] {
  return BALANCES.flatMap(([whole, ...parts]) => {
    const found = whole?.exec(passage.text);
    if (!found) return [];
    const after = passage.text.slice(found.index + found[0].length).slice(0, MAX_BALANCE_LENGTH);
    const figures = parts.map((part) => part.exec(after)?.groups);
    const { number, unit } = namedGroups<'number' | 'unit'>(found);
    if (figures.some((figure) => figure?.unit !== unit)) return [];
    const sum = figures.reduce((total, figure) => total + Number(figure?.number), 0);
    if (Math.abs(sum - Number(number)) <= MAX_ROUNDING * (parts.length + 1)) return [];
    const length = number.length + unit.length;
    return {
      passage,
      index: found.index + found[0].length - length,
      length,
      problem: `后面的分项加起来是${shownNumber(sum)}${unit}，这里写的是${number}${unit}`,
      fix: FIX,
    };
  });
}

function findingIn(passage: Passage, piece: Piece): TextFinding | undefined {
  const found = totalAfter(piece.text) ?? totalBefore(piece.text) ?? totalOfKinds(piece.text);
  if (!found) return undefined;
  const { total, problem } = found;
  return { passage, index: piece.index + total.index, length: total.length, problem, fix: FIX };
}

interface WrongTotal {
  total: Figure;
  problem: string;
}

/** A total after its parts: `甲10亿元，乙20亿元，合计35亿元`. */
function totalAfter(text: string): WrongTotal | undefined {
  const at = text.search(TOTAL);
  if (at < 0 || INEXACT.test(text)) return undefined;
  const [total] = figuresOf(text.slice(at)) ?? [];
  const parts = figuresOf(text.slice(0, at)) ?? [];
  if (!total || parts.length < 2 || parts.some(({ unit }) => unit !== total.unit)) return undefined;
  const sum = sumOf(parts);
  if (Math.abs(sum - total.value) <= MAX_ROUNDING * parts.length) return undefined;
  const problem = `前面几项加起来是${shownNumber(sum)}${total.unit}，这里写的是${total.text}`;
  return { total: { ...total, index: total.index + at }, problem };
}

/** A total before its parts: `总投资20亿元，其中甲12亿元，乙10亿元`. Kinds of firms overlap, money and land do not. */
function totalBefore(text: string): WrongTotal | undefined {
  const at = text.indexOf('其中');
  if (at < 0) return undefined;
  const figures = figuresOf(text.slice(at)) ?? [];
  const unit = figures[0]?.unit;
  const total = figuresOf(text.slice(0, at))?.findLast((figure) => figure.unit === unit);
  const other = figures.findIndex((figure) => figure.unit !== unit);
  const parts = other < 0 ? figures : figures.slice(0, other);
  if (!total || parts.length < 2) return undefined;
  const sum = sumOf(parts);
  const isDisjoint =
    /[元亩吨]|平方/u.test(total.unit) ||
    OPPOSITES.test(text.slice(at)) ||
    (parts.length > 2 && (sum <= total.value * MAX_OVERLAP || !OVERLAPPING.test(text.slice(at))));
  if (!isDisjoint) return undefined;
  if (sum <= total.value + MAX_ROUNDING * parts.length) return undefined;
  const problem = `其中的几项加起来是${shownNumber(sum)}${total.unit}，超过了${total.text}`;
  return { total, problem };
}

/** A total before kinds whose names end alike: `食堂37家，五星级5家、四星级14家、三星级28家`. */
function totalOfKinds(text: string): WrongTotal | undefined {
  const list = /\d\p{sc=Han}{1,3}、/u.test(text) ? KINDS.exec(text) : null;
  if (!list || INEXACT.test(text)) return undefined;
  const parts = figuresOf(list[0]) ?? [];
  const unit = parts[0]?.unit ?? '';
  const total = figuresOf(text.slice(0, list.index))?.findLast((figure) => figure.unit === unit);
  const sum = sumOf(parts);
  const names = [...list[0].matchAll(/\p{sc=Han}+(?=\d)/gu)].map(([name]) =>
    name.replace(/^[家个户人项]/u, ''),
  );
  const isOfOneKind = names.every((name) => name.slice(-2) === names[0]?.slice(-2));
  if (!total || parts.length !== names.length || parts.some((part) => part.unit !== unit)) return undefined;
  if (!isOfOneKind || Math.abs(sum - total.value) <= MAX_ROUNDING * parts.length) return undefined;
  const problem = `后面几项加起来是${shownNumber(sum)}${unit}，这里写的是${total.text}`;
  return { total, problem };
}

function sumOf(figures: readonly Figure[]): number {
  return figures.reduce((whole, { value }) => whole + value, 0);
}
