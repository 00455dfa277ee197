import type { Manuscript } from '../manuscript.ts';
import { partFrontMatter, readFrontMatter } from './typed-front-matter.ts';
import { hideTemplates } from './hide-liquid-tags.ts';
import { readMarkdownBody } from './markdown/read-markdown-body.ts';
import { refuseLarge } from './markdown/markdown-limits.ts';

/** Reads a post of a static site: front matter, then Markdown and HTML with the site's template tags. */
export function readJekyll(text: string): Manuscript {
  refuseLarge(text);
  const parted = partFrontMatter(text);
  const front = parted ? readFrontMatter(parted) : { blocks: [], meta: {}, warnings: [] };
  const hidden = hideTemplates(parted?.body ?? text);
  const body = readMarkdownBody(hidden.text, 'jekyll', parted?.lines ?? 0);
  hidden.restore(body);
  return {
    ...body,
    blocks: [...front.blocks, ...body.blocks],
    meta: front.meta,
    warnings: [...front.warnings, ...body.warnings],
  };
}
