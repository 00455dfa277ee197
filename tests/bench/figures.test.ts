import { expect, it } from 'vitest';
import type { Run } from '../../scripts/bench/builds/contestant.ts';
import { median, medians, ratiosOf, type Measurement } from '../../scripts/bench/builds/measurements.ts';
import { timeChart } from '../../scripts/bench/builds/time-chart.ts';
import { benchReport } from '../../scripts/bench/builds/builds-report.ts';
import { judgeBudgets } from '../../scripts/bench/builds/budget-verdict.ts';

const row = (tool: string, articles: number, run: Run, wall: number, peakMB = 500): Measurement => ({
  tool,
  articles,
  run,
  wall,
  cpu: wall * 2,
  peakMB,
  indexWall: wall / 4,
  pages: articles + 100,
  outputMB: 12.5,
});

const ROWS = [
  row('ours', 1000, 'cold', 8),
  row('ours', 1000, 'warm-article', 3),
  row('hugo', 1000, 'cold', 10),
  row('hugo', 1000, 'warm-article', 8),
  row('ours', 5000, 'cold', 44, 1100),
  row('ours', 5000, 'warm-article', 6),
  row('hugo', 5000, 'cold', 40),
  row('hugo', 5000, 'warm-article', 36),
];
const MACHINE = {
  date: '2026-01-02',
  cpu: 'x',
  cores: 2,
  memoryGB: 24,
  system: 'Linux x86_64',
  node: 'v24.0.0',
};

it('takes the median of odd and even numbers of rounds', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(
    medians([
      { wall: 1.234, cpu: 3, peakMB: 10.4, indexWall: 0.5 },
      { wall: 2, cpu: 1, peakMB: 11, indexWall: 0.1 },
      { wall: 9, cpu: 2, peakMB: 12, indexWall: 0.2 },
    ]),
  ).toEqual({ wall: 2, cpu: 2, peakMB: 11, indexWall: 0.2 });
});

it('compares our cold build with a cold one, and our warm builds with a warm one', () => {
  expect(ratiosOf(ROWS)).toEqual({
    peers: {
      1000: { hugo: { cold: 0.8, 'warm-article': 0.375 } },
      5000: { hugo: { cold: 1.1, 'warm-article': 0.167 } },
    },
    growth: { cold: 5.5, 'warm-article': 2 },
  });
  expect(ratiosOf(ROWS.filter(({ tool }) => tool === 'hugo'))).toEqual({ peers: {}, growth: {} });
});

it('judges the budgets that apply to the measured numbers, and prints all', () => {
  const ratios = ratiosOf(ROWS);
  const judged = judgeBudgets(ROWS, ratios);
  expect(judgeBudgets(ROWS.slice(0, 1), ratiosOf(ROWS.slice(0, 1)))).toEqual([]);
  expect(benchReport({ machine: MACHINE, rows: ROWS, ratios, verdicts: judged }))
    .toBe(`2026-01-02，2 核，24 GB 内存，Node v24.0.0

工具             篇数          做法  用时（秒）  其中检索  CPU（秒）  内存（MB）  页数  输出（MB）
本刊             1000      从头生成           8         2         16         500  1100        12.5
本刊             1000  改了一篇新稿           3      0.75          6         500  1100        12.5
Hugo + Pagefind  1000      从头生成          10       2.5         20         500  1100        12.5
Hugo + Pagefind  1000  改了一篇新稿           8         2         16         500  1100        12.5
本刊             5000      从头生成          44        11         88        1100  5100        12.5
本刊             5000  改了一篇新稿           6       1.5         12         500  5100        12.5
Hugo + Pagefind  5000      从头生成          40        10         80         500  5100        12.5
Hugo + Pagefind  5000  改了一篇新稿          36         9         72         500  5100        12.5

本刊用时的倍数  篇数         比较对象   倍数
从头生成        1000  Hugo + Pagefind    0.8
改了一篇新稿    1000  Hugo + Pagefind  0.375
从头生成        5000  Hugo + Pagefind    1.1
改了一篇新稿    5000  Hugo + Pagefind  0.167
从头生成               篇数最少的本刊    5.5
改了一篇新稿           篇数最少的本刊      2

要求                                            上限   实测
1000 篇，从头生成，与 Hugo + Pagefind 之比         1    0.8      达到
5000 篇，从头生成，与 Hugo + Pagefind 之比         1    1.1  没有达到
5000 篇，改了一篇新稿，与 Hugo + Pagefind 之比  0.25  0.167      达到
改了一篇新稿，5000 篇与 1000 篇之比              1.3      2  没有达到
5000 篇，内存最高（MB）                         1024   1100  没有达到`);
});

it('draws one bar for each row: pages, and the index in a lighter colour', () => {
  const svg = timeChart(ROWS.slice(0, 1), MACHINE);
  expect(svg).toContain('深色是页面，浅色是页面之后的检索。2026-01-02，2 核，24 GB 内存，Node v24.0.0');
  expect(svg).toContain(
    '>本刊，从头生成</text>\n<rect x="350" y="96" width="322.5" height="16" fill="#a3222b"/>',
  );
  expect(svg).toContain(
    '<rect x="672.5" y="96" width="107.5" height="16" fill="#a3222b" fill-opacity="0.55"/>',
  );
  expect(svg).toContain('<text x="786" y="109">8.0 秒</text>');
});
