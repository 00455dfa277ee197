import type { Issue } from './content.ts';
import type { Site } from './schema/site.ts';

/** Files that hold a whole issue. */
export const EDITION_FORMATS = ['pdf', 'epub'] as const;
export type EditionFormat = (typeof EDITION_FORMATS)[number];

/** Media type of each format. */
export const EDITION_TYPES: Readonly<Record<EditionFormat, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
};

/** The formats of an issue: those that the bulletin asks for, and a PDF that its editors supply. */
export function editionFormats(
  { status, pdf }: Pick<Issue, 'status' | 'pdf'>,
  { editions = [] }: Pick<Site, 'editions'>,
): EditionFormat[] {
  if (status !== 'published') return [];
  return EDITION_FORMATS.filter(
    (format) => editions.includes(format) || (format === 'pdf' && pdf !== undefined),
  );
}

/** Whether an issue has a page for printing all of it: it holds published articles only. */
export function hasPrintPage({ status }: Pick<Issue, 'status'>): boolean {
  return status === 'published';
}

/** `EPUB 下载（0.8 MB）`, `PDF 下载（96 KB）`; without its size where that is not known. */
export function editionLabel(format: EditionFormat, bytes?: number): string {
  const name = `${format.toUpperCase()} 下载`;
  return bytes === undefined ? name : `${name}（${sizeLabel(bytes)}）`;
}

/** `0.8 MB`, `96 KB`, at least 1 KB. */
function sizeLabel(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 100 ? `${kilobytes} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
