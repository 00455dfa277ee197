/**
 * Generated prose: a third is news prose from a small vocabulary, the rest random characters with the
 * frequencies of newspapers.
 */

const WORDS = {
  subject: [
    '开发区',
    '管委会',
    '园区企业',
    '龙头企业',
    '科创平台',
    '专班人员',
    '重点项目',
    '产业链',
    '标准厂房',
    '招商团队',
  ],
  verb: [
    '加快推进',
    '统筹安排',
    '持续优化',
    '集中签约',
    '全面落实',
    '先行试点',
    '逐项核对',
    '联合组建',
    '稳步扩大',
    '按期完成',
  ],
  object: [
    '基础设施',
    '营商环境',
    '项目用地',
    '审批流程',
    '电子信息产业',
    '装备制造产业',
    '绿色建材产业',
    '人才公寓',
    '技术改造',
    '污水处理',
  ],
  measure: ['亿元', '万元', '个', '家', '项', '亩', '平方公里', '台（套）', '万吨', '兆瓦'],
  aim: [
    '把服务送到车间',
    '让项目早日投产',
    '形成完整链条',
    '补上短板',
    '降低企业成本',
    '打通最后一公里',
    '守住安全底线',
    '带动周边就业',
  ],
  place: ['东区', '西区', '南片', '北片', '起步区', '核心区', '拓展区', '示范区'],
} as const;
/** A pseudorandom generator of numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The text of one generated article, without its picture. */
export interface MadeText {
  title: string;
  /** Blocks of Markdown: paragraphs, a heading, and in every tenth article a table. */
  blocks: string[];
}

/**
 * @param index number of the article; decides whether it has a table
 * @param least minimum of paragraphs
 */
export function makeText(index: number, random: () => number, least: number, picture?: string): MadeText {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const number = () =>
    random() < 0.5 ? String(Math.floor(random() * 900) + 1) : (random() * 500).toFixed(2);
  const clause = () =>
    numbers(5 + Math.floor(random() * 9))
      .map(() => hanzi(random))
      .join('');
  const report = () =>
    `${pick(WORDS.place)}${pick(WORDS.subject)}${pick(WORDS.verb)}${pick(WORDS.object)}，1—${Math.floor(random() * 8) + 2}月完成${number()}${pick(WORDS.measure)}，${pick(WORDS.aim)}。`;
  const sentence = () => (random() < 0.3 ? report() : `${clause()}，${clause()}，${clause()}，${clause()}。`);
  const paragraph = () =>
    numbers(3 + Math.floor(random() * 3))
      .map(sentence)
      .join('');
  const blocks = numbers(least + Math.floor(random() * 6)).map(paragraph);
  if (index % 10 === 3) {
    const rows = numbers(4).map(() => `| ${pick(WORDS.object)} | ${number()} |`);
    blocks.splice(2, 0, `| 名目 | 数值 |\n| --- | --: |\n${rows.join('\n')}`);
  }
  if (picture) blocks.splice(1, 0, picture);
  blocks.splice(3, 0, `## ${pick(WORDS.verb)}${pick(WORDS.object)}`);
  const title = `${pick(WORDS.subject)}${pick(WORDS.verb)}${pick(WORDS.object)}（${index}）`;
  return { title, blocks };
}

/** The 3,755 characters of GB 2312's first level, shuffled. */
const HANZI = shuffled(
  new TextDecoder('gb18030').decode(
    Uint8Array.from(numbers(3755).flatMap((index) => [0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)])),
  ),
);

/**
 * One random character with the frequencies of newspapers: the first 10 make up a twelfth of the text, the first
 * 100 four ninths, the first 1,000 seven eighths (Zipf–Mandelbrot, exponent 1.5, offset 60).
 */
function hanzi(random: () => number): string {
  const offset = 60;
  const [high, low] = [offset ** -0.5, (HANZI.length + offset) ** -0.5];
  const rank = (high - random() * (high - low)) ** -2 - offset;
  return HANZI[Math.min(HANZI.length - 1, Math.floor(rank))] ?? '的';
}

function shuffled(text: string): string[] {
  const random = randomNumbers(2312);
  return [...text]
    .map((character) => ({ character, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ character }) => character);
}

/** 0, 1, 2 … */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
