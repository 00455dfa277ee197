import { pinyin } from 'pinyin-pro';

/** Characters that are taken for one another by eye. */
const GROUPS =
  '口囗 己已巳 未末 土士 日曰 人入八 大太犬 干千于 王玉主 目自 天夫 午牛 鸟乌 兔免 刀力刃 贝见 风凤 木本术 石右 侯候 拔拨 崇祟 薄簿 辩辨辫 析折拆 贷货 治冶 竞竟 徙徒 戍戌戊 孟盂 晴睛 市巿 毫亳 苗茁 暑署 幕慕暮 瑞端 琛深 隅禺 衔街 盲肓 刺剌 壮状 祟崇 沽活 微徽 卷券 荆刑 延廷 杨扬 兢竞 蓝篮 撤撒 诸储 恒桓 柏伯 鸿鹄 嘉喜 享亨 城域 圆园 园圆'
    .split(' ')
    .map((group) => [...group]);

const readings = new Map<string, string[]>();

/** Whether two hanzi sound alike, tones aside, or look alike: how names are mistyped. */
export function areAlike(one: string, other: string): boolean {
  if (GROUPS.some((group) => group.includes(one) && group.includes(other))) return true;
  const sounds = readingsOf(other);
  return readingsOf(one).some((sound) => sounds.includes(sound));
}

function readingsOf(sign: string): string[] {
  const known = readings.get(sign) ?? pinyin(sign, { toneType: 'none', multiple: true, type: 'array' });
  readings.set(sign, known);
  return known;
}
