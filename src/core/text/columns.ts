/** Columns that a text fills on a screen of fixed width: two for a Chinese character. */
export function columns(text: string): number {
  return text.replace(/[^\0-\u02FF]/gu, '  ').length;
}
