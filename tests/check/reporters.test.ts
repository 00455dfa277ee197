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
