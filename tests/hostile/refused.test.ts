import { expect, it } from 'vitest';
import { blockingProofreader } from '../../src/check/proofreader.ts';
import { type Diagnostic, formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { ReadingCache } from '../../src/loader/reading-cache-fs.ts';
import { bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { CASES, type HostileCase } from './cases.ts';
import { hostileBulletin } from './hostile-bulletin.ts';

/** Problems of a whole file, without a line number. */
const OF_THE_FILE = new Set(['file', 'file-name', 'issue-folder', 'issue-file', 'empty', 'duplicate-slug']);

/** Inputs that share one bulletin: a folder for each would take ten times as long. */
const TOGETHER = 60;

function batches(): HostileCase[][] {
  const apart = CASES.filter((each) => each.apart);
  const others = CASES.filter((each) => !each.apart).map((each) => [each]);
  const together = Array.from({ length: Math.ceil(apart.length / TOGETHER) }, (_, index) =>
    apart.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  return [...together, ...others];
}

/** Of all bulletins, which share most files. */
const cache = ReadingCache.empty();

/** The errors of each input of a batch, read in one bulletin. */
async function errorsOf(batch: HostileCase[]): Promise<Map<HostileCase, Diagnostic[]>> {
  const files = Object.assign({}, ...batch.map((each) => each.files)) as Files;
  const dir = await writeFiles(bulletinFiles(hostileBulletin(files)));
  const { diagnostics } = await readContent(dir, { proofreader: blockingProofreader, cache });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [only] = batch;
  if (only && batch.length === 1) return new Map([[only, errors]]);
  return new Map(batch.map((each) => [each, errors.filter(({ file }) => file in each.files)]));
}

it(`refuses ${CASES.length} hostile inputs with file, line and fix, or treats them as text`, async () => {
  expect(CASES.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  const outcomes = new Map<HostileCase, string>();
  for (const batch of batches()) {
    for (const [each, errors] of await errorsOf(batch)) {
      for (const error of errors) {
        const told = formatDiagnostic(error);
        if (error.line === undefined && !OF_THE_FILE.has(error.rule))
          wrong.push(`${each.name}: no line: ${told}`);
        if (/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(told.replace('\n', '')))
          wrong.push(`${each.name}: ${JSON.stringify(told)}`);
      }
      const rules = [...new Set(errors.map(({ rule }) => rule))].join(' ');
      outcomes.set(each, rules === '' ? 'text' : `refused: ${rules}`);
    }
  }
  expect(wrong).toEqual([]);
  const lines = CASES.map((each) => `${each.name} → ${outcomes.get(each)}\n`);
  await expect(lines.join('')).toMatchFileSnapshot('outcomes.snapshot.txt');
}, 300_000);
