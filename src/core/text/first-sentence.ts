/** End of a sentence in Chinese (GB/T 15834), including closing quotation marks and brackets. */
const SENTENCE = /^[\s\S]*?(?:[。！？]|……)[”’」』）》]*/u;

/**
 * The first sentence of a paragraph, truncated with an ellipsis to at most `limit` characters.
 * @param paragraph plain text
 */
export function firstSentence(paragraph: string, limit = 120): string {
  const text = paragraph.replace(/\s+/gu, ' ').trim();
  const sentence = SENTENCE.exec(text)?.[0] ?? text;
  const characters = [...sentence];
  return characters.length <= limit ? sentence : `${characters.slice(0, limit - 1).join('')}…`;
}
