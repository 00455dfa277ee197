import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChangedDuringBuildError } from '#core/changed-during-build-error.ts';
import type { Picture } from '#core/content.ts';

/**
 * The bytes of a picture, the very ones that were checked: what is published is made of these.
 * @throws ChangedDuringBuildError where the file has changed or gone since it was read
 */
export async function checkedBytes(picture: Pick<Picture, 'file' | 'hash'>): Promise<Buffer> {
  const bytes = await readFile(picture.file).catch(() => undefined);
  const digest = bytes && createHash('sha256').update(bytes).digest('hex');
  if (!bytes || !digest?.startsWith(picture.hash)) {
    throw new ChangedDuringBuildError(`图片“${path.basename(picture.file)}”`);
  }
  return bytes;
}
