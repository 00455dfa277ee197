import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { KnownNames } from '../../src/import/draft.ts';
import { importFile } from '../../src/import/import-file.ts';
import { madeDocx } from '../lib/made-docx.ts';

const NAMES: KnownNames = { categories: [], parks: [], counties: [], sources: [], series: [] };
const GOLD = path.join(import.meta.dirname, '../fixtures/docx');

it.each(Object.entries(madeDocx))('%s becomes the Markdown that a person would write', async (name, make) => {
  const bytes = await make();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name: `${name}.docx`, kind: 'docx' as const, bytes, sha256, siblings: new Map() };
  const { articles, removed } = await importFile(input, {
    names: NAMES,
    at: '2026-01-01',
    usedSlugs: new Set(),
  });
  const files = articles.map(({ file }) => file.replace(/^ {2}sha256: .*\n/mu, ''));
  const left = removed.map(({ text, reason }) => `${reason}：${text}`);
  const whole = `${files.join('\n=====\n\n')}${left.length > 0 ? `\n===== 没有收进稿件\n\n${left.join('\n')}\n` : ''}`;
  await expect(whole).toMatchFileSnapshot(path.join(GOLD, `${name}.txt`));
});
