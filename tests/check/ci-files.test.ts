import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { run } from '../lib/command.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

it.each(['.github/workflows/bulletin.yml', '.gitlab-ci.yml', '.workflow/check.yml'])(
  '%s is YAML and calls commands that are there, with options that they know',
  async (file) => {
    const text = readFileSync(file, 'utf8');
    expect(parseDocument(text).errors).toEqual([]);
    const calls = [...text.matchAll(/npm run -s (\w+)(?: -- ([^|>\n)]*))?/gu)];
    expect(calls.length).toBeGreaterThan(1);
    for (const [, name = '', options = ''] of calls) {
      expect(scripts).toHaveProperty(name);
      const { code } = await run(name, [...options.trim().split(' ').filter(Boolean), '--help']);
      expect([name, options, code]).toEqual([name, options, 0]);
    }
  },
  60_000,
);
