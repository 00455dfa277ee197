import type { Element } from 'hast';
import type { ImportWarning, PictureBlock } from '../manuscript.ts';
import { pictureAddress } from './link-address.ts';

const EMBEDDED = /^data:image\/(?<type>jpe?g|png|webp|avif)\s*;\s*base64,/iu;
/** Maximum length of an address in a warning, in code units: an embedded picture is in its address. */
const MAX_QUOTE_LENGTH = 200;
/** Characters of a data URL; shorter ones are placeholders until the page loads the picture. */
const MIN_EMBEDDED_LENGTH = 400;
/** Attributes from which pages load pictures, besides `src`. */
const LAZY = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataBackSrc'];

/**
 * The address of an HTML picture: of a file beside the page, of a picture inside the page, else the
 * address from which the page loads it.
 */
export function pictureSource(properties: Element['properties']): string | undefined {
  const all = ['src', ...LAZY].flatMap((name) => {
    const value = properties[name];
    return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  });
  const isPlaceholder = (src: string) =>
    /^\s*data:/iu.test(src) && (src.length < MIN_EMBEDDED_LENGTH || /^\s*data:image\/svg/iu.test(src));
  const local = all.find((src) => pictureAddress(src).kind === 'local');
  const embedded = all.find((src) => /^\s*data:/iu.test(src) && !isPlaceholder(src));
  return local ?? embedded ?? all.find((src) => !isPlaceholder(src)) ?? all[0];
}

/**
 * Imports a picture that a text refers to: a file beside the manuscript by its name, a data URL or a
 * picture in the same file with its bytes.
 * @param pictures receives the bytes of data URLs and attached pictures
 * @param attached pictures in the same file, by address
 * @returns the picture, or a warning if it is elsewhere
 */
export function takePicture(
  { src, alt, line }: { src: string; alt: string; line: number },
  pictures: Map<string, Uint8Array>,
  attached?: ReadonlyMap<string, Uint8Array>,
): PictureBlock | ImportWarning {
  const bytes = attached?.get(src.trim());
  if (bytes) return embed(bytes, 'jpg');
  const picture = pictureAddress(src);
  if (picture.kind === 'local') return { type: 'picture', line, name: picture.name, alt };
  const embedded = picture.kind === 'data' ? EMBEDDED.exec(picture.address) : null;
  if (embedded) {
    const type = embedded.groups?.type?.toLowerCase() ?? '';
    const content = Buffer.from(picture.address.slice(embedded[0].length), 'base64');
    return embed(new Uint8Array(content), /^jpe?g$/u.test(type) ? 'jpg' : type);
  }
  return {
    code: 'picture-remote',
    message: '图片不在稿件里，没有导入：请下载下来放在稿件旁边，确认可以使用后再加',
    quote: picture.address.slice(0, MAX_QUOTE_LENGTH),
    line,
  };

  function embed(content: Uint8Array, extension: string): PictureBlock {
    const name = `embedded-${pictures.size + 1}.${extension}`;
    pictures.set(name, content);
    return { type: 'picture', line, name, alt };
  }
}
