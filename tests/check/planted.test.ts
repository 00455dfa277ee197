import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkText } from '../../src/check/check-text.ts';
import { TEXT_RULES } from '../../src/check/text-rules.ts';
import { PLANTED, type Planted, SET_IN } from './planted.ts';
import { BLIND, BLIND_AGAIN } from './planted-blind.ts';
import { BLIND_THIRD } from './planted-third.ts';

const folder = new URL('./clean/', import.meta.url);
const articles = new Map(
  readdirSync(folder).map((file) => [file.slice(0, 2), readFileSync(new URL(file, folder), 'utf8')]),
);

/** Whether the rule reports a defect, at an offset of a body, on one of its lines. */
function isReported(body: string, at: number, wrong: string, rule: string): boolean {
  const first = body.slice(0, at).split('\n').length;
  const last = first + wrong.split('\n').length - 1;
  const rules = TEXT_RULES.filter(({ id }) => id === rule);
  return checkText({ body, format: 'md', bodyLine: 1 }, rules).some(
    ({ line = 0 }) => first <= line && line <= last,
  );
}

function isPlantedReported([file, right, wrong, rule]: Planted): boolean {
  const clean = articles.get(file) ?? '';
  const at = clean.indexOf(right);
  if (at < 0) throw new Error(`${file} has no “${right}”`);
  return isReported(clean.slice(0, at) + wrong + clean.slice(at + right.length), at, wrong, rule);
}

it('are reported on their line of a clean article', () => {
  expect(PLANTED.length).toBeGreaterThanOrEqual(60);
  expect(PLANTED.filter((planted) => !isPlantedReported(planted))).toEqual([]);
});

it('are reported in a paragraph of their own', () => {
  const clean = articles.get('14') ?? '';
  // Before the last paragraph, so that repeated text comes earlier.
  const at = clean.lastIndexOf('\n\n', clean.lastIndexOf('\n\n') - 1) + 2;
  const missed = SET_IN.filter(
    ([rule, text]) => !isReported(`${clean.slice(0, at)}${text}\n\n${clean.slice(at)}`, at, text, rule),
  );
  expect(missed).toEqual([]);
});

it.each([
  ['first', BLIND, 120],
  ['second', BLIND_AGAIN, 60],
  ['third', BLIND_THIRD, 100],
])(
  'are reported, 19 of 20 or more, in the %s set, which was written without knowing the rules',
  (_name, set, least) => {
    expect(set.length).toBeGreaterThanOrEqual(least);
    const missed = set.filter((planted) => !isPlantedReported(planted));
    expect(missed.length / set.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05);
  },
);
