import type { Card } from './card.ts';
import type { IssueView } from './issue-view.ts';
import type { Link } from './view.ts';

/** Articles of the guide (导读): with fewer there is none. */
const MIN_GUIDE = 3;
const MAX_GUIDE = 6;
/** A column keeps at least this many articles. */
const MIN_COLUMN = 2;

/**
 * Takes the articles of the guide out of the columns of a front page, so that nothing stands there twice: by turns
 * from each column its first article without a picture.
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
