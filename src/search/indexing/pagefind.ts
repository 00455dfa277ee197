import { close, createIndex } from 'pagefind';
import { UNDETERMINED } from '../shared/segments.ts';

/** What Pagefind's program for the browser consists of. */
export interface PagefindProgram {
  /** That of Pagefind: program and index must be of the same. */
  version: string;
  files: { path: string; content: Uint8Array }[];
}

/** Pagefind brings its own search boxes, and a worker that the search does not use (see engine.ts). */
const USED = /^(?:pagefind\.js|wasm\..*)$/u;

/**
 * The program that searches in the browser, taken out of Pagefind by letting it index a page.
 * @throws where Pagefind does not start
 */
export async function pagefindProgram(): Promise<PagefindProgram> {
  const { index, errors } = await createIndex({ forceLanguage: UNDETERMINED });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    await index.addHTMLFile({ url: '', content: '<html><body>1</body></html>' });
    const { files } = await index.getFiles();
    const entry = files.find(({ path }) => path === 'pagefind-entry.json');
    const { version } = JSON.parse(Buffer.from(entry?.content ?? '{}').toString('utf8'));
    return { version, files: files.filter(({ path }) => USED.test(path)) };
  } finally {
    await close();
  }
}
