import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ImportedArticle, importFile } from '../../src/import/import-file.ts';
import { knownNames } from '../lib/known-names.ts';
import { people } from '../lib/people.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/manuscripts/forms');

/** Expected article, written by a person before the importer was run on the manuscript. Absent fields are empty. */
interface Gold {
  title?: string;
  byline?: string;
  /** Beginning of each paragraph. */
  body: string[];
  [field: string]: unknown;
}

interface Manuscript {
  name: string;
  text: string;
  articles: Gold[];
}

const EMPTY = {
  title: null,
  kicker: null,
  subtitle: null,
  category: null,
  dateline: null,
  source: null,
  date: null,
  genre: null,
  rights: null,
  editor: null,
  park: [],
  county: [],
  headings: [],
  warnings: [],
};

async function imported(text: string): Promise<ImportedArticle[]> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name: 'a.txt', kind: 'text' as const, bytes, sha256, siblings: new Map() };
  return (await importFile(input, { names: knownNames(), at: '2026-01-01', usedSlugs: new Set() })).articles;
}

function asGold({ file, report }: ImportedArticle, { body }: Gold) {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(file) ?? [];
  const blocks = text
    .split('\n\n')
    .map((block) => block.trim().replace(/\*\*|\\/gu, ''))
    .filter(Boolean);
  const fields = Object.keys(EMPTY).filter((field) => field in report);
  return {
    ...Object.fromEntries(fields.map((field) => [field, report[field as keyof typeof report]])),
    editor: (parse(head) as { editor?: string }).editor ?? null,
    byline: report.byline.map(({ name, role, org }) => ({ name, role: role ?? '作者', ...(org && { org }) })),
    headings: blocks.filter((block) => block.startsWith('#')).map((block) => block.replace(/^#+ /u, '')),
    body: blocks
      .filter((block) => !block.startsWith('#'))
      .map((block, index) => block.slice(0, body[index]?.length ?? 12)),
    warnings: [...new Set(report.warnings.map(({ code }) => code))].toSorted(),
  };
}

const withDefaults = ({ byline, ...fields }: Gold) => ({
  ...EMPTY,
  ...fields,
  byline: byline ? people(byline) : [],
});

for (const file of readdirSync(FOLDER)) {
  const manuscripts = parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Manuscript[];
  describe(file, () => {
    it.each(manuscripts)('$name', async ({ text, articles }) => {
      const found = await imported(text);
      expect(found.map((article, index) => asGold(article, articles[index] ?? { body: [] }))).toEqual(
        articles.map(withDefaults),
      );
    });
  });
}
