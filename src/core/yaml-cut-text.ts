import type { Scalar } from 'yaml';
import { NEEDS_SPACE } from './text/needs-space.ts';

/** Words of a program (`ready`, `2022-09-30`): what stands behind ` # ` is a note to them. */
const WORD = /^[\w./:+-]*$/u;

/**
 * What YAML would drop or change of a text: what stands behind ` #`, line breaks, blanks at its ends.
 * @param node a value
 * @param text the YAML
 * @returns the fault, with the corrected line; undefined where the value is the text as it was typed
 */
export function cutText(node: Scalar, text: string): { problem: string; fix: string } | undefined {
  const [start = 0, end = 0] = node.range ?? [];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start).replace(/\s+$/u, ' ');
  const typed = text.slice(start, end);
  const comment = /^[ \t]*(#[^\n]*)/u.exec(text.slice(end))?.[1]?.trimEnd();
  if (comment !== undefined && isText(node, comment)) {
    const whole = `${typed}${text.slice(end, text.indexOf(comment, end))}${comment}`.trim();
    return {
      problem: `“#”前面有空格，“${comment}”会被当作注释，印不出来`,
      fix: `${before}${quoted(whole)}；是注释的，另写一行`,
    };
  }
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  if (typeof node.value !== 'string') return undefined;
  const lines = typed.split('\n').map((line) => line.trim());
  const isFolded = isBlock
    ? node.type === 'BLOCK_FOLDED' && lines.slice(1).filter((line) => line !== '').length > 1
    : lines.length > 1;
  if (isFolded) {
    const joined = (isBlock ? lines.slice(1) : unquoted(lines)).filter((line) => line !== '').reduce(join);
    return { problem: '内容写成了几行，中间会多出空格', fix: `${before}${quoted(joined)}` };
  }
  const trimmed = node.value.replace(/^[ \t\u00A0\u3000]+|[ \t\u00A0\u3000]+$/gu, '');
  if (!isBlock && trimmed !== node.value && trimmed !== '')
    return { problem: '内容的开头或末尾有空格', fix: `${before}${quoted(trimmed)}` };
  return undefined;
}

/** Whether a comment may be a part of the text before it. */
function isText(node: Scalar, comment: string): boolean {
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return false;
  if (!/^#[\s#]/u.test(comment) && comment !== '#') return true;
  return node.type === 'PLAIN' && typeof node.value === 'string' && !WORD.test(node.value);
}

/** A text as a value on its line. */
export function quoted(text: string): string {
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function unquoted(lines: string[]): string[] {
  const whole = lines.join('\n');
  return (/^(["'])[^]*\1$/u.test(whole) ? whole.slice(1, -1) : whole).split('\n');
}

function join(left: string, right: string): string {
  const needsSpace = NEEDS_SPACE.test(left.at(-1) ?? '') && NEEDS_SPACE.test(right[0] ?? '');
  return `${left}${needsSpace ? ' ' : ''}${right}`;
}
