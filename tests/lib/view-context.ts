import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import type { ViewContext } from '../../src/views/view.ts';
import { bulletinFiles, type Files, writeFiles } from './bulletin-files.ts';

/** Public address of the tests' bulletin. */
export const HOME = 'https://x.example/daokan/';

/** The small bulletin with changes, below a base path of a public address. */
export async function publicContext(changes: Files = {}): Promise<ViewContext> {
  const { content, diagnostics } = await readContent(await writeFiles(bulletinFiles(changes)));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ problem }) => problem);
  if (!content || errors.length > 0) throw new Error(`The bulletin has errors: ${errors.join('; ')}`);
  return {
    archive: createArchive(publishedContent(content)),
    urls: createUrls('/daokan/', 'https://x.example'),
  };
}
