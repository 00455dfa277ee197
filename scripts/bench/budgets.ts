/**
 * Budgets of builds, the index included; `npm run bench` compares its measurements with them. Budgets of
 * bytes are in `src/core/budgets.ts`, because the build enforces them.
 */
export const BUILD_TIMES = {
  /** The tool with which our build is compared. */
  peer: 'hugo',
  /** Our wall time divided by the peer's, by kind of build and number of articles. */
  ratios: {
    cold: { 1000: 1, 5000: 1 },
    'warm-article': { 5000: 0.25 },
    'warm-none': { 5000: 0.15 },
  },
  /** Our wall time after one changed article with 5,000 articles, divided by that with 1,000. */
  growth: { 'warm-article': 1.3 },
  /** MB (2^20 bytes) of resident memory, by number of articles. */
  peakMB: { 5000: 1024 },
} as const;
