import { UnreadableError } from '../manuscript.ts';

/** Three times the length of a year's volume of the bulletin. */
const MAX_CHARACTERS = 2_000_000;
const MAX_LINES = 40_000;
/** Longer lines, deeper indents and longer runs of markup characters do not occur in Markdown manuscripts, and are slow to parse. */
const MAX_LINE_LENGTH = 200_000;
const RUNS = /[>[\]()*_`~<!#|\\]{300}|^[ \t]{200}|\*\*.{0,3}(?:\*\*.{0,3}){300}/mu;
const APART = '把稿件单独存成一个文件再导入';

/**
 * Rejects texts that would take very long to parse.
 * @throws UnreadableError if a limit is exceeded
 */
export function checkTextLimits(text: string, kind: 'markdown' | 'text'): void {
  if (text.length > MAX_CHARACTERS) throw new UnreadableError('有两百多万字，不像一篇稿件', APART);
  const lines = text.split('\n');
  if (lines.length > MAX_LINES) throw new UnreadableError(`有 ${lines.length} 行，不像一篇稿件`, APART);
  if (kind === 'text') return;
  if (RUNS.test(text) || lines.some((line) => line.length > MAX_LINE_LENGTH)) {
    throw new UnreadableError(
      '记号连成一长串，不是正常的文字',
      '用记事本打开看看；文字是好的话，存成 .txt 再导入',
    );
  }
}
