import { expect, it } from 'vitest';
import { growthOf, pagesOverBudget } from '../../scripts/bench/pages/page-growth.ts';
import type { PageLoad } from '../../scripts/bench/pages/page-loads.ts';
import { pagesReport } from '../../scripts/bench/pages/pages-report.ts';

const load = (articles: number, address: string, kind: PageLoad['kind'], gzip: number, links = 20) => ({
  articles,
  address,
  kind,
  requests: 5,
  raw: gzip * 3,
  gzip,
  brotli: gzip - 500,
  html: 4000,
  pictures: 0,
  links,
});

const LOADS: PageLoad[] = [
  load(100, 'parks/', 'index', 10_000),
  load(100, 'issues/1980/', 'year', 10_000, 90),
  load(100, 'search/?q=开发区', 'search', 90_000),
  load(5000, 'parks/', 'index', 31_001),
  load(5000, 'issues/1980/', 'year', 14_000, 240),
  load(5000, 'search/?q=开发区', 'search', 150_000),
];

it('compares the same pages of a small and a large bulletin, and lists those over budget', () => {
  const growth = growthOf(LOADS);
  expect(growthOf(LOADS.slice(0, 3))).toEqual([]);
  const heavy = pagesOverBudget(LOADS, growth);
  const machine = { date: '2026-01-02', cpu: '', cores: 2, memoryGB: 8, system: '', node: 'v24.0.0' };
  const lighthouse = [
    {
      address: 'parks/',
      scores: { performance: 99, accessibility: 100, 'best-practices': 98, seo: 97 },
      largestPaint: 1200,
      blocked: 20,
      shift: 0.001,
    },
  ];
  expect(pagesReport({ machine, loads: LOADS, growth, lighthouse, heavy })).toBe(
    `2026-01-02，2 核，8 GB 内存，Node v24.0.0

页面        篇数               地址  请求    原样    gzip  brotli  其中网页（gzip）  另有图片
名录页       100            /parks/     5   30000   10000    9500              4000         0
年度总目录   100      /issues/1980/     5   30000   10000    9500              4000         0
检索页       100  /search/?q=开发区     5  270000   90000   89500              4000         0
名录页      5000            /parks/     5   93003   31001   30501              4000         0
年度总目录  5000      /issues/1980/     5   42000   14000   13500              4000         0
检索页      5000  /search/?q=开发区     5  450000  150000  149500              4000         0

长了多少（上限 1000）   字节
/parks/                21001
/issues/1980/           4000  条数不同，不比
/search/?q=开发区      60000

Lighthouse  性能  无障碍  最佳做法  搜索引擎  最大内容（毫秒）  阻塞（毫秒）   位移
/parks/       99     100        98        97              1200            20  0.001

名录页 /parks/（5000 篇）要下载 31001 字节，上限 30000
/parks/ 随刊物长了 21001 字节，上限 1000`,
  );
});
