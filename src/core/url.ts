import type { EditionFormat } from './edition.ts';

/**
 * Builds all addresses of the bulletin. An address is ASCII, lower case, ends with a slash, and works for ever
 * once it is published.
 */

export const LIST_KINDS = ['categories', 'parks', 'regions', 'series', 'topics', 'industries'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Top-level folders that the build uses itself: pages and former addresses of editors must not use them. */
export const RESERVED_FOLDERS: ReadonlySet<string> = new Set([
  ...LIST_KINDS,
  'search',
  'data',
  'feeds',
  'admin',
  'inbox',
  'pictures',
  'fonts',
  'pagefind',
  '_astro',
  '404',
  'index',
]);

export type Urls = ReturnType<typeof createUrls>;

/**
 * @param base base path of the site, such as `/` or `/daokan`
 * @param origin `https://x.example`; empty if the public address is unknown
 * @returns one function per kind of page; each returns a path that begins with the base path
 */
export function createUrls(base: string, origin = '') {
  const root = base.replace(/\/*$/, '/');
  const page = (...parts: string[]) => root + parts.map((part) => `${part}/`).join('');
  return {
    root,
    /** Whether the public address is known; feeds, sitemap and metadata need it. */
    isPublic: origin !== '',
    /** Adds the public address to a path that begins with the base path. */
    absolute: (path: string) => origin + path,
    home: () => root,
    archive: () => page('issues'),
    year: (year: number) => page('issues', String(year)),
    latest: () => page('issues', 'latest'),
    issue: (issue: string) => page('issues', issue),
    /** A page of a printed issue, and its PDF. */
    printedPage: (issue: string, no: number) => page('issues', issue, 'pages', String(no)),
    printedPagePdf: (issue: string, no: number) => `${page('issues', issue, 'pages')}${no}.pdf`,
    /** The picture of an issue for messengers and social networks. */
    sharePicture: (issue: string) => `${page('issues', issue)}share.png`,
    /** The whole issue on one page, for printing. It is no address of its own: the canonical one is the issue's. */
    printIssue: (issue: string) => page('issues', issue, 'print'),
    /** The file of a whole issue. */
    edition: (issue: string, format: EditionFormat) => `${page('issues', issue)}${issue}.${format}`,
    article: (id: string) => page('issues', ...id.split('/')),
    listIndex: (kind: ListKind) => page(kind),
    list: (kind: ListKind, id: string, pageNumber = 1) =>
      pageNumber === 1 ? page(kind, id) : page(kind, id, String(pageNumber)),
    search: () => page('search'),
    page: (id: string) => page(id),
    /** The page that explains the feeds. */
    feeds: () => page('feeds'),
    /** The feed of a list, or of everything. */
    feed: (kind?: ListKind, id = '') => `${kind ? page(kind, id) : root}feed.xml`,
    jsonFeed: () => `${root}feed.json`,
    correctionsFeed: () => `${page('corrections')}feed.xml`,
    /** One part of the sitemap (`2022`, `pages`), or its index. */
    sitemap: (part?: string) => `${root}sitemap${part === undefined ? '' : `-${part}`}.xml`,
    /** The data of the articles of one year, or the list of these files. */
    articlesData: (year?: number) => `${page('data')}articles${year === undefined ? '' : `-${year}`}.json`,
    issueData: (issue: string) => `${page('issues', issue)}issue.json`,
    /** The inbox or one of its drafts; in the dev server only. */
    inbox: (...name: string[]) => page('inbox', ...name.map(encodeURIComponent)),
    /** The editors' handbook or one of its parts (`fields`, `rules`). */
    handbook: (...part: string[]) => page('admin', 'handbook', ...part),
    /** A copied or generated file, such as `pictures/0a1b-480.webp`. */
    file: (path: string) => root + path,
    /** Adds the base path to an address from Markdown or front matter (`/about/`). */
    internal: (path: string) => root + path.replace(/^\/+/, ''),
  };
}
