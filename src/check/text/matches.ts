import {
  type ArticleText,
  OBJECT_REPLACEMENT,
  type TextFinding,
  type Passage,
  type PassageKind,
} from '../text-rule.ts';

type Message = Pick<TextFinding, 'problem' | 'fix'>;

/**
 * Makes a finding of every match of a global pattern.
 * @param messageFor the message about a match; undefined where the match is right
 * @param kinds the kinds of passages to search; all where absent
 */
export function eachMatch(
  passages: readonly Passage[],
  pattern: RegExp,
  messageFor: (match: RegExpExecArray, passage: Passage) => Message | undefined,
  kinds?: readonly PassageKind[],
): TextFinding[] {
  const findings: TextFinding[] = [];
  for (const passage of passages) {
    if (kinds && !kinds.includes(passage.kind)) continue;
    for (const match of passage.text.matchAll(pattern)) {
      const message = messageFor(match, passage);
      if (message) findings.push({ passage, index: match.index, length: match[0].length, ...message });
    }
  }
  return findings;
}

/** Keeps the first finding of each line and adds to its message how many the line has. */
export function firstPerLine(findings: TextFinding[]): TextFinding[] {
  const byLine = Map.groupBy(findings, ({ passage, index }) => passage.place(index).line);
  return [...byLine.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const count = others.length + 1;
    return count === 1 ? first : { ...first, problem: `${first.problem}（这一段共${count}处）` };
  });
}

/** A text as a message cites it: `…` for code and pictures. */
export function cited(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(OBJECT_REPLACEMENT, '…');
}

/** The text around an index for a message: `reach` characters to each side, `…` where the text continues. */
export function excerpt(text: string, index: number, length: number, reach = 5): string {
  const from = Math.max(0, index - reach);
  const to = Math.min(text.length, index + length + reach);
  const piece = cited(text.slice(from, to));
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}

/** The printed front matter and the typed lines of the body, for text that Markdown removes. */
export function asTyped({ passages, source }: ArticleText): Passage[] {
  return [...passages.filter(({ kind }) => kind === 'field'), ...source];
}
