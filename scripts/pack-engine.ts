import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { makeBundle, PACKED_FORM } from '../src/admin/bundle-fs.ts';
import { fingerprint } from '../src/build-cache/fingerprint-fs.ts';
import { COMPRESSED } from '../src/engine/read-package-file.ts';
import { extractProgram, PACKED_PROGRAM } from '../src/search/indexing/pagefind/index.ts';

/** Compiled code, written by `npm pack`: Node does not strip types below `node_modules`. */
const LIB = 'lib';
/** Other packed files that the fingerprint of the code covers. */
const PACKED = ['src', 'package.json'];
/**
 * Packages that need not be installed with the engine (157 MB), because the packed engine contains the files that
 * it uses of them.
 */
const BROUGHT = ['@sveltia/cms', 'pagefind', 'pdfjs-dist'];
/**
 * Files and folders of those packages to pack: licences, the PDF library, and two weights of the font, whose
 * package has all weights (115 MB).
 */
const FILES = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  '@expo-google-fonts/noto-serif-sc/LICENSE_FONT',
  'pagefind/LICENSE/LICENSE',
  'pdfjs-dist/LICENSE',
  'pdfjs-dist/cmaps',
  'pdfjs-dist/legacy/build/pdf.min.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
];
/** Packages that only some bulletins need: they install them themselves. */
const OPTIONAL = ['@myriaddreamin/typst-ts-node-compiler'];
const MANIFEST = 'package.json';
/** The repository's own package.json while a package is being made. */
const OWN_MANIFEST = 'node_modules/.park-bulletin-package.json';

// Also after a packing that was interrupted.
if (existsSync(OWN_MANIFEST)) renameSync(OWN_MANIFEST, MANIFEST);
if (!process.argv.includes('--restore')) await pack();

/** Writes `lib/` and the package's package.json; `--restore` puts the repository's own back. */
async function pack(): Promise<void> {
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
        input: { cli: 'scripts/cli.ts', 'import-worker': 'scripts/lib/import/import-worker.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  for (const file of FILES) {
    const copy = path.join(LIB, 'packages', file);
    cpSync(path.join('node_modules', file), copy, { recursive: true });
    // The two weights of the font: 30 MB, 17 compressed.
    if (file.endsWith('.ttf')) {
      writeFileSync(copy + COMPRESSED, gzipSync(readFileSync(copy), { level: 9 }));
      rmSync(copy);
    }
  }
  for (const name of BROUGHT) writeVersion(name);
  writeFileSync(path.join(LIB, PACKED_FORM), serialize(await makeBundle()));
  writeFileSync(path.join(LIB, PACKED_PROGRAM), serialize(await extractProgram()));
  writePackageManifest();
  writeFileSync(path.join(LIB, 'fingerprint.txt'), `${fingerprint([...PACKED, LIB])}\n`);
}

/** Records the version of a package whose files are packed; a build compares it with the supported version. */
function writeVersion(name: string): void {
  const { version } = JSON.parse(readFileSync(path.join('node_modules', name, MANIFEST), 'utf8'));
  const file = path.join(LIB, 'packages', name, MANIFEST);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ name, version })}\n`);
}

/** Writes the package.json of the package: without the packages it brings and what only the
 * repository needs. */
function writePackageManifest(): void {
  const text = readFileSync(MANIFEST, 'utf8');
  const { devDependencies: _development, scripts: _scripts, ...manifest } = JSON.parse(text);
  for (const name of BROUGHT) delete manifest.dependencies[name];
  manifest.peerDependencies = {};
  manifest.peerDependenciesMeta = {};
  for (const name of OPTIONAL) {
    manifest.peerDependencies[name] = manifest.dependencies[name];
    manifest.peerDependenciesMeta[name] = { optional: true };
    delete manifest.dependencies[name];
  }
  manifest.scripts = { postinstall: 'node bin/remove-headers.js' };
  manifest.allowScripts[manifest.name] = true;
  writeFileSync(OWN_MANIFEST, text);
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}
