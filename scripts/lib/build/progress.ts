import type { AstroIntegration } from 'astro';

/** Printed when all pages are written; the benchmark uses it as the start time of indexing. */
export const INDEXING = '建立检索…';

/** Prints the progress of a build in Chinese; Astro's own log is English and meant for programmers. */
export function progress(say: (line: string) => void): AstroIntegration {
  return {
    name: 'progress',
    hooks: {
      'astro:config:setup': () => say('读取和核对内容…'),
      'astro:build:start': () => say('生成页面…'),
      'astro:build:generated': () => say(INDEXING),
    },
  };
}
