/** Names of places and offices begin so after a mask: `**县`. */
const SUFFIX = /[省市县区州旗盟镇乡村街局委园厂校院]/u;
/** A bold text that begins like one is so long at the most. */
const LONGEST_BOLD = 30;
/** A bold text that begins otherwise, until its closing signs. */
const LONGEST_OTHER = 60;
/** What stands in none of them. */
const WITHIN_BOLD = /[。；！？].|[，、：]/u;
const WITHIN_OTHER = /[。；]./u;
/** Characters that stand for nothing in any text (Unicode, noncharacters). */
const STAND_INS = Array.from({ length: 16 }, (_, index) => String.fromCharCode(0xfdd0 + index));

interface Run {
  start: number;
  end: number;
}

/**
 * Takes the asterisks that stand for a name that is kept back (`**县`) out of Markdown's sight.
 * @returns the text to be parsed, and what gives a parsed text its asterisks back
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

/** The runs that are masks: they neither close a bold text nor open one. */
function masksIn(line: string, runs: Run[]): Run[] {
  const masks: Run[] = [];
  let open: Run | undefined;
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index] as Run;
    const next = runs[index + 1];
    if (open && pairs(line, open, run, LONGEST_OTHER, WITHIN_OTHER)) open = undefined;
    else if (!isBeforeSuffix(line, run)) open = /\S/u.test(line[run.end] ?? '') ? run : undefined;
    else if (next && next.start - run.end === 1) {
      masks.push(run, next);
      index += 1;
    } else if (next && !isBeforeSuffix(line, next) && pairs(line, run, next, LONGEST_BOLD, WITHIN_BOLD)) {
      index += 1;
    } else masks.push(run);
  }
  return masks;
}

function isBeforeSuffix(line: string, { end }: Run): boolean {
  return SUFFIX.test(line[end] ?? '');
}

/** Whether two runs of asterisks stand around one short run of words. */
function pairs(line: string, from: Run, to: Run, longest: number, never: RegExp): boolean {
  const isEqual = from.end - from.start === to.end - to.start;
  const length = to.start - from.end;
  return isEqual && length > 0 && length <= longest && !never.test(line.slice(from.end, to.start));
}
