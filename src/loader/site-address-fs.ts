import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSiteAddress, type SiteAddress } from '#core/site-address.ts';
import { asRead } from '#core/text/edit.ts';
import { ifRefused } from '#core/system-error.ts';
import { parseYaml, record } from '#core/yaml-source.ts';

/** The bulletin's settings, in its content folder. */
const FILE = 'site.yaml';

/**
 * The content folder of this run.
 * @param root the bulletin's folder
 */
export function contentFolder(root = process.cwd()): string {
  return path.resolve(root, process.env.BULLETIN_CONTENT ?? 'content');
}

/** Whether this build shows drafts (`build --drafts`). */
export function showsDrafts(): boolean {
  return process.env.BULLETIN_DRAFTS === 'on';
}

/**
 * The public address: the environment variable `SITE_URL`, else `url` in `site.yaml`. Read before the content,
 * because Astro's configuration needs the base path. A wrong value counts as none here; reading the content
 * reports it. A site with drafts has none, and so no feeds, no sitemap and no canonical addresses.
 * @param content the content folder
 */
export function readSiteAddress(content: string): SiteAddress | undefined {
  if (showsDrafts()) return undefined;
  return siteAddress(process.env.SITE_URL ? undefined : parseYaml(textOf(path.join(content, FILE))).data);
}

/**
 * The same from settings that have been read.
 * @param data `site.yaml`, parsed; it may be invalid
 */
export function siteAddress(data: unknown): SiteAddress | undefined {
  const written = process.env.SITE_URL || record(data).url;
  return typeof written === 'string' ? parseSiteAddress(written) : undefined;
}

function textOf(file: string): string {
  try {
    return asRead(readFileSync(file, 'utf8'));
  } catch (error) {
    return ifRefused('')(error);
  }
}
