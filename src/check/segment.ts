/** A word of the dictionary, or a character that is in none, and where it begins. */
export interface Word {
  text: string;
  index: number;
}

/** Words of the trade that the dictionary does not have. */
const COMPOUNDS = new Set(
  '营商 经开 高新 规上 双招 双引 惠企 助企 亩均 链主 专精 特新 智改 数转 产城 招引 园中 县域 市域 省域 研发 中试 产能 达产 达效 投产 扩产 技改 光伏 储能 氢能 绿电 双碳 碳汇 补链 延链 强链 固链 建链 赋能 赋权 提质 增效 集约 节约 落地 签约 洽谈 考核 评审 管委 商务 商贸 物流 仓储 冷链 跨境 电商 保税 海关 通关 融媒 云端 算力'.split(
    ' ',
  ),
);

let segmenter: Intl.Segmenter | undefined;
/** Clauses whose words are known: rules ask for the same ones again and again. */
const known = new Map<string, readonly Word[]>();
const MOST_KNOWN = 2000;

/** Words of a text. Give it a clause at a time: older engines need the square of its length. */
export function wordsOf(text: string): readonly Word[] {
  const words = known.get(text) ?? segmented(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, words);
  return words;
}

function segmented(text: string): Word[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: Word[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = words.at(-1);
    const compound = last?.text.length === 1 ? last.text + segment : '';
    if (last && COMPOUNDS.has(compound)) last.text = compound;
    else words.push({ text: segment, index });
  }
  return words;
}

/** Clauses longer than this are cut around the character that is asked for. */
const REACH = 24;

/** The run of hanzi around an index, at most `REACH` to each side. */
export function clauseAround(text: string, index: number): { text: string; from: number } {
  let from = index;
  while (from > 0 && index - from < REACH && isHanzi(text[from - 1])) from -= 1;
  let to = index;
  while (to < text.length && to - index < REACH && isHanzi(text[to])) to += 1;
  return { text: text.slice(from, to), from };
}

/** Words around an index, in indices of the whole text. */
export function wordsAround(text: string, index: number): Word[] {
  const clause = clauseAround(text, index);
  return wordsOf(clause.text).map((word) => ({ text: word.text, index: word.index + clause.from }));
}

/** Whether a word of the dictionary holds both the character before the index and the one at it. */
export function isInsideWord(text: string, index: number): boolean {
  return wordsAround(text, index).some((word) => word.index < index && index < word.index + word.text.length);
}

export function isHanzi(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '\u3400' && sign <= '\u9FFF';
}
