/** First characters after a mask: `**县`. */
const SUFFIX = /[省市县区州旗盟镇乡村街局委园厂校院]/u;
/** Length of bold text that starts with such a character. */
const MAX_BOLD_LENGTH = 30;
/** Length of other bold text. */
const MAX_OTHER_LENGTH = 60;
/** Punctuation that does not occur inside bold text of either kind. */
const WITHIN_BOLD = /[。；！？].|[，、：]/u;
const WITHIN_OTHER = /[。；]./u;
/** Placeholders: Unicode noncharacters, which do not occur in text. */
const STAND_INS = Array.from({ length: 16 }, (_, index) => String.fromCharCode(0xfdd0 + index));

interface Run {
  start: number;
  end: number;
}

/**
 * Replaces asterisks that mask a withheld name (`**县`) with placeholders, because Markdown would read emphasis.
 * @returns the text to parse, and a function that restores the asterisks in a parsed text
 */
export function hideMasks(text: string): { text: string; restore: (value: string) => string } {
  const standIn = STAND_INS.find((each) => !text.includes(each));
  if (standIn === undefined) return { text, restore: (value) => value };
  const hidden = text
    .split('\n')
    .map((line) => (line.includes('*') ? hideIn(line, standIn) : line))
    .join('\n');
  return { text: hidden, restore: (value) => value.replaceAll(standIn, '*') };
}

function hideIn(line: string, standIn: string): string {
  const runs = [...line.matchAll(/(?<![\\*])\*{1,6}(?!\*)/gu)].map(({ index, 0: signs }): Run => ({
    start: index,
    end: index + signs.length,
  }));
  let out = '';
  let at = 0;
  for (const { start, end } of masksIn(line, runs)) {
    out += line.slice(at, start) + standIn.repeat(end - start);
    at = end;
  }
  return out + line.slice(at);
}

/** The runs that are masks: they neither open nor close bold text. */
function masksIn(line: string, runs: Run[]): Run[] {
  const masks: Run[] = [];
  let open: Run | undefined;
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index] as Run;
    const next = runs[index + 1];
    if (open && pairs(line, open, run, MAX_OTHER_LENGTH, WITHIN_OTHER)) open = undefined;
    else if (!isBeforeSuffix(line, run)) open = /\S/u.test(line[run.end] ?? '') ? run : undefined;
    else if (next && next.start - run.end === 1) {
      masks.push(run, next);
      index += 1;
    } else if (next && !isBeforeSuffix(line, next) && pairs(line, run, next, MAX_BOLD_LENGTH, WITHIN_BOLD)) {
      index += 1;
    } else masks.push(run);
  }
  return masks;
}

function isBeforeSuffix(line: string, { end }: Run): boolean {
  return SUFFIX.test(line[end] ?? '');
}

/** Whether two runs of asterisks enclose a short bold text. */
function pairs(line: string, from: Run, to: Run, longest: number, never: RegExp): boolean {
  const isEqual = from.end - from.start === to.end - to.start;
  const length = to.start - from.end;
  return isEqual && length > 0 && length <= longest && !never.test(line.slice(from.end, to.start));
}
