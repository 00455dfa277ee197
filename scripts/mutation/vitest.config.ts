import { defineConfig } from 'vitest/config';

/** Tests that a mutation run repeats: those of one room, without commands that start processes. */
export default defineConfig({
  test: {
    include: [`tests/${process.env.MUTATION_ROOM}/**/*.test.ts`],
    exclude: ['tests/**/*-command.test.ts', 'tests/**/ci-files.test.ts'],
    setupFiles: 'tests/lib/setup.ts',
    // Modules stay loaded from one mutant to the next; see plugin.ts.
    isolate: false,
    testTimeout: 60_000,
  },
});
