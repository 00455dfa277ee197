import { expect, it } from 'vitest';
import { issueSource, noticeSource, publishedSource } from '../../src/editions/archive/published-source.ts';

const WRITTEN = `# 真名是某某县
title: 一个县的办法 # 内部：等回信
park: 某某高新区
county: 某某县
masked: true
related: [2022-09/a, 2022-09/draft] # 另一篇
facts:
  - { label: 投资, value: 4122.0, quote: 投资4122.0亿元 }
waivers:
  - rule: doubled-character
    quote: 常常
    reason: 就是某某县的说法
import: { from: 来稿/某某县.docx, sha256: x, at: 2022-09-01 }
status: ready
`;
const isPublic = (id: string) => id === '2022-09/a';

it('nothing that is not published remains in the source of a masked article', () => {
  expect(publishedSource({ body: '\n正文。\n', masked: true }, WRITTEN, isPublic)).toBe(`---
title: 一个县的办法
masked: true
related: [ 2022-09/a ]
waivers:
  - rule: doubled-character
    quote: 常常
    reason: 编辑部核过
status: ready
---

正文。
`);
});

it('an article that is not masked keeps its places and numbers as they were typed', () => {
  const source = publishedSource({ body: '\n正文。\n', masked: false }, WRITTEN, () => false);
  expect(source).toContain('park: 某某高新区\ncounty: 某某县\n');
  expect(source).toContain('{ label: 投资, value: 4122.0, quote: 投资4122.0亿元 }');
  expect(source).not.toMatch(/related|import|真名|回信/u);
});

it('a source without private data keeps its bytes', () => {
  const yaml = "title:  '甲'\ntopics: [ 乙,丙 ]\nrelated: [2022-09/a]\n";
  expect(publishedSource({ body: '\n正文。', masked: false }, yaml, isPublic)).toBe(
    `---\n${yaml}---\n\n正文。`,
  );
});

it('a withdrawn article keeps only what its notice shows', () => {
  const notice = { id: '2022-09/a', issue: '2022-09', date: '2022-10-08', aliases: ['/old/'] };
  expect(noticeSource({ ...notice, reason: '数据有误' })).toBe(`---
aliases:
  - /old/
status: withdrawn
withdrawn:
  date: "2022-10-08"
  reason: 数据有误
---
`);
});

it('areas of drafts are left out of the pages of an issue', () => {
  const yaml = `year: 2022 # 第一年
pages:
  - no: 1
    areas: [{ article: a, x: 0 }, { article: draft, x: 50 }]
  - no: 2
    areas: [{ article: draft, x: 50 }]
`;
  expect(issueSource(yaml, '2022-09', isPublic)).toBe(`year: 2022
pages:
  - no: 1
    areas: [ { article: a, x: 0 } ]
  - no: 2
`);
});
