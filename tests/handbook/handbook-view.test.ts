import { expect, it } from 'vitest';
import { missingKeys } from '../../src/core/missing-fields.ts';
import { articleSchema } from '../../src/core/schema/article.ts';
import { fieldGroups, ruleGroups } from '../../src/handbook/handbook-view.ts';

it('shows every field of an article and when it is required', () => {
  const keys = Object.keys(articleSchema.shape).filter((key) => key !== 'import');
  const fields = fieldGroups()[0]?.fields ?? [];
  expect(fields.map(({ key }) => key)).toEqual(keys);
  expect(fields.find(({ key }) => key === 'rights')).toEqual({
    anchor: 'rights',
    key: 'rights',
    label: '权利',
    required: true,
    options: ['own 本刊', 'reprint 转载', 'cleared 已获授权', 'unknown 未明'],
    example: 'rights: own',
  });
  expect(fields.find(({ key }) => key === 'byline')).toEqual({
    anchor: 'byline',
    key: 'byline',
    label: '署名',
    required: false,
    when: '公告、发刊词、工作报告可以不写，别的必填',
    options: [],
    example: 'byline: 记者 甲某、乙某；通讯员 丙某',
  });
});

it('says when each conditional field of an article is required', () => {
  const lacking = [
    missingKeys({ scope: '市', rights: 'reprint', genre: '访谈' }, { reviewRequired: true }),
    missingKeys({ scope: '县区' }, { reviewRequired: true }),
    missingKeys({}, { reviewRequired: true }),
  ];
  const documented = (fieldGroups()[0]?.fields ?? []).filter(({ required, when }) => required || when);
  const keys = new Set(lacking.flat().map(({ key }) => key));
  expect([...keys].sort()).toEqual(
    documented
      .map(({ key }) => key)
      .filter((key) => key !== 'date')
      .sort(),
  );
});

it('shows the fields of the other files, each with its own anchor', () => {
  const groups = fieldGroups();
  expect(groups.map(({ about, fields }) => [about, fields.length])).toMatchInlineSnapshot(`
    [
      [
        "稿件",
        39,
      ],
      [
        "一期",
        13,
      ],
      [
        "园区",
        12,
      ],
      [
        "栏目",
        6,
      ],
      [
        "专栏、主题、产业",
        5,
      ],
      [
        "来源",
        4,
      ],
      [
        "固定页面",
        3,
      ],
      [
        "刊物",
        19,
      ],
      [
        "外观",
        3,
      ],
      [
        "更多外观：theme/style.css",
        16,
      ],
      [
        "核对用的词",
        7,
      ],
    ]
  `);
  const anchors = groups.flatMap(({ anchor, fields }) => [anchor, ...fields.map((each) => each.anchor)]);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(groups.at(-1)?.fields.find(({ key }) => key === 'distinct')).toEqual({
    anchor: 'check-distinct',
    key: 'distinct',
    label: '不是一家的近似名称',
    required: false,
    options: [],
    example: 'distinct: [甲东模具, 甲冬模具]',
  });
});

it('shows every rule with its examples and their messages', () => {
  const rules = ruleGroups().flatMap((group) => group.rules);
  expect(rules.find(({ id }) => id === 'unit')).toMatchInlineSnapshot(`
    {
      "autofix": false,
      "examples": [
        {
          "bad": "厂房面积3.2万m2。",
          "good": "厂房面积3.2万平方米。",
          "messages": [
            "“m2”的上标丢了。改法：改成“平方米”",
          ],
        },
        {
          "bad": "第一段。

    园区12.5km2。",
          "good": "第一段。

    园区12.5平方公里。",
          "messages": [
            "“km2”的上标丢了。改法：改成“平方公里”",
          ],
        },
        {
          "bad": "日处理污水3万m3，全部回用。",
          "good": "日处理污水3万立方米，全部回用。",
          "messages": [
            "“m3”的上标丢了。改法：改成“立方米”",
          ],
        },
      ],
      "fine": [
        "厂房面积3.2万m²，M2增速8%，型号km2000。",
      ],
      "id": "unit",
      "severity": "warning",
      "title": "单位符号",
      "why": "从 Word 里复制时上标会掉下来，“m²”变成“m2”，读作米二。",
    }
  `);
  expect(rules.find(({ id }) => id === 'county-park')).toMatchInlineSnapshot(`
    {
      "autofix": false,
      "examples": [
        {
          "bad": "county: 丁市城区",
          "good": "county: 丙县",
          "messages": [
            "园区“甲园”在丙县，不在丁市城区。改法：county: 丙县，或删去这一行（县区可以从园区推出）；园区名录错了，就改 parks 里的文件",
          ],
          "where": "稿件信息",
        },
      ],
      "fine": [],
      "id": "county-park",
      "severity": "error",
      "title": "县区与园区不合",
      "why": "写了县区，就要是园区所在的县区；园区名录里已有的，不写也行。",
    }
  `);
});
