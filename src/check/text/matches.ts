import type { ArticleText, TextFinding, Passage, PassageKind } from '../text-rule.ts';

type Told = Pick<TextFinding, 'problem' | 'fix'>;

/**
 * A flaw for every match of a global pattern in passages of some kinds (all where not told).
 * @param tell says what is wrong with a match; nothing where it is right
 */
export function eachMatch(
  passages: readonly Passage[],
  pattern: RegExp,
  tell: (match: RegExpExecArray, passage: Passage) => Told | undefined,
  kinds?: readonly PassageKind[],
): TextFinding[] {
  const flaws: TextFinding[] = [];
  for (const passage of passages) {
    if (kinds && !kinds.includes(passage.kind)) continue;
    for (const match of passage.text.matchAll(pattern)) {
      const told = tell(match, passage);
      if (told) flaws.push({ passage, index: match.index, length: match[0].length, ...told });
    }
  }
  return flaws;
}

/** Of flaws of one kind in one line of a passage the first, which tells how many there are. */
export function firstPerLine(flaws: TextFinding[]): TextFinding[] {
  const byLine = Map.groupBy(flaws, ({ passage, index }) => passage.place(index).line);
  return [...byLine.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const count = others.length + 1;
    return count === 1 ? first : { ...first, problem: `${first.problem}（这一段共${count}处）` };
  });
}

/** What stands around an index, for a message: a few characters to each side, `…` where the text goes on. */
export function excerpt(text: string, index: number, length: number, reach = 5): string {
  const from = Math.max(0, index - reach);
  const to = Math.min(text.length, index + length + reach);
  const piece = text.slice(from, to).replaceAll('\n', ' ');
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}

/** The front matter, and the body as it is typed: for what Markdown would swallow. */
export function asTyped({ passages, source }: ArticleText): Passage[] {
  return [...passages.filter(({ kind }) => kind === 'field'), ...source];
}
