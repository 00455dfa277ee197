import { z } from 'zod';
import { cnOf, hasCheckDigit, issnOf } from '../site-records.ts';
import { field, homeAddress, labelledEnum, text, webAddress } from './field.ts';
import { footerSchema, labelsSchema, listsSchema, menuSchema, themeSchema } from './theme.ts';

export const ADMIN_BACKENDS = ['local', 'gitee', 'github', 'gitlab', 'gitea'] as const;
/** Backends with which the form edits files in a local folder; the editor commits them with Git. */
export const LOCAL_BACKENDS: readonly string[] = ['local', 'gitee'];

/** The editors' form below /admin/: where it stores files, and whether the site contains it. */
const adminSchema = z
  .strictObject({
    backend: field(
      '存取方式',
      'local',
      z.enum(ADMIN_BACKENDS),
      'local 只开本机文件夹；gitee 也是，改好再用 Git 提交；github、gitlab、gitea 直接存进仓库',
    ),
    repo: field(
      '仓库',
      'owner/name',
      z.string().refine((value) => /^[^\s/]+(?:\/[^\s/]+)+$/u.test(value), {
        params: { problem: '不是仓库名', fix: '写成“帐号/仓库名”，例如 owner/name' },
      }),
    ).optional(),
    branch: field('分支', 'main', text(100)).optional(),
    folder: field('内容文件夹', 'content', text(200), '在仓库里的位置；仓库里只有内容时写 .').optional(),
    apiRoot: field('接口地址', 'https://git.example.com/api/v4', webAddress(), '自建服务才写').optional(),
    baseUrl: field('登录地址', 'https://login.example.com', webAddress(), '用授权登录时写').optional(),
    appId: field('应用编号', '0000', text(200), '用授权登录时写').optional(),
    publish: field(
      '发布表单',
      'true',
      z.boolean(),
      '写 true，发布的网站才带表单和手册（/admin/）；不写只在 npm run dev 里有',
    ).optional(),
  })
  .refine(({ backend, repo }) => LOCAL_BACKENDS.includes(backend) || repo !== undefined, { path: ['repo'] })
  .refine(({ backend, publish }) => backend !== 'local' || publish !== true, {
    path: ['publish'],
    params: {
      problem: '不能是 true：backend: local 的表单只在 npm run dev 里用',
      fix: '删去 publish；要让发布的网站带表单，把 backend 改成 gitee、github、gitlab 或 gitea',
    },
  });

/** `content/site.yaml`: masthead, publisher and switches. */
export const siteSchema = z.strictObject({
  title: field('刊名', '某某导刊', text(20)),
  subtitle: field('刊名下的小字', '关注园区，服务县域', text(60)).optional(),
  description: field('简介', '一两句话', text(200)),
  url: field(
    '网址',
    'https://daokan.example',
    homeAddress(),
    '发布以后首页的完整网址，可以在子目录下；写了才有订阅、网站地图和给搜索引擎看的信息',
  ).optional(),
  publisher: field('编辑出版', '本刊编辑部', text(60)),
  sponsor: field('主办', '某某报社', text(60)).optional(),
  contacts: field(
    '联系方式',
    '[{ label: 投稿邮箱, value: tougao@example.com, public: true }]',
    z.array(
      z.strictObject({
        label: field('名目', '投稿邮箱', text(20)),
        value: field('内容', 'tougao@example.com', text(120)),
        public: field('公开', 'true', z.boolean()).optional(),
      }),
    ),
  ).optional(),
  records: field(
    '备案与刊号',
    '{ icp: 某ICP备00000000号 }',
    z.strictObject({
      icp: field('ICP备案', '某ICP备00000000号', text(60)).optional(),
      police: field('公安备案', '某公网安备00000000000000号', text(60)).optional(),
      cn: field(
        '国内统一刊号',
        'CN 00-0000',
        text(60).refine((value) => cnOf(value) !== undefined, {
          params: {
            problem: '不是国内统一刊号',
            fix: '照刊号证书写成 CN 加两位地区号、四位序号，期刊带分类号，例如 CN 00-0000、CN 00-0000/F',
          },
        }),
      ).optional(),
      issn: field(
        '国际标准刊号',
        'ISSN 0000-0000',
        text(60)
          .refine((value) => issnOf(value) !== undefined, {
            params: { problem: '不是国际标准刊号', fix: '照刊号证书写成 ISSN 加八位，例如 ISSN 0000-0000' },
          })
          .refine((value) => hasCheckDigit(issnOf(value) ?? ''), {
            params: {
              problem: '的校验码（末位）和前面七位对不上',
              fix: '有一位抄错了：对照刊号证书重抄，不要只改末位',
            },
          }),
      ).optional(),
      postalCode: field('邮发代号', '00-00', text(60)).optional(),
      newsLicense: field('互联网新闻信息服务许可证', '00000000000', text(60)).optional(),
    }),
  ).optional(),
  provinces: field(
    '省份',
    '[四川省]',
    z.array(text(20)).min(1),
    '写了就有全省的市县，不用自己列 regions.yaml；简称、旧称、新设的区仍写在 regions.yaml 里',
  ).optional(),
  review: field('必须三审三校', 'true', z.boolean()).optional(),
  theme: field('外观', "{ accent: '#0b5d3b' }", themeSchema).optional(),
  menu: field(
    '主导航',
    '[{ label: 往期, url: /issues/ }]',
    menuSchema,
    '不写就是首页、往期、栏目、园区、地区',
  ).optional(),
  footer: field(
    '页脚链接',
    '[{ label: 主办单位, url: https://example.com/ }]',
    footerSchema,
    '排在固定页面后面',
  ).optional(),
  lists: field(
    '列表',
    '[parks, regions]',
    listsSchema,
    '网站上有哪几种列表：parks 园区、regions 地区、series 专栏、topics 主题、industries 产业；不写就都有，栏目总有',
  ).optional(),
  labels: field(
    '列表的名称',
    '{ parks: 港区 }',
    labelsSchema,
    '网页上把各种列表叫什么；不写就叫栏目、园区、地区、专栏、主题、产业。稿件里的字段（park 等）、命令和表单照旧',
  ).optional(),
  editions: field(
    '整期文件',
    '[pdf, epub]',
    z.array(labelledEnum('格式', 'epub', { pdf: 'PDF', epub: 'EPUB' })).min(1),
    '每一期做成哪几种整期文件，放在期页上供读者下载；不写就不做',
  ).optional(),
  license: field('版权说明', '未经授权不得转载', text(200)).optional(),
  model: field(
    '内容格式',
    '1',
    z.number().int().min(1),
    '内容按哪一版格式写的；由命令写，不用自己改，不写就是 1',
  ).optional(),
  admin: field('编辑表单', '{ backend: local }', adminSchema).optional(),
});

export type Site = z.infer<typeof siteSchema>;

/** Front matter of `content/pages/*.md`. */
export const pageSchema = z.strictObject({
  title: field('标题', '关于本刊', text(60)),
  summary: field('提要', '一句话', text(120)).optional(),
  aliases: field('旧址', '[/about-us/]', z.array(text()), '文件改名以前的网址').optional(),
});
