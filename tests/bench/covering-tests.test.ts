import { afterEach, expect, it, vi } from 'vitest';
import { coveringTests } from '../../scripts/mutation/covering-tests.ts';

afterEach(() => vi.unstubAllEnvs());

const initialRun = (tests: [file: string, name: string, time: number, hits: number][]) => ({
  tests: tests.map(([file, name, timeSpentMs]) => ({ id: `/copy/tests/${file}#${name}`, timeSpentMs })),
  mutantCoverage: {
    perTest: Object.fromEntries(
      tests.map(([file, name, , hits]) => [`/copy/tests/${file}#${name}`, { 7: hits }]),
    ),
  },
});

it('the tests of a mutant: its own folder first, the quickest first, until their time is used up', () => {
  vi.stubEnv('MUTATION_ROOM', 'core');
  const run = initialRun([
    ['views/a.test.ts', 'quick', 1, 1],
    ['core/b.test.ts', 'slow', 1500, 20],
    ['core/b.test.ts', 'quick', 5, 300],
    ['core/c.test.ts', 'too slow', 1990, 4000],
    ['core/d.test.ts', 'quickest', 2, 50_000],
  ]);
  const { testFilter, expectedHits, hitLimit, timeout } = coveringTests(
    '7',
    run.tests.map(({ id }) => id),
    run,
  );
  expect(testFilter).toEqual([
    '/copy/tests/core/d.test.ts#quickest',
    '/copy/tests/core/b.test.ts#quick',
    '/copy/tests/core/b.test.ts#slow',
    '/copy/tests/views/a.test.ts#quick',
  ]);
  expect([expectedHits, hitLimit, timeout]).toEqual([50_321, 5_032_100, 55_080]);
});

it('a mutant that only a slow test reaches keeps it', () => {
  const run = initialRun([['views/a.test.ts', 'slow', 60_000, 1]]);
  expect(coveringTests('7', ['/copy/tests/views/a.test.ts#slow'], run).testFilter).toHaveLength(1);
});
