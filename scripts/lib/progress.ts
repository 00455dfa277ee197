import type { AstroIntegration } from 'astro';

/** Said when the pages are there; the benchmark takes the time of the index from it. */
export const INDEXING = '建立检索…';

/** Says in Chinese how far a build has come; Astro's own log is in English and for programmers. */
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
