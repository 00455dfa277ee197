/** Radicals and compatibility characters, which PDF files contain instead of common hanzi. */
export const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;

/**
 * Radicals of the block CJK Radicals Supplement, each followed by its hanzi: the property
 * Equivalent_Unified_Ideograph of Unicode 14. NFKC maps only two of them. Thirteen are left out whose hanzi
 * are outside the basic plane, as no keyboard has them.
 */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
/** Where NFKC gives a traditional form, 戶, that fonts for simplified Chinese do not draw. */
const SIMPLIFIED = '\u2F3E户';
const HANZI = new Map(
  `${RADICALS}${SIMPLIFIED}`.match(/../gu)?.map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);

/** The hanzi to use instead; undefined where there is none that can be typed. */
export function hanziOf(char: string): string | undefined {
  const hanzi = HANZI.get(char) ?? char.normalize('NFKC');
  return hanzi === char ? undefined : hanzi;
}
