/*
 * The one table of how files of the site are served: headers, cache rules and content types. The configuration of
 * every host and the check of a published site are made from it.
 */

/** Sent with every file. The pages' own policy is in their HTML; `frame-ancestors` works only as a header. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;

/** For drawings that are opened by themselves: nothing in them may run or load. */
export const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** How long browsers and caches may keep a kind of file. */
export const CACHE_RULES = {
  /** The name holds a digest of the content, so the content never changes. */
  hashed: 'public, max-age=31536000, immutable',
  /** Feed readers ask often, and a few minutes do not matter. */
  feed: 'public, max-age=600',
  /** Everything else is revalidated every time; an unchanged file costs a response without a body. */
  other: 'no-cache',
} as const;

export type CacheKind = keyof typeof CACHE_RULES;

/** Folders whose files have names with digests. */
export const HASHED_FOLDERS = ['_astro', 'fonts', 'pictures', 'pagefind/fragment', 'pagefind/index'] as const;

/** Names of feeds and sitemaps, in any folder. */
export const FEED_NAMES = /^(?:feed\.(?:xml|json)|sitemap(?:-[\w-]+)?\.xml)$/u;

/** Files that name other files of the same build: they must be replaced after those. */
const INDEX_ENTRIES = [
  'pagefind/catalogue.json',
  'pagefind/pagefind-entry.json',
  'pagefind/pagefind.js',
  'pagefind/wasm.unknown.pagefind',
  'search/names.json',
  'search/sounds.json',
];

/** Content types by extension. Those that name a character set are text in UTF-8. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/vnd.microsoft.icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** For files without a known extension: those of the index. */
export const OTHER_TYPE = 'application/octet-stream';

/** Extensions of files that become smaller when they are compressed. */
const COMPRESSIBLE = ['html', 'css', 'js', 'txt', 'csv', 'json', 'webmanifest', 'xml', 'svg'];

/** Configuration files that a host reads and does not serve. */
const HOST_FILES = ['_headers', '_redirects', '.nojekyll', '.park-bulletin'];

/** How one file of the site is served. */
export interface FileRule {
  cache: CacheKind;
  contentType: string;
  headers: Record<string, string>;
  isCompressible: boolean;
}

/** How a file is served. @param file its path in the site, `issues/2022-09/index.html` */
export function fileRule(file: string): FileRule {
  const extension = extensionOf(file);
  const cache = cacheKind(file);
  return {
    cache,
    contentType: CONTENT_TYPES[extension] ?? OTHER_TYPE,
    headers: {
      'Cache-Control': CACHE_RULES[cache],
      ...SECURITY_HEADERS,
      ...(extension === 'svg' && { 'Content-Security-Policy': SVG_POLICY }),
    },
    isCompressible: COMPRESSIBLE.includes(extension),
  };
}

function cacheKind(file: string): CacheKind {
  if (HASHED_FOLDERS.some((folder) => file.startsWith(`${folder}/`))) return 'hashed';
  return FEED_NAMES.test(file.split('/').at(-1) ?? '') ? 'feed' : 'other';
}

/** Whether readers can load a file: not those that only the host or the next build reads, nor compressed copies. */
export function isServed(file: string): boolean {
  return !HOST_FILES.includes(file) && !isCompressedCopy(file);
}

/** Whether a file is a compressed copy that a server sends instead of another. */
export function isCompressedCopy(file: string): boolean {
  return /\.(?:br|gz)$/u.test(file);
}

/** Steps of an upload, in their order: what a file refers to is there before it. */
export const UPLOAD_STEPS = ['hashed', 'files', 'pages', 'entries'] as const;
export type UploadStep = (typeof UPLOAD_STEPS)[number];

export function uploadStep(file: string): UploadStep {
  if (cacheKind(file) === 'hashed') return 'hashed';
  if (INDEX_ENTRIES.includes(file)) return 'entries';
  return extensionOf(file) === 'html' ? 'pages' : 'files';
}

/** The address of a file, with the base path; a page's address ends with a slash. */
export function addressOf(file: string, base: string): string {
  return base + file.replace(/(^|\/)index\.html$/u, '$1');
}

function extensionOf(file: string): string {
  return /\.(\w+)$/u.exec(file)?.[1] ?? '';
}
