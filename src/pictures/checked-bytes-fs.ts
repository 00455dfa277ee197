import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChangedDuringBuildError } from '#core/changed-during-build-error.ts';
import type { Picture } from '#core/content.ts';
import { ifMissing } from '#core/system-error.ts';

/**
 * Reads a picture again, and verifies that its bytes are those that were checked.
 * @throws ChangedDuringBuildError if the file was changed or deleted since
 */
export async function checkedBytes(picture: Pick<Picture, 'file' | 'hash'>): Promise<Buffer> {
  const bytes = await readFile(picture.file).catch(ifMissing(undefined));
  const digest = bytes && createHash('sha256').update(bytes).digest('hex');
  if (!bytes || !digest?.startsWith(picture.hash)) {
    throw new ChangedDuringBuildError(`图片“${path.basename(picture.file)}”`);
  }
  return bytes;
}
