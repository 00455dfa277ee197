import sharp from 'sharp';
import { it } from 'vitest';
import { article, messagesOf } from '../lib/bulletin-files.ts';

const F = 'issues/2022-09/first.md';
const a = (more: string, body?: string) => article('第三篇', more, body);
const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'red' } }).png().toBuffer();
const cases: Record<string, any> = {
  right: {},
  yamlColon: { 'issues/2022-09/t.md': '---\ntitle：第三篇\ncategory: 要闻\n---\n文' },
  noSpace: { 'issues/2022-09/t.md': '---\ntitle:第三篇\ncategory: 要闻\n---\n文' },
  twoColon: { 'issues/2022-09/t.md': '---\ntitle: 创新: 突破\nstatus: ready\n---\n文' },
  quote: { 'issues/2022-09/t.md': '---\ntitle: "创新\nstatus: ready\n---\n文' },
  star: { 'issues/2022-09/t.md': '---\ntitle: *县\nstatus: ready\n---\n文' },
  tab: { 'issues/2022-09/t.md': '---\ntitle: a\npark:\n\t- 甲\n---\n文' },
  dup: { 'issues/2022-09/t.md': '---\ntitle: a\ntitle: b\n---\n文' },
  unclosed: { 'issues/2022-09/t.md': '---\ntitle: a\n文' },
  nofm: { 'issues/2022-09/t.md': '正文' },
  unknownPark: { 'issues/2022-09/t.md': a('').replace('park: 甲园', 'park: 甲开放区') },
  unknownPark2: { 'issues/2022-09/t.md': a('').replace('park: 甲园', 'park: [甲园, 完全不同]') },
  unknownCat: { 'issues/2022-09/t.md': a('').replace('category: 园区要闻', 'category: 要问') },
  unknownKey: { 'issues/2022-09/t.md': a('catagory: 要闻\n标题: 好\nissue: 2022-09\n') },
  ambiguous: { 'issues/2022-09/t.md': a('county: 城区\n') },
  missing: { 'issues/2022-09/t.md': '---\nstatus: ready\n---\n文' },
  draft: { 'issues/2022-09/t.md': '---\ntitle: 草稿\n---\n文' },
  genre: { 'issues/2022-09/t.md': a('').replace('genre: 消息', 'genre: 新闻') },
  titleNum: { 'issues/2022-09/t.md': a('kicker: 2022\n') },
  badDate: { 'issues/2022-09/t.md': a('date: 2022-02-30\n') },
  late: { 'issues/2022-09/t.md': a('date: 2022-10-01 00:30 +08:00\n') },
  old: { 'issues/2022-09/t.md': a('date: 2022-06-15\n') },
  leads: { 'issues/2022-09/t.md': a('lead: true\n') },
  dupSlug: { 'issues/2022-09/second.mdx': a('') },
  chinese: { 'issues/2022-09/第三篇.md': a('') },
  noIssue: { 'issues/2022-11/t.md': a('') },
  badFolder: { 'issues/2022年9月/t.md': a(''), 'issues/2022-13/t.md': a('') },
  issueMismatch: { 'issues/2022-10/issue.yaml': 'year: 2021\nnumber: 1\nserial: 1\nmonths: [9]\ndate: 2022-10-31\nstatus: published\n' },
  picMissing: { 'issues/2022-09/t.md': a('', '![画](./images/x.jpg)') },
  picCase: { 'issues/2022-09/t.md': a('', '![画](./images/X.png)'), 'issues/2022-09/images/x.png': png },
  picBroken: { 'issues/2022-09/t.md': a('', '![画](./images/x.jpg)'), 'issues/2022-09/images/x.jpg': 'not a picture' },
  picSvg: { 'issues/2022-09/t.md': a('', '![画](./images/x.svg)'), 'issues/2022-09/images/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>' },
  picOutside: { 'issues/2022-09/t.md': a('', '![画](../../../x.jpg) ![b](/etc/passwd)') },
  coverNoAlt: { 'issues/2022-09/t.md': a('cover: { src: ./images/x.png }\n'), 'issues/2022-09/images/x.png': png },
  byline: { 'issues/2022-09/t.md': a('').replace('byline: 署名单位 本刊编辑部', 'byline: 摄影记者 张某') },
  bylineRole: { 'issues/2022-09/t.md': a('').replace('byline: 署名单位 本刊编辑部', 'byline: [{ name: 张某, role: 主笔 }]') },
  quoteBody: { 'issues/2022-09/t.md': a('facts: [{ label: 项目, value: 12, quote: 开工项目13个 }]\n') },
  related: { 'issues/2022-09/t.md': a('related: [2022-09/none]\naliases: [old/a, /parks/x/]\n', '见[乙](../2022-08/x.md)') },
  reprint: { 'issues/2022-09/t.md': a('').replace('rights: own', 'rights: reprint') },
  utf8: { 'issues/2022-09/t.md': Buffer.from([0xc8, 0xd5, 0xb1, 0xa8]) },
  empty: Object.fromEntries(['site.yaml','categories.yaml','regions.yaml','sources.yaml','topics.yaml','industries.yaml','series.yaml','parks/jia.yaml','parks/jia-inner.yaml','issues/2022-09/issue.yaml','issues/2022-09/first.md','issues/2022-09/second.md'].map((k) => [k, null])),
  noArticles: { [F]: null, 'issues/2022-09/second.md': null },
  noSite: { 'site.yaml': null },
  parkBad: { 'parks/乙.yaml': 'name: 乙园\ncounty: 丁市\n', 'parks/c.yaml': 'name: 丙园\nparent: 丙园\ncounty: 丙县\nlevel: 国家\n' },
  listBad: { 'topics.yaml': 'id: a\nname: b\n', 'sources.yaml': '- { id: x, name: 甲 }\n- { id: x, name: 乙, url: ftp://a }\n- name: 丙\n' },
  bomb: { 'topics.yaml': 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n' },
  stray: { 'issues/2022-09/t.docx': 'x', 'issues/2022-09/T.MD': 'x', 'issues/2022-09/sub/x.md': 'x' },
};
for (const [name, files] of Object.entries(cases))
  it(name, async () => {
    console.log(`## ${name}\n${(await messagesOf(files)).join('\n')}`);
  });
