import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { MARKED, markedFiles } from '../lib/marked-bulletin.ts';
import { valueAt } from '../lib/schema-paths.ts';
import { BUILT, PRINTED } from '../lib/varied-fields.ts';

/** Everything that readers get: the addresses and the texts of the pages. */
async function printed(dir: string): Promise<string> {
  const names = await readdir(dir, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html') && !name.startsWith('admin'));
  const texts = await Promise.all(pages.map((name) => readFile(path.join(dir, name), 'utf8')));
  return [...pages, ...texts].join('\n');
}

it('every printed field appears in a page as typed', async () => {
  const content = await writeFiles(markedFiles());
  const outDir = path.join(await writeFiles({}), 'site');
  const built = await run('build', ['--outDir', outDir], { BULLETIN_CONTENT: content, SITE_URL: '' });
  expect(built).toMatchObject({ code: 0 });
  const pages = await printed(outDir);
  const missing = [...PRINTED].filter((name) => {
    const [kind = '', ...rest] = name.split('.');
    const value = valueAt(MARKED[kind]?.data, rest.join('.'));
    return !pages.includes(String(Array.isArray(value) ? value[0] : value));
  });
  expect(missing).toEqual([]);
  for (const file of Object.values(BUILT)) expect(existsSync(path.join(outDir, file))).toBe(true);
}, 120_000);
