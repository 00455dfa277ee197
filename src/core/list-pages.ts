/** Articles on one page of a list. */
export const PER_PAGE = 20;

/** How many pages a list has; the first is always there. */
export function pageCount(articles: number): number {
  return Math.max(1, Math.ceil(articles / PER_PAGE));
}
