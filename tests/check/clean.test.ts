import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';

/** Articles of our own, right in every mark, in the varied prose of a newspaper. */
const folder = new URL('./clean/', import.meta.url);
const articles = readdirSync(folder).map((file) => ({
  file,
  body: readFileSync(new URL(file, folder), 'utf8'),
}));

it('is enough text to try the rules on', () => {
  const hanzi = articles.map(({ body }) => body.replace(/\s/gu, '').length);
  expect(hanzi.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(50_000);
});

it('gets no error, and a warning only where a sentence or a name is repeated on purpose', () => {
  const told = articles.flatMap(({ file, body }) =>
    checkText({ body, format: 'md', bodyLine: 1 }).map(
      ({ severity, rule, line }) => `${file}:${line} ${severity} ${rule}`,
    ),
  );
  expect(told).toEqual([
    '07-dialogue.md:41 warning repeated-run',
    '39-bidding-and-lists.md:5 warning near-names',
  ]);
});
