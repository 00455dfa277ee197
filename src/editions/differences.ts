/** The outputs that are made from the article tree, beside the web page itself. */
export type Output = 'epub' | 'pdf' | 'print' | 'wechat';

export interface OutputRules {
  /** A link to an article of the same issue. */
  linkInIssue: 'to its chapter' | 'to its page' | 'to its place on the page' | 'note';
  /**
   * Any other link. Where the site has no public address, a link to another of its pages becomes text: it would lead
   * nowhere. So does one to a place that the output does not have.
   */
  otherLink: 'link' | 'note';
  /** The marks of notes, and the notes after the article's text. */
  notes: 'linked both ways' | 'text';
  pictures: 'JPEG, PNG' | 'WebP copies of the web page' | 'numbered places, files in a ZIP';
  /** Pixels of the longer side of a picture. */
  maxPictureSide: number;
  drawings: 'SVG' | 'PNG';
  charts: 'table with bars' | 'bars' | 'table';
  /** Columns from which on a table is set smaller, or across the page. */
  wideTable: { columns: number; is: 'smaller' | 'across the page' };
  /** Corrections stand after the text, with a line at the head. */
  correctionLine: 'leads to them' | 'text';
  /** Characters for which the output has no glyph. */
  withoutGlyph: 'fonts of the reader' | '□ with code point, reported';
}

/**
 * What differs by output. All else is as on the web page, from which the tree is read: a masked article says
 * 地名已隐去 and holds no place; drafts, withdrawn articles and those with unknown rights have no page.
 */
export const OUTPUTS: Readonly<Record<Output, OutputRules>> = {
  epub: {
    linkInIssue: 'to its chapter',
    otherLink: 'link',
    notes: 'linked both ways',
    pictures: 'JPEG, PNG',
    maxPictureSide: 1600,
    drawings: 'SVG',
    charts: 'table with bars',
    wideTable: { columns: 5, is: 'smaller' },
    correctionLine: 'leads to them',
    withoutGlyph: 'fonts of the reader',
  },
  pdf: {
    linkInIssue: 'to its page',
    otherLink: 'link',
    notes: 'linked both ways',
    pictures: 'JPEG, PNG',
    maxPictureSide: 1600,
    drawings: 'SVG',
    charts: 'bars',
    wideTable: { columns: 5, is: 'across the page' },
    correctionLine: 'text',
    withoutGlyph: '□ with code point, reported',
  },
  print: {
    linkInIssue: 'to its place on the page',
    otherLink: 'link',
    notes: 'linked both ways',
    pictures: 'WebP copies of the web page',
    maxPictureSide: 1600,
    drawings: 'SVG',
    charts: 'table with bars',
    wideTable: { columns: 5, is: 'smaller' },
    correctionLine: 'leads to them',
    withoutGlyph: 'fonts of the reader',
  },
  wechat: {
    linkInIssue: 'note',
    otherLink: 'note',
    notes: 'text',
    pictures: 'numbered places, files in a ZIP',
    maxPictureSide: 1600,
    drawings: 'PNG',
    charts: 'table',
    wideTable: { columns: 5, is: 'smaller' },
    correctionLine: 'text',
    withoutGlyph: 'fonts of the reader',
  },
};
