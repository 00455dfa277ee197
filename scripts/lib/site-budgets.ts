import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuiltFile, formatExceededBudget, exceededBudgets } from '../../src/core/budgets.ts';
import { SiteError } from '../../src/site-checks/site-error.ts';

/** Sent compressed: the size on the disk says little. */
const COMPRESSED = /\.(?:css|js|json)$/u;
/** Held beside the pages. The search's fragments are the articles' own text, which their pages are held to. */
const FOLDERS = ['_astro', 'pagefind', 'pagefind/index'];

/**
 * Holds a built site to its budgets. It reads synchronously: for thousands of small questions to the disk
 * that is ten times faster. Pages are counted on the disk: of those that were kept from the last build,
 * Astro knows nothing.
 * @param site folder of the built site
 * @throws SiteError that names, in Chinese, each page and the cure
 */
export function holdBudgets(site: string): void {
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const files = [
    ...names
      .map((name) => name.replaceAll(path.sep, '/'))
      .filter((name) => /(?:^|\/)index\.html$/u.test(name)),
    ...FOLDERS.flatMap((folder) => (existsSync(path.join(site, folder)) ? filesIn(site, folder) : [])),
  ];
  const lines = exceededBudgets(files.flatMap((name) => weigh(site, name))).map(formatExceededBudget);
  if (lines.length > 0) throw new SiteError(lines, '有的文件超过了上限。');
}

function filesIn(site: string, folder: string): string[] {
  return readdirSync(path.join(site, folder)).map((name) => `${folder}/${name}`);
}

/** A folder is no file: it has no weight. */
function weigh(site: string, name: string): BuiltFile[] {
  const file = path.join(site, name);
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry?.isFile()) return [];
  return [{ name, bytes: COMPRESSED.test(name) ? gzipSync(readFileSync(file)).length : entry.size }];
}
