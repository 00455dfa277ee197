import type { TextFinding, Passage } from '../text-rule.ts';
import type { Wording } from '../words/word-lists-fs.ts';

/** Makes a finding of every listed wording, except inside its exceptions. */
export function wordings(
  passages: readonly Passage[],
  list: readonly Wording[],
  messageFor: (wording: Wording) => Pick<TextFinding, 'problem' | 'fix'>,
): TextFinding[] {
  const byWord = new Map(list.map((wording) => [wording.wrong, wording]));
  if (byWord.size === 0) return [];
  const pattern = new RegExp([...byWord.keys()].map(escaped).join('|'), 'gu');
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const wording = byWord.get(found);
      if (!wording || isException(passage.text, index, wording)) return [];
      return { passage, index, length: found.length, ...messageFor(wording) };
    }),
  );
}

function isException(text: string, index: number, { wrong, except = [] }: Wording): boolean {
  return except.some((longer) => {
    const at = longer.indexOf(wrong);
    return at >= 0 && text.startsWith(longer, index - at);
  });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
