/** Characters that papers use for the same sign, with its canonical form, which has the same length. */
const EQUIVALENT: [RegExp, string][] = [
  [/[\s\u200B-\u200D\u2060\uFEFF\u00AD\p{Cc}]/gu, ' '],
  [/[(﹙]/gu, '（'],
  [/[)﹚]/gu, '）'],
  [/[[〔［〖]/gu, '【'],
  [/[\]〕］〗]/gu, '】'],
  [/[:﹕∶]/gu, '：'],
  [/[／⁄∕]/gu, '/'],
  [/[|丨│┃∣¦]/gu, '｜'],
  [/[•‧∙・･⋅]/gu, '·'],
  [/(?<=\p{Script=Han})[.．](?=\p{Script=Han})/gu, '·'],
  [/[,﹐]/gu, '，'],
  [/[;﹔]/gu, '；'],
  [/[､﹑]/gu, '、'],
];
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A＆－．]/gu;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;

/** Replaces variants of a sign by one form (full-width brackets, half-width digits). Keeps all offsets. */
export function unifySigns(text: string): string {
  const narrow = text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return EQUIVALENT.reduce((result, [signs, sign]) => result.replace(signs, sign), narrow);
}

/** Like `unifySigns`, and also removes invisible characters and repeated spaces. Offsets change. */
export function tidy(text: string): string {
  return unifySigns(text.replace(INVISIBLE, '')).replace(/ {2,}/gu, ' ').trim();
}

/** Finds a part of a tidied text in the original text; returns the part itself if it is not found. */
export function asPrinted(part: string, text: string): string {
  const at = unifySigns(text).indexOf(part);
  return at < 0 ? part : text.slice(at, at + part.length);
}

/** Whether a line is too long to be a byline or a similar line; such lines are not parsed. */
export function isTooLong(text: string, maxLength = 160): boolean {
  return text.length > maxLength * 2 || text.trim().length > maxLength;
}

/** Removes brackets that enclose a whole tidied line. */
export function unbracket(line: string): string {
  const inner = /^[（【]([^（【）】]*(?:（[^（）]*）[^（【）】]*)?)[）】]$/u.exec(line)?.[1];
  return inner === undefined ? line : inner.trim();
}
