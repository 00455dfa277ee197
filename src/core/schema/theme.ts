import { z } from 'zod';
import { parseColour } from '../colour.ts';
import { webAddressProblem } from '../text/web-address.ts';
import { field, labelledEnum, text } from './field.ts';

/** Most entries of the menu: they fit into two rows on a phone. */
const MAX_MENU_ENTRIES = 8;

/** Characters in the name of a list: it labels a filter of the search. */
const MAX_LABEL = 6;

/** How the bulletin looks; `theme/style.css` sets what has no field here. */
export const themeSchema = z.strictObject({
  accent: field(
    '主色',
    "'#0b5d3b'",
    z.string().refine((value) => parseColour(value) !== undefined, {
      params: { problem: '不是颜色', fix: "写成带引号的 # 加六位数字或字母，例如 '#0b5d3b'" },
    }),
    '报头、链接、横线的颜色；深色模式和高对比的颜色由它算出，纸上看不清的不收',
  ).optional(),
  masthead: field(
    '报头图',
    './images/masthead.svg',
    text(),
    '代替刊名的图片，放在内容文件夹的 images 里；不写就用宋体字排刊名',
  ).optional(),
  icon: field(
    '图标',
    './images/icon.svg',
    text(),
    '方形的 SVG，或边长 512 以上的 PNG，放在内容文件夹的 images 里；不写就用刊名的第一个字',
  ).optional(),
});

/** Links of the menu or the footer, to pages of the bulletin or to other sites. */
const links = (example: string) =>
  z.strictObject({
    label: field('文字', '往期', text(12)),
    url: field('网址', example, linkTarget(), '本站的网址以 / 开头，别的网站写全网址'),
  });

export const menuSchema = z.array(links('/issues/')).min(1).max(MAX_MENU_ENTRIES);
export const footerSchema = z.array(links('https://example.com/')).min(1);

/** The kinds of lists that a bulletin may have besides 栏目. */
export const listsSchema = z.array(
  labelledEnum('列表', 'parks', {
    parks: '园区',
    regions: '地区',
    series: '专栏',
    topics: '主题',
    industries: '产业',
  }),
);

/** What readers call the lists; the fields, commands and forms of editors keep their names. */
export const labelsSchema = z.strictObject({
  categories: listLabel('栏目', '版块'),
  parks: listLabel('园区', '港区'),
  regions: listLabel('地区', '区县'),
  series: listLabel('专栏', '系列'),
  topics: listLabel('主题', '话题'),
  industries: listLabel('产业', '行业'),
});

function listLabel(label: string, example: string) {
  return field(label, example, text(MAX_LABEL)).optional();
}

function linkTarget() {
  return z.string().superRefine((value, context) => {
    if (/^\/(?!\/)/u.test(value)) return;
    const problem = webAddressProblem(value);
    if (problem === undefined) return;
    const isWeb = /^https?:\/\//iu.test(value);
    const fix = '本站的网址写成 /about/ 这样，别的网站以 https:// 或 http:// 开头';
    context.addIssue({ code: 'custom', params: { problem: isWeb ? problem : '不是网址', fix } });
  });
}
