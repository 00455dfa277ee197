/**
 * The limits that differ by output format; ARCHITECTURE.md has a table of all differences. Everything else is as on
 * the web page, from which the tree is read.
 */
export const OUTPUTS = {
  epub: {
    /** Pixels of a picture's longer side; shops reject larger pictures. */
    maxPictureSide: 1600,
    /** Columns from which on a table is set smaller. */
    wideTable: 5,
  },
  pdf: {
    /**
     * Columns from which on a table does not fit a text column, so that its article takes the full width of the
     * page.
     */
    wideTable: 5,
  },
  wechat: {
    /** Columns from which on a table moves sideways inside its frame. */
    wideTable: 5,
  },
} as const;
