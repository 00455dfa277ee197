import { EDITION_TYPES, editionLabel } from '#core/edition.ts';
import type { Feed } from '#core/feed.ts';
import { getArchive, urls } from '../bulletin.ts';
import { articleHtml, issueHtml } from '../feeds/index.ts';
import { finishedPage } from '../finished-page.ts';
import { editionSize, formatsOf } from '../issue-editions.ts';
import { type WholeFeed, wholeFeed } from '../views/feed-view.ts';
import { withEnclosures } from './enclosures.ts';

/**
 * The feed of all articles with their pictures and their full text, which is extracted from the finished pages.
 * @param request address of the feed, for the dev server
 */
export async function fullTextFeed(request: URL): Promise<{ feed: Feed; json: string }> {
  const whole = wholeFeed({ archive: getArchive(), urls });
  const feed = await withEnclosures(whole);
  const entries = await Promise.all(
    feed.entries.map(async (entry, index) => {
      const html = articleHtml(await finishedPage(whole.sources[index]?.id ?? '', request), entry.url);
      return { ...entry, html };
    }),
  );
  const issues = await Promise.all(whole.issues.map((each) => issueEntry(each, request)));
  const withIssues = entries.flatMap((entry, index) => [
    ...issues.flatMap((issue) => (issue?.at === index ? [issue.entry] : [])),
    entry,
  ]);
  return { feed: { ...feed, entries: withIssues }, json: whole.json };
}

/** The entry of an issue with its files; undefined if it has none. */
async function issueEntry({ at, issue, entry }: WholeFeed['issues'][number], request: URL) {
  const files = await Promise.all(
    formatsOf(issue).map(async (format) => {
      const size = await editionSize(issue, format, request);
      const url = urls.absolute(urls.edition(issue.id, format));
      return { url, type: EDITION_TYPES[format], bytes: size ?? 0, label: editionLabel(format, size) };
    }),
  );
  return files.length === 0 ? undefined : { at, entry: { ...entry, html: issueHtml(entry, files), files } };
}
