import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';

/**
 * Writes an archive copy.
 * @param force replace one that is different
 * @returns whether the file was there already, with the same bytes
 * @throws CommandError if a different one is there
 */
export async function writeArchive(file: string, zip: Uint8Array, force: boolean): Promise<boolean> {
  const old = await readFile(file).catch(ifMissing(undefined));
  if (old?.equals(zip)) return true;
  if (old && !force) {
    throw new CommandError(
      `${displayPath(file)} 已有，内容不一样`,
      '加 --force 换掉，或用 --out 存成另一个文件',
    );
  }
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, zip);
  return false;
}
