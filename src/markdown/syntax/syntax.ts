import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { linkAddresses } from './link-addresses.ts';
import { deletion, emphasis } from './attention.ts';
import { emptyLine, paragraphStart } from './paragraphs.ts';
import { quotation } from './quotation.ts';

/** Marks within a line, by the bulletin's rules: emphasis, deleted text, bare addresses. */
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

/** Off are headings by underlining (`---` below a paragraph), code by indenting, and `_` as a mark. */
const blockSyntax: Extension = {
  disable: { null: ['setextUnderline', 'codeIndented', 'blockQuote', 'attention'] },
  document: { 62: quotation },
  flow: { null: [emptyLine, paragraphStart] },
};

interface ParserData {
  micromarkExtensions?: unknown[];
  fromMarkdownExtensions?: unknown[];
}

/** Reads marks within lines as Chinese needs them. Goes before remark-gfm, whose own links it replaces. */
export function remarkInlineSyntax(this: Processor): void {
  const data = this.data() as ParserData;
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(inlineSyntax);
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(addresses);
}

/**
 * Reads lines as Chinese editors type them, where CommonMark would drop or turn what they typed. Goes after
 * remark-gfm, whose tables would else take an empty line of wide blanks for a heading row.
 */
export function remarkBlockSyntax(this: Processor): void {
  const data = this.data() as ParserData;
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(blockSyntax);
}
