import { readingsOf } from '../../pinyin/reading.ts';

/** Groups of characters that look alike. */
const GROUPS =
  '口囗 己已巳 未末 土士 日曰 人入八 大太犬 干千于 王玉主 目自 天夫 午牛 鸟乌 兔免 刀力刃 贝见 风凤 木本术 石右 侯候 拔拨 崇祟 薄簿 辩辨辫 析折拆 贷货 治冶 竞竟 徙徒 戍戌戊 孟盂 晴睛 市巿 毫亳 苗茁 暑署 幕慕暮 瑞端 琛深 隅禺 衔街 盲肓 刺剌 壮状 祟崇 沽活 微徽 卷券 荆刑 延廷 杨扬 兢竞 蓝篮 撤撒 诸储 恒桓 柏伯 鸿鹄 嘉喜 享亨 泰秦奉 晶品 宏宠 华毕 润闰 源原 料科 仓创 铭名 搏博傅 恺凯 淇琪祺 钢纲 铜钢 铝铅 锦绵棉 裕浴 腾滕 冀翼 昌冒 昊吴 旭旮 恩思 惠患 庆厌 康庚 丰非 亿忆 联朕 讯汛 浩洁 清青 江汪 河何 泓弘 淮准 浦蒲 沪护 深探 港巷 捷睫 拓柘 振震 持特 新薪 材村 林朴 森淼 植值 格恪 桥侨 楷揩 槐魂 城域 圆园 园圆 委季 样洋 挤济 宜宣 仑仓'
    .split(' ')
    .map((group) => [...group]);

const readings = new Map<string, string[]>();

/** Whether two hanzi sound alike (regardless of tones) or look alike, as in mistyped names. */
export function areAlike(one: string, other: string): boolean {
  if (GROUPS.some((group) => group.includes(one) && group.includes(other))) return true;
  const sounds = soundsOf(other);
  return soundsOf(one).some((sound) => sounds.includes(sound));
}

function soundsOf(char: string): string[] {
  const known = readings.get(char) ?? readingsOf(char);
  readings.set(char, known);
  return known;
}
