import {
  CACHE_RULES,
  CONTENT_TYPES,
  HASHED_FOLDERS,
  OTHER_TYPE,
  SECURITY_HEADERS,
  SVG_POLICY,
} from './file-rules.ts';
import { type HostFiles, type HostedSite, NOTE } from './hosted-site.ts';

/**
 * Locations for nginx, to be included in a `server` block, which defines names, ports and certificates. A location
 * inherits headers and types only if it sets none, so each has all of them.
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
 */
export function nginxFiles({ base, root, redirects }: HostedSite): HostFiles {
  const at = pattern(base);
  const hashed = HASHED_FOLDERS.map(pattern).join('|');
  const blocks = [
    `# ${NOTE}。在 server { … } 里写一行 include，指向这个文件。`,
    ...(base === '/' ? [] : [`location = ${quoted(base.slice(0, -1))} { ${redirect(base)} }`]),
    ...redirects.map(({ from, to }) => `location = ${quoted(decodeURI(from))} { ${redirect(to)} }`),
    `# 隐藏的文件不给\nlocation ~ ${quoted(`^${at}(?:.*/)?\\.(?!well-known/)`)} { error_page 404 ${base}404.html; return 404; }`,
    location(
      `~ ${quoted(`^${at}((?:${hashed})/.+\\.svg)$`)}`,
      `${root}/$1`,
      base,
      CACHE_RULES.hashed,
      SVG_POLICY,
    ),
    location(`~ ${quoted(`^${at}((?:${hashed})/.+)$`)}`, `${root}/$1`, base, CACHE_RULES.hashed),
    location(`~ ${quoted(`^${at}(.+\\.svg)$`)}`, `${root}/$1`, base, CACHE_RULES.other, SVG_POLICY),
    location(
      `~ ${quoted(`^${at}((?:.+/)?(?:feed\\.(?:xml|json)|sitemap(?:-[\\w-]+)?\\.xml))$`)}`,
      `${root}/$1`,
      base,
      CACHE_RULES.feed,
    ),
    location(quoted(base), `${root}/`, base, CACHE_RULES.other),
  ];
  return { inside: {}, beside: { 'nginx.conf': `${blocks.join('\n\n')}\n` } };
}

function location(match: string, alias: string, base: string, cache: string, policy?: string): string {
  const headers = {
    'Cache-Control': cache,
    ...SECURITY_HEADERS,
    ...(policy && { 'Content-Security-Policy': policy }),
  };
  const types = Object.entries(CONTENT_TYPES).map(
    ([extension, type]) => `    ${type.split(';')[0]} ${extension};`,
  );
  return `location ${match} {
  alias ${quoted(alias)};
  index index.html;
  autoindex off;
  absolute_redirect off;
  error_page 404 ${base}404.html;
  error_page 403 =404 ${base}404.html;
  types {
${types.join('\n')}
  }
  default_type ${OTHER_TYPE};
  charset utf-8;
  charset_types ${charsetTypes().join(' ')};
  gzip_static on;
  gzip_vary on;
${Object.entries(headers)
  .map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`)
  .join('\n')}
}`;
}

/** Types that are sent with a character set; nginx always adds it to HTML. */
function charsetTypes(): string[] {
  return Object.values(CONTENT_TYPES)
    .filter((type) => type.includes('charset'))
    .map((type) => type.split(';')[0] ?? '')
    .filter((type) => type !== 'text/html');
}

/** A text for a regular expression. */
function pattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** Redirects to a path without host and port: nginx may be behind another server. */
function redirect(to: string): string {
  return `absolute_redirect off; return 301 ${quoted(to)};`;
}

/** A parameter. nginx reads `$name` as a variable; paths of a site contain no `$`. */
function quoted(text: string): string {
  return `"${text.replace(/(?<!\\)"/gu, '\\"')}"`;
}
