/**
 * Signs that are the same to a reader, each with the word that stands for it in the index and in queries. What
 * is not listed here follows Unicode's own tables (see `wordsOf`); what follows neither matches only as printed.
 */
interface Equivalents {
  /** The word, one or more characters. No sign of another class. */
  word: string;
  /** The signs, each a single character. */
  signs: string;
  why: string;
}

export const EQUIVALENTS: Equivalents[] = [
  {
    word: '-',
    signs: '‐‑‒–—―─━−⁃﹘﹣－~～〜∼˜⁓〰∽',
    why: 'ranges and minus: print has dashes and tildes, a keyboard a hyphen',
  },
  { word: '--', signs: '⸺', why: 'a dash as wide as two' },
  { word: '---', signs: '⸻', why: 'a dash as wide as three' },
  {
    word: '“',
    signs: '"＂”„‟〝〞〟″「」『』﹁﹂﹃﹄«»',
    why: 'double quotes: keyboards have one sign for both ends; traditional print has corner brackets',
  },
  { word: "'", signs: '＇‘’‚‛′`｀´ʹʼ', why: 'single quotes, apostrophe and prime' },
  { word: '《', signs: '〈‹⟨\u2329', why: 'titles inside titles have single brackets' },
  { word: '》', signs: '〉›⟩\u232A', why: 'the same, closing' },
  { word: '(', signs: '[【〔〖{〘〚⟦⟮', why: 'numbers of documents: 〔2022〕, [2022], （2022）' },
  { word: ')', signs: ']】〕〗}〙〛⟧⟯', why: 'the same, closing' },
  { word: '·', signs: '・•‧∙⋅ꞏ⸱᛫', why: 'the dot in foreign names has many codes' },
  { word: ':', signs: '∶꞉ː', why: 'ratios are printed with a sign of their own' },
  { word: '/', signs: '⁄∕╱⧸', why: 'the bar of a fraction' },
  { word: '|', signs: '¦∣│┃', why: 'vertical bars' },
  { word: '^', signs: 'ˆ', why: 'the sign that a keyboard has for an exponent' },
  { word: '*', signs: '∗⁎✱﹡', why: 'asterisks' },
  { word: 'x', signs: '×✕✖⨯╳', why: 'measures and masked names (××县) are typed with the letter' },
  { word: '+', signs: '➕﬩', why: 'plus signs' },
  { word: '+-', signs: '±', why: 'typed as two signs' },
  { word: '<=', signs: '≤≦⩽', why: 'typed as two signs' },
  { word: '>=', signs: '≥≧⩾', why: 'typed as two signs' },
  { word: '!=', signs: '≠', why: 'typed as two signs; without its stroke it would be “equal”' },
  { word: 'no.', signs: '№', why: 'typed as two letters and a point' },
  { word: '->', signs: '→➔➜', why: 'typed as two signs' },
  { word: '...', signs: '⋯', why: 'an ellipsis at another height' },
  { word: '°', signs: 'º˚', why: 'the degree sign and its look-alikes (℃, °C)' },
  { word: '#', signs: '♯', why: 'the sharp sign for the number sign' },
  { word: '〇', signs: '○◯零', why: 'the zero of years in hanzi (二○二二年); input methods offer 零 first' },
  { word: 'ae', signs: 'æ', why: 'letters that Unicode does not decompose' },
  { word: 'oe', signs: 'œ', why: 'letters that Unicode does not decompose' },
  { word: 'ss', signs: 'ß', why: 'letters that Unicode does not decompose' },
  {
    word: 'o',
    signs: 'øоο',
    why: 'a stroke; the Cyrillic and the Greek letter of the same shape, typed for a zero',
  },
  { word: 'd', signs: 'đð', why: 'letters that Unicode does not decompose' },
  { word: 'l', signs: 'ł', why: 'letters that Unicode does not decompose' },
  { word: 'i', signs: 'ı', why: 'letters that Unicode does not decompose' },
  { word: 'u', signs: 'μµ', why: 'the prefix micro is typed with the letter: ug/m3' },
  { word: 'σ', signs: 'ς', why: 'sigma at the end of a word' },
];

/**
 * Radicals with a code of their own, which extracted PDF texts contain in place of hanzi, and below each the
 * hanzi. Those that NFKC maps (Kangxi radicals) are not listed.
 * @see https://www.unicode.org/Public/17.0.0/ucd/EquivalentUnifiedIdeograph.txt
 */
const RADICALS =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲㇏㇐㇑㇒㇓㇔㇖㇚㇝㇟㇠';
const IDEOGRAPHS =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀乀一丨丿丿丶乛亅乀乚乙';

/** Numbers from 1 in other circles, by the first sign of each row: they count items as ①, ② … do. */
const OTHER_CIRCLES: [first: string, count: number, equal: string][] = [
  ['⓵', 10, '①'],
  ['❶', 10, '①'],
  ['➀', 10, '①'],
  ['➊', 10, '①'],
  ['⓫', 10, '⑪'],
  ['⓿', 1, '⓪'],
];

/**
 * Characters whose old shapes have a code of their own (新旧字形), each after the one that print in China has. They come
 * with fonts and input methods of Taiwan and Japan, and from PDF files. Whole traditional texts are converted
 * elsewhere (`browser/simplify.ts`).
 * @see https://www.unicode.org/reports/tr38/#kZVariant and kSemanticVariant
 */
const OLD_SHAPES =
  '户戶戸 内內 黄黃 吴吳呉 青靑 教敎 真眞 峰峯 群羣 温溫 清淸 慎愼 尚尙 即卽 既旣 晋晉 册冊 删刪 换換 奂奐 唤喚 涣渙 焕煥 强強 彦彥 兑兌 税稅 脱脫 悦悅 说説說 锐鋭銳 摇搖 遥遙 瑶瑤 抛拋 滚滾 别別 填塡 虚虛 步歩 每毎 德徳 查査 告吿 毁毀 插揷 产産產 录録錄 绿緑綠 岁嵗歲 线綫線 为爲為 床牀 略畧 够夠 秘祕 泛汎 炮砲 雕鵰';

/**
 * Numbers and hanzi in circles: they count items. As plain figures, a query for ① would find every 1.
 */
const CIRCLED = /[\u2460-\u2473\u24EA\u24F5-\u24FF\u2776-\u2793\u3251-\u325F\u3280-\u32BF]/u;

const WORDS = new Map<string, string>([
  ...EQUIVALENTS.flatMap(({ word, signs }) => [...signs].map((sign): [string, string] => [sign, word])),
  ...[...RADICALS].map((radical, index): [string, string] => [radical, IDEOGRAPHS[index] ?? radical]),
  ...OTHER_CIRCLES.flatMap(([first, count, equal]) =>
    Array.from({ length: count }, (_, index): [string, string] => [after(first, index), after(equal, index)]),
  ),
  ...OLD_SHAPES.split(' ').flatMap(([shape = '', ...old]) =>
    old.map((each): [string, string] => [each, shape]),
  ),
]);

/** The character some places after another one. */
function after(character: string, places: number): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + places);
}

const HANGUL = /[\u1100-\u11FF]/u;

/**
 * The words of a character: by `EQUIVALENTS`, else by Unicode's compatibility decomposition (width, ligatures,
 * units such as ㎡, Kangxi radicals, super- and subscripts), in lower case and without accents. Each word is
 * one character.
 */
export function wordsOf(character: string): string {
  const own = WORDS.get(character);
  if (own !== undefined) return own;
  if (CIRCLED.test(character)) return character;
  const parts = character.normalize('NFKD');
  // The stroke through ≮ negates it: it is no accent.
  if (parts.includes('\u0338')) return character;
  // The voicing marks of kana make other sounds; Pagefind keeps them too.
  const bare = parts.replace(/(?![\u3099\u309A])\p{M}/gu, '');
  // Pagefind writes the syllables of Hangul in parts.
  const letters = HANGUL.test(bare) ? bare : bare.normalize('NFC');
  const words = [...letters.toLowerCase()].map((part) => WORDS.get(part) ?? part).join('');
  const visible = words.replace(/[\s\u3099\u309A]/gu, '');
  return visible === '' ? character : visible;
}
