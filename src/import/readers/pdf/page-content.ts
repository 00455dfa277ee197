/** What is printed on one page, in points from its upper left corner. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  pictures: PlacedPicture[];
  /** Thin lines and bars: borders of tables, rules between articles. */
  rules: Box[];
}

export interface Box {
  x0: number;
  x1: number;
  top: number;
  bottom: number;
}

export interface Glyph extends Box {
  text: string;
  /** Vertical position of the foot of the character. */
  base: number;
  size: number;
  font: string;
  bold: boolean;
  /** Set vertically, or turned. */
  turned: boolean;
  /** Drawn without ink: the text layer of a scanned page. */
  invisible: boolean;
  /** Outside the page. */
  outside: boolean;
}

export interface PlacedPicture extends Box {
  /** Id in the library's store of the page. */
  id: string;
}

export const middleOf = ({ top, bottom }: Box) => (top + bottom) / 2;
export const widthOf = ({ x0, x1 }: Box) => x1 - x0;
export const heightOf = ({ top, bottom }: Box) => bottom - top;

export function boxAround(boxes: readonly Box[]): Box {
  const box = { x0: Infinity, x1: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x0, x1, top, bottom } of boxes) {
    box.x0 = Math.min(box.x0, x0);
    box.x1 = Math.max(box.x1, x1);
    box.top = Math.min(box.top, top);
    box.bottom = Math.max(box.bottom, bottom);
  }
  return box;
}

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
