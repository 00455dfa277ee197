/** How a build starts: cold, or after one change. */
export const RUNS = [
  'cold',
  'warm-none',
  'warm-article',
  'warm-old-article',
  'warm-register',
  'warm-template',
] as const;

export type Run = (typeof RUNS)[number];

/** The cost of one build and its index. */
export interface BuildCost {
  /** Seconds, pages and index together. */
  wall: number;
  /** Seconds of user and system time of all processes. */
  cpu: number;
  /** Peak resident memory of all processes together, in MB. */
  peakMB: number;
  /** Seconds that the index took after the pages were written. */
  indexWall: number;
}

/** A tool that builds one generated bulletin in its own folder. */
export interface Contestant {
  tool: string;
  /** In the order in which they are measured; each starts from the output of the one before. */
  runs: Run[];
  /** The built site. */
  site: string;
  /** Deletes all output and caches of earlier builds, so that the next build is cold. */
  deleteOutput(): Promise<void>;
  /**
   * Makes the change that a warm build has to process.
   * @param round number of the round: the change differs each time
   */
  applyChange(run: Run, round: number): Promise<void>;
  build(): Promise<BuildCost>;
}

/** Appends a sentence to an article's last paragraph, replacing that of the previous round. */
export function replaceClosingSentence(text: string, round: number): string {
  return text.trimEnd().replace(/(?:本刊编辑部第\d+次改稿。)?$/u, `本刊编辑部第${round}次改稿。\n`);
}
