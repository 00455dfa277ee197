/** Kinds of numbered headings, highest level first. */
export const NUMBER_KINDS: RegExp[] = [
  /^第[一二三四五六七八九十百]+[章部编]/u,
  /^第[一二三四五六七八九十百]+节/u,
  /^[一二三四五六七八九十]{1,3}[、．.]/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}[、．.](?!\d)/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** Signs and numbers that only items of a list have. */
const ITEM_SIGN =
  /^(?:[①-⑳⑴-⒇⒈-⒛❶-❿]|\d{1,2}[）)]|[A-Za-z][.．、）)]\s?(?=\p{Script=Han})|[-–·•*＊※●○◆◇■□▪▶►➤✓✔√☆★△▲][\s\u3000]*(?=\S))/u;

/** The kind of a line's number or sign, or undefined. Lines of the same kind have the same value. */
export function itemKind(text: string): string | undefined {
  const numbered = NUMBER_KINDS.findIndex((kind) => kind.test(text));
  if (numbered >= 0) return `number ${numbered}`;
  const sign = ITEM_SIGN.exec(text)?.[0].trim();
  if (sign === undefined) return undefined;
  return /[\p{N}A-Za-z]/u.test(sign) ? 'small number' : `sign ${sign}`;
}

/** Whether a line begins with a sign or number that headings do not have. */
export function hasItemNumber(text: string): boolean {
  return itemKind(text) === 'small number';
}
