import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const ROOM = process.env.MUTATION_ROOM ?? '';
const EXCLUDED = [
  // Sites built for a browser, and commands: each starts processes, in which no mutant is active.
  'tests/site/**',
  'tests/**/*-command.test.ts',
  'tests/**/ci-files.test.ts',
  // These draw pictures, set PDFs, or read many manuscripts: seconds for each test.
  'tests/editions/{pdf,epub}.test.ts',
  'tests/hostile/**',
  'tests/pictures/**',
  'tests/loader/pictures.test.ts',
  'tests/scaffold/conservation.test.ts',
];
/** An import from the room: `src/core/…` or `#core/…`. */
const IMPORT = new RegExp(`from '(?:[./]+/src|#?)/?${ROOM}/`, 'u');

/** Tests that a mutation run repeats: those of one room, and others that import from it. */
const include = globSync('tests/**/*.test.ts').filter(
  (file) =>
    file.replaceAll('\\', '/').startsWith(`tests/${ROOM}/`) || IMPORT.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  test: {
    include,
    exclude: EXCLUDED,
    setupFiles: 'tests/lib/setup.ts',
    // Modules stay loaded from one mutant to the next; see plugin.ts.
    isolate: false,
    // The first run counts what each test reaches, which takes longer; one slow test would stop everything.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
