import type { Manuscript } from '../manuscript.ts';
import { splitFrontMatter } from './split-typed-file.ts';
import { readFrontMatter } from './typed-front-matter.ts';
import { hideLiquidTags } from './hide-liquid-tags.ts';
import { readMarkdownBody } from './markdown/read-markdown-body.ts';
import { checkMarkdownSize } from './markdown/markdown-limits.ts';

/** Reads a Jekyll post: front matter, then Markdown and HTML with Liquid tags. */
export function readJekyll(text: string): Manuscript {
  checkMarkdownSize(text);
  const split = splitFrontMatter(text);
  const front = split ? readFrontMatter(split) : { blocks: [], meta: {}, warnings: [] };
  const hidden = hideLiquidTags(split?.body ?? text);
  const body = readMarkdownBody(hidden.text, 'jekyll', split?.lines ?? 0);
  hidden.restore(body);
  return {
    ...body,
    blocks: [...front.blocks, ...body.blocks],
    meta: front.meta,
    warnings: [...front.warnings, ...body.warnings],
  };
}
