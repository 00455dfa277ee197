import type { Enclosure, FeedEntry } from '#core/feed.ts';
import { escapeXml } from './xml.ts';

/** What the entry of an issue shows: its contents, and links to the files that hold all of it. */
export function issueHtml(
  { summary }: Pick<FeedEntry, 'summary'>,
  files: readonly (Pick<Enclosure, 'url'> & { label: string })[],
): string {
  const links = files.map(({ url, label }) => `<a href="${escapeXml(url)}">${escapeXml(label)}</a>`);
  return `<p>${escapeXml(summary)}</p><p>${links.join('　')}</p>`;
}
