/** A sign before a letter that no tag begins with: another tag begins, or the text ends, before it is closed. */
const UNCLOSED = /<(?=[A-Za-z/](?:[^<>"']|"[^"]*"|'[^']*')*(?:<|$))/gu;
/** Characters that stand for nothing in any text (Unicode, noncharacters). */
const STAND_INS = ['\uFDE8', '\uFDE9', '\uFDEA'];

/**
 * Takes signs that are text (`a<b`) out of a parser's sight, which would read tags into them.
 * @returns the text to be parsed, and what gives a parsed text its signs back
 */
export function hideUnclosedTags(html: string): { text: string; restore: (value: string) => string } {
  const standIn = STAND_INS.find((each) => !html.includes(each));
  if (standIn === undefined) return { text: html, restore: (value) => value };
  return { text: html.replace(UNCLOSED, standIn), restore: (value) => value.replaceAll(standIn, '<') };
}
