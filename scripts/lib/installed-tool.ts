import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FINDER = process.platform === 'win32' ? 'where' : 'which';
/** The program that the importer needs for some kinds of file, by the names that it may have. */
export const LIBRE_OFFICE = ['soffice', 'libreoffice'];

/** The first of these programs that is installed. */
export async function firstInstalled(tools: readonly string[]): Promise<string | undefined> {
  for (const tool of tools) {
    const found = await run(FINDER, [tool]).then(
      () => true,
      () => false,
    );
    if (found) return tool;
  }
  return undefined;
}
