import { type FeedEntry, MAX_ENTRIES } from '#core/feed.ts';

/**
 * Chooses what fits into a feed: the full text of as many entries as possible, from the first one; the summary
 * of others; and leaves out the last ones if even summaries are too long.
 * @param render the text of an entry in the feed, with or without its full text
 * @param room bytes that entries may take
 */
export function fitEntries(
  entries: readonly FeedEntry[],
  render: (entry: FeedEntry) => string,
  room: number,
): string[] {
  let left = room;
  const short: { text: string; entry: FeedEntry }[] = [];
  for (const entry of entries.slice(0, MAX_ENTRIES)) {
    const { html: _, ...bare } = entry;
    const text = render(bare);
    if (bytesOf(text) > left) break;
    left -= bytesOf(text);
    short.push({ text, entry });
  }
  return short.map(({ text, entry }) => {
    const whole = entry.html === undefined ? text : render(entry);
    const more = bytesOf(whole) - bytesOf(text);
    if (more > left) return text;
    left -= more;
    return whole;
  });
}

function bytesOf(text: string): number {
  // One more for the separator between entries.
  return Buffer.byteLength(text) + 2;
}
