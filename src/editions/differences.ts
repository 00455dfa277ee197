/**
 * The figures that differ by output; ARCHITECTURE.md has a table of all that differs. What is not in it is as on the web
 * page, from which the tree is read.
 */
export const OUTPUTS = {
  epub: {
    /** Pixels of the longer side of a picture; shops refuse large ones. */
    maxPictureSide: 1600,
    /** Columns from which on a table is set smaller. */
    wideTable: 5,
  },
  pdf: {
    /** Columns from which on a table does not fit a column of text: its article goes over the whole page. */
    wideTable: 5,
  },
  wechat: {
    /** Columns from which on a table moves sideways inside its frame. */
    wideTable: 5,
  },
} as const;
