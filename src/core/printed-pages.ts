import type { PageArea, PrintedPage } from './content.ts';

/** A printed page with a page of its own in the site: one of which there is a picture. */
export type ShownPage = PrintedPage & { picture: NonNullable<PrintedPage['picture']> };

export function shownPages(pages: readonly PrintedPage[] = []): ShownPage[] {
  return pages.filter((page): page is ShownPage => page.picture !== undefined);
}

/** Per cent: areas may share an edge that was measured roughly. */
const MAX_OVERLAP_PERCENT = 0.5;

/** Whether an area reaches over the edge of its page, or is empty. */
export function isOutside({ x, y, width, height }: PageArea): boolean {
  const limit = 100 + MAX_OVERLAP_PERCENT;
  return x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > limit || y + height > limit;
}

/** Whether two areas cover the same place. */
export function overlap(one: PageArea, other: PageArea): boolean {
  const shared = (start: number, size: number, otherStart: number, otherSize: number) =>
    Math.min(start + size, otherStart + otherSize) - Math.max(start, otherStart);
  return (
    shared(one.x, one.width, other.x, other.width) > MAX_OVERLAP_PERCENT &&
    shared(one.y, one.height, other.y, other.height) > MAX_OVERLAP_PERCENT
  );
}
