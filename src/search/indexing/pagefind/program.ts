import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { packedFile } from '../../../engine/engine-folder.ts';
import { PAGEFIND_VERSION } from '../../shared/pagefind-version.ts';
import { UNDETERMINED } from '../../shared/segments.ts';

/** Pagefind's program for the browser. */
export interface PagefindProgram {
  /** Pagefind's version; the browser compares it with the one in the entry file. */
  version: string;
  files: { path: string; content: Uint8Array }[];
}

/** Left out: Pagefind's own search boxes, and a worker that the search does not use (see engine.ts). */
const USED_FILES = /^(?:pagefind\.js|wasm\..*)$/u;

/** The program in a packed engine, so that Pagefind need not be installed. */
export const PACKED_PROGRAM = 'pagefind.bin';

/**
 * The browser program of the supported version.
 * @throws if Pagefind does not start, or is another version than the one whose format is written
 */
export async function pagefindProgram(): Promise<PagefindProgram> {
  const packed = packedFile(PACKED_PROGRAM);
  const program =
    packed === undefined ? await extractProgram() : (deserialize(readFileSync(packed)) as PagefindProgram);
  checkVersion(program);
  return program;
}

/** @throws if the program is another version than the one whose format is written */
export function checkVersion({ version }: Pick<PagefindProgram, 'version'>): void {
  if (version === PAGEFIND_VERSION) return;
  throw new Error(
    `检索程序是 Pagefind ${version} 版，索引照 ${PAGEFIND_VERSION} 版写，两样对不上：请重新安装本程序`,
  );
}

/**
 * Extracts the browser program from the Pagefind package, which writes it only beside an index: this
 * indexes one page and discards the index.
 * @throws if Pagefind does not start
 */
export async function extractProgram(): Promise<PagefindProgram> {
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: UNDETERMINED });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    await index.addHTMLFile({ url: '', content: '<html><body>1</body></html>' });
    const { files } = await index.getFiles();
    const entry = files.find(({ path }) => path === 'pagefind-entry.json');
    const { version } = JSON.parse(Buffer.from(entry?.content ?? '{}').toString('utf8'));
    const used = files.filter(({ path }) => USED_FILES.test(path));
    return { version, files: await Promise.all(used.map(minified)) };
  } finally {
    await close();
  }
}

/** A script without comments and long names, a sixth smaller; other files as they are. */
async function minified(file: { path: string; content: Uint8Array }): Promise<typeof file> {
  if (!file.path.endsWith('.js')) return file;
  const { minify } = await import('vite');
  const { code, errors } = await minify(file.path, Buffer.from(file.content).toString('utf8'));
  if (errors.length > 0) throw new Error(`${file.path}: ${errors.map(({ message }) => message).join('; ')}`);
  return { ...file, content: Buffer.from(code) };
}
