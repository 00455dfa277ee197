import { z } from 'zod';
import { labelledEnum, date, field, names, picture, text, webAddress } from './field.ts';

export const GENRES = ['消息', '通讯', '访谈', '评论', '图片新闻', '工作报告', '发刊词', '公告'] as const;
export const SCOPES = ['园区', '县区', '市', '省', '全国'] as const;
export const ROLES = [
  '记者',
  '通讯员',
  '特约记者',
  '特约通讯员',
  '见习记者',
  '实习生',
  '摄影',
  '整理',
  '署名单位',
  '作者',
] as const;

/** Genres that are printed without a byline. */
export const GENRES_WITHOUT_BYLINE: readonly string[] = ['公告', '发刊词', '工作报告'];

const person = z.strictObject({
  name: field('姓名', '本刊编辑部', text(60)),
  role: field('身份', '记者', z.enum(ROLES)),
  org: field('单位', '某县融媒体中心', text(60)).optional(),
});

const quote = field('原文', '完成投资4122.0亿元', text(300), '正文里一字不差的那一句');

/**
 * Front matter of an article as an editor types it: names in Chinese, no unknown keys. Fields that only
 * published articles need are optional here; see missing-fields.ts.
 */
export const articleSchema = z.strictObject({
  title: field('标题', '园区开出“直通车”', text(60)).optional(),
  titleBy: labelledEnum('标题来源', 'editor', { editor: '由编辑拟题' }).optional(),
  kicker: field('引题', '某某经开区', text(60)).optional(),
  subtitle: field('副题', '记园区服务专班的一天', text(80), '不写前面的破折号').optional(),
  shortTitle: field('短题', '园区“直通车”', text(30)).optional(),
  date: field('日期', '2022-09-30', date()).optional(),
  dateNote: field('日期说明', '旧稿补刊', text(120)).optional(),
  category: field('栏目', '园区要闻', text()).optional(),
  park: field('园区', '某某高新区', names()).optional(),
  county: field('县区', '某某县', names()).optional(),
  city: field('设区市', '某某市', text()).optional(),
  scope: field('范围', '园区', z.enum(SCOPES)).optional(),
  genre: field('体裁', '消息', z.enum(GENRES)).optional(),
  byline: field(
    '署名',
    '记者 甲某、乙某；通讯员 丙某',
    z.union([text(300), z.array(person).min(1)]),
  ).optional(),
  dateline: field('电头', '本报讯', text(80)).optional(),
  interviewee: field(
    '受访人',
    '{ name: 某某, post: 某县开发区管委会主任 }',
    z.strictObject({ name: field('姓名', '某某', text(40)), post: field('职务', '某县县长', text(80)) }),
  ).optional(),
  source: field('来源', '某某日报', text()).optional(),
  reprint: field(
    '转载',
    '{ originalTitle: 原题, originalDate: 2022-06-15 }',
    z.strictObject({
      url: field('原文网址', 'https://example.com/a.html', webAddress()).optional(),
      originalTitle: field('原题', '原文的标题', text(120)).optional(),
      originalAuthor: field('原作者', '某报记者', text(60)).optional(),
      originalDate: field('原发日期', '2022-06-15', date()).optional(),
    }),
  ).optional(),
  rights: labelledEnum('权利', 'own', {
    own: '本刊',
    reprint: '转载',
    cleared: '已获授权',
    unknown: '未明',
  }).optional(),
  editor: field('责任编辑', '本刊编辑部', text(40)).optional(),
  review: field(
    '审校',
    '{ first: 甲, second: 乙, final: 丙 }',
    z.strictObject({
      first: field('初审', '甲', text(40)),
      second: field('复审', '乙', text(40)),
      final: field('终审', '丙', text(40)),
    }),
  ).optional(),
  masked: field('隐名', 'true', z.boolean()).optional(),
  series: field('专栏', '园中园探访', text()).optional(),
  topics: field('主题', '[营商环境]', names()).optional(),
  industries: field('产业', '[电子信息]', names()).optional(),
  page: field('版次', '1', z.int().min(1)).optional(),
  order: field('顺序', '1', z.int().min(0)).optional(),
  lead: field('头条', 'true', z.boolean()).optional(),
  summary: field('提要', '一句话说清这篇稿子', text(120)).optional(),
  cover: field('题图', '{ src: ./images/a.jpg, alt: 画面说明, credit: 摄影：某某 }', picture()).optional(),
  facts: field(
    '数据',
    '[{ label: 完成投资, value: 4122.0, unit: 亿元, quote: 原文 }]',
    z.array(
      z.strictObject({
        label: field('名目', '完成投资', text(60)),
        value: field('数值', '4122.0', z.union([z.number(), text(40)])),
        unit: field('单位', '亿元', text(20)).optional(),
        period: field('时期', '2022年1—8月', text(40)).optional(),
        quote,
      }),
    ),
  ).optional(),
  projects: field(
    '项目',
    '[{ name: 项目名, investment: 15, unit: 亿元, quote: 原文 }]',
    z.array(
      z.strictObject({
        name: field('项目名', '某某产业园二期', text(80)),
        park: field('园区', '某某高新区', text()).optional(),
        investment: field('投资', '15', z.union([z.number(), text(40)])).optional(),
        unit: field('单位', '亿元', text(20)).optional(),
        stage: field('进度', '开工', text(40)).optional(),
        quote,
      }),
    ),
  ).optional(),
  milestones: field(
    '节点',
    '[{ date: 2022-07-06, text: 举办推介会, quote: 原文 }]',
    z.array(
      z.strictObject({
        date: field('日期', '2022-07-06', date()),
        text: field('事件', '举办推介会', text(120)),
        quote,
      }),
    ),
  ).optional(),
  related: field('相关', '[2022-09/some-article]', z.array(text())).optional(),
  aliases: field('旧址', '[/old/a/]', z.array(text())).optional(),
  corrections: field(
    '更正',
    '[{ date: 2022-10-31, text: 更正说明 }]',
    z.array(
      z.strictObject({
        date: field('日期', '2022-10-31', date()),
        text: field('说明', '更正说明', text(300)),
      }),
    ),
  ).optional(),
  status: labelledEnum('状态', 'ready', { draft: '草稿', ready: '可发', withdrawn: '撤稿' }).optional(),
  withdrawn: field(
    '撤稿',
    '{ date: 2022-10-31, reason: 数据有误 }',
    z.strictObject({
      date: field('日期', '2022-10-31', date()),
      reason: field('理由', '数据有误', text(200)).optional(),
      hideTitle: field('不显示标题', 'true', z.boolean()).optional(),
    }),
    'status 是 withdrawn 时写；原来的网址留下一页撤稿说明，正文和图片都不再发布',
  ).optional(),
  waivers: field(
    '豁免',
    '[{ rule: doubled-character, quote: 原文, reason: 为什么这里没错 }]',
    z.array(
      z.strictObject({
        rule: field('规则', 'doubled-character', text(40)),
        quote: field('原文', '引起误报的那几个字', text(200)).optional(),
        reason: field('理由', '这是人名', text(200)).optional(),
      }),
    ),
  ).optional(),
  import: field(
    '导入记录',
    '（由导入命令写）',
    z.strictObject({
      from: text(500),
      sha256: text(64),
      at: text(40),
      printed: z.array(text()).optional(),
      warnings: z.array(z.unknown()).optional(),
    }),
  ).optional(),
});

export type Withdrawal = NonNullable<z.infer<typeof articleSchema>['withdrawn']>;
export type ArticleFrontMatter = z.infer<typeof articleSchema>;
