import { z } from 'zod';
import { parseLooseDate, parseCalendarDate } from '../calendar-date.ts';
import { siteAddressProblem } from '../site-address.ts';
import { webAddressProblem } from '../text/web-address.ts';

/** How messages, the editors' form and the handbook describe a field. */
export interface FieldInfo {
  /** Chinese label. */
  label: string;
  /** A valid value, as it follows `field: `. */
  example: string;
  /** One sentence for editors. */
  description?: string;
  /** Chinese meaning of each value of an enum. */
  meanings?: Readonly<Record<string, string>>;
}

/** Descriptions of all fields, by schema. */
export const fieldInfo = z.registry<FieldInfo>();

/** Registers label, example and description of a schema. */
export function field<T extends z.ZodType>(
  label: string,
  example: string,
  schema: T,
  description?: string,
): T {
  fieldInfo.add(schema, { label, example, ...(description && { description }) });
  return schema;
}

/** An enum of English words; messages and forms show each with its Chinese meaning. */
export function labelledEnum<const T extends Record<string, string>>(
  label: string,
  example: string,
  meanings: T,
) {
  const schema = z.enum(Object.keys(meanings) as (keyof T & string)[]);
  const description = Object.entries(meanings).map(([word, meaning]) => `${word} ${meaning}`);
  fieldInfo.add(schema, { label, example, description: description.join('、'), meanings });
  return schema;
}

/** One line of text, 1 to `max` characters. */
export function text(max = 200) {
  return z
    .string()
    .refine((value) => value.trim() !== '', { params: { problem: '是空的', fix: '写上内容，或删去这一行' } })
    .refine((value) => [...value].length <= max, {
      params: { problem: `太长，最多 ${max} 个字`, fix: `删到 ${max} 个字以内` },
    })
    .refine((value) => !/\p{Cc}/u.test(value.replace(/^[ \n]+|[ \n]+$/gu, '')), {
      params: { problem: '不能换行，也不能含控制字符', fix: '写成一行' },
    })
    .meta({ minLength: 1, maxLength: max });
}

/** A calendar date; see calendar-date.ts for its forms. */
export function date() {
  return z
    .string()
    .superRefine((value, context) => {
      if (parseCalendarDate(value) !== undefined) return;
      const otherwise = parseLooseDate(value);
      const params = otherwise
        ? { problem: `不能写成“${value}”`, fix: `写成 ${otherwise}` }
        : { problem: '不是日历上的日期', fix: '写成 2022-09-30 或 2022-09' };
      context.addIssue({ code: 'custom', params });
    })
    .meta({ pattern: '^\\d{4}-\\d{2}' });
}

/** One name, or a list of names with the main one first. */
export function names() {
  return z.union([text(), z.array(text()).min(1)]);
}

/** ASCII kebab-case, the form of every id and slug. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

export function id() {
  return z
    .string()
    .refine((value) => ID_PATTERN.test(value), {
      params: { problem: '只能用小写英文字母、数字和连字符', fix: '例如 park-news' },
    })
    .meta({ pattern: ID_PATTERN.source });
}

/** An address on the web. */
export function webAddress() {
  return z
    .string()
    .superRefine((value, context) => {
      const problem = webAddressProblem(value);
      if (problem === undefined) return;
      const hasNoScheme = !/^https?:\/\//iu.test(value);
      const params = hasNoScheme
        ? { problem: '不是网址', fix: '网址以 https:// 或 http:// 开头' }
        : { problem, fix: '从浏览器的地址栏复制网址' };
      context.addIssue({ code: 'custom', params });
    })
    .meta({ pattern: '^https?://\\S+$' });
}

/** The address of the bulletin's home page; see site-address.ts. */
export function homeAddress() {
  return z
    .string()
    .superRefine((value, context) => {
      const found = siteAddressProblem(value);
      if (found === undefined) return;
      const [problem, fix] = found;
      context.addIssue({ code: 'custom', params: { problem, fix } });
    })
    .meta({ pattern: '^https?://\\S+$' });
}

/** A picture in the folder of the article or issue, with its alternative text and credit. */
export function picture() {
  return z.strictObject({
    src: field('文件', './images/a.jpg', text()),
    alt: field('替代文字', '厂房里的机械臂正在装配', text(200)),
    caption: field('图注', '装配车间', text(200)).optional(),
    credit: field('图片署名', '摄影：本刊编辑部', text(60)),
  });
}
