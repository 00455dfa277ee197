import os from 'node:os';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './tests/lib/count-reporter.ts';
import { LONG } from './tests/lib/long.ts';
import { SiteFirst } from './tests/lib/site-first.ts';

export default defineConfig({
  test: {
    reporters: [['default', { summary: false }], new CountReporter()],
    // Two more than the cores: tests often wait for a command or a browser that they have started.
    maxWorkers: Math.min(4, os.availableParallelism() + 2),
    sequence: { sequencer: SiteFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**'],
          globalSetup: 'tests/lib/compile-cache.ts',
          setupFiles: 'tests/lib/setup.ts',
          // Tests share the modules of a worker: loading them anew for each file took half of all CPU time.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          exclude: LONG ? [] : ['tests/site/**/*.long.test.ts'],
          globalSetup: ['tests/lib/compile-cache.ts', 'tests/site/setup.ts'],
          setupFiles: ['tests/lib/setup.ts', 'tests/site/own-project.ts'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
