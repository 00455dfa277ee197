import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Picture } from '#core/content.ts';
import {
  figureSizes,
  largestUrl,
  largeLabel,
  pictureAttributes,
  pictureClasses,
  SIZES,
} from '#core/picture-variants.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import type { Urls } from '#core/url.ts';
import type { BodyOptions } from './body-options.ts';
import { parseCaption } from './caption.ts';
import { splitAtPictures } from './split-at-pictures.ts';

/** Turns pictures into figures with caption and credit that link to the largest copy. */
export function rehypeFigures({ urls, contextOf }: BodyOptions) {
  return (tree: Root, file: VFile): void => {
    const { pictures } = contextOf(file);
    const pictureOf = ({ properties }: Element) => pictures[decodeAddress(String(properties.src))]?.picture;
    splitAtPictures(tree, (image) => figure(image, pictureOf(image), urls));
    visit(tree, { tagName: 'div' }, (row) => {
      if (!isRow(row)) return;
      visit(row, { tagName: 'img' }, ({ properties }) => {
        if (properties.sizes) properties.sizes = SIZES.beside;
      });
    });
    // The remaining pictures are where no figure is allowed (an error); the dev server shows them anyway.
    visit(tree, { tagName: 'img' }, (image) => {
      const picture = pictureOf(image);
      if (picture) image.properties = attributesOf(image, picture, urls);
    });
  };
}

/** Whether an element holds pictures side by side. */
function isRow({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('pictures');
}

function figure(image: Element, picture: Picture | undefined, urls: Urls): Element {
  const { caption, credit } = parseCaption(image.properties.title as string | undefined);
  const text: ElementContent[] = [];
  if (caption) text.push({ type: 'text', value: caption });
  if (credit) text.push(element('span', { className: ['credit'] }, [{ type: 'text', value: credit }]));
  const { title: _, ...bare } = image.properties;
  const img = element('img', picture ? attributesOf(image, picture, urls) : bare);
  const children: ElementContent[] = [picture ? linked(img, picture, urls) : img];
  if (text.length > 0) children.push(element('figcaption', {}, text));
  return element('figure', { className: pictureClasses(picture) }, children);
}

function linked(image: Element, picture: Picture, urls: Urls): Element {
  const ariaLabel = largeLabel(String(image.properties.alt));
  return element('a', { href: largestUrl(picture, urls), ariaLabel }, [image]);
}

function attributesOf({ properties }: Element, picture: Picture, urls: Urls): Element['properties'] {
  const { srcset, ...attributes } = pictureAttributes(picture, urls, figureSizes(picture));
  return {
    ...attributes,
    ...(srcset && { srcSet: srcset }),
    alt: properties.alt ?? '',
    loading: 'lazy',
    decoding: 'async',
  };
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
