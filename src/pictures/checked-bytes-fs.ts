import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChangedDuringBuild } from '#core/changed-during-build.ts';
import type { Picture } from '#core/content.ts';
import { ifMissing } from '#core/system-error.ts';

/**
 * The bytes of a picture, the very ones that were checked: what is published is made of these.
 * @throws ChangedDuringBuild where the file has changed or gone since it was read
 */
export async function checkedBytes(picture: Pick<Picture, 'file' | 'hash'>): Promise<Buffer> {
  const bytes = await readFile(picture.file).catch(ifMissing(undefined));
  const digest = bytes && createHash('sha256').update(bytes).digest('hex');
  if (!bytes || !digest?.startsWith(picture.hash)) {
    throw new ChangedDuringBuild(`图片“${path.basename(picture.file)}”`);
  }
  return bytes;
}
