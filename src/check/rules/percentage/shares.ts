import { namedGroups } from '../../text/named-groups.ts';
import { type Figure, figuresOf, shownNumber } from '../../text/numbers.ts';
import { MAX_ROUNDING_POINTS, type WrongNumber, wrongFrom, wrongFromFirstFigure } from './wrong-number.ts';

const SHARE =
  /占(?:比|总数|总量|其中|全部|总投资|总面积|总产值|(?:全年|年度)?(?:计划|目标|任务))?的?(?:比例|比重)?(?:为|达到?|约|近)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
const RATE =
  /(?:完成|开工|投产|签约|履约|落地|合格|达标|办结|签订|就业|利用|入驻|出租|使用|到会|出席|参会|参加|出勤|回收|采纳|成活|通过|录取)率(?:为|达到?|约)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `盈利90家，盈利面为75%`: a rate named after what its part does. */
const NAMED_RATE =
  /(?<stem>\p{sc=Han}{2})(?:率|面|比例|占比)(?:为|达到?|约)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `产值45亿元，完成全年目标60亿元的75%`. */
const COMPLETION =
  /(?<part>\d[\d.]*(?<unit>[万亿]{0,2}\p{sc=Han}))，(?:已)?完成(?:了)?(?:全年|年度|年初)[^，。；\d]{0,6}(?<whole>\d[\d.]*)\k<unit>的(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** The shares of the three industries, whose sum is 100. */
const STRUCTURE =
  /(?:三次产业|三产|产业)(?:增加值)?结构(?:比例|比)?(?:由\S{3,20})?(?:为|调整为|优化为)(?<ratio>\d{1,2}(?:\.\d+)?(?:[:：∶比]\d{1,2}(?:\.\d+)?){2})/gu;
/** Rates that cannot exceed 100%; investments can exceed their plan. */
const SHARE_OVER_100 =
  /(?:占比?(?:例|重)?|(?:开工|覆盖|合格|满意|办结|入驻|出租|签约|就业|达标|及格|普及|使用)率|满意度)(?:为|达到?|超过)?(?<percent>1[0-9]{2}(?:\.\d+)?|[2-9]\d{2}(?:\.\d+)?)[%％]/gu;

/**
 * Shares that do not follow from their whole and their part.
 * @param before the sentence before, which may state the whole
 */
export function wrongShares(text: string, before: string | undefined): WrongNumber[] {
  return [SHARE, RATE, NAMED_RATE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { index } = match;
      const { percent, stem } = namedGroups<'percent', 'stem'>(match);
      if (stem && !text.slice(0, index).includes(stem)) return [];
      const pair = wholeAndPart(text.slice(0, index)) ?? partOfBefore(text.slice(0, index), before);
      const written = Number(percent);
      if (!pair) return [];
      const right = (pair.part.value / pair.whole.value) * 100;
      if (Math.abs(right - written) <= MAX_ROUNDING_POINTS) return [];
      const problem = `${pair.part.text}是${pair.whole.text}的${shownNumber(right)}%，不是${written}%`;
      return wrongFromFirstFigure(match, problem);
    }),
  );
}

/** Shares of a plan that do not follow from the plan and what has been done. */
export function wrongCompletion(text: string): WrongNumber[] {
  return [...text.matchAll(COMPLETION)].flatMap((match) => {
    const { part, whole, unit, percent } = namedGroups<'part' | 'whole' | 'unit' | 'percent'>(match);
    const right = (Number.parseFloat(part) / Number(whole)) * 100;
    if (Math.abs(right - Number(percent)) <= MAX_ROUNDING_POINTS) return [];
    return wrongFrom(match, percent, `${part}是${whole}${unit}的${shownNumber(right)}%，不是${percent}%`);
  });
}

/** Structures of the three industries whose shares do not add up to 100. */
export function wrongStructure(text: string): WrongNumber[] {
  return [...text.matchAll(STRUCTURE)].flatMap((match) => {
    const { ratio } = namedGroups<'ratio'>(match);
    const sum = ratio.split(/[:：∶比]/u).reduce((whole, part) => whole + Number(part), 0);
    if (Math.abs(sum - 100) <= MAX_ROUNDING_POINTS / 2) return [];
    return wrongFrom(match, ratio, `“${ratio}”加起来是${shownNumber(sum)}，不是100`);
  });
}

/** Shares above 100%. */
export function over100(text: string): WrongNumber[] {
  return [...text.matchAll(SHARE_OVER_100)].flatMap((match) => {
    const { percent } = namedGroups<'percent'>(match);
    return Number(percent) <= 100 ? [] : wrongFromFirstFigure(match, `${percent}%超过了全部`);
  });
}

/** `全年安排48个。截至10月底，已开工36个，开工率75%`: the planned whole is in the previous sentence. */
function partOfBefore(text: string, before: string | undefined): { whole: Figure; part: Figure } | undefined {
  if (!before || !/^(?:截至|目前|现|至今|到目前)[^，]{0,10}，?(?:已|累计)/u.test(text)) return undefined;
  const figures = figuresOf(text) ?? [];
  const [part] = figures;
  const [whole] = (figuresOf(before) ?? []).filter(({ unit }) => unit === part?.unit);
  const isPlan = /安排|计划|列入|确定|谋划|实施|收到|受理|接到|共有|签约/u.test(before);
  if (!part || figures.length !== 1 || !whole || !isPlan || whole.value <= part.value) return undefined;
  return { whole, part };
}

/** The only two figures of one unit in a text, the larger first; undefined where the pair is not clear. */
function wholeAndPart(text: string): { whole: Figure; part: Figure } | undefined {
  const figures = figuresOf(text.slice(-120));
  const unit = figures?.at(-1)?.unit;
  const same = figures?.filter((figure) => figure.unit === unit) ?? [];
  const [whole, part] = same;
  if (same.length !== 2 || !whole || !part || whole.value <= part.value) return undefined;
  if (/[%％]/u.test(text.slice(-120))) return undefined;
  return { whole, part };
}
