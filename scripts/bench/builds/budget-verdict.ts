import { BUILD_TIMES } from '../budgets.ts';
import type { Run } from './contestant.ts';
import type { Ratios, Measurement } from './measurements.ts';
import { RUN_LABELS, TOOL_LABELS } from './labels.ts';

/** A budget and the measured value. */
export interface BudgetVerdict {
  what: string;
  value: number;
  limit: number;
  held: boolean;
}

/** The budgets of build times that can be judged for the measured numbers of articles. */
export function judgeBudgets(rows: Measurement[], ratios: Ratios): BudgetVerdict[] {
  const { peer, ratios: limits, growth, peakMB } = BUILD_TIMES;
  const judge = (what: string, value: number | undefined, limit: number): BudgetVerdict[] =>
    value === undefined ? [] : [{ what, value, limit, held: value <= limit }];
  const counts = new Set(rows.map(({ articles }) => articles));
  return [
    ...entries(limits).flatMap(([run, byArticles]) =>
      Object.entries(byArticles ?? {}).flatMap(([articles, limit]) =>
        judge(
          `${articles} 篇，${RUN_LABELS[run]}，与 ${TOOL_LABELS[peer]} 之比`,
          ratios.peers[articles]?.[peer]?.[run],
          limit,
        ),
      ),
    ),
    ...(counts.size === 2 && counts.has(1000) && counts.has(5000) ? entries(growth) : []).flatMap(
      ([run, limit]) => judge(`${RUN_LABELS[run]}，5000 篇与 1000 篇之比`, ratios.growth[run], limit),
    ),
    ...Object.entries(peakMB).flatMap(([articles, limit]) => {
      const own = rows.filter((row) => row.tool === 'ours' && row.articles === Number(articles));
      return own.length === 0
        ? []
        : judge(`${articles} 篇，内存最高（MB）`, Math.max(...own.map((row) => row.peakMB)), limit);
    }),
  ];
}

function entries<T extends Partial<Record<Run, unknown>>>(of: T): [Run, T[keyof T]][] {
  return Object.entries(of) as [Run, T[keyof T]][];
}
