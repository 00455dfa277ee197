import { describe, expect, it } from 'vitest';
import { blockingProofreader, proofreader } from '../../src/check/proofreader.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';
import { parseYaml } from '../../src/core/yaml-source.ts';
import { parseBody } from '../../src/markdown/parse.ts';

const FIELDS = `title: 一个标题
waivers:
  - { rule: residue, quote: 此处有问题, reason: 引文如此 }
  - { rule: dash }
  - { rule: no-such-rule, reason: 无 }
  - { rule: percentage, reason: 没有用上 }
`;

const findingsOf = (kind: typeof proofreader, body: string) =>
  kind.of(
    {},
    [],
  )({
    frontMatter: parseYaml(FIELDS),
    body,
    bodyLine: 9,
    format: 'md',
    parsed: parseBody(body, 'md'),
  });

describe('the proofreader of a build', () => {
  const bodies = TEXT_RULES.flatMap(({ examples }) => examples.map(({ bad }) => bad));

  it.each(bodies)('reports what the check reports as an error: %s', (bad) => {
    const errors = findingsOf(proofreader, bad).filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(findingsOf(blockingProofreader, bad)).toEqual(errors);
  });
});
