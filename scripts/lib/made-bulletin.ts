import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/**
 * A bulletin made by rule, for benchmarks: about 1,300 characters an article, a third of them news
 * prose from a small stock of words, the others characters drawn as newspapers use them; a table in
 * each tenth, a picture in each twentieth. The same number gives the same bytes.
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
const CATEGORIES = ['卷首', '特稿', '双招双引', '园区要闻', '特色产业集群', '经验交流'];
const GENRES = ['消息', '通讯', '评论'];
const PARKS = 40;
const COUNTIES = 60;
const PER_ISSUE = 20;

/** A small generator of numbers from 0 to 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Writes a made bulletin.
 * @param dir an empty folder
 * @param count number of articles, 20 an issue
 * @param least paragraphs that an article has at the least: 5 make about 1,300 characters, 8 about 1,800
 */
export async function writeMadeBulletin(dir: string, count: number, least = 5): Promise<void> {
  const put = async (name: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  };
  await put('site.yaml', 'title: 测试导刊\ndescription: 为测速而造\npublisher: 编辑部\n');
  await put(
    'categories.yaml',
    CATEGORIES.map((name, index) => `- { id: c${index}, name: ${name} }\n`).join(''),
  );
  const counties = numbers(COUNTIES).map((index) => `- { code: '99${code(index)}', name: 第${index}县 }\n`);
  await put(
    'regions.yaml',
    `- { code: '990000', name: 某省 }\n- { code: '990100', name: 某市 }\n${counties.join('')}`,
  );
  for (const index of numbers(PARKS)) {
    await put(
      `parks/p${index}.yaml`,
      `name: 第${index}经济开发区\nshortName: ${index}号园区\ncounty: 第${index % COUNTIES}县\n`,
    );
  }
  await put('pages/about.md', '---\ntitle: 关于\n---\n\n为测速而造。\n');
  const random = randomNumbers(count);
  const picture = await noise(random);
  for (let index = 0; index < count; index += 1) {
    const issue = issueOf(index);
    if (index % PER_ISSUE === 0) await put(`issues/${issue.folder}/issue.yaml`, issue.yaml);
    const withPicture = index % 20 === 7;
    if (withPicture) await put(`issues/${issue.folder}/images/a${index}.jpg`, await stamped(picture, index));
    await put(`issues/${issue.folder}/a${index}.md`, articleText(index, random, withPicture, least));
  }
}

function articleText(index: number, random: () => number, withPicture: boolean, least: number): string {
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
  const paragraphs = numbers(least + Math.floor(random() * 6)).map(paragraph);
  if (index % 10 === 3) {
    const rows = numbers(4).map(() => `| ${pick(WORDS.object)} | ${number()} |`);
    paragraphs.splice(2, 0, `| 名目 | 数值 |\n| --- | --: |\n${rows.join('\n')}`);
  }
  if (withPicture) paragraphs.splice(1, 0, `![厂区的照片](./images/a${index}.jpg "厂区｜摄影：编辑部")`);
  paragraphs.splice(3, 0, `## ${pick(WORDS.verb)}${pick(WORDS.object)}`);
  return `---
title: ${pick(WORDS.subject)}${pick(WORDS.verb)}${pick(WORDS.object)}（${index}）
category: ${pick(CATEGORIES)}
park: ${Math.floor(random() * PARKS)}号园区
genre: ${pick(GENRES)}
byline: 记者 甲某
rights: own
status: ready
${index % PER_ISSUE === 0 ? 'lead: true\n' : ''}---

${paragraphs.join('\n\n')}
`;
}

function issueOf(index: number): { folder: string; yaml: string } {
  const serial = Math.floor(index / PER_ISSUE) + 1;
  const [year, month] = [1980 + Math.floor((serial - 1) / 12), ((serial - 1) % 12) + 1];
  const folder = `${year}-${String(month).padStart(2, '0')}`;
  const yaml = `year: ${year}\nnumber: ${month}\nserial: ${serial}\nmonths: [${month}]\ndate: ${folder}-28\nstatus: published\neditor: 编辑部\ncategories: [${CATEGORIES.join(', ')}]\n`;
  return { folder, yaml };
}

/** The 3,755 characters of GB 2312's first level, in an order of their own. */
const HANZI = shuffled(
  new TextDecoder('gb18030').decode(
    Uint8Array.from(numbers(3755).flatMap((index) => [0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)])),
  ),
);

/**
 * One character, drawn as newspapers use them: the first 10 make up a twelfth of the text, the first
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

/** A photograph's worth of detail. */
function noise(random: () => number): Promise<Buffer> {
  const [width, height] = [120, 80];
  const pixels = Buffer.from(numbers(width * height * 3).map(() => Math.floor(random() * 256)));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(1200, 800)
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** The same picture with other bytes, so that each article has its own. */
async function stamped(picture: Buffer, index: number): Promise<Buffer> {
  return Buffer.concat([picture, Buffer.from(`#${index}`)]);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function code(index: number): string {
  return `01${String(index + 1).padStart(2, '0')}`;
}
