import { expect, it } from 'vitest';
import { barringProofreader } from '../../src/check/proofread.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-fs.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { CASES } from './cases.ts';
import { hostileBulletin } from './hostile-bulletin.ts';

/** Problems that are a file's own, not those of one of its lines. */
const OF_THE_FILE = new Set(['file', 'file-name', 'issue-folder', 'issue-file', 'empty', 'duplicate-slug']);

it(`refuses ${CASES.length} hostile inputs with file, line and cure, or takes them as text`, async () => {
  expect(CASES.length).toBeGreaterThan(300);
  const outcomes: string[] = [];
  const wrong: string[] = [];
  for (const { name, files } of CASES) {
    const dir = await writeFiles(bulletinFiles(hostileBulletin(files)));
    const { diagnostics } = await readContent(dir, { proofreader: barringProofreader });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    for (const error of errors) {
      const told = formatDiagnostic(error);
      if (error.line === undefined && !OF_THE_FILE.has(error.rule)) wrong.push(`${name}: no line: ${told}`);
      if (/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(told.replace('\n', '')))
        wrong.push(`${name}: ${JSON.stringify(told)}`);
    }
    const rules = [...new Set(errors.map(({ rule }) => rule))].join(' ');
    outcomes.push(`${name} → ${rules === '' ? 'text' : `refused: ${rules}`}`);
  }
  expect(wrong).toEqual([]);
  await expect(`${outcomes.join('\n')}\n`).toMatchFileSnapshot('outcomes.snapshot.txt');
}, 300_000);
