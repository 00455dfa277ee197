/**
 * Every address of the bulletin is built here and nowhere else. An address is ASCII, lower case,
 * ends with a slash, and once published works for ever.
 */

export const LIST_KINDS = ['categories', 'parks', 'regions', 'series', 'topics', 'industries'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** First parts of addresses that the build fills itself: no page or old address of an editor's. */
export const RESERVED_FOLDERS: ReadonlySet<string> = new Set([
  ...LIST_KINDS,
  'search',
  'data',
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
 * @param base path that the site is served below, such as `/` or `/daokan`
 * @returns one function per kind of page; each returns a path that begins with the base
 */
export function createUrls(base: string) {
  const root = base.replace(/\/*$/, '/');
  const page = (...parts: string[]) => root + parts.map((part) => `${part}/`).join('');
  return {
    root,
    home: () => root,
    archive: () => page('issues'),
    year: (year: number) => page('issues', String(year)),
    latest: () => page('issues', 'latest'),
    issue: (issue: string) => page('issues', issue),
    article: (id: string) => page('issues', ...id.split('/')),
    listIndex: (kind: ListKind) => page(kind),
    list: (kind: ListKind, id: string, pageNumber = 1) =>
      pageNumber === 1 ? page(kind, id) : page(kind, id, String(pageNumber)),
    search: () => page('search'),
    page: (id: string) => page(id),
    /** The inbox, and one of its drafts: in the dev server only. */
    inbox: (...name: string[]) => page('inbox', ...name.map(encodeURIComponent)),
    /** The editors' handbook, and its parts (`fields`, `rules`). */
    handbook: (...part: string[]) => page('admin', 'handbook', ...part),
    /** A file that is copied or generated, such as `pictures/0a1b-480.webp`. */
    file: (path: string) => root + path,
    /** An address as an editor types it in Markdown or front matter (`/about/`), below the base. */
    internal: (path: string) => root + path.replace(/^\/+/, ''),
  };
}
