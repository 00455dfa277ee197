import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Archive, createArchive } from '../../../src/core/archive.ts';
import { ISSUE_FOLDER } from '../../../src/core/issue-folder.ts';
import { createUrls, type Urls } from '../../../src/core/url.ts';
import { type IssueDocument, issueDocument } from '../../../src/editions/index.ts';
import { getContent } from '../../../src/loader/build-context.ts';
import { contentFolder, readSiteAddress } from '../../../src/loader/site-address-fs.ts';
import { openBuildCache } from '../build/build-cache.ts';
import { CommandError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { inStagingFolder } from '../publish/publish-site.ts';

/** An issue on the site that was built a moment ago. */
export interface BuiltIssue {
  document: IssueDocument;
  /** What is published. */
  archive: Archive;
  urls: Urls;
  /** Folder of the site; it is removed afterwards. */
  site: string;
}

/**
 * Builds the site into a temporary folder and passes one of its issues to `use`. Kits and archive copies therefore
 * pass the same checks as the site, and contain only what its pages show.
 * @param id the issue's folder, `2022-09`
 * @param content the content folder
 * @throws CommandError if there is no such issue, or it is not published
 */
export async function withBuiltIssue<T>(
  { id, content, say }: { id: string; content: string; say(line: string): void },
  use: (issue: BuiltIssue) => Promise<T>,
): Promise<T> {
  requireIssue(id, content);
  process.env.BULLETIN_CONTENT = content;
  delete process.env.BULLETIN_AS_OF;
  // Loaded only here, so that help and errors come at once.
  const { renderSite } = await import('../build/render-site.ts');
  return inStagingFolder(say, async (site) => {
    const cache = openBuildCache(content, say);
    try {
      await renderSite(site, cache.folder, say);
    } finally {
      cache.close();
    }
    const published = getContent();
    if (!published) throw new Error('The build has read no content');
    const archive = createArchive(published);
    const issue = archive.issue(id);
    if (!issue) {
      throw new CommandError(
        `${id} 还没有出刊`,
        `在 ${displayPath(content, 'issues', id, 'issue.yaml')} 里写 status: published`,
      );
    }
    const { origin = '', base = '/' } = readSiteAddress(contentFolder(process.cwd())) ?? {};
    const urls = createUrls(base, origin);
    const pageOf = (article: { id: string }) =>
      readFile(path.join(site, 'issues', article.id, 'index.html'), 'utf8');
    return use({ document: await issueDocument(issue, { archive, urls, pageOf }), archive, urls, site });
  });
}

/** Checks, before anything is built, that the content has an issue. */
function requireIssue(id: string, content: string): void {
  if (ISSUE_FOLDER.test(id) && existsSync(path.join(content, 'issues', id, 'issue.yaml'))) return;
  const folder = path.join(content, 'issues');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => ISSUE_FOLDER.test(name)) : [];
  const newest = names.toSorted().reverse().slice(0, 5);
  throw new CommandError(
    `没有“${id}”这一期`,
    newest.length > 0
      ? `写期的文件夹名，例如 ${newest.join('、')}`
      : `${displayPath(folder)} 里一期也没有：用 --content 写对文件夹`,
  );
}
