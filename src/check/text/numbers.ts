/** A number with its unit: `15.5亿元`. */
export interface Figure {
  value: number;
  unit: string;
  index: number;
  length: number;
  text: string;
}

const FIGURE =
  /(?<![\d.,第A-Za-z—~～-])(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<unit>[万亿]{0,2}(?:元|亩|家|个(?!月|百分点)|户|人|项|条|吨|台|套|件|公里|平方公里|平方米|公顷|千瓦时|千瓦|辆|名|宗|座|栋|所|批|次|场|头|只|份|箱|天|小时|分钟|个月|公斤))/gu;
/** Words before and after a number that make it approximate. */
const APPROXIMATE_BEFORE = /(?:约|近|超过|超|逾|达到?近|不足|不少于|不低于|至少|最多|多达)$/u;
const APPROXIMATE_AFTER = /^(?:余|多|以上|以下|左右|上下)/u;

/** The numbers of a clause; undefined where one of them is approximate. */
export function figuresOf(text: string): Figure[] | undefined {
  const figures: Figure[] = [];
  for (const { 0: found, index, groups } of text.matchAll(FIGURE)) {
    if (APPROXIMATE_BEFORE.test(text.slice(Math.max(0, index - 4), index))) return undefined;
    if (APPROXIMATE_AFTER.test(text.slice(index + found.length))) return undefined;
    const value = Number((groups?.number ?? '').replaceAll(',', ''));
    figures.push({ value, unit: groups?.unit ?? '', index, length: found.length, text: found });
  }
  return figures;
}

/** A number for a message, with at most one decimal. */
export function shownNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}
