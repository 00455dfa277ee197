import type { ImportWarning, PictureBlock } from '../manuscript.ts';
import { pictureAddress } from './link-address.ts';

const EMBEDDED = /^data:image\/(?<type>jpe?g|png)\s*;\s*base64,/iu;
const MAX_QUOTE_LENGTH = 200;

/**
 * Imports a picture that a text refers to: a file beside the manuscript by its name, a data URL with its bytes.
 * @param pictures receives the bytes of data URLs
 * @returns the picture, or a warning if it is elsewhere
 */
export function takePicture(
  { src, alt, line }: { src: string; alt: string; line: number },
  pictures: Map<string, Uint8Array>,
): PictureBlock | ImportWarning {
  const picture = pictureAddress(src);
  if (picture.kind === 'local') return { type: 'picture', line, name: picture.name, alt };
  const embedded = picture.kind === 'data' ? EMBEDDED.exec(picture.address) : null;
  if (embedded) {
    const type = embedded.groups?.type?.toLowerCase() === 'png' ? 'png' : 'jpg';
    const name = `embedded-${pictures.size + 1}.${type}`;
    pictures.set(name, new Uint8Array(Buffer.from(picture.address.slice(embedded[0].length), 'base64')));
    return { type: 'picture', line, name, alt };
  }
  return {
    code: 'picture-remote',
    message: '图片不在稿件里，没有导入：请下载下来放在稿件旁边，确认可以使用后再加',
    quote: picture.address.slice(0, MAX_QUOTE_LENGTH),
    line,
  };
}
