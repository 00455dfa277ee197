import path from 'node:path/posix';
import { escapeControls } from '#core/text/control-character.ts';
import { personalNumbers } from '#core/text/personal-number.ts';
import { NUMBER_NAMES } from './personal-numbers.ts';

/** Checks a file name; names of articles, pages, parks and issues become addresses. */
export function fileNameProblem(file: string): [problem: string, fix: string] | undefined {
  const shown = escapeControls(file);
  if (shown !== file) {
    const problem = `文件名“${path.basename(shown)}”里有看不见的控制字符`;
    return [problem, '改名，只用看得见的字'];
  }
  if (!/\.(?:mdx?|ya?ml)$/u.test(file)) return undefined;
  const [number] = personalNumbers(file, new Set());
  return number && [`文件名里有${NUMBER_NAMES[number.kind]} ${number.masked}`, '改名，网址里也不能有号码'];
}
