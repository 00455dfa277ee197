import { caddyFiles } from './caddy.ts';
import type { HostedSite, HostFiles } from './hosted-site.ts';
import { type Manifest, uploadOrder, uploadTable } from './manifest.ts';
import { nginxFiles } from './nginx.ts';
import { cloudflareFiles, edgeoneFiles, netlifyFiles } from './platforms.ts';

/** The documented limits of a host; absent where it documents none. */
export interface HostLimits {
  files?: number;
  /** Bytes of the whole site. */
  bytes?: number;
  /** Bytes of one file. */
  fileBytes?: number;
  /** Redirects in the host's configuration; the stub pages serve the others. */
  redirects?: number;
}

/** A host that a site can be built for. */
export interface Host {
  label: string;
  /** Whether it sends all headers of the table in `file-rules.ts`, only the cache rules, or only its own headers. */
  headers: 'all' | 'cache' | 'none';
  /** Whether it answers a former address with a redirect of its own, or with the stub page. */
  redirects: 'own' | 'page';
  /** Whether it sends the compressed copies that lie beside files. */
  copies: boolean;
  limits: HostLimits;
  files(site: HostedSite, manifest: Manifest): HostFiles;
}

const NOTHING: HostFiles = { inside: {}, beside: {} };
const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

function objectList(_: HostedSite, manifest: Manifest): HostFiles {
  return { inside: {}, beside: { 'files.csv': uploadTable(uploadOrder(manifest)) } };
}

/** All hosts by the name that `build --host` takes. The limits were looked up on 2026-11-28; sources in the handbook. */
export const HOSTS = {
  nginx: { label: 'nginx', headers: 'all', redirects: 'own', copies: true, limits: {}, files: nginxFiles },
  caddy: { label: 'Caddy', headers: 'all', redirects: 'own', copies: true, limits: {}, files: caddyFiles },
  github: {
    label: 'GitHub Pages',
    headers: 'none',
    redirects: 'page',
    copies: false,
    limits: { bytes: GIB },
    files: () => NOTHING,
  },
  gitlab: {
    label: 'GitLab Pages',
    headers: 'none',
    // Its `_redirects` cannot replace a file that exists, and the stub pages exist.
    redirects: 'page',
    copies: true,
    limits: { bytes: GIB, files: 200_000 },
    files: () => NOTHING,
  },
  gitee: {
    label: 'Gitee',
    headers: 'none',
    redirects: 'page',
    copies: false,
    limits: {},
    files: () => NOTHING,
  },
  cloudflare: {
    label: 'Cloudflare Pages',
    headers: 'all',
    redirects: 'own',
    copies: false,
    limits: { files: 20_000, fileBytes: 25 * MIB, redirects: 2000 },
    files: cloudflareFiles,
  },
  edgeone: {
    label: '腾讯云 EdgeOne Pages',
    headers: 'all',
    redirects: 'own',
    copies: false,
    limits: { redirects: 100 },
    files: edgeoneFiles,
  },
  netlify: {
    label: 'Netlify',
    headers: 'all',
    redirects: 'own',
    copies: false,
    limits: { redirects: 10_000 },
    files: netlifyFiles,
  },
  oss: {
    label: '阿里云 OSS',
    headers: 'cache',
    redirects: 'page',
    copies: false,
    limits: {},
    files: objectList,
  },
  cos: {
    label: '腾讯云 COS',
    headers: 'cache',
    redirects: 'page',
    copies: false,
    limits: {},
    files: objectList,
  },
} as const satisfies Record<string, Host>;

export type HostName = keyof typeof HOSTS;
export const HOST_NAMES = Object.keys(HOSTS) as HostName[];

/** The redirects that the host accepts: the first ones, up to its limit. */
export function redirectsWithin<T>({ limits }: Pick<Host, 'limits'>, redirects: readonly T[]): readonly T[] {
  return redirects.slice(0, limits.redirects);
}

/**
 * The limits of its host that a site exceeds: problem and fix, in Chinese.
 * @param copies sizes of the compressed copies beside the files, which the host counts too
 */
export function exceededLimits(
  { label, limits }: Pick<Host, 'label' | 'limits'>,
  { files, redirects }: Pick<Manifest, 'files' | 'redirects'>,
  copies: readonly number[] = [],
): [problem: string, fix: string][] {
  const { files: maxFiles = Infinity, bytes: maxBytes = Infinity, fileBytes = Infinity } = limits;
  const { redirects: maxRedirects = Infinity } = limits;
  const sizes = Object.entries(files);
  const count = sizes.length + copies.length;
  const bytes = [...sizes.map(([, file]) => file.bytes), ...copies].reduce((sum, each) => sum + each, 0);
  const found: [problem: string, fix: string][] = [];
  const move = '换一家，或用自己的服务器（nginx、Caddy）';
  const megabytes = (size: number) => `${Math.ceil(size / MIB)} MB`;
  if (count > maxFiles) found.push([`${label} 最多 ${maxFiles} 个文件，这个网站有 ${count} 个`, move]);
  if (bytes > maxBytes)
    found.push([`${label} 最多 ${megabytes(maxBytes)}，这个网站有 ${megabytes(bytes)}`, move]);
  for (const [name, file] of sizes)
    if (file.bytes > fileBytes)
      found.push([`${label} 一个文件最多 ${megabytes(fileBytes)}，${name} 更大`, '把它缩小，或换一家']);
  if (redirects.length > maxRedirects)
    found.push([
      `${label} 最多 ${maxRedirects} 条转向，这个网站有 ${redirects.length} 条`,
      '不用管：其余的由转向的网页代劳',
    ]);
  return found;
}
