import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';

/** Articles written for this test, without errors, in different kinds of newspaper prose. */
const folder = new URL('./clean/', import.meta.url);
const articles = readdirSync(folder).map((file) => ({
  file,
  body: readFileSync(new URL(file, folder), 'utf8'),
}));

it('has more than 50,000 characters of clean text', () => {
  const hanzi = articles.map(({ body }) => body.replace(/\s/gu, '').length);
  expect(hanzi.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(50_000);
});

it('has no findings but two intended repetitions', () => {
  const findings = articles.flatMap(({ file, body }) =>
    checkText({ body, format: 'md', bodyLine: 1 }).map(
      ({ severity, rule, line }) => `${file}:${line} ${severity} ${rule}`,
    ),
  );
  expect(findings).toEqual([
    '07-dialogue.md:41 warning repeated-run',
    '39-bidding-and-lists.md:5 warning near-names',
  ]);
});
