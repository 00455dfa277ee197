/** How a build begins: from nothing, or after one change. */
export const RUNS = [
  'cold',
  'warm-none',
  'warm-article',
  'warm-old-article',
  'warm-register',
  'warm-template',
] as const;

export type Run = (typeof RUNS)[number];

/** What one build and its index cost. */
export interface BuildCost {
  /** Seconds, pages and index together. */
  wall: number;
  /** Seconds of user and system time of all processes. */
  cpu: number;
  /** MB of resident memory at the highest, all processes together. */
  peakMB: number;
  /** Seconds that the index took after the pages were there. */
  indexWall: number;
}

/** A tool that builds one made bulletin in a folder of its own. */
export interface Contestant {
  tool: string;
  /** In the order in which they are measured; each changes what the one before left. */
  runs: Run[];
  /** The built site. */
  site: string;
  /** Deletes all that earlier builds left: the next is cold. */
  deleteOutput(): Promise<void>;
  /**
   * Makes the change that a warm build is to take up.
   * @param round makes the change another one each time
   */
  applyChange(run: Run, round: number): Promise<void>;
  build(): Promise<BuildCost>;
}

/** Appends a sentence to an article's last paragraph, in place of the one of the round before. */
export function replaceClosingSentence(text: string, round: number): string {
  return text.trimEnd().replace(/(?:本刊编辑部第\d+次改稿。)?$/u, `本刊编辑部第${round}次改稿。\n`);
}
