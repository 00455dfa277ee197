import type { Run } from './contestant.ts';
import type { Ratios, Measurement } from './measurements.ts';
import { RUN_LABELS, TOOL_LABELS } from './labels.ts';
import { type Machine, machineLine } from '../lib/machine.ts';
import { columnTable } from '../lib/column-table.ts';
import type { BudgetVerdict } from './budget-verdict.ts';

/** The benchmark's result for people. */
export function benchReport(result: {
  machine: Machine;
  rows: Measurement[];
  ratios: Ratios;
  verdicts: BudgetVerdict[];
}): string {
  const parts = [rowTable(result.rows), ratioTable(result.ratios), verdictTable(result.verdicts)];
  return [machineLine(result.machine), ...parts.filter(Boolean)].join('\n\n');
}

function rowTable(rows: Measurement[]): string {
  return columnTable(
    ['工具', '篇数', '做法', '用时（秒）', '其中检索', 'CPU（秒）', '内存（MB）', '页数', '输出（MB）'],
    rows.map(({ tool, articles, run, wall, indexWall, cpu, peakMB, pages, outputMB }) => [
      TOOL_LABELS[tool],
      articles,
      RUN_LABELS[run],
      wall,
      indexWall,
      cpu,
      peakMB,
      pages,
      outputMB,
    ]),
  );
}

function ratioTable({ peers, growth }: Ratios): string {
  const label = (run: string) => RUN_LABELS[run as Run];
  const lines = Object.entries(peers).flatMap(([articles, byPeer]) =>
    Object.entries(byPeer).flatMap(([peer, byRun]) =>
      Object.entries(byRun).map(([run, ratio]) => [label(run), articles, TOOL_LABELS[peer], ratio]),
    ),
  );
  const grown = Object.entries(growth).map(([run, ratio]) => [label(run), '', '篇数最少的本刊', ratio]);
  const all = [...lines, ...grown];
  return all.length > 0 ? columnTable(['本刊用时的倍数', '篇数', '比较对象', '倍数'], all) : '';
}

function verdictTable(verdicts: BudgetVerdict[]): string {
  if (verdicts.length === 0) return '';
  return columnTable(
    ['要求', '上限', '实测', ''],
    verdicts.map(({ what, limit, value, held }) => [what, limit, value, held ? '达到' : '没有达到']),
  );
}
