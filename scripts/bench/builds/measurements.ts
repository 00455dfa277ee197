import type { BuildCost, Run } from './contestant.ts';

/** One line of the result: medians over the rounds. */
export interface Measurement extends BuildCost {
  tool: string;
  articles: number;
  run: Run;
  /** Pages of HTML. */
  pages: number;
  outputMB: number;
}

/** Ours divided by a peer's wall time, by number of articles, peer and run; `growth` by run. */
export interface Ratios {
  peers: Record<string, Record<string, Partial<Record<Run, number>>>>;
  /** Our time with the most articles divided by that with the fewest. */
  growth: Partial<Record<Run, number>>;
}

/** The median; for an even number of values the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

export function medians(measures: BuildCost[]): BuildCost {
  const of = (key: keyof BuildCost, digits: number) =>
    Number(median(measures.map((measure) => measure[key])).toFixed(digits));
  return { wall: of('wall', 2), cpu: of('cpu', 2), peakMB: of('peakMB', 0), indexWall: of('indexWall', 2) };
}

/**
 * Peers rebuild everything after any change, so all our warm builds are compared with their only one.
 */
export function ratiosOf(rows: Measurement[]): Ratios {
  const wall = (tool: string, articles: number, run: Run) =>
    rows.find((row) => row.tool === tool && row.articles === articles && row.run === run)?.wall;
  const counts = [...new Set(rows.map(({ articles }) => articles))].toSorted((a, b) => a - b);
  const [least, most] = [counts[0] ?? 0, counts.at(-1) ?? 0];
  const ratios: Ratios = { peers: {}, growth: {} };
  for (const { tool, articles, run, wall: own } of rows) {
    if (tool !== 'ours') continue;
    for (const peer of new Set(rows.map((row) => row.tool))) {
      const other =
        peer === 'ours' ? undefined : wall(peer, articles, run === 'cold' ? 'cold' : 'warm-article');
      if (other === undefined) continue;
      ratios.peers[articles] ??= {};
      ratios.peers[articles][peer] ??= {};
      ratios.peers[articles][peer][run] = divide(own, other);
    }
    const before = wall('ours', least, run);
    if (articles === most && most > least && before) ratios.growth[run] = divide(own, before);
  }
  return ratios;
}

function divide(a: number, b: number): number {
  return Number((a / b).toFixed(3));
}
