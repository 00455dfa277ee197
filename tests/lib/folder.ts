import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The texts of all files below a folder by their path inside it, with `/`. */
export async function filesIn(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(dir, file).replaceAll(path.sep, '/'), await readFile(file, 'utf8')] as const;
    });
  return Object.fromEntries(await Promise.all(texts));
}
