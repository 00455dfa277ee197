import { describe, expect, it } from 'vitest';
import { formView } from '../../src/admin/form-view.ts';
import { proofreader } from '../../src/check/proofreader.ts';
import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { redirectsOf } from '../../src/core/published-addresses.ts';
import { parseSiteAddress } from '../../src/core/site-address.ts';
import { createUrls, LIST_KINDS } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { ReadingCache } from '../../src/loader/reading-cache-fs.ts';
import { articleFacts } from '../../src/views/article-facts.ts';
import { articleView } from '../../src/views/article-view.ts';
import { yearView } from '../../src/views/archive-view.ts';
import { issueData } from '../../src/views/data-view.ts';
import { correctionsFeed, wholeFeed } from '../../src/views/feed-view.ts';
import { issueView } from '../../src/views/issue-view.ts';
import { indexView, listViews } from '../../src/views/list-view.ts';
import { footerLinks, menuOf } from '../../src/views/menu-view.ts';
import { namesView } from '../../src/views/names-view.ts';
import { printedPageViews } from '../../src/views/printed-page-view.ts';
import { noticeView } from '../../src/views/notice-view.ts';
import { contactsView, correctionsView } from '../../src/views/page-view.ts';
import { sitemapParts } from '../../src/views/sitemap-view.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { LONG } from '../lib/long.ts';
import { MARKED, markedFiles } from '../lib/marked-bulletin.ts';
import { leaves, valueAt, withValue } from '../lib/schema-paths.ts';
import { BUILT, PRINTED, UNUSED, VARIED } from '../lib/varied-fields.ts';

/** Of all bulletins, which differ in one file each. */
const cache = ReadingCache.empty();

/** The pages of the marked bulletin, the data for the form, and the diagnostics of the check. */
async function outcome(kind = '', values: Record<string, unknown> = {}) {
  const data = Object.entries(values).reduce(
    (before, [path, value]) => withValue(before, path, value),
    MARKED[kind]?.data ?? {},
  );
  const dir = await writeFiles(markedFiles({ kind, data }));
  const { content, diagnostics } = await readContent(dir, { proofreader, cache, today: '2022-12-31' });
  // Without line numbers: they shift when a field is removed, which does not count as a use of the field.
  const messages = diagnostics.map(({ file, rule, problem, fix }) => [file, rule, problem, fix].join(' '));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ problem }) => problem);
  if (!content) return { pages: '', form: '', check: messages.join('\n'), errors };
  const archive = createArchive(publishedContent(content));
  const { origin, base } = parseSiteAddress(content.site.url ?? '') ?? { origin: '', base: '/' };
  const context = { archive, urls: createUrls(base, origin) };
  const { articles } = archive.content;
  const shown = [
    ...archive.issues.flatMap((issue) => [
      issueView(issue, context),
      printedPageViews(issue, context),
      ...archive.articlesOf(issue.id).map((article) => articleView(article, context)),
      issueData(issue, context),
    ]),
    ...archive.years.map((year) => yearView(year, context)),
    ...archive.content.notices.map((notice) => noticeView(notice, context)),
    ...LIST_KINDS.flatMap((each) => [
      indexView(each, context),
      ...archive.entries(each).flatMap((entry) => listViews(each, entry, context)),
    ]),
    menuOf(context),
    footerLinks(context),
    archive.content.theme,
    contactsView(archive.content.site),
    correctionsView(context),
    articles.map((article) => articleFacts(article, context)),
    wholeFeed(context),
    correctionsFeed(context),
    sitemapParts(context),
    redirectsOf(archive),
    namesView(context),
  ];
  // Without paths of pictures and fingerprints of files, which pages do not show.
  const pages = JSON.stringify(shown)
    .replaceAll(dir, '')
    .replaceAll(/"digest":"[0-9a-f]+"/gu, '');
  return { pages, form: JSON.stringify(formView(context)), check: messages.join('\n'), errors };
}

/** A withdrawn article has its own fields for the withdrawal; all others are those of an article. */
const isOfOther = (name: string) => /^(?:article\.withdrawn|withdrawn\.(?!withdrawn))/u.test(name);
const FIELDS = Object.entries(MARKED).flatMap(([kind, { schema }]) =>
  leaves(schema).map((path) => `${kind}.${path}`),
);
const base = await outcome();

it('the marked bulletin has no errors', () => expect(base.errors).toEqual([]));

it('every field is printed, or a change of it is visible, or it is listed as unused', () => {
  const lists = [[...PRINTED], ...[VARIED, BUILT, UNUSED].map((list) => Object.keys(list))];
  const names = FIELDS.filter((name) => !isOfOther(name));
  expect(lists.flat().toSorted()).toEqual(names.toSorted());
});

// Each change is read and shown as a whole bulletin: a short run makes every other.
describe('a change of', () => {
  it.each(Object.entries(VARIED).filter((_, index) => LONG || index % 2 === 0))(
    '%s is seen',
    async (name, [where, value, given]) => {
      const [kind = '', ...rest] = name.split('.');
      const path = rest.join('.');
      expect(valueAt(MARKED[kind]?.data, path)).not.toEqual(value);
      const before = given ? await outcome(kind, given) : base;
      const after = await outcome(kind, { ...given, [path]: value });
      if (where !== 'check') expect([before.errors, after.errors]).toEqual([[], []]);
      expect(after[where]).not.toBe(before[where]);
    },
  );
});

describe('a change of a field listed as unused', () => {
  it.each(Object.entries(UNUSED))('%s is seen nowhere', async (name, [value]) => {
    const [kind = '', ...path] = name.split('.');
    expect(await outcome(kind, { [path.join('.')]: value })).toEqual(base);
  });
});
