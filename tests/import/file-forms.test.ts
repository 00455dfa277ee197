import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatterYaml } from '../../src/core/text/find-front-matter.ts';
import { type ImportedFile, importFile } from '../../src/import/import-file.ts';
import { kindOf } from '../../src/import/readers/file-kind.ts';
import { NAMES } from '../lib/imported.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/file-forms');

/** Expected result, written by a person before the importer was run on the file. */
interface Gold {
  /** Pictures beside the file: name and format. */
  pictures?: Record<string, 'webp' | 'jpeg' | 'png'>;
  articles: Record<string, unknown>[];
  notTaken: boolean;
}

const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => {
    const stem = name.slice(0, -'.gold.json'.length);
    const file = readdirSync(FOLDER).find((each) => each.startsWith(`${stem}.`) && !each.includes('.gold.'));
    return [file ?? stem, stem] as const;
  });

async function imported(name: string, { pictures = {} }: Gold): Promise<ImportedFile> {
  const bytes = readFileSync(path.join(FOLDER, name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const siblings = new Map<string, Uint8Array>();
  for (const [file, format] of Object.entries(pictures)) {
    const create = { width: 9, height: 6, channels: 3 as const, background: '#7a3' };
    siblings.set(file, await sharp({ create }).toFormat(format).toBuffer());
  }
  const names = { ...NAMES, bulletin: ['《云杉园区月刊》', '云杉园区月刊编辑部'] };
  return importFile(
    { name, kind: kindOf(name, bytes), bytes, sha256, siblings },
    { names, at: '2026-01-01', usedSlugs: new Set() },
  );
}

function asGold({ file, report }: ImportedFile['articles'][number]) {
  const { printed = [] } = parse(frontMatterYaml(file)).import as { printed?: string[] };
  const { title, source, date, rights, subtitle, kicker, category } = report;
  return {
    title,
    source,
    date,
    byline: report.byline.map(({ name, role }) => `${role ?? '作者'} ${name}`),
    rights,
    subtitle,
    kicker,
    category,
    printed: printed.toSorted(),
    links: report.links.map(({ text, url }) => `${text} ${url}`),
    warnings: report.warnings.map(({ code }) => code).toSorted(),
  };
}

describe.each(FILES)('%s', (name, stem) => {
  const gold = JSON.parse(readFileSync(path.join(FOLDER, `${stem}.gold.json`), 'utf8')) as Gold;

  it('has the fields and the text that a person found', async () => {
    const { articles, mostlyRemoved } = await imported(name, gold);
    const expected = gold.articles.map((article) => ({
      ...article,
      printed: (article.printed as string[]).toSorted(),
      warnings: (article.warnings as string[]).toSorted(),
    }));
    expect(articles.map(asGold)).toEqual(expected);
    const bodies = articles.map(({ file }) => file.replace(/^---\n[\s\S]*?\n---\n\n/u, ''));
    expect(bodies.join('\n')).toBe(readFileSync(path.join(FOLDER, `${stem}.gold.md`), 'utf8'));
    expect(mostlyRemoved !== undefined).toBe(gold.notTaken);
  });
});
