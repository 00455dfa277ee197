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
/** Traditional characters of the words around names, with their simplified form. Names stay as printed. */
const TRADITIONAL = new Map(
  '報报 訊讯 記记 員员 攝摄 圖图 編编 輯辑 網网 電电 審审'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
const TRADITIONAL_CHARACTER = new RegExp(`[${[...TRADITIONAL.keys()].join('')}]`, 'gu');
const TRADITIONAL_WORDS: [RegExp, string][] = [
  [/新聞/gu, '新闻'],
  [/實習/gu, '实习'],
  [/見習/gu, '见习'],
  [/特約/gu, '特约'],
  [/評論/gu, '评论'],
  [/(?<=报)導(?=$|[^\p{Script=Han}])/gu, '道'],
  [/綜合/gu, '综合'],
  [/責任/gu, '责任'],
  [/責编/gu, '责编'],
  [/校對/gu, '校对'],
  [/來源/gu, '来源'],
  [/時間/gu, '时间'],
  [/發[布佈]/gu, '发布'],
  [/新華社/gu, '新华社'],
];
const HAS_TRADITIONAL = new RegExp(`[${[...TRADITIONAL.keys()].join('')}聞習約論導綜責對來時發華]`, 'u');
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A＆－．]/gu;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;

/**
 * Replaces variants of a sign by one form (full-width brackets, half-width digits), and the traditional form
 * of words such as 記者. Keeps all offsets.
 */
export function unifySigns(text: string): string {
  const narrow = text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const unified = EQUIVALENT.reduce((result, [signs, sign]) => result.replace(signs, sign), narrow);
  if (!HAS_TRADITIONAL.test(unified)) return unified;
  const simplified = unified.replace(TRADITIONAL_CHARACTER, (each) => TRADITIONAL.get(each) ?? each);
  return TRADITIONAL_WORDS.reduce((result, [word, form]) => result.replace(word, form), simplified);
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

const LABEL_IN_BRACKETS =
  /【((?:本报|见习|实习|特约|责任|美术|值班)?(?:记者|通讯员|编辑|责编|美编|校对|审核|监制|作者|来源|文字|撰文|摄影|图片|文|图))】 ?(?=[^ 【】])/gu;

/** Labels in brackets with a colon instead, in a tidied line: `【记者】甲某` → `记者：甲某`. */
export function withColons(line: string): string {
  return line.replace(LABEL_IN_BRACKETS, ' $1：').trim();
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
