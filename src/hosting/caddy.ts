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
 * Directives for Caddy 2, to be imported in a site block, which keeps the site's name; Caddy gets certificates itself.
 * @see https://caddyserver.com/docs/caddyfile/directives/file_server
 * @see https://caddyserver.com/docs/caddyfile/directives/handle_errors
 */
export function caddyFiles({ base, root, redirects }: HostedSite): HostFiles {
  const below = base === '/' ? '*' : `${base}*`;
  const folder = JSON.stringify(root);
  const text = `# ${NOTE}。在网站的 { … } 里写一行 import，指向这个文件。
${base === '/' ? '' : `redir ${base.slice(0, -1)} ${base} 301\n`}${redirects
    .map(({ from, to }) => `redir ${JSON.stringify(decodeURI(from))} ${JSON.stringify(to)} 301\n`)
    .join('')}
${base === '/' ? 'handle' : `handle_path ${below}`} {
	root * ${folder}
	route {
		@hidden path_regexp /\\.[^/]*
		error @hidden 404
${headerLines(2)}
		file_server {
			precompressed br gzip
			index index.html
		}
	}
}

handle_errors {
	@site path ${below}
	handle @site {
		root * ${folder}
		rewrite * /404.html
		route {
${errorHeaders(3)}
			file_server {
				precompressed br gzip
			}
		}
	}
}
`;
  return { inside: {}, beside: { Caddyfile: text } };
}

/** Sets all headers; of several lines for one header, the last that matches wins. */
function headerLines(depth: number): string {
  const lines = [
    ...Object.entries({ 'Cache-Control': CACHE_RULES.other, ...SECURITY_HEADERS }).map(
      ([name, value]) => `header ${name} ${JSON.stringify(value)}`,
    ),
    '@drawing path *.svg',
    `header @drawing Content-Security-Policy ${JSON.stringify(SVG_POLICY)}`,
    '@feed path_regexp /(feed\\.(xml|json)|sitemap(-[\\w-]+)?\\.xml)$',
    `header @feed Cache-Control ${JSON.stringify(CACHE_RULES.feed)}`,
    `@hashed path ${HASHED_FOLDERS.map((name) => `/${name}/*`).join(' ')}`,
    `header @hashed Cache-Control ${JSON.stringify(CACHE_RULES.hashed)}`,
    ...Object.entries(CONTENT_TYPES).flatMap(([extension, type]) => [
      `@${extension} path *.${extension}`,
      `header @${extension} Content-Type ${JSON.stringify(type)}`,
    ]),
    '@page path */',
    `header @page Content-Type ${JSON.stringify(CONTENT_TYPES.html)}`,
    '@index path *.pf_fragment *.pf_index *.pf_meta *.pagefind',
    `header @index Content-Type ${OTHER_TYPE}`,
  ];
  return indented(lines, depth);
}

function errorHeaders(depth: number): string {
  const headers = {
    'Cache-Control': CACHE_RULES.other,
    'Content-Type': CONTENT_TYPES.html,
    ...SECURITY_HEADERS,
  };
  return indented(
    Object.entries(headers).map(([name, value]) => `header ${name} ${JSON.stringify(value)}`),
    depth,
  );
}

function indented(lines: string[], depth: number): string {
  return lines.map((line) => '\t'.repeat(depth) + line).join('\n');
}
