/** Sentence end in Chinese (GB/T 15834), with the closing marks that belong to it. */
const SENTENCE = /^[\s\S]*?(?:[。！？]|……)[”’」』）》]*/u;

/**
 * The first sentence of a paragraph, cut at `limit` characters with an ellipsis where it is longer.
 * @param paragraph plain text
 */
export function firstSentence(paragraph: string, limit = 120): string {
  const text = paragraph.replace(/\s+/gu, ' ').trim();
  const sentence = SENTENCE.exec(text)?.[0] ?? text;
  const characters = [...sentence];
  return characters.length <= limit ? sentence : `${characters.slice(0, limit - 1).join('')}…`;
}
