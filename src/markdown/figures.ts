import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pictureAttributes } from '#core/picture-variants.ts';
import type { BodyOptions } from './body-options.ts';
import { parseCaption } from './caption.ts';
import { decodeAddress } from '#core/text/decode-address.ts';

/** Width that a body picture has in the text column. */
const SIZES = '(min-width: 48rem) 42rem, 100vw';

/** Pictures that stand alone become figures with caption and credit; all get sizes and small copies. */
export function rehypeFigures({ urls, contextOf }: BodyOptions) {
  return (tree: Root, file: VFile): void => {
    const { pictures } = contextOf(file);
    const images: Element[] = [];
    visit(tree, 'element', (node) => {
      if (node.tagName === 'img') images.push(node);
    });
    const titles = new Map(images.map((image) => [image, String(image.properties.title ?? '')]));
    for (const image of images) {
      const picture = pictures[decodeAddress(String(image.properties.src))]?.picture;
      if (!picture) continue;
      const { srcset, ...attributes } = pictureAttributes(picture, urls, SIZES);
      const { alt } = image.properties;
      image.properties = {
        ...attributes,
        ...(srcset && { srcSet: srcset }),
        alt: alt ?? '',
        loading: 'lazy',
        decoding: 'async',
      };
    }
    visit(tree, 'element', (node) => {
      const image = onlyImage(node);
      if (image) Object.assign(node, figure(image, titles.get(image)));
    });
  };
}

/** The picture of a paragraph that holds nothing else. */
function onlyImage(node: Element): Element | undefined {
  if (node.tagName !== 'p') return undefined;
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = children;
  return children.length === 1 && only?.type === 'element' && only.tagName === 'img' ? only : undefined;
}

function figure(image: Element, title: string | undefined): Element {
  const { caption, credit } = parseCaption(title);
  const text: ElementContent[] = [];
  if (caption) text.push({ type: 'text', value: caption });
  if (credit) {
    const value: ElementContent = { type: 'text', value: credit };
    text.push({ type: 'element', tagName: 'span', properties: { className: ['credit'] }, children: [value] });
  }
  const children: ElementContent[] = [image];
  if (text.length > 0)
    children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: text });
  return { type: 'element', tagName: 'figure', properties: { className: ['picture'] }, children };
}
