/** A kind of paired mark; half-width parentheses count as full-width ones, another rule tells of them. */
export interface MarkPair {
  open: string;
  close: string;
  /** What is used inside itself; absent where nesting needs no other marks. */
  inner?: string;
}

export const MARK_PAIRS: readonly MarkPair[] = [
  { open: '“', close: '”', inner: '‘ ’' },
  { open: '‘', close: '’', inner: '“ ”' },
  { open: '（', close: '）' },
  { open: '《', close: '》', inner: '〈 〉' },
  { open: '〈', close: '〉', inner: '《 》' },
  { open: '【', close: '】' },
  { open: '「', close: '」', inner: '『 』' },
  { open: '『', close: '』', inner: '「 」' },
];

export interface PairProblem {
  /** `turned`: a mark that looks the wrong way; `reversed`: a pair of which both do. */
  kind: 'unclosed' | 'unopened' | 'turned' | 'reversed' | 'nested' | 'crossed';
  pair: MarkPair;
  index: number;
}

interface Mark {
  pair: MarkPair;
  opens: boolean;
  index: number;
}

/** The first fault of each family of paired marks in a text; where all pair, the first crossing. */
export function pairProblems(text: string): PairProblem[] {
  const marks = marksOf(text);
  const faults = MARK_PAIRS.flatMap((family) => {
    const own = marks.filter((mark) => mark.pair === family);
    return own.length === 0 ? [] : (problemOf(family, own) ?? []);
  });
  if (faults.length > 0) return faults;
  const crossing = crossingOf(marks);
  return crossing ? [{ kind: 'crossed', pair: crossing.pair, index: crossing.index }] : [];
}

/** An ordinal that needs no partner, `1）` or `a)`, ends here. */
const ORDINAL = /(?:^|[\s。；：，、;,])[\da-zA-Z一二三四五六七八九十]{1,2}$/u;

/** Within the quotation of a quotation double marks are used again (GB/T 15834, 4.8.3.4). */
const THIRD_LEVEL = /(?<=‘[^‘’“”]{0,200})“[^‘’“”]{0,60}”(?=(?:[^‘’“”]|“[^‘’“”]{0,60}”){0,200}’)/gu;

function marksOf(whole: string): Mark[] {
  const text = whole.includes('‘') ? whole.replace(THIRD_LEVEL, (found) => ' '.repeat(found.length)) : whole;
  const marks: Mark[] = [];
  const open = new Map<MarkPair, boolean>();
  for (const { 0: sign, index } of text.matchAll(/[“”‘’（）()《》〈〉【】「」『』]/gu)) {
    const wide = sign === '(' ? '（' : sign === ')' ? '）' : sign;
    const family = MARK_PAIRS.find((each) => each.open === wide || each.close === wide);
    if (!family) continue;
    const opens = family.open === wide;
    if (!opens && !open.get(family) && needsNoPartner(wide, text.slice(Math.max(0, index - 4), index)))
      continue;
    open.set(family, opens);
    marks.push({ pair: family, opens, index });
  }
  return marks;
}

/** The bracket of an ordinal, and the apostrophe. */
function needsNoPartner(mark: string, before: string): boolean {
  return mark === '）' ? ORDINAL.test(before) : mark === '’' && /[\p{sc=Latin}\d]$/u.test(before);
}

/** What is wrong with the marks of one family, which should open and close by turns. */
function problemOf(family: MarkPair, marks: readonly Mark[]): PairProblem | undefined {
  const at = marks.findIndex(({ opens }, index) => opens !== (index % 2 === 0));
  const last = marks.at(-1);
  if (at < 0) return last?.opens ? { kind: 'unclosed', pair: family, index: last.index } : undefined;
  const index = marks[at]?.index ?? 0;
  const surplus = marks.reduce((sum, { opens }) => sum + (opens ? 1 : -1), 0);
  if (marks[at]?.opens) {
    if (surplus === 0 && isBalanced(marks))
      return family.inner ? { kind: 'nested', pair: family, index } : undefined;
    if (surplus >= 2) return { kind: 'turned', pair: family, index };
    return { kind: 'unclosed', pair: family, index: marks[at - 1]?.index ?? index };
  }
  if (surplus === 0 && marks[at + 1]?.opens) return { kind: 'reversed', pair: family, index };
  if (surplus <= -2 && marks[at + 1]?.opens === false) return { kind: 'turned', pair: family, index };
  return { kind: 'unopened', pair: family, index };
}

function isBalanced(marks: readonly Mark[]): boolean {
  let depth = 0;
  return marks.every(({ opens }) => {
    depth += opens ? 1 : -1;
    return depth >= 0;
  });
}

/** A mark that is still open when the one around it closes. */
function crossingOf(marks: readonly Mark[]): Mark | undefined {
  const open: Mark[] = [];
  for (const mark of marks) {
    if (mark.opens) open.push(mark);
    else {
      const inner = open.pop();
      if (inner && inner.pair !== mark.pair) return inner;
    }
  }
  return undefined;
}
