import type { Root } from 'hast';
import type { VFile } from 'vfile';

/** Sets the dateline (电头, 本报讯) at the head of the first paragraph, as papers print it. */
export function rehypeDateline() {
  return (tree: Root, file: VFile): void => {
    const dateline = file.data.dateline ?? frontMatterOf(file)?.dateline;
    const first = tree.children.find((node) => node.type === 'element' && node.tagName === 'p');
    if (typeof dateline !== 'string' || first?.type !== 'element') return;
    first.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: { className: ['dateline'] },
      children: [{ type: 'text', value: dateline }],
    });
  };
}

/** What Astro hands to the plugins of an `.mdx` file. */
function frontMatterOf(file: VFile): Record<string, unknown> | undefined {
  const { astro } = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
  return astro?.frontmatter;
}
