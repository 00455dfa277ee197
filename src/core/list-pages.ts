/** Articles on one page of a list. */
export const PER_PAGE = 20;

/** Number of pages of a list; an empty list has one. */
export function pageCount(articles: number): number {
  return Math.max(1, Math.ceil(articles / PER_PAGE));
}
