import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { CONSTRUCT_RULES, verifyBody } from '../../src/markdown/verify/verify-body.ts';
import { applyPlugins, parseBody } from '../../src/markdown/parse.ts';

function read(body: string) {
  const parsed = parseBody(body, 'md');
  if ('finding' in parsed) throw new Error(parsed.finding.problem);
  const findings = verifyBody(parsed, 1);
  const texts: string[] = [];
  visit(applyPlugins(parsed.tree, 'md'), (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      texts.push(plainText(node));
    else if (node.type === 'code') texts.push(node.value);
  });
  return { findings, text: texts.join('\n') };
}

describe.each(CONSTRUCT_RULES.map((rule) => [rule.construct, rule] as const))('%s', (_, rule) => {
  it.each(rule.printed)('prints %j', (body, text) => {
    expect(read(body)).toEqual({ findings: [], text });
  });
  if (rule.refused.length > 0)
    it.each(rule.refused)('rejects %j', (body, line, problem, fix) => {
      const findings = read(body).findings.map((each) => [each.rule, each.line, each.problem, each.fix]);
      expect(findings).toEqual([[rule.rule, line, problem, fix]]);
    });
});
