import type { Picture } from '#core/content.ts';
import type { EditionFormat } from '#core/edition.ts';
import type { IssueDocument } from './issue-document.ts';

/** Writes an issue in one file format. The same document gives the same bytes. */
export interface EditionWriter {
  format: EditionFormat;
  /** @throws EditionError at an element that the writer does not support */
  write(document: IssueDocument): Promise<Uint8Array<ArrayBuffer>>;
}

/** A picture as an edition holds it. */
export interface EditionPicture {
  bytes: Uint8Array;
  type: 'image/jpeg' | 'image/png' | 'image/svg+xml';
}

/** What writers need of the pictures. */
export interface EditionMedia {
  /** A picture within the size of `OUTPUTS`; a drawing stays SVG. */
  picture(picture: Picture): Promise<EditionPicture>;
  /** The cover as JPEG, made from the data of the issue. */
  cover(document: IssueDocument): Promise<Uint8Array>;
}
