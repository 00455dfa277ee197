import type { Root } from 'hast';
import type { VFile } from 'vfile';
import type { BodyOptions } from './body-options.ts';

/** Inserts the dateline (电头, 本报讯) at the beginning of the first paragraph, as papers print it. */
export function rehypeDateline({ contextOf }: BodyOptions) {
  return (tree: Root, file: VFile): void => {
    const { dateline } = contextOf(file);
    const first = tree.children.find((node) => node.type === 'element' && node.tagName === 'p');
    if (dateline === undefined || first?.type !== 'element') return;
    first.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: { className: ['dateline'] },
      children: [{ type: 'text', value: dateline }],
    });
  };
}
