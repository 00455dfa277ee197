import type { Options as RehypeOptions } from 'remark-rehype';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { rehypeDateline } from './rehype-dateline.ts';
import type { BodyOptions } from './body-options.ts';
import { rehypeFigures } from './rehype-figures.ts';
import { remarkIndent } from './remark-indent.ts';
import { remarkJoinLines } from './remark-join-lines.ts';
import { rehypeLinks } from './rehype-links.ts';
import { remarkBlockSyntax, remarkInlineSyntax } from './syntax/syntax.ts';
import { rehypeTables } from './rehype-tables.ts';

/**
 * What Markdown means in this bulletin, for `.md`, `.mdx` and every check: GFM without single-tilde
 * strike-through (`1~3月…4~6月`), emphasis that closes beside Chinese punctuation, joined soft lines.
 */
export const remarkPlugins: PluggableList = [
  remarkInlineSyntax,
  [remarkGfm, { singleTilde: false }],
  remarkBlockSyntax,
  remarkIndent,
  remarkJoinLines,
];

/** Footnotes in Chinese. */
export const remarkRehype: RehypeOptions = {
  clobberPrefix: 'note-',
  footnoteLabel: '注释',
  footnoteLabelProperties: { className: ['footnotes-title'] },
  footnoteBackLabel: (reference, repeat) => `回到正文注${reference + 1}${repeat > 1 ? `第${repeat}处` : ''}`,
};

export function rehypePlugins(options: BodyOptions): PluggableList {
  // Links first: those of figures are the site's own. The dateline last: it needs a paragraph with text.
  return [rehypeTables, [rehypeLinks, options], [rehypeFigures, options], [rehypeDateline, options]];
}
