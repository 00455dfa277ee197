/** An opening and a closing mark. Half-width parentheses count as full-width ones; `ascii-mark` reports them. */
export interface MarkPair {
  open: string;
  close: string;
  /** The marks to use inside the pair; absent where the same can be nested. */
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
  /** `turned`: one mark points the wrong way; `reversed`: both marks of a pair do. */
  kind: 'unclosed' | 'unopened' | 'turned' | 'reversed' | 'nested' | 'crossed';
  pair: MarkPair;
  index: number;
}

interface Mark {
  pair: MarkPair;
  opens: boolean;
  index: number;
}

/** The first problem of each pair of marks in a text; if there is none, the first crossing of two pairs. */
export function pairProblems(text: string): PairProblem[] {
  const marks = marksOf(text);
  const problems = MARK_PAIRS.flatMap((family) => {
    const own = marks.filter((mark) => mark.pair === family);
    return own.length === 0 ? [] : (problemOf(family, own) ?? []);
  });
  if (problems.length > 0) return problems;
  const crossing = crossingOf(marks);
  return crossing ? [{ kind: 'crossed', pair: crossing.pair, index: crossing.index }] : [];
}

/** The end of an ordinal whose bracket needs no partner: `1）`, `a)`. */
const ORDINAL = /(?:^|[\s。；：，、;,])[\da-zA-Z一二三四五六七八九十]{1,2}$/u;

/** The third level of quotations uses double marks again (GB/T 15834, 4.8.3.4). */
const THIRD_LEVEL = /(?<=‘[^‘’“”]{0,200})“[^‘’“”]{0,60}”(?=(?:[^‘’“”]|“[^‘’“”]{0,60}”){0,200}’)/gu;

function marksOf(whole: string): Mark[] {
  const text = whole.includes('‘') ? whole.replace(THIRD_LEVEL, (found) => ' '.repeat(found.length)) : whole;
  const marks: Mark[] = [];
  const open = new Map<MarkPair, boolean>();
  for (const { 0: char, index } of text.matchAll(/[“”‘’（）()《》〈〉【】「」『』]/gu)) {
    const wide = char === '(' ? '（' : char === ')' ? '）' : char;
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

/** Whether a mark is the bracket of an ordinal or an apostrophe. */
function needsNoPartner(mark: string, before: string): boolean {
  return mark === '）' ? ORDINAL.test(before) : mark === '’' && /[\p{sc=Latin}\d]$/u.test(before);
}

/** The first problem of one pair, whose marks should open and close in turn. */
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

/** The first mark that is still open when the pair around it closes. */
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
