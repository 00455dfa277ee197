import type { Options as RehypeOptions } from 'remark-rehype';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { rehypeDateline } from './rehype-dateline.ts';
import type { BodyOptions } from './body-options.ts';
import { rehypeFigures } from './rehype-figures.ts';
import { remarkIndent } from './remark-indent.ts';
import { remarkJoinLines } from './remark-join-lines.ts';
import { rehypeLinks } from './rehype-links.ts';
import { remarkAddresses, remarkBlockSyntax, remarkInlineSyntax } from './syntax/syntax.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeTypography } from './rehype-typography.ts';

/**
 * The Markdown dialect of the bulletin, for `.md`, `.mdx` and all checks: GFM without single-tilde
 * strikethrough (`1~3月…4~6月`), emphasis next to Chinese punctuation, soft line breaks joined.
 */
export const remarkPlugins: PluggableList = [
  remarkInlineSyntax,
  [remarkGfm, { singleTilde: false }],
  remarkAddresses,
  remarkBlockSyntax,
  remarkIndent,
  remarkJoinLines,
];

/** Options for footnotes with Chinese labels. */
export const remarkRehype: RehypeOptions = {
  clobberPrefix: 'note-',
  footnoteLabel: '注释',
  footnoteLabelProperties: { className: ['footnotes-title'] },
  footnoteBackLabel: (reference, repeat) => `回到正文注${reference + 1}${repeat > 1 ? `第${repeat}处` : ''}`,
};

export function rehypePlugins(options: BodyOptions): PluggableList {
  // Links before figures, whose links have the base path already. The dateline after them: it needs a text paragraph.
  return [
    rehypeTables,
    [rehypeLinks, options],
    [rehypeFigures, options],
    [rehypeDateline, options],
    rehypeTypography,
  ];
}
