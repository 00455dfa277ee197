import { excerpt } from '../text/matches.ts';
import { type PairProblem, pairProblems } from './unbalanced-pair/mark-pairs.ts';
import type { TextFinding, Passage, TextRule } from '../text-rule.ts';

export const rule: TextRule = {
  id: 'unbalanced-pair',
  severity: 'warning',
  title: '引号括号不成对',
  why: '引号、括号和书名号一左一右成对用；一段引文分几段印时，每段开头写“，最后一段才写”。',
  examples: [
    {
      bad: '县里打造“园中园，企业聚到一起。',
      line: 1,
      column: 5,
      problem: '双引号只有左边一半：县里打造“园中园，企…',
      fix: '在该结束的地方补上 ” ，或删去 “',
      good: '县里打造“园中园”，企业聚到一起。',
    },
    {
      bad: '第一段。\n\n县里打造园中园”，企业聚到一起。',
      line: 3,
      column: 8,
      problem: '双引号只有右边一半：…打造园中园”，企业聚到…',
      fix: '在该开始的地方补上 “ ，或删去 ”',
      good: '第一段。\n\n县里打造“园中园”，企业聚到一起。',
    },
    {
      bad: '县里打造”园中园“，企业聚到一起。',
      line: 1,
      column: 5,
      problem: '双引号左右用反了：县里打造”园中园“，…',
      fix: '前面用 “ ，后面用 ”',
      good: '县里打造“园中园”，企业聚到一起。',
    },
    {
      bad: '县里打造“园中园“，企业聚到一起。',
      line: 1,
      column: 9,
      problem: '双引号的方向反了：…造“园中园“，企业聚到…',
      fix: '改成 ”',
      good: '县里打造“园中园”，企业聚到一起。',
    },
    {
      bad: '他说：“我们打造“园中园”，为的是聚链。”',
      line: 1,
      column: 9,
      problem: '双引号里面又用了双引号：…“我们打造“园中园”，…',
      fix: '里层改用 ‘ ’ ；如果是前一个漏了右边一半，补上 ”',
      good: '他说：“我们打造‘园中园’，为的是聚链。”',
    },
    {
      bad: '企业（含外资企业共20家。',
      line: 1,
      column: 3,
      problem: '括号只有左边一半：企业（含外资企业…',
      fix: '在该结束的地方补上 ） ，或删去 （',
      good: '企业（含外资企业）共20家。',
    },
    {
      bad: '印发《关于支持《园区办法》的意见》。',
      line: 1,
      column: 8,
      problem: '书名号里面又用了书名号：…《关于支持《园区办法》…',
      fix: '里层改用 〈 〉 ；如果是前一个漏了右边一半，补上 》',
      good: '印发《关于支持〈园区办法〉的意见》。',
    },
    {
      bad: '推行“标准地（承诺制”）改革。',
      line: 1,
      column: 7,
      problem: '括号还没结束，外面的符号先结束了：…行“标准地（承诺制”）…',
      fix: '把 ） 移到外层结束之前',
      good: '推行“标准地（承诺制）”改革。',
    },
  ],
  fine: [
    '他说：“先把地备好。\n\n“再把人请来。”',
    '要求是：1）先备地；2）再招人。',
    '这家Men’s Club开业。',
    '“我们打造‘园中园’。”他说。',
  ],
  find: ({ passages }) =>
    passages.flatMap((passage, at) =>
      pairProblems(passage.text)
        .filter((each) => !isContinued(each, passage, passages[at + 1]) && !hasAsciiPartner(each, passage))
        .map((each) => ({ passage, index: each.index, length: 1, ...messageFor(each, passage.text) })),
    ),
};

/** Whether the quotation continues in the next paragraph, which then begins with the mark again. */
function isContinued(
  { kind, pair: family, index }: PairProblem,
  { kind: where, text, block }: Passage,
  next: Passage | undefined,
): boolean {
  const isSpeech = index === 0 || /[：:，]$/u.test(text.slice(0, index));
  const continues = next?.kind === where && next.block === block + 1 && next.text.startsWith(family.open);
  return kind === 'unclosed' && family.open === '“' && isSpeech && continues;
}

/** Whether the other half may be an ASCII quotation mark, which `ascii-mark` reports. */
function hasAsciiPartner({ kind, pair: family }: PairProblem, { text }: Passage): boolean {
  const ascii = family.open === '“' ? '"' : family.open === '‘' ? "'" : undefined;
  return (kind === 'unclosed' || kind === 'unopened') && ascii !== undefined && text.includes(ascii);
}

const NAMES: Record<string, string> = {
  '“': '双引号',
  '‘': '单引号',
  '（': '括号',
  '《': '书名号',
  '〈': '单书名号',
  '【': '方头括号',
  '「': '直角引号',
  '『': '双直角引号',
};

function messageFor(
  { kind, pair: { open, close, inner }, index }: PairProblem,
  text: string,
): Pick<TextFinding, 'problem' | 'fix'> {
  const name = NAMES[open] ?? '';
  const right = text[index] === open ? close : open;
  const place = excerpt(text, index, 1);
  switch (kind) {
    case 'unclosed':
      return {
        problem: `${name}只有左边一半：${place}`,
        fix: `在该结束的地方补上 ${close} ，或删去 ${open}`,
      };
    case 'unopened':
      return {
        problem: `${name}只有右边一半：${place}`,
        fix: `在该开始的地方补上 ${open} ，或删去 ${close}`,
      };
    case 'turned':
      return { problem: `${name}的方向反了：${place}`, fix: `改成 ${right}` };
    case 'reversed':
      return { problem: `${name}左右用反了：${place}`, fix: `前面用 ${open} ，后面用 ${close}` };
    case 'nested':
      return {
        problem: `${name}里面又用了${name}：${place}`,
        fix: `里层改用 ${inner} ；如果是前一个漏了右边一半，补上 ${close}`,
      };
    case 'crossed':
      return {
        problem: `${name}还没结束，外面的符号先结束了：${place}`,
        fix: `把 ${close} 移到外层结束之前`,
      };
  }
}
