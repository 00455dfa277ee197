import { GROWTH_BYTES } from '../../../src/core/budgets.ts';
import { KIND_LABELS } from '../../../src/core/page-kind.ts';
import type { LighthouseResult } from './lighthouse.ts';
import { type Machine, machineLine } from '../lib/machine.ts';
import type { PageGrowth } from './page-growth.ts';
import type { PageLoad } from './page-loads.ts';
import { columnTable } from '../lib/column-table.ts';

/** What pages load, for people. */
export function pagesReport(result: {
  machine: Machine;
  loads: PageLoad[];
  growth: PageGrowth[];
  lighthouse: LighthouseResult[];
  heavy: string[];
}): string {
  const { machine, loads, growth, lighthouse, heavy } = result;
  return [
    machineLine(machine),
    loadTable(loads),
    growthTable(growth),
    scoreTable(lighthouse),
    heavy.join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function loadTable(loads: PageLoad[]): string {
  return columnTable(
    ['页面', '篇数', '地址', '请求', '原样', 'gzip', 'brotli', '其中网页（gzip）', '另有图片'],
    loads.map(({ kind, articles, address, requests, raw, gzip, brotli, html, pictures }) => [
      KIND_LABELS[kind],
      articles,
      `/${address}`,
      requests,
      raw,
      gzip,
      brotli,
      html,
      pictures,
    ]),
  );
}

function growthTable(growth: PageGrowth[]): string {
  if (growth.length === 0) return '';
  return columnTable(
    [`长了多少（上限 ${GROWTH_BYTES}）`, '字节', ''],
    growth.map(({ address, bytes, alike }) => [`/${address}`, bytes, alike ? '' : '条数不同，不比']),
  );
}

function scoreTable(figures: LighthouseResult[]): string {
  if (figures.length === 0) return '';
  return columnTable(
    ['Lighthouse', '性能', '无障碍', '最佳做法', '搜索引擎', '最大内容（毫秒）', '阻塞（毫秒）', '位移'],
    figures.map(({ address, scores, largestPaint, blocked, shift }) => [
      `/${address}`,
      scores.performance,
      scores.accessibility,
      scores['best-practices'],
      scores.seo,
      largestPaint,
      blocked,
      shift,
    ]),
  );
}
