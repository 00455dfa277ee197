import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ImportedArticle, importFile } from '../../src/import/import-file.ts';
import { knownNames } from '../lib/known-names.ts';

/*
 * Manuscripts and lines whose expected results were written by somebody who had not seen the importer's code for
 * them. `differences.txt` lists where the importer's results differ. A change may only make that list shorter.
 */

const FOLDER = path.join(import.meta.dirname, '../fixtures/manuscripts/unseen');
const FIELDS = ['title', 'kicker', 'subtitle', 'category', 'dateline', 'byline', 'source', 'date'] as const;
const TITLE = '老作坊接到新订单';
const TEXT = [
  '竹编作坊的院子里晒着成捆的篾条，风一吹，满院都是清香。老人坐在屋檐下劈篾，一根竹子到他手里，能分出十二层。',
  '作坊一年卖出三千只筐，多半去了外县的果园。今年又接到一批灯罩的订单，样子是学徒画的，卖得比筐还好。',
];

/** Expected fields; absent ones are empty, `true` stands for any value. */
interface Gold {
  headings?: string[];
  /** End of the body. */
  last?: string;
  /** Fields that may differ if the importer asks to check something. */
  flagged?: string[];
  [field: string]: unknown;
}

const read = (name: string): unknown =>
  parse(readFileSync(path.join(FOLDER, name), 'utf8'), { schema: 'failsafe' });
const squash = (text: string) => text.replace(/\s/gu, '');

async function imported(text: string): Promise<ImportedArticle[]> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name: 'a.txt', kind: 'text' as const, bytes, sha256, siblings: new Map() };
  return (await importFile(input, { names: knownNames(), at: '2026-01-01', usedSlugs: new Set() })).articles;
}

/** The differences between an article and its expected result. */
function differences(gold: Gold, { report, file }: ImportedArticle): string[] {
  const found: string[] = [];
  const flagged = report.warnings.length > 0 ? (gold.flagged ?? []) : [];
  for (const field of FIELDS) {
    const is = field === 'byline' ? bylineOf(report.byline) : String(report[field] ?? '');
    const right = field === 'byline' ? typedByline(String(gold.byline ?? '')) : String(gold[field] ?? '');
    if (squash(right) === squash(is) || (right === 'true' && is !== '')) continue;
    // A dateline names a paper, which may be the source.
    if (field === 'source' && right === '' && gold.dateline !== undefined) continue;
    found.push(`${field}: ${is}${flagged.includes(field) ? ' (flagged)' : ''}`);
  }
  const body = file.replace(/^---\n[\s\S]*?\n---\n/u, '');
  const headings = [...body.matchAll(/^#+ (.*)$/gmu)].map(([, text = '']) => text.replaceAll('\\', ''));
  if (gold.headings && headings.join() !== gold.headings.join())
    found.push(`headings: ${headings.join('、')}`);
  if (gold.last && !squash(body.replaceAll('\\', '')).endsWith(squash(gold.last)))
    found.push('end of the body');
  return found;
}

function bylineOf(people: ImportedArticle['report']['byline']): string {
  return people.map(({ name, role, org }) => `${role ?? '作者'} ${name}${org ? `@${org}` : ''}`).join('；');
}

const typedByline = (text: string) =>
  text
    .split('；')
    .filter(Boolean)
    .map((person) => (/\s/u.test(person.trim()) ? person.trim() : `作者 ${person.trim()}`))
    .join('；');

/** Where a line stands in a plain article. */
const PLACES: Record<string, (line: string) => string[]> = {
  below: (line) => [TITLE, line, ...TEXT],
  foot: (line) => [TITLE, ...TEXT, line],
  above: (line) => [line, TITLE, ...TEXT],
  opening: (line) => [TITLE, `${line}${TEXT[0]}`, TEXT[1] ?? ''],
};

it('reads forms that it was not written for, except for the known differences', async () => {
  const lines: string[] = [];
  for (const { name, text, gold } of read('manuscripts.yaml') as {
    name: string;
    text: string;
    gold: Gold[];
  }[]) {
    const articles = await imported(text);
    if (articles.length !== gold.length) lines.push(`${name}: ${articles.length} articles`);
    else
      for (const [index, article] of articles.entries())
        lines.push(
          ...differences(gold[index] ?? {}, article).map((each) => `${name} #${index + 1}: ${each}`),
        );
  }
  for (const { at, line, ...gold } of read('lines.yaml') as (Gold & { at: string; line: string })[]) {
    const articles = await imported((PLACES[at]?.(line) ?? []).join('\n\n'));
    const [article, ...others] = articles;
    if (!article || others.length > 0) lines.push(`${at} ${line}: ${articles.length} articles`);
    else
      lines.push(
        ...differences({ title: TITLE, headings: [], ...gold }, article).map(
          (each) => `${at} ${line}: ${each}`,
        ),
      );
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path.join(FOLDER, 'differences.txt'));
}, 120_000);
