/** Stryker's result of the run without a mutant: https://stryker-mutator.io/docs/stryker-js/api/ */
export interface InitialRun {
  tests: { id: string; timeSpentMs: number }[];
  /** By test, then by mutant: how often the test reached it. */
  mutantCoverage: { perTest: Record<string, Record<string, number>> };
}

/** The tests of one mutant may take this share of the time of all tests, or this many milliseconds. */
const TIME_SHARE = 1 / 50;
const MIN_TIME = 2000;
/**
 * On a busy machine a mutant must not count as an endless loop because it waited for its turn; and it may run twice, the
 * second time in a new thread. Endless loops that reach the mutant end by `hitLimit`.
 */
const MIN_TIMEOUT = 40_000;
const TIMEOUT_FACTOR = 10;
/** As in Stryker, high because a property test that fails runs its case many times. */
const HIT_LIMIT_FACTOR = 100;

/**
 * Of the tests that reach a mutant: those of its own folder before others, then file by file, the quickest first, until
 * their time is used up. A few slow tests that only lie on the way would otherwise take most of the run; without
 * them a mutant can only count as missed, never as found.
 */
export function coveringTests(mutant: string, tests: string[], { tests: all, mutantCoverage }: InitialRun) {
  const times = new Map(all.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
  const allowed = Math.max(MIN_TIME, TIME_SHARE * sum([...times.values()]));
  const time = (test: string) => times.get(test) ?? 0;
  const files = Object.values(Object.groupBy(tests, fileOfTest))
    .map((of = []) => ({ of, own: isOwn(of[0]), time: sum(of.map(time)) }))
    .toSorted((a, b) => Number(b.own) - Number(a.own) || a.time - b.time);
  const testFilter: string[] = [];
  let used = 0;
  for (const test of files.flatMap(({ of }) => of.toSorted((a, b) => time(a) - time(b)))) {
    if (testFilter.length > 0 && used + time(test) > allowed) continue;
    used += time(test);
    testFilter.push(test);
  }
  const expectedHits = sum(testFilter.map((test) => mutantCoverage.perTest[test]?.[mutant] ?? 0));
  return {
    testFilter,
    expectedHits,
    hitLimit: expectedHits * HIT_LIMIT_FACTOR,
    timeout: MIN_TIMEOUT + TIMEOUT_FACTOR * used,
  };
}

/** The path of a test's file. Stryker's id of a test is the path, `#` and the test's name. */
export function fileOfTest(test: string): string {
  return test.slice(0, test.indexOf('#'));
}

function isOwn(test = ''): boolean {
  return fileOfTest(test).includes(`/tests/${process.env.MUTATION_ROOM}/`);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
