import type { Manuscript } from '../manuscript.ts';
import { splitFrontMatter } from './split-typed-file.ts';
import { readJekyll } from './read-jekyll.ts';
import { readMarkdownBody } from './markdown/read-markdown-body.ts';

/** Reads Markdown; with front matter as a Jekyll post. */
export function readMarkdown(text: string): Manuscript {
  return splitFrontMatter(text) ? readJekyll(text) : readMarkdownBody(text, 'markdown');
}
