import { expect, it } from 'vitest';
import { githubReport } from '../../src/check/reporters/github.ts';
import { gitlabReport } from '../../src/check/reporters/gitlab.ts';
import { markdownReport } from '../../src/check/reporters/markdown.ts';
import { terminalReport } from '../../src/check/reporters/terminal.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HOSTILE = 'a\u001b[2J\r\n::error::b\u202E|`c\u2028';
const DIAGNOSTIC: Diagnostic = {
  rule: 'link',
  severity: 'error',
  file: `issues/${HOSTILE}.md`,
  line: 3,
  problem: `链接的“${HOSTILE}”不存在`,
  fix: `改成“${HOSTILE}”`,
};
const SHOWN = 'a\\u001b[2J\\u000d\\u000a::error::b\\u202e|`c\\u2028';

it('reports escape control characters in names', () => {
  for (const report of [terminalReport, githubReport, gitlabReport, markdownReport]) {
    const text = report([DIAGNOSTIC], 'content');
    expect(escapeControls(text, true)).toBe(text);
    expect(text.split('\n').filter((line) => line.startsWith('::error'))).toHaveLength(
      report === githubReport ? 1 : 0,
    );
  }
  expect(terminalReport([DIAGNOSTIC], 'content').split('\n').slice(0, 2)).toEqual([
    `content/issues/${SHOWN}.md:3 错误：链接的“${SHOWN}”不存在`,
    `  改法：改成“${SHOWN}”（规则 link）`,
  ]);
  expect(markdownReport([DIAGNOSTIC], 'content').split('\n')).toHaveLength(5);
});

it('jsonText() escapes control characters and stays valid JSON', () => {
  const value = [HOSTILE, '\u{1FFFE}', '甲\t乙'];
  expect(JSON.parse(jsonText(value))).toEqual(value);
  expect(escapeControls(jsonText(value), true)).toBe(jsonText(value));
});

it('whole reports', () => {
  const diagnostics: Diagnostic[] = [
    {
      rule: 'link',
      severity: 'error',
      file: 'issues/2022-09/a.md',
      line: 3,
      column: 5,
      problem: '链接“b,c:d”不存在',
      fix: '改成 100%',
    },
    {
      rule: 'dash',
      severity: 'warning',
      file: 'issues/2022-09/a.md',
      line: 4,
      problem: '破折号*少*一半',
      fix: '写成“——”',
    },
    { rule: 'schema', severity: 'error', file: 'site.yaml', problem: '缺少刊名', fix: '加一行' },
  ];
  expect(terminalReport(diagnostics, 'content')).toMatchInlineSnapshot(`
    "content/issues/2022-09/a.md:3:5 错误：链接“b,c:d”不存在
      改法：改成 100%（规则 link）
    content/issues/2022-09/a.md:4 提醒：破折号*少*一半
      改法：写成“——”（规则 dash）
    content/site.yaml 错误：缺少刊名
      改法：加一行（规则 schema）

    2 处错误，1 处提醒。"
  `);
  expect(githubReport(diagnostics, 'content')).toMatchInlineSnapshot(`
    "::error file=content/issues/2022-09/a.md,line=3,col=5,title=link::链接“b,c:d”不存在%0A改法：改成 100%25
    ::warning file=content/issues/2022-09/a.md,line=4,title=dash::破折号*少*一半%0A改法：写成“——”
    ::error file=content/site.yaml,title=schema::缺少刊名%0A改法：加一行"
  `);
  expect(markdownReport(diagnostics, 'content')).toMatchInlineSnapshot(`
    "| | 位置 | 问题 | 改法 | 规则 |
    | --- | --- | --- | --- | --- |
    | 错误 | \`content/issues/2022-09/a.md:3\` | 链接“b,c:d”不存在 | 改成 100% | link |
    | 提醒 | \`content/issues/2022-09/a.md:4\` | 破折号\\*少\\*一半 | 写成“——” | dash |
    | 错误 | \`content/site.yaml\` | 缺少刊名 | 加一行 | schema |

    2 处错误，1 处提醒。"
  `);
  expect(gitlabReport([...diagnostics, ...diagnostics.slice(1, 2)], 'content')).toMatchInlineSnapshot(`
    "[
      {
        "description": "链接“b,c:d”不存在（改法：改成 100%）",
        "check_name": "link",
        "fingerprint": "183c9cc601b6406d00e0ad315ce24d9d70d856677a49dc1331c8413e86e0e8fa",
        "severity": "major",
        "location": {
          "path": "content/issues/2022-09/a.md",
          "lines": {
            "begin": 3
          }
        }
      },
      {
        "description": "破折号*少*一半（改法：写成“——”）",
        "check_name": "dash",
        "fingerprint": "62cec019d4686cebcda82bc6bf5a10302bb9ab388b75edb281240a893d46e6c1",
        "severity": "minor",
        "location": {
          "path": "content/issues/2022-09/a.md",
          "lines": {
            "begin": 4
          }
        }
      },
      {
        "description": "缺少刊名（改法：加一行）",
        "check_name": "schema",
        "fingerprint": "f5eaeed3783ebebebd19ced900cbbf69e57c67d10e614ea9ae71181f300ee745",
        "severity": "major",
        "location": {
          "path": "content/site.yaml",
          "lines": {
            "begin": 1
          }
        }
      },
      {
        "description": "破折号*少*一半（改法：写成“——”）",
        "check_name": "dash",
        "fingerprint": "60715c5d74fc845c3db10bbd862c74d02516e845f8d61efd5b46b8ab3f98fdfa",
        "severity": "minor",
        "location": {
          "path": "content/issues/2022-09/a.md",
          "lines": {
            "begin": 4
          }
        }
      }
    ]"
  `);
  expect([terminalReport, githubReport, markdownReport].map((report) => report([], 'content')))
    .toMatchInlineSnapshot(`
    [
      "0 处错误，0 处提醒。",
      "",
      "0 处错误，0 处提醒。",
    ]
  `);
});
