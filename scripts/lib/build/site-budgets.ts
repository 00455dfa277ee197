import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuiltFile, formatExceededBudget, exceededBudgets } from '../../../src/core/budgets.ts';
import { SiteError } from '../../../src/site-checks/site-error.ts';

/** Files that servers send compressed: their gzip size counts. */
const COMPRESSED = /\.(?:css|js|json)$/u;
/** Folders with budgets besides the pages. Search fragments repeat the articles' text, which the page budgets limit. */
const FOLDERS = ['_astro', 'pagefind', 'pagefind/index'];

/**
 * Checks a built site against its budgets. Reads synchronously: for thousands of small files that is ten
 * times faster. Finds pages on the disk, because Astro does not know of pages reused from the last build.
 * @param site folder of the built site
 * @throws SiteError that lists, in Chinese, each file over its budget and the fix
 */
export function enforceBudgets(site: string): void {
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const files = [
    ...names
      .map((name) => name.replaceAll(path.sep, '/'))
      .filter((name) => /(?:^|\/)index\.html$/u.test(name)),
    ...FOLDERS.flatMap((folder) => (existsSync(path.join(site, folder)) ? filesIn(site, folder) : [])),
  ];
  const lines = exceededBudgets(files.flatMap((name) => transferSize(site, name))).map(formatExceededBudget);
  if (lines.length > 0) throw new SiteError(lines, '有的文件超过了上限。');
}

function filesIn(site: string, folder: string): string[] {
  return readdirSync(path.join(site, folder)).map((name) => `${folder}/${name}`);
}

/** The transfer size of a file; nothing for folders. */
function transferSize(site: string, name: string): BuiltFile[] {
  const file = path.join(site, name);
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry?.isFile()) return [];
  return [{ name, bytes: COMPRESSED.test(name) ? gzipSync(readFileSync(file)).length : entry.size }];
}
