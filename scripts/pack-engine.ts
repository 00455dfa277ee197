import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { fingerprint } from '../src/build-cache/fingerprint-fs.ts';

/** Compiled code, written by `npm pack`: Node does not strip types below `node_modules`. */
const LIB = 'lib';
/** Other packed files that the fingerprint of the code covers. */
const PACKED = ['src', 'package.json'];
/** One weight and the licence: the font's package has all weights, 115 MB. */
const FONT = ['900Black/NotoSerifSC_900Black.ttf', 'LICENSE_FONT'].map(
  (name) => `@expo-google-fonts/noto-serif-sc/${name}`,
);

rmSync(LIB, { recursive: true, force: true });
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: true,
    outDir: LIB,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { cli: 'scripts/cli.ts', 'import-worker': 'scripts/lib/import-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
for (const file of FONT) cpSync(path.join('node_modules', file), path.join(LIB, 'packages', file));
writeFileSync(path.join(LIB, 'fingerprint.txt'), `${fingerprint([...PACKED, LIB])}\n`);
