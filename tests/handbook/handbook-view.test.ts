import { expect, it } from 'vitest';
import { articleSchema } from '../../src/core/schema/article.ts';
import { fieldEntries, ruleGroups } from '../../src/handbook/handbook-view.ts';

it('shows every field that an editor may type', () => {
  const keys = Object.keys(articleSchema.shape).filter((key) => key !== 'import');
  expect(fieldEntries().map(({ key }) => key)).toEqual(keys);
  expect(fieldEntries().find(({ key }) => key === 'rights')).toEqual({
    key: 'rights',
    label: '权利',
    required: true,
    description: 'own 本刊、reprint 转载、cleared 已获授权、unknown 未明',
    options: ['own', 'reprint', 'cleared', 'unknown'],
    example: 'rights: own',
  });
});

it('shows every rule with what an editor is told of its examples', () => {
  const rules = ruleGroups().flatMap((group) => group.rules);
  expect(rules.find(({ id }) => id === 'unit')).toMatchInlineSnapshot(`
    {
      "examples": [
        {
          "bad": "厂房面积3.2万m2。",
          "good": "厂房面积3.2万平方米。",
          "told": "“m2”的上标丢了。改法：改成“平方米”",
        },
        {
          "bad": "第一段。

    园区12.5km2。",
          "good": "第一段。

    园区12.5平方公里。",
          "told": "“km2”的上标丢了。改法：改成“平方公里”",
        },
        {
          "bad": "日处理污水3万m3，全部回用。",
          "good": "日处理污水3万立方米，全部回用。",
          "told": "“m3”的上标丢了。改法：改成“立方米”",
        },
      ],
      "fine": [
        "厂房面积3.2万m²，M2增速8%，型号km2000。",
      ],
      "fixed": false,
      "id": "unit",
      "severity": "warning",
      "title": "单位符号",
      "why": "从 Word 里复制时上标会掉下来，“m²”变成“m2”，读作米二。",
    }
  `);
  expect(rules.find(({ id }) => id === 'county-park')).toMatchInlineSnapshot(`
    {
      "examples": [
        {
          "bad": "county: 丁市城区",
          "good": "county: 丙县",
          "where": "稿件信息",
        },
      ],
      "fine": [],
      "fixed": false,
      "id": "county-park",
      "severity": "error",
      "title": "县区与园区不合",
      "why": "写了县区，就要是园区所在的县区；园区名录里已有的，不写也行。",
    }
  `);
  const silent = rules.flatMap(({ id, examples }) =>
    examples.filter(({ told }) => told?.startsWith('。')).map(() => id),
  );
  expect(silent).toEqual([]);
});
