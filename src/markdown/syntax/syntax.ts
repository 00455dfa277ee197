import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { linkAddresses } from './link-addresses.ts';
import { deletion, emphasis } from './attention.ts';
import { emptyLine, paragraphStart } from './paragraphs.ts';
import { quotation } from './quotation.ts';

/** Inline syntax: emphasis, deleted text, bare addresses. */
const inlineSyntax: Extension = {
  disable: { null: ['strikethrough', 'wwwAutolink', 'protocolAutolink', 'emailAutolink'] },
  text: { 42: emphasis, 126: deletion },
  insideSpan: { null: [deletion] },
};

const addresses: FromMarkdown = {
  transforms: [
    (tree) => {
      linkAddresses(tree);
    },
  ],
};

/** Block syntax. Disabled: setext headings (`---` below a paragraph), indented code, and `_` for emphasis. */
const blockSyntax: Extension = {
  disable: { null: ['setextUnderline', 'codeIndented', 'blockQuote', 'attention'] },
  document: { 62: quotation },
  flow: { null: [emptyLine, paragraphStart] },
};

interface ParserData {
  micromarkExtensions?: unknown[];
  fromMarkdownExtensions?: (FromMarkdown | FromMarkdown[])[];
}

/** Inline syntax for Chinese text. Must precede remark-gfm, whose autolinks it disables. */
export function remarkInlineSyntax(this: Processor): void {
  const data = this.data() as ParserData;
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(inlineSyntax);
}

/**
 * Links bare addresses. Must follow remark-gfm, which looks for addresses in the finished tree a second time, and
 * includes the Chinese text behind them.
 */
export function remarkAddresses(this: Processor): void {
  const data = this.data() as ParserData;
  const others = (data.fromMarkdownExtensions ?? []).flat().map((each) => ({ ...each, transforms: [] }));
  data.fromMarkdownExtensions = [...others, addresses];
}

/**
 * Block syntax for lines as Chinese editors type them; CommonMark would drop or change some of their
 * characters. Must follow remark-gfm, whose tables would otherwise take a line of U+3000 for a header row.
 */
export function remarkBlockSyntax(this: Processor): void {
  const data = this.data() as ParserData;
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(blockSyntax);
}
