import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CountedBy, CountTable } from '../../../src/stats/count.ts';
import { csvOf } from '../../../src/stats/csv.ts';
import { displayPath } from '../display-path.ts';

/** Folders whose files are published. */
const PUBLIC_FOLDERS = ['public', 'dist'];

/**
 * The file of each table.
 * @param target as typed: a file whose name ends in `.csv`, or a folder
 * @returns a Chinese message if the target is invalid
 */
export function csvFiles(target: string, tables: readonly CountedBy[]): Map<CountedBy, string> | string {
  const full = path.resolve(target);
  if (PUBLIC_FOLDERS.some((folder) => `${full}${path.sep}`.startsWith(path.resolve(folder) + path.sep))) {
    return `--csv：用稿统计不公开，不能存进 ${PUBLIC_FOLDERS.join(' 和 ')}\n  改法：换一个文件夹，例如 --csv ../统计`;
  }
  if (!/\.csv$/iu.test(target)) {
    return new Map(tables.map((by) => [by, path.join(full, `${by}.csv`)]));
  }
  const [only, ...others] = tables;
  if (only !== undefined && others.length === 0) return new Map([[only, full]]);
  return '--csv：几张表写不进一个文件\n  改法：加 --by，只要一张表；或者写文件夹，例如 --csv ../统计';
}

/** Writes the tables, replacing existing files; returns their paths for messages. */
export async function writeCsv(files: Map<CountedBy, string>, tables: CountTable[]): Promise<string[]> {
  const written: string[] = [];
  for (const table of tables) {
    const file = files.get(table.by);
    if (file === undefined) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, csvOf(table));
    written.push(displayPath(file));
  }
  return written;
}
