import { z } from 'zod';
import { field, id, names, text, webAddress } from './field.ts';

export const PARK_LEVELS = ['国家级', '省级', '市级', '县级'] as const;
export const PARK_TYPES = [
  '经济技术开发区',
  '经济开发区',
  '高新技术产业开发区',
  '综合保税区',
  '自由贸易试验区',
  '工业园区',
  '产业园',
  '其他',
] as const;

const named = {
  id: field('编号', 'park-news', id()),
  name: field('名称', '园区要闻', text(60)),
  aliases: field('别名', '[园区新闻]', z.array(text(60))).optional(),
};
/** A function, because labels are registered by schema and each field needs its own. */
const formerIds = () =>
  field('旧编号', '[old-news]', z.array(id()), '改编号以前的编号：旧网址会转到新网址').optional();
const described = {
  ...named,
  description: field('说明', '一句话', text(200)).optional(),
  formerIds: formerIds(),
};

export const categorySchema = z.strictObject({
  ...described,
  order: field('次序', '1', z.int()).optional(),
});

/** An entry of topics, industries and series. */
export const termSchema = z.strictObject(described);

export const sourceSchema = z.strictObject({
  ...named,
  url: field('网址', 'https://example.com/', webAddress()).optional(),
});

/** A code of GB/T 2260. */
const code = () =>
  z.string().refine((value) => /^\d{6}$/u.test(value), {
    params: { problem: '不是六位区划代码', fix: "写成带引号的六位数字，例如 '990101'" },
  });

export const regionSchema = z.strictObject({
  code: field('区划代码', "'990101'", code(), 'GB/T 2260'),
  name: field('名称', '某某县', text(40)),
  aliases: field('别名', '[某某]', z.array(text(40))).optional(),
  parent: field('上级代码', "'990100'", text(6)).optional(),
  formerIds: field('旧代码', "['990109']", z.array(code()), '改代码以前的代码').optional(),
});

/** A park, one per file: `content/parks/<id>.yaml`; the file name is the id. */
export const parkSchema = z.strictObject({
  name: field('全称', '某某高新技术产业开发区', text(60)),
  shortName: field('简称', '某某高新区', text(30)).optional(),
  aliases: field('别名', '[某某高新区]', z.array(text(60))).optional(),
  level: field('级别', '省级', z.enum(PARK_LEVELS)).optional(),
  type: field('类型', '经济开发区', z.enum(PARK_TYPES)).optional(),
  parent: field('上级园区', '某某经济开发区', text(60)).optional(),
  county: field('县区', '某某县', text()).optional(),
  city: field('设区市', '某某市', text()).optional(),
  industries: field('产业', '[电子信息]', names()).optional(),
  website: field('网站', 'https://example.com/', webAddress()).optional(),
  summary: field('简介', '一两句话', text(300)).optional(),
  formerIds: formerIds(),
});

export type ParkFile = z.infer<typeof parkSchema>;
