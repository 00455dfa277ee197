/** A word of the dictionary, or a character outside all words, and its index. */
export interface Word {
  text: string;
  index: number;
}

/** Words of this field that ICU's dictionary lacks. */
const COMPOUND_WORDS = new Set(
  '营商 经开 高新 规上 双招 双引 惠企 助企 亩均 链主 专精 特新 智改 数转 产城 招引 园中 县域 市域 省域 研发 中试 产能 达产 达效 投产 扩产 技改 光伏 储能 氢能 绿电 双碳 碳汇 补链 延链 强链 固链 建链 赋能 赋权 提质 增效 集约 节约 落地 签约 洽谈 考核 评审 管委 商务 商贸 物流 仓储 冷链 跨境 电商 保税 海关 通关 融媒 云端 算力 侨眷 税则 税额 品类 品相 业态 航班 军机 军车 关长 员额 场馆 路网 气源 粮库 车型 库容 园长 站点 点位 班列 料场 工装 工位 量能 能耗 耗材 材质 质检 测算 务工 差价 价差 网格 饮品 品控 置业 体量 产线 线缆 厂区 库区 片区 镇区 灌区 景区 湾区 新区 街区 农区 园区 机房 网红 快件 客单 客机 值守 用工 用能 地块 专班 组团 台账 预制 智造 雪场 碳排 放贷 水网 管廊 光热 热网 绿能 桩位 换电 电芯 芯片 片剂 剂型 号牌 理赔 赔付 付费 费率 率定 程控 智控 数控 数智 智算 安防 货值 医保 保供 销区 链上 上链 上云 云仓 仓单 单证 证照 会展 展馆 馆藏 藏品 评标 标段 标的 塔吊 装机 机库 社保 低保 双减 减负 务农 机耕 争创 评级 级配 复垦 垦区 退耕 种业 业内 内销 量价 价位 楼宇 下辖 辖内 循证 券商 商超 市值 营收 收官 官宣 宣介 入规 规下 达标 年均 均价 价税 头雁 雁阵 阵列 网贷 劲旅 衡器 沙盘 盘活 水厂 储粮 全链 全员 全域 全程 展会 赛程 花期 链条 条线 线下 档期 席位 国歌'.split(
    ' ',
  ),
);

let segmenter: Intl.Segmenter | undefined;
/** Words by clause: rules segment the same clauses many times. */
const cache = new Map<string, readonly Word[]>();
/** Maximum number of clauses whose words are kept, so that the memory of a long check stays bounded. */
const MAX_CACHED = 2000;

/** The words of a clause. Long texts are slow: older engines need quadratic time. */
export function wordsOf(text: string): readonly Word[] {
  const words = cache.get(text) ?? segmented(text);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(text, words);
  return words;
}

function segmented(text: string): Word[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: Word[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = words.at(-1);
    const compound = last?.text.length === 1 ? last.text + segment : '';
    if (last && COMPOUND_WORDS.has(compound)) last.text = compound;
    else words.push({ text: segment, index });
  }
  return words;
}

/** Characters to each side of an index; longer clauses are cut. */
const MAX_REACH = 24;

/** The hanzi around an index, up to `MAX_REACH` to each side, and the index of the first. */
export function clauseAround(text: string, index: number): { text: string; from: number } {
  let from = index;
  while (from > 0 && index - from < MAX_REACH && isHanzi(text[from - 1])) from -= 1;
  let to = index;
  while (to < text.length && to - index < MAX_REACH && isHanzi(text[to])) to += 1;
  return { text: text.slice(from, to), from };
}

/** The words around an index, with their indices in the whole text. */
export function wordsAround(text: string, index: number): Word[] {
  const clause = clauseAround(text, index);
  return wordsOf(clause.text).map((word) => ({ text: word.text, index: word.index + clause.from }));
}

/** Whether an index is inside a word of the dictionary, not at its edge. */
export function isInsideWord(text: string, index: number): boolean {
  return wordsAround(text, index).some((word) => word.index < index && index < word.index + word.text.length);
}

export function isHanzi(char: string | undefined): boolean {
  return char !== undefined && char >= '\u3400' && char <= '\u9FFF';
}
