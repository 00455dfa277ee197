import { ADDRESS } from '#core/address-list.ts';
import type { Issue } from '#core/content.ts';
import { RESERVED_SLUGS } from '#core/slug.ts';
import { RESERVED_FOLDERS } from '#core/url.ts';
import type { PageDraft } from './cross-article-checks.ts';
import type { ArticleDraft } from './article-reader.ts';
import type { ContentFolder } from './content-folder-fs.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** An article, issue or page with its former addresses. */
export interface Moved {
  /** As an editor knows it: `2022-09/a`, `2022-09`, `about.md`. */
  name: string;
  aliases: readonly string[];
  /** The article's own address: it may be among the former ones, since the first of these identifies the article. */
  own?: string;
  collector: DiagnosticCollector;
}

/** Everything that may have former addresses. */
export function moved(
  folder: ContentFolder,
  drafts: readonly ArticleDraft[],
  issues: readonly Issue[],
  pages: readonly PageDraft[],
): Moved[] {
  return [
    ...drafts.map(({ article: { id, aliases }, collector }) => ({
      name: id,
      aliases,
      own: `/issues/${id}/`,
      collector,
    })),
    ...issues.flatMap(({ id, aliases }) =>
      aliases ? { name: id, aliases, collector: folder.collectorOf(`issues/${id}/issue.yaml`) } : [],
    ),
    ...pages.flatMap(({ page: { id, aliases }, collector }) =>
      aliases ? { name: `pages/${id}.md`, aliases, collector } : [],
    ),
  ];
}

/**
 * Checks the former addresses of articles, issues and pages.
 * @param addresses every address that the built bulletin will have
 * @returns the valid ones, which become redirects
 */
export function checkOldAddresses(moved: readonly Moved[], addresses: ReadonlySet<string>): Set<string> {
  const owners = new Map<string, string>();
  for (const { name, aliases, own, collector } of moved) {
    for (const [index, alias] of aliases.entries()) {
      if (alias === own) continue;
      const problem = problemOf(alias, addresses, owners.get(alias));
      if (problem) collector.at(['aliases', index], 'alias', ...problem);
      else owners.set(alias, name);
    }
  }
  return new Set(owners.keys());
}

function problemOf(
  alias: string,
  addresses: ReadonlySet<string>,
  owner: string | undefined,
): [problem: string, fix: string] | undefined {
  if (!ADDRESS.test(alias)) {
    const fix = '以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/';
    return [`旧址“${alias}”的写法不对`, fix];
  }
  const parts = alias.split('/').slice(1, -1);
  const [first = ''] = parts;
  const isReserved = first === 'issues' ? RESERVED_SLUGS.has(parts[2] ?? '') : RESERVED_FOLDERS.has(first);
  if (addresses.has(alias) || isReserved) {
    return [`旧址“${alias}”是本站已有的地址`, '旧址不能和本站的页面相同'];
  }
  const file = parts.findIndex((part, index) => part.includes('.') && mayBeFile(parts, index, addresses));
  if (file >= 0) {
    const fix = '旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址';
    return [`旧址“${alias}”里的“/${parts.slice(0, file + 1).join('/')}”是本站文件的地址`, fix];
  }
  return owner === undefined ? undefined : [`旧址“${alias}”已给了 ${owner}`, '一个旧址只能转到一页'];
}

/**
 * Whether the build may write a file at that place. Besides pages, which are all `index.html`, it writes
 * files with a dot in their names: `/favicon.svg`, `/issues/2022-09/issue.json`.
 */
function mayBeFile(parts: string[], index: number, addresses: ReadonlySet<string>): boolean {
  // `/corrections/feed.xml` exists without a page `/corrections/`.
  if (index === 0 || parts[0] === 'corrections' || parts[index] === 'index.html') return true;
  return parts.slice(0, index).some((_, at) => addresses.has(`/${parts.slice(0, at + 1).join('/')}/`));
}
