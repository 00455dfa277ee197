import { decodeAddress } from '#core/text/decode-address.ts';
import type { PictureBlock, Span } from '../manuscript.ts';
import { linkAddress } from './link-address.ts';

const TEMPLATE = '模板代码';
/** `{% link 文字 网址 %}` of Hexo. */
const LINK = /^(\{%-?\s*link\s+"?)([^"]*?)("?\s+(https?:\/\/[^\s"]+)[^%]*%\})$/u;
/** `{% post_link 文件名 文字 %}` of Hexo. */
const POST_LINK = /^(\{%-?\s*(?:post|asset)_link\s+[^\s"]+\s+"?)([^"]*?)("?\s*(?:true|false)?\s*-?%\})$/u;
const PICTURE_TAG =
  /^\{%-?\s*(?:asset_img|asset_image|img|image|picture|figure|responsive_image|fancybox|include|include_relative|qnimg|gallery_image)\b/u;
const PICTURE_NAME = /"([^"]+\.(?:jpe?g|png|gif|webp|avif))"|([^\s"'=:]+\.(?:jpe?g|png|gif|webp|avif))/iu;
const DESCRIPTION = /\b(?:caption|alt|title)\s*[=:]\s*"([^"]*)"/u;
const QUOTED = /"([^"]*)"/gu;

/** What a template tag shows: the spans that replace it, and the pictures that follow. */
export interface ShownTag {
  spans: Span[];
  pictures: PictureBlock[];
}

/** Reads a template tag of Jekyll, Hexo or kramdown. All its characters are in the spans. */
export function readLiquidTag(tag: string, formatting: Span, line: number): ShownTag {
  const link = LINK.exec(tag) ?? POST_LINK.exec(tag);
  const [, before = '', text = '', after = '', address = ''] = link ?? [];
  if (text.trim() !== '') {
    const target = linkAddress(address);
    const { dropped: _, ...plain } = formatting;
    const shown: Span = { ...plain, text, ...(target.kind === 'safe' && { link: target.address }) };
    return {
      spans: [{ text: before, dropped: TEMPLATE }, shown, { text: after, dropped: TEMPLATE }],
      pictures: [],
    };
  }
  return { spans: [{ text: tag, dropped: TEMPLATE }], pictures: pictureOf(tag, line) };
}

function pictureOf(tag: string, line: number): PictureBlock[] {
  const [whole, quoted, bare] = (PICTURE_TAG.test(tag) && PICTURE_NAME.exec(tag)) || [];
  const src = quoted ?? bare;
  if (whole === undefined || src === undefined || /^(?:[a-z]+:)?\/\//iu.test(src)) return [];
  const name = decodeAddress(src).replace(/^\/+/u, '');
  return [{ type: 'picture', line, name, alt: descriptionOf(tag, whole) }];
}

/** The caption, the last quoted text, or the words after the name that are not sizes. */
function descriptionOf(tag: string, name: string): string {
  const described = DESCRIPTION.exec(tag)?.[1];
  if (described !== undefined) return described.trim();
  const rest = tag.slice(tag.indexOf(name) + name.length).replace(/-?%\}$/u, '');
  const quoted = [...rest.matchAll(QUOTED)].map(([, text = '']) => text.replace(/^'|'$/gu, '').trim());
  if (quoted.length > 0) return quoted.findLast((text) => text !== '') ?? '';
  return rest
    .split(/\s+/u)
    .filter((word) => word !== '' && !/^\d+%?$|[=:]/u.test(word))
    .join(' ');
}
