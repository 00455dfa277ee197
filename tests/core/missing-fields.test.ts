import { describe, expect, it } from 'vitest';
import { fieldsToFill } from '../../src/core/fields-to-fill.ts';
import { missingFields, missingKeys } from '../../src/core/missing-fields.ts';
import type { ArticleFrontMatter } from '../../src/core/schema/article.ts';

const CONTEXT = { issueEditor: '乙某', reviewRequired: false };
const COMPLETE = {
  title: '开工',
  category: '园区要闻',
  genre: '消息',
  rights: 'original',
  park: ['甲园'],
  byline: '记者 甲某',
} as unknown as ArticleFrontMatter;
const article = (changes: Record<string, unknown>) => ({ ...COMPLETE, ...changes }) as ArticleFrontMatter;

describe('the fields that an article lacks', () => {
  it.each([
    ['nothing', {}, {}, []],
    [
      'what all need',
      { title: undefined, category: undefined, genre: undefined, rights: undefined },
      {},
      ['title', 'category', 'genre', 'rights'],
    ],
    ['a park', { park: undefined }, {}, ['park']],
    ['a park of its scope', { park: undefined, scope: '园区' }, {}, ['park']],
    ['no park of a masked article', { park: undefined, masked: true }, {}, []],
    ['a county', { park: undefined, scope: '县区' }, {}, ['county']],
    ['no county of a masked article', { park: undefined, scope: '县区', masked: true }, {}, []],
    ['a city', { park: undefined, scope: '市' }, {}, ['city']],
    ['no city beside a county', { park: undefined, scope: '市', county: ['甲县'] }, {}, []],
    ['no city of a masked article', { park: undefined, scope: '市', masked: true }, {}, []],
    ['no place', { park: undefined, scope: '省' }, {}, []],
    ['a byline', { byline: undefined }, {}, ['byline']],
    [
      'a byline where the genre is missing too',
      { byline: undefined, genre: undefined },
      {},
      ['genre', 'byline'],
    ],
    ['no byline of a notice', { byline: undefined, genre: '公告' }, {}, []],
    ['an interviewee', { genre: '访谈' }, {}, ['interviewee']],
    ['the source of a reprint', { rights: 'reprint' }, {}, ['source', 'reprint']],
    ['the source only', { reprint: {} }, {}, ['source']],
    ['an editor', {}, { issueEditor: undefined }, ['editor']],
    ['no editor', { editor: '丙某' }, { issueEditor: undefined }, []],
    ['a review', {}, { reviewRequired: true }, ['review']],
  ])('%s', (_, changes, context, keys) => {
    expect(missingKeys(article(changes), { ...CONTEXT, ...context }).map(({ key }) => key)).toEqual(keys);
  });
});

it('findings name the field, with an example and alternatives', () => {
  const lacking = article({ park: undefined, byline: undefined });
  const context = { issueEditor: undefined, reviewRequired: false } as never;
  expect(missingFields(lacking, ['byline'], context)).toMatchInlineSnapshot(`
    [
      {
        "column": 1,
        "fix": "在文件开头的两行 --- 之间加一行，例如 park: 某某高新区（不写园区的话，用 scope 注明范围：县区、市、省、全国）",
        "line": 1,
        "problem": "可发布的稿件缺少“园区”(park)",
        "rule": "missing-field",
      },
      {
        "column": 1,
        "fix": "在文件开头的两行 --- 之间加一行，例如 editor: 本刊编辑部（或在 issue.yaml 里写本期的责任编辑）",
        "line": 1,
        "problem": "可发布的稿件缺少“责任编辑”(editor)",
        "rule": "missing-field",
      },
    ]
  `);
});

it('hints for the fields to fill in', () => {
  const lacking = article({
    title: undefined,
    category: undefined,
    genre: undefined,
    rights: undefined,
    park: undefined,
  });
  const hints = (names: { categories: string[]; parks: string[] }, own?: Record<string, string>) =>
    fieldsToFill(lacking, CONTEXT, names, own).map(({ field, label, hint }) => `${label} ${field}: ${hint}`);
  const many = Array.from({ length: 13 }, (_, index) => `栏目${index}`);
  expect(hints({ categories: many, parks: ['甲园', '乙园', '丙园'] })).toMatchInlineSnapshot(`
    [
      "标题 title: 例如 园区开出“直通车”",
      "栏目 category: 可选：栏目0、栏目1、栏目2、栏目3、栏目4、栏目5、栏目6、栏目7、栏目8、栏目9、栏目10、栏目11…",
      "体裁 genre: 可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告",
      "权利 rights: own 本刊、reprint 转载、cleared 已获授权、unknown 未明",
      "园区 park: 写登记的名字，如甲园、乙园；不写园区的，加一行 scope: 县区（或市、省、全国）",
    ]
  `);
  expect(hints({ categories: many.slice(1), parks: [] }, { title: '照来稿' })).toMatchInlineSnapshot(`
    [
      "标题 title: 照来稿",
      "栏目 category: 可选：栏目1、栏目2、栏目3、栏目4、栏目5、栏目6、栏目7、栏目8、栏目9、栏目10、栏目11、栏目12",
      "体裁 genre: 可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告",
      "权利 rights: own 本刊、reprint 转载、cleared 已获授权、unknown 未明",
      "园区 park: 写登记的名字，如某某高新区；不写园区的，加一行 scope: 县区（或市、省、全国）",
    ]
  `);
  expect(hints({ categories: [], parks: ['甲园'] })).toMatchInlineSnapshot(`
    [
      "标题 title: 例如 园区开出“直通车”",
      "栏目 category: 例如 园区要闻",
      "体裁 genre: 可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告",
      "权利 rights: own 本刊、reprint 转载、cleared 已获授权、unknown 未明",
      "园区 park: 写登记的名字，如甲园；不写园区的，加一行 scope: 县区（或市、省、全国）",
    ]
  `);
});
