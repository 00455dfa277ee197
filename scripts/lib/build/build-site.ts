import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lostAddresses } from '../../../src/check/index.ts';
import { ADDRESS_LIST } from '../../../src/core/address-list.ts';
import { createArchive } from '../../../src/core/archive.ts';
import { publishedContent } from '../../../src/core/content.ts';
import { redirectsOf } from '../../../src/core/published-addresses.ts';
import { createUrls } from '../../../src/core/url.ts';
import { exceededLimits, HOSTS, type HostName } from '../../../src/hosting/hosts.ts';
import { getContent, getLaterAddresses } from '../../../src/loader/build-context.ts';
import { ContentError } from '../../../src/loader/content-error.ts';
import { readSiteAddress } from '../../../src/loader/site-address-fs.ts';
import { historyReminder } from '../addresses/address-reminders.ts';
import { formerArticles } from '../former-articles-git.ts';
import { type PreparedSite, prepareForHost } from '../hosting/prepare-for-host.ts';
import { DRAFTS_FILE } from '../publish/output-folder.ts';
import { publishSite } from '../publish/publish-site.ts';
import { openBuildCache } from './build-cache.ts';
import { enforceBudgets } from './site-budgets.ts';

export interface SiteBuild {
  /** The content folder. */
  content: string;
  /** As the user wrote it. */
  outDir: string;
  /** The last day whose issues are published; all if undefined. */
  asOf: string | undefined;
  /** Whether the site shows drafts; it is not for the public then. */
  drafts?: boolean;
  /** The host that the site is made for, if one was named. */
  host?: HostName | undefined;
  /** Folder that the server will read; the output folder if undefined. */
  root?: string | undefined;
  say(line: string): void;
}

/**
 * Builds the site and puts it into the output folder.
 * @returns the output folder, and what was made for the host
 * @throws whatever `reportFailure` explains; then the last site is unchanged
 */
export async function buildSite(options: SiteBuild): Promise<{ folder: string; prepared?: PreparedSite }> {
  const { content, outDir, asOf, say } = options;
  // Loaded only here, so that help and errors of commands come at once.
  const { renderSite } = await import('./render-site.ts');
  let prepared: PreparedSite | undefined;
  const folder = await publishSite({ outDir, content, say }, async (unfinished) => {
    const asked = formerArticles(content, asOf);
    // Its own cache: each build drops from the cache what it did not use.
    const cache = openBuildCache(options.drafts ? path.join(content, '.drafts') : content, say);
    try {
      await renderSite(unfinished, cache.folder, say);
      if (options.drafts) await markDrafts(unfinished);
      enforceBudgets(unfinished);
      await keepAddresses(unfinished, await asked, options);
      prepared = await forHost(unfinished, path.join(cache.folder, 'compressed'), options);
    } finally {
      cache.close();
    }
  });
  return { folder, ...(prepared && { prepared }) };
}

/** Keeps a site with drafts from search engines, and from `upload`. */
async function markDrafts(site: string): Promise<void> {
  await writeFile(path.join(site, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  await writeFile(path.join(site, DRAFTS_FILE), '');
}

/** Refuses a site in which an address of the history is lost. */
async function keepAddresses(
  site: string,
  { former, lacks }: Awaited<ReturnType<typeof formerArticles>>,
  { content, say }: SiteBuild,
): Promise<void> {
  const later = getLaterAddresses();
  const isKept = (address: string) =>
    existsSync(path.join(site, address, 'index.html')) || later.has(address);
  const lost = lostAddresses(former, isKept);
  if (lost.length > 0) throw new ContentError(lost);
  const reminder = historyReminder(existsSync(path.join(content, ADDRESS_LIST)), lacks);
  if (reminder) say(`提醒：${reminder[0]}。改法：${reminder[1]}`);
}

/** Adds what the host needs, and says which of its limits the site exceeds. */
async function forHost(
  site: string,
  cache: string,
  { content, outDir, host, root, say }: SiteBuild,
): Promise<PreparedSite | undefined> {
  const read = getContent();
  if (host === undefined || read === undefined) return undefined;
  const base = readSiteAddress(path.resolve(content))?.base ?? '/';
  const urls = createUrls(base);
  const redirects = redirectsOf(createArchive(publishedContent(read))).map(({ from, to }) => ({
    from: urls.internal(from),
    to: urls.internal(to),
  }));
  const prepared = await prepareForHost(site, {
    host,
    base,
    root: path.resolve(root ?? outDir),
    redirects,
    cache,
  });
  for (const [problem, fix] of exceededLimits(HOSTS[host], prepared.manifest, prepared.copies))
    say(`提醒：${problem}。改法：${fix}`);
  return prepared;
}
