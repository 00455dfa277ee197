import type { Picture } from '#core/content.ts';
import { readDrawing } from '../loader/svg/read-drawing.ts';
import { checkedBytes } from './checked-bytes-fs.ts';

/**
 * Rebuilds the published SVG of a drawing from the bytes that were checked; the same bytes give the same text.
 * @throws ChangedDuringBuildError if the file was changed or deleted since
 */
export async function checkedDrawing(picture: Pick<Picture, 'file' | 'hash'>): Promise<string> {
  const drawing = readDrawing(await checkedBytes(picture));
  if ('problem' in drawing) throw new Error(drawing.problem);
  return drawing.svg;
}
