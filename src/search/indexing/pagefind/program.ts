import { close, createIndex } from 'pagefind';
import { UNDETERMINED } from '../../shared/segments.ts';

/** Pagefind's program for the browser. */
export interface PagefindProgram {
  /** Pagefind's version; the browser compares it with the one in the entry file. */
  version: string;
  files: { path: string; content: Uint8Array }[];
}

/** Left out: Pagefind's own search boxes, and a worker that the search does not use (see engine.ts). */
const USED_FILES = /^(?:pagefind\.js|wasm\..*)$/u;

/**
 * Extracts the browser program from the Pagefind package, which writes it only beside an index: this
 * indexes one page and discards the index.
 * @throws if Pagefind does not start
 */
export async function pagefindProgram(): Promise<PagefindProgram> {
  const { index, errors } = await createIndex({ forceLanguage: UNDETERMINED });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    await index.addHTMLFile({ url: '', content: '<html><body>1</body></html>' });
    const { files } = await index.getFiles();
    const entry = files.find(({ path }) => path === 'pagefind-entry.json');
    const { version } = JSON.parse(Buffer.from(entry?.content ?? '{}').toString('utf8'));
    return { version, files: files.filter(({ path }) => USED_FILES.test(path)) };
  } finally {
    await close();
  }
}
