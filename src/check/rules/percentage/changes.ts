import { namedGroups } from '../../text/named-groups.ts';
import { type Figure, figuresOf, shownNumber } from '../../text/numbers.ts';
import { MAX_ROUNDING_POINTS, type WrongNumber, wrongFrom } from './wrong-number.ts';

/** `产值从100亿元增长到150亿元，增长50%`. */
const GROWTH =
  /[由从](?<from>[^由从，。；]{0,16}?)(?:增长|增加|提高|提升|上升|扩大|增|升|涨|扩)(?:到|至)(?<to>[^，。；]{2,16})，(?:同比|比上年)?(?:增长|增加|增幅|提高|上升|扩大)(?:了|达到?|为|约)?(?<percent>\d{1,4}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `用时由10天压缩到4天，缩短了60%`. */
const FALL =
  /[由从](?<from>[^由从，。；]{0,16}?)(?:减少|下降|降低|压减|压缩|缩短|缩减|降|减)(?:到|至|为)(?<to>[^，。；]{2,16})，(?:同比|比上年)?(?:减少|下降|降低|压减|压缩|缩短|缩减|降幅)(?:了|达到?|为)?(?<percent>\d{1,3}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `去年40亿元，今年50亿元，同比增长25%`. */
const YEARLY =
  /(?:去年|上年)(?<from>[^，。；]{2,20})，今年(?<to>[^，。；]{2,20})，(?:同比|比去年|比上年)?(?:增长|增加|提高)(?:了|达到?|为)?(?<percent>\d{1,4}(?:\.\d+)?)[%％](?![以多左上])/gu;
/** `由96亿元增加到288亿元，是2014年的3倍`. */
const MULTIPLE =
  /[由从](?<from>[^由从，。；]{0,16}?)(?:增长|增加|提高|提升|上升|扩大|增|升|涨|扩)(?:到|至)(?<to>[^，。；]{2,16})，(?:(?<than>增长|增加|提高|扩大)了?|(?:是|为|相当于)[^，。；]{1,12}的)(?<times>\d{1,2}(?:\.\d+)?)倍(?![以多左上])/gu;
/** `由4%降到2%，下降2个百分点`. */
const POINTS =
  /[由从](?:[^，。；%％]{0,12}的)?(?<from>\d+(?:\.\d+)?)[%％](?:提高|提升|上升|增加|扩大|下降|降低|压减|升|降|减|涨)(?:到|至|为)(?<to>\d+(?:\.\d+)?)[%％]，[^，。；\d]{0,10}?(?<said>\d+(?:\.\d+)?)个百分点/gu;
/** By how much a rounded multiple may differ, with a decimal and without. */
const MULTIPLE_TOLERANCE = { decimal: 0.06, whole: 0.5 };
/** By how many percentage points a rounded difference may differ. */
const MAX_POINT_DIFFERENCE = 0.11;

/** Percentages of growth or decline that do not follow from the two figures. */
export function wrongGrowth(text: string): WrongNumber[] {
  return [GROWTH, FALL, YEARLY].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { percent, ...figures } = namedGroups<'from' | 'to' | 'percent'>(match);
      const change = changeOf(figures);
      if (!change) return [];
      const { from, to } = change;
      const right = Math.abs(to.value / from.value - 1) * 100;
      if (Math.abs(right - Number(percent)) <= MAX_ROUNDING_POINTS) return [];
      const verb = to.value < from.value ? '减少' : '增长';
      const problem = `从${from.text}到${to.text}是${verb}${shownNumber(right)}%，不是${Number(percent)}%`;
      return wrongFrom(match, percent, problem);
    }),
  );
}

/** Differences in percentage points that do not follow from the two percentages. */
export function wrongPoints(text: string): WrongNumber[] {
  return [...text.matchAll(POINTS)].flatMap((match) => {
    const { from, to, said } = namedGroups<'from' | 'to' | 'said'>(match);
    const right = Math.abs(Number(to) - Number(from));
    if (Math.abs(right - Number(said)) <= MAX_POINT_DIFFERENCE) return [];
    const problem = `从${from}%到${to}%是${shownNumber(right)}个百分点，不是${said}个`;
    return wrongFrom(match, said, problem);
  });
}

/** Multiples (`3倍`) that do not follow from the two figures. */
export function wrongMultiples(text: string): WrongNumber[] {
  return [...text.matchAll(MULTIPLE)].flatMap((match) => {
    const { than, times, ...figures } = namedGroups<'from' | 'to' | 'times', 'than'>(match);
    const change = changeOf(figures);
    if (!change) return [];
    const { from, to } = change;
    const right = to.value / from.value - (than ? 1 : 0);
    const tolerance = times.includes('.') ? MULTIPLE_TOLERANCE.decimal : MULTIPLE_TOLERANCE.whole;
    if (Math.abs(right - Number(times)) <= tolerance) return [];
    const verb = than ? '增长' : '';
    const problem = `从${from.text}到${to.text}是${verb}${shownNumber(right)}倍，不是${times}倍`;
    return wrongFrom(match, times, problem);
  });
}

/** The two figures of a change, where they have the same unit and the first is not zero. */
function changeOf(texts: { from: string; to: string }): { from: Figure; to: Figure } | undefined {
  const [from] = figuresOf(texts.from) ?? [];
  const [to] = figuresOf(texts.to) ?? [];
  return from && to && from.unit === to.unit && from.value !== 0 ? { from, to } : undefined;
}
