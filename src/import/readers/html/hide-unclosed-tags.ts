/** `<` before a letter that does not start a tag: another `<` or the end of the text comes before a `>`. */
const UNCLOSED = /<(?=[A-Za-z/](?:[^<>"']|"[^"]*"|'[^']*')*(?:<|$))/gu;
/** Placeholders: Unicode noncharacters, which do not occur in text. */
const STAND_INS = ['\uFDE8', '\uFDE9', '\uFDEA'];

/**
 * Replaces `<` that is text (`a<b`) with a placeholder, because the parser would read a tag.
 * @returns the text to parse, and a function that restores the characters in a parsed text
 */
export function hideUnclosedTags(html: string): { text: string; restore: (value: string) => string } {
  const standIn = STAND_INS.find((each) => !html.includes(each));
  if (standIn === undefined) return { text: html, restore: (value) => value };
  return { text: html.replace(UNCLOSED, standIn), restore: (value) => value.replaceAll(standIn, '<') };
}
