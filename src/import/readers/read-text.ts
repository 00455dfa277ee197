import {
  emptyManuscript,
  type ImportWarning,
  type Manuscript,
  type Paragraph,
  type Span,
} from '../manuscript.ts';
import { wrappedLines } from './hard-wrap.ts';

/** Reads plain text: each line is a paragraph, unless lines are wrapped at a fixed width. */
export function readText(text: string): Manuscript {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const wrapped = wrappedLines(lines);
  const blocks: Paragraph[] = [];
  let gap = 0;
  lines.forEach((line, index) => {
    const value = line.trim();
    const last = blocks.at(-1);
    if (value === '') gap += 1;
    else if (last && wrapped.has(index)) last.spans.push(continuation(last.spans, value));
    else {
      blocks.push({ type: 'paragraph', line: index + 1, spans: [{ text: value }], ...(gap > 0 && { gap }) });
    }
    if (value !== '') gap = 0;
  });
  return { ...emptyManuscript('text'), blocks, warnings: wrapped.size > 0 ? [joinedWarning(wrapped)] : [] };
}

/**
 * The span for a continuation line. Adds a space only between Latin words, unlike
 * `#core/text/needs-space.ts`: programs that wrapped at a fixed width also broke inside numbers.
 */
function continuation(spans: Span[], text: string): Span {
  const needsSpace = /[A-Za-z,.;:]$/u.test(spans.at(-1)?.text ?? '') && /^[A-Za-z]/u.test(text);
  return { text: needsSpace ? ` ${text}` : text };
}

function joinedWarning(wrapped: Set<number>): ImportWarning {
  const [first = 0] = wrapped;
  return {
    code: 'lines-joined',
    message: `原稿每行到固定宽度就换行（共${wrapped.size}处），已接成整段，请核对分段`,
    line: first + 1,
  };
}
