import type { IssueView } from './issue-view.ts';

/**
 * Pixels on a wide screen, by the style sheets: the lead's picture, its text, and the headings and cards below the
 * text.
 */
const PICTURE_WIDTH = 693;
const MAX_PICTURE_HEIGHT = 720;
const TEXT_HEIGHT = 260;
const HEADING_HEIGHT = 60;
const CARD_HEIGHT = 125;
/** Minimum number of articles that fill the columns below the lead. */
const MIN_BELOW = 3;

/**
 * Chooses columns of an issue to show beside the picture of its lead, below the lead's text, as far as there is room.
 * @returns the chosen columns without pictures, and the other columns
 */
export function besideLead({ lead, columns }: Pick<IssueView, 'lead' | 'columns'>): {
  beside: IssueView['columns'];
  below: IssueView['columns'];
} {
  const beside: IssueView['columns'] = [];
  if (!lead?.picture) return { beside, below: columns };
  const { width, height } = lead.picture.picture;
  let room = Math.min((PICTURE_WIDTH * height) / width, MAX_PICTURE_HEIGHT) - TEXT_HEIGHT;
  let left = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  for (const column of columns) {
    const count = column.cards.length;
    const needed = HEADING_HEIGHT + count * CARD_HEIGHT;
    if (needed > room || column.cards.some(({ picture }) => picture)) continue;
    if (left - count > 0 && left - count < MIN_BELOW) continue;
    beside.push(column);
    room -= needed;
    left -= count;
  }
  return { beside, below: columns.filter((column) => !beside.includes(column)) };
}
