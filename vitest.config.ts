import { defineConfig } from 'vitest/config';
import { CountReporter } from './tests/lib/count-reporter.ts';

export default defineConfig({
  test: {
    reporters: [['default', { summary: false }], new CountReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**'],
          setupFiles: 'tests/lib/property-seed.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/setup.ts',
          // Builds share Astro's folder of generated modules, so they run one after the other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
