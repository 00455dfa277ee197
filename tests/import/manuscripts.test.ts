import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImportedArticle, importFile } from '../../src/import/import-file.ts';
import { kindOf } from '../../src/import/readers/file-kind.ts';
import { knownNames } from '../lib/known-names.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/manuscripts');
const json = (name: string) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));

/** Expected result, written by a person before the importer was run on the manuscript. */
interface Gold {
  headings: string[];
  paragraphs: number;
  first: string;
  warnings: string[];
  genre?: string;
  [field: string]: unknown;
}

const NAMES = knownNames();
const FIELDS = [
  'title',
  'kicker',
  'subtitle',
  'series',
  'category',
  'dateline',
  'byline',
  'source',
  'date',
  'masked',
  'rights',
  'county',
  'park',
] as const;

async function imported(name: string): Promise<ImportedArticle[]> {
  const bytes = readFileSync(path.join(FOLDER, name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name, kind: kindOf(name, bytes), bytes, sha256, siblings: new Map() };
  return (await importFile(input, { names: NAMES, at: '2026-01-01', usedSlugs: new Set() })).articles;
}

/** An imported article in the form of the expected result. */
function asGold({ file, report }: ImportedArticle, { warnings }: Gold) {
  const blocks = file
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .split('\n\n')
    .map((block) => block.trim())
    .filter(Boolean);
  const paragraphs = blocks.filter((block) => !block.startsWith('#'));
  const bare = (text: string) => text.replace(/\*\*|\\|^#+ /gu, '');
  const codes = new Set(report.warnings.map(({ code }) => code));
  return {
    ...Object.fromEntries(FIELDS.map((field) => [field, report[field]])),
    headings: blocks.filter((block) => block.startsWith('#')).map(bare),
    paragraphs: paragraphs.length,
    first: [...bare(paragraphs[0] ?? '')].slice(0, 12).join(''),
    warnings: warnings.filter((code) => codes.has(code)),
    genre: report.genre,
  };
}

describe.each(Object.entries(json('gold.json') as Record<string, Gold[]>))('%s', (name, gold) => {
  it('is split into its articles', async () => expect(await imported(name)).toHaveLength(gold.length));
  it.each(gold.map((article, index) => [index + 1, article] as const))(
    'article %i is read correctly',
    async (number, article) => {
      const found = (await imported(name))[number - 1];
      expect(found && asGold(found, article)).toEqual({ ...article, genre: article.genre ?? null });
    },
  );
});
