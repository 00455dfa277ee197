import type { Card } from './card.ts';
import type { IssueView } from './issue-view.ts';
import type { Link } from './view.ts';

/** Number of articles in the guide (导读); with fewer articles there is no guide. */
const MIN_GUIDE = 3;
const MAX_GUIDE = 6;
/** Minimum number of articles that stay in a column. */
const MIN_COLUMN = 2;

/**
 * Moves articles from the columns of a front page to its guide, so that no article is shown twice: takes each
 * column's first article without a picture, in turn.
 */
export function frontView({ columns }: Pick<IssueView, 'columns'>): {
  guide: Link[];
  columns: IssueView['columns'];
} {
  const guide: Card[] = [];
  const left = columns.map(({ category, cards }) => ({ category, cards: [...cards] }));
  for (let taken = -1; taken !== guide.length && guide.length < MAX_GUIDE;) {
    taken = guide.length;
    for (const { cards } of left) {
      const at = cards.findIndex(({ picture }) => !picture);
      if (at >= 0 && cards.length > MIN_COLUMN && guide.length < MAX_GUIDE)
        guide.push(...cards.splice(at, 1));
    }
  }
  if (guide.length < MIN_GUIDE) return { guide: [], columns };
  return { guide: guide.map(({ title, url }) => ({ name: title, url })), columns: left };
}
