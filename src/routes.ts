import type { CaptionedPicture, Picture } from '#core/content.ts';
import { editionFormats } from '#core/edition.ts';
import { hasSvgIcon, type IconFile, PNG_ICONS } from '#core/icons.ts';
import { shownPages } from '#core/printed-pages.ts';
import { redirectsOf } from '#core/published-addresses.ts';
import { getArchive, hasBody, urls } from './bulletin.ts';
import { type Variant, variantsOf } from '#core/picture-variants.ts';
import { mastheadFontName } from './assets/masthead-font-fs.ts';
import { codeFingerprint, pageKeys } from './build-cache/page-key.ts';
import { articleFacts } from './views/article-facts.ts';
import type { IconSource } from './pictures/icons-fs.ts';
import { articleView } from './views/article-view.ts';
import { yearView } from './views/archive-view.ts';
import { getInbox } from './loader/build-context.ts';
import { inboxLinks, inboxView } from './views/inbox-view.ts';
import { issueData, yearData } from './views/data-view.ts';
import { hasFeeds, listFeed } from './views/feed-view.ts';
import { issueView } from './views/issue-view.ts';
import { indexView, listViews } from './views/list-view.ts';
import { printedArticles } from './views/printed-articles.ts';
import { printedPageFiles, printedPageViews } from './views/printed-page-view.ts';
import { noticeView } from './views/notice-view.ts';
import { sitemapParts } from './views/sitemap-view.ts';
import { shareView } from './views/share-view.ts';
import { contactsView, correctionsView } from './views/page-view.ts';

/**
 * An entry that `getStaticPaths` of a page returns: the parameters of its address, its props, and a cache key. A
 * page depends only on its props, the code, the frame (masthead, footer) and the site's settings; with the same key
 * it is taken from the cache.
 */
export type Path<Props> = { params: Record<string, string | undefined>; props: Props; cacheKey?: string };

/** The context of all views. */
export function context() {
  return { archive: getArchive(), urls };
}

let fingerprint: string | undefined;

/** Adds cache keys; the dev server renders every page again. */
export function withCacheKeys<Props>(paths: Path<Props>[]): Path<Props>[] {
  if (__DEV_SERVER__) return paths;
  fingerprint ??= codeFingerprint();
  const address = urls.absolute(urls.root) + (__DRAFTS__ ? ' drafts' : '');
  const keyOf = pageKeys(fingerprint, address, getArchive().content);
  return paths.map((each) => ({ ...each, cacheKey: keyOf(each.props) }));
}

export function articlePaths() {
  const { archive } = context();
  return withCacheKeys(
    archive.articles.map((article) => ({
      params: { issue: article.issue, slug: article.slug },
      props: {
        view: articleView(article, { archive, urls }),
        facts: articleFacts(article, { archive, urls }),
      },
    })),
  );
}

/** The list of the inbox. */
export function inboxList() {
  return inboxLinks(getInbox(), context());
}

/** The drafts of the inbox. If a body cannot be rendered, the page shows its source. */
export async function inboxPaths() {
  const viewContext = context();
  return Promise.all(
    getInbox().map(async (draft) => {
      const isRenderable = draft.article !== undefined && (await hasBody(draft));
      return {
        params: { name: draft.name },
        props: { draft: inboxView(draft, viewContext), ...(!isRenderable && { text: draft.text }) },
      };
    }),
  );
}

/** Years and issues; both have addresses of the form `/issues/…/`. */
export function issuePaths() {
  const viewContext = context();
  const years = viewContext.archive.years.map((year) => ({
    params: { issue: String(year) },
    props: { kind: 'year' as const, view: yearView(year, viewContext) },
  }));
  const issues = viewContext.archive.issues.map((issue) => ({
    params: { issue: issue.id },
    props: {
      kind: 'issue' as const,
      view: issueView(issue, viewContext),
      issue,
      // The page shows the sizes of the editions, which print these articles.
      ...(editionFormats(issue, viewContext.archive.content.site).length > 0 && {
        articles: printedArticles(issue, viewContext),
      }),
    },
  }));
  return withCacheKeys<(typeof years | typeof issues)[number]['props']>([...years, ...issues]);
}

export function indexPaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.content.kinds.map((kind) => ({
      params: { kind },
      props: { view: indexView(kind, viewContext) },
    })),
  );
}

export function listPaths() {
  const viewContext = context();
  const paths = viewContext.archive.content.kinds.flatMap((kind) =>
    viewContext.archive.entries(kind).flatMap((entry) =>
      listViews(kind, entry, viewContext).map((view) => ({
        params: { kind, id: entry.id, page: view.page === 1 ? undefined : String(view.page) },
        props: { view },
      })),
    ),
  );
  return withCacheKeys(paths);
}

export function pagePaths() {
  const viewContext = context();
  const { pages, site } = viewContext.archive.content;
  return withCacheKeys(
    pages.map((page) => ({
      params: { page: page.id },
      props: {
        page,
        contacts: ['about', 'contribute'].includes(page.id) ? contactsView(site) : [],
        corrections: page.id === 'corrections' ? correctionsView(viewContext) : undefined,
      },
    })),
  );
}

/** The feeds of columns, parks and regions. */
export function listFeedPaths() {
  const viewContext = context();
  const { archive } = viewContext;
  const paths = archive.content.kinds.filter(hasFeeds).flatMap((kind) =>
    archive.entries(kind).map((entry) => ({
      params: { kind, id: entry.id },
      props: { feed: listFeed(kind, entry, viewContext) },
    })),
  );
  return withCacheKeys(paths);
}

/** The parts of the sitemap. */
export function sitemapPaths() {
  return withCacheKeys(
    sitemapParts(context()).map(({ name, entries }) => ({ params: { part: name }, props: { entries } })),
  );
}

/** The data files of years. */
export function yearDataPaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.years.map((year) => ({
      params: { year: String(year) },
      props: { data: yearData(year, viewContext) },
    })),
  );
}

/** The data files of issues. */
export function issueDataPaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.issues.map((issue) => ({
      params: { issue: issue.id },
      props: { data: issueData(issue, viewContext) },
    })),
  );
}

/** Notices of withdrawn articles, at the articles' addresses. */
export function noticePaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.content.notices.map((notice) => ({
      params: { issue: notice.issue, withdrawn: notice.id.slice(notice.issue.length + 1) },
      props: { view: noticeView(notice, viewContext) },
    })),
  );
}

/** The pages of printed issues of which there are pictures. */
export function printedPagePaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.issues.flatMap((issue) =>
      printedPageViews(issue, viewContext).map((view) => ({
        params: { issue: issue.id, no: String(view.no) },
        props: { view },
      })),
    ),
  );
}

/** The PDF files of printed pages. */
export function printedPagePdfPaths() {
  return withCacheKeys(
    context().archive.issues.flatMap((issue) =>
      printedPageFiles(issue).map(({ no, pdf }) => ({
        params: { issue: issue.id, no: String(no) },
        props: { pdf },
      })),
    ),
  );
}

/** Redirects from former addresses. */
export function aliasPaths() {
  return withCacheKeys(
    redirectsOf(getArchive()).map(({ from, to, title }) => ({
      params: { alias: from.replace(/^\/|\/$/gu, '') },
      props: { url: urls.internal(to), title },
    })),
  );
}

/** The masthead font; it depends only on the title. */
export function fontPaths() {
  const { title } = getArchive().content.site;
  return withCacheKeys([{ params: { name: mastheadFontName(title) }, props: { title } }]);
}

/** The share pictures of all issues; a published build has no drafts. */
export function sharePicturePaths() {
  const viewContext = context();
  return withCacheKeys(
    viewContext.archive.issues.map((issue) => ({
      params: { issue: issue.id },
      props: { view: shareView(issue, viewContext) },
    })),
  );
}

export type IconProps = { source: IconSource; file: IconFile };

function iconSource(): IconSource {
  const { site, theme } = getArchive().content;
  return { title: site.title, colours: theme.colours, ...(theme.icon && { picture: theme.icon }) };
}

export function pngIconPaths(): Path<IconProps>[] {
  const source = iconSource();
  return withCacheKeys(PNG_ICONS.map((file) => ({ params: { icon: file.name }, props: { source, file } })));
}

export function icoPaths() {
  return withCacheKeys([{ params: { icon: 'favicon' }, props: { source: iconSource() } }]);
}

/** The SVG icon, unless the bulletin's icon is made of pixels. */
export function svgIconPaths() {
  return hasSvgIcon(getArchive().content.theme) ? icoPaths() : [];
}

/** All files generated from the pictures of the bulletin. */
export function picturePaths(extension: Variant['extension']): Path<{ variant: Variant }>[] {
  const { archive } = context();
  const drafts = getInbox().flatMap(({ article }) => article ?? []);
  const { masthead } = archive.content.theme;
  const used: (Pick<CaptionedPicture, 'picture'> | undefined)[] = [
    ...archive.issues.flatMap(({ cover, pages }) => [cover, ...shownPages(pages)]),
    ...archive.articles.flatMap(({ cover, pictures }) => [cover, ...Object.values(pictures)]),
    ...archive.content.pages.flatMap(({ pictures }) => Object.values(pictures)),
    ...drafts.flatMap(({ cover, pictures }) => [cover, ...Object.values(pictures)]),
  ];
  const byHash = new Map<string, Picture>(masthead && [[masthead.hash, masthead]]);
  for (const captioned of used) if (captioned) byHash.set(captioned.picture.hash, captioned.picture);
  const variants = [...byHash.values()].flatMap(variantsOf);
  return withCacheKeys(
    variants
      .filter((variant) => variant.extension === extension)
      .map((variant) => ({ params: { name: variant.name }, props: { variant } })),
  );
}
