import { expect, it } from 'vitest';
import { shareText } from '../../scripts/mutation/sample-reporter.ts';

const tested = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, () => ({
      fileName: 'src/core/a.ts',
      location: { start: { line: 1 } },
      id: '1',
      mutatorName: 'StringLiteral',
      replacement: '""',
      status,
    })),
  );

it.each([
  [
    'a sample has a margin of error; what cannot run is left out',
    { Killed: 300, Timeout: 20, Survived: 60, NoCoverage: 20, RuntimeError: 5 },
    4000,
    '发现 80.0%（误差 ±3.7%）：共 4000 处，测了 400 处，发现 300，超时 20，没有发现 60，没有测到 20，不能运行 5',
  ],
  [
    'all mutants have none',
    { Killed: 9, Survived: 1 },
    10,
    '发现 90.0%（误差 ±0.0%）：共 10 处，测了 10 处，发现 9，超时 0，没有发现 1，没有测到 0，不能运行 0',
  ],
  [
    'nothing to test',
    {},
    0,
    '发现 0.0%（误差 ±0.0%）：共 0 处，测了 0 处，发现 0，超时 0，没有发现 0，没有测到 0，不能运行 0',
  ],
])('the result of a mutation run: %s', (_, counts, all, text) => {
  expect(shareText(tested(counts), all)).toBe(text);
});
