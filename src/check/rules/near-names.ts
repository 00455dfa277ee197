import { nearPairs } from './near-names/near-pairs.ts';
import type { ArticleText, TextFinding, TextPosition, TextRule } from '../text-rule.ts';
import { isHanzi } from '../text/segment.ts';

/** Characters of a name in a message to each side of the one that differs. */
const MAX_CONTEXT = 5;
/** Limit against hostile input; articles have far fewer. */
const MAX_PAIRS = 100;

export const rule: TextRule = {
  id: 'near-names',
  severity: 'warning',
  title: '近似名称',
  why: '同一篇里两个名称只差一个字，常是同音字打错；真是两家的，写进 check.yaml 的 distinct。',
  examples: [
    {
      bad: '中研模具入选示范企业。\n\n中研磨具领到牌子。',
      line: 3,
      column: 1,
      problem: '“中研磨具”和“中研模具”只差一个字',
      fix: '核对是不是同一个名称；是的，统一成正确的写法',
      good: '中研模具入选示范企业。\n\n中研模具领到牌子。',
    },
    {
      bad: '某县鼎琛新能源公司开工，某县鼎深新能源公司投产。',
      line: 1,
      column: 13,
      problem: '“某县鼎深新能源公司”和“某县鼎琛新能源公司”只差一个字',
      fix: '核对是不是同一个名称；是的，统一成正确的写法',
      good: '某县鼎琛新能源公司开工，某县鼎琛新能源公司投产。',
    },
    {
      bad: '“备好地。”张立峰说。张立峰还说：“招好人。”\n\n“修好路。”张立锋说。',
      line: 3,
      column: 7,
      problem: '“张立锋说”和“张立峰说”只差一个字',
      fix: '核对是不是同一个名称；是的，统一成正确的写法',
      good: '“备好地。”张立峰说。张立峰还说：“招好人。”\n\n“修好路。”张立峰说。',
    },
  ],
  fine: [
    '某县东湖产业园一期投产，某县西湖产业园二期开工。',
    '建设绿色产业园，打造特色产业园。',
    '第一开发区与第二开发区。',
  ],
  find(article) {
    const reported = new Set<string>();
    const pairs = nearPairs(article.passages).slice(0, MAX_PAIRS);
    return pairs.flatMap(([one, other]) => {
      const near = findingFor(one, other, article);
      if (!near) return [];
      const { finding, names } = near;
      const { line, column } = finding.passage.place(finding.index);
      // Where both names are equally frequent, either may be found to be the wrong one.
      const marks = [names.toSorted().join('、'), `${line}:${column}`];
      const isReported = marks.some((mark) => reported.has(mark));
      for (const mark of marks) reported.add(mark);
      return isReported ? [] : finding;
    });
  },
};

function findingFor(
  one: TextPosition,
  other: TextPosition,
  { passages, words }: ArticleText,
): { finding: TextFinding; names: [string, string] } | undefined {
  const { left, right } = commonContext(one, other);
  const nameOf = ({ passage, index }: TextPosition) => passage.text.slice(index - left, index + 1 + right);
  const [a, b] = [nameOf(one), nameOf(other)];
  if ([a, b].some((name) => words.distinct.some((right) => name.includes(right) || right.includes(name))))
    return undefined;
  const count = (name: string) => passages.reduce((sum, { text }) => sum + countIn(text, name), 0);
  const [wrong, name, usual] = count(a) < count(b) ? [one, a, b] : [other, b, a];
  const finding = {
    passage: wrong.passage,
    index: wrong.index - left,
    length: name.length,
    problem: `“${name}”和“${usual}”只差一个字`,
    fix: '核对是不是同一个名称；是的，统一成正确的写法',
  };
  return { finding, names: [name, usual] };
}

function countIn(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count += 1;
  return count;
}

/** How many hanzi before and after two positions are the same. */
function commonContext(one: TextPosition, other: TextPosition): { left: number; right: number } {
  const same = (step: number) => {
    const char = one.passage.text[one.index + step];
    return isHanzi(char) && char === other.passage.text[other.index + step];
  };
  let left = 0;
  while (left < MAX_CONTEXT && same(-left - 1)) left += 1;
  let right = 0;
  while (right < MAX_CONTEXT && same(right + 1)) right += 1;
  return { left, right };
}
