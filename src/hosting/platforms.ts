import { CACHE_RULES, HASHED_FOLDERS, SECURITY_HEADERS, SVG_POLICY } from './file-rules.ts';
import { type HostFiles, type HostedSite, NOTE } from './hosted-site.ts';

/** Headers of all files whose address matches; `*` at the end stands for everything below. */
interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

/**
 * Headers for hosts that know only prefixes. Where several rules match, some hosts send each header once, others
 * join the values with a comma. Both are right here: browsers enforce every policy that they get, and pictures
 * lose nothing under the policy of drawings.
 */
function headerRules(base: string): HeaderRule[] {
  return [
    { path: `${base}*`, headers: SECURITY_HEADERS },
    ...HASHED_FOLDERS.map((folder) => ({
      path: `${base}${folder}/*`,
      headers: {
        'Cache-Control': CACHE_RULES.hashed,
        ...(folder === 'pictures' && { 'Content-Security-Policy': SVG_POLICY }),
      },
    })),
    { path: `${base}favicon.svg`, headers: { 'Content-Security-Policy': SVG_POLICY } },
    ...['feed.xml', 'feed.json', 'sitemap.xml'].map((name) => ({
      path: `${base}${name}`,
      headers: { 'Cache-Control': CACHE_RULES.feed },
    })),
  ];
}

/**
 * `_headers` of Cloudflare Pages and Netlify. Both revalidate files without a rule
 * (`Cache-Control: public, max-age=0, must-revalidate`).
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/manage/routing/headers/
 */
function headersFile(base: string): string {
  const blocks = headerRules(base).map(
    ({ path, headers }) =>
      `${path}\n${Object.entries(headers)
        .map(([name, value]) => `  ${name}: ${value}\n`)
        .join('')}`,
  );
  return `# ${NOTE}\n${blocks.join('\n')}`;
}

function redirectsFile(redirects: HostedSite['redirects'], status: string): string {
  return `# ${NOTE}\n${redirects.map(({ from, to }) => `${from} ${to} ${status}\n`).join('')}`;
}

/**
 * A redirect comes before a file of the same address.
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function cloudflareFiles({ base, redirects }: HostedSite): HostFiles {
  return {
    inside: { _headers: headersFile(base), _redirects: redirectsFile(redirects, '301') },
    beside: {},
  };
}

/**
 * A file comes before a redirect of the same address, unless its status has an exclamation mark.
 * @see https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/#shadowing
 */
export function netlifyFiles({ base, redirects }: HostedSite): HostFiles {
  return {
    inside: { _headers: headersFile(base), _redirects: redirectsFile(redirects, '301!') },
    beside: {},
  };
}

/**
 * For the root folder of the project. Its own rule lets browsers revalidate, because the defaults depend on the plan.
 * @see https://cloud.tencent.com/document/product/1552/127389
 */
export function edgeoneFiles({ base, redirects }: HostedSite): HostFiles {
  const [all, ...others] = headerRules(base);
  const rules = [
    { path: `${base}*`, headers: { 'Cache-Control': CACHE_RULES.other, ...all?.headers } },
    ...others,
  ];
  const settings = {
    redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, statusCode: 301 })),
    headers: rules.map(({ path, headers }) => ({
      source: path,
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
  };
  return { inside: {}, beside: { 'edgeone.json': `${JSON.stringify(settings, null, 2)}\n` } };
}
