/** Characters that stand for one another in printed forms, each replaced by one of the same length. */
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

/** A text with one form for each sign (full-width brackets, half-width figures), every position kept. */
export function unify(text: string): string {
  const narrow = text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return EQUIVALENT.reduce((result, [signs, sign]) => result.replace(signs, sign), narrow);
}

/** A whole line with one form for each sign and single spaces; positions are not kept. */
export function tidy(text: string): string {
  return unify(text.replace(INVISIBLE, '')).replace(/ {2,}/gu, ' ').trim();
}

/** A part of a tidied text in the signs of the text itself. */
export function asPrinted(part: string, text: string): string {
  const at = unify(text).indexOf(part);
  return at < 0 ? part : text.slice(at, at + part.length);
}

/** Whether a line is too long to be any printed form: longer ones are not even looked at. */
export function isTooLong(text: string, most = 160): boolean {
  return text.length > most * 2 || text.trim().length > most;
}

/** What stands between the brackets that enclose a whole tidied line, else the line. */
export function unbracket(line: string): string {
  const inner = /^[（【]([^（【）】]*(?:（[^（）]*）[^（【）】]*)?)[）】]$/u.exec(line)?.[1];
  return inner === undefined ? line : inner.trim();
}
