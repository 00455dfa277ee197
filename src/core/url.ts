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
 * @returns one function per kind of page; each returns a path that begins with the base path
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
    /** The picture of an issue for messengers and social networks. */
    sharePicture: (issue: string) => `${page('issues', issue)}share.png`,
    article: (id: string) => page('issues', ...id.split('/')),
    listIndex: (kind: ListKind) => page(kind),
    list: (kind: ListKind, id: string, pageNumber = 1) =>
      pageNumber === 1 ? page(kind, id) : page(kind, id, String(pageNumber)),
    search: () => page('search'),
    page: (id: string) => page(id),
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
