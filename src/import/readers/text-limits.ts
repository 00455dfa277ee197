import { UnreadableError } from '../manuscript.ts';

/** A year's volume of the bulletin has a third of it. */
const MOST_CHARACTERS = 2_000_000;
const MOST_LINES = 40_000;
/** Longer lines in Markdown, deeper indents and longer runs of one sign are no writing. */
const LONGEST_LINE = 200_000;
const RUNS = /[>[\]()*_`~<!#|\\]{300}|^[ \t]{200}|\*\*.{0,3}(?:\*\*.{0,3}){300}/mu;
const APART = '把稿件单独存成一个文件再导入';

/**
 * Refuses texts that would take a parser hours.
 * @throws UnreadableError
 */
export function checkTextLimits(text: string, kind: 'markdown' | 'text'): void {
  if (text.length > MOST_CHARACTERS) throw new UnreadableError('有两百多万字，不像一篇稿件', APART);
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) throw new UnreadableError(`有 ${lines.length} 行，不像一篇稿件`, APART);
  if (kind === 'text') return;
  if (RUNS.test(text) || lines.some((line) => line.length > LONGEST_LINE)) {
    throw new UnreadableError(
      '记号连成一长串，不是正常的文字',
      '用记事本打开看看；文字是好的话，存成 .txt 再导入',
    );
  }
}
