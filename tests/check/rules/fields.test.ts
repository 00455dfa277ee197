import { expect, it } from 'vitest';
import { TEXT_RULES } from '../../../src/check/text-rules.ts';
import { findingsOf } from './findings-of.ts';

/* Rules that treat the printed values of the front matter otherwise than the body. */

const MAP =
  '1:1 图片说明里有“区位图”，没有审图号 → 是地图的，在图注里写上审图号；不是地图的，换个说法，或加一条写明理由的豁免';

it.each<[rule: string, key: string, value: string, body: string, findings: string[]]>([
  ['title-mark', 'title', '园区开工。', '', ['1:5 标题末尾有“。” → 园区开工']],
  ['title-mark', 'title', '园区开工 ， ', '', ['1:5 标题末尾有“，” → 园区开工']],
  ['title-mark', 'title', '园区，开工', '', []],
  ['title-mark', 'title', '——园区开工', '', []],
  ['title-mark', 'kicker', '园区；', '', ['1:3 标题末尾有“；” → 园区']],
  ['title-mark', 'shortTitle', '园区：', '', ['1:3 标题末尾有“：” → 园区']],
  ['title-mark', 'summary', '园区开工。', '', []],
  [
    'title-mark',
    'subtitle',
    '--园区，',
    '',
    ['1:1 副题前面写了“--”，印出来会有两个 → 园区，', '1:5 标题末尾有“，” → --园区'],
  ],
  ['title-mark', 'subtitle', '—园区', '', ['1:1 副题前面写了“—”，印出来会有两个 → 园区']],
  ['title-mark', 'subtitle', '园区——开工', '', []],
  ['map-approval', 'cover.caption', '某县区位图', '', [MAP]],
  ['map-approval', 'cover.alt', '某县区位图', '', [MAP]],
  ['map-approval', 'cover.caption', '某县区位图', '审图号：某S（2022）1号', []],
  ['map-approval', 'title', '某县区位图', '', []],
  ['residue', 'title', '园区<br>开工', '', ['1:3 这里留着导入时带来的“<br>” → 删去']],
  ['residue', 'title', '园区\\</p>开工', '', ['1:3 这里留着导入时带来的“\\</p>” → 删去']],
  ['markdown-left', 'title', '##园区**开工', '', []],
  ['promised-count', 'title', '重点抓好三件事', '一是备地，二是招人。', []],
  [
    'promised-count',
    'title',
    '做好三件事：备地、招人',
    '',
    ['1:3 说是“三件事：备地、招”，列出的只有2个 → 核对原稿：改正数目“三件事”，或补上、删去相应的内容'],
  ],
  ['quote-end', 'summary', '“园区的服务比外面便宜”张某说。', '', []],
  [
    'known-name',
    'title',
    '深化放管付改革',
    '',
    ['1:3 “放管付”和“放管服”只差一个字 → 改成“放管服”；确实是别的名称，写进 check.yaml 的 distinct'],
  ],
])('%s in the field %s: %j', (id, key, value, body, findings) => {
  const rule = TEXT_RULES.find((each) => each.id === id);
  expect(rule && findingsOf(rule, body, { fields: { [key]: value } })).toEqual(findings);
});
