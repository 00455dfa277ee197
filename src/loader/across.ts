import type { Article, Issue, Page } from '#core/content.ts';
import { OWN_FOLDERS } from '#core/url.ts';
import type { ArticleDraft } from './articles.ts';
import type { BodyLink } from '../markdown/inspect.ts';
import { linkFault, type LinkTargets } from './link-fault.ts';
import type { Scribe } from './scribe.ts';

/** A page (关于 …) with what can be checked only when all is read. */
export interface PageDraft {
  page: Page;
  scribe: Scribe;
  links: BodyLink[];
  anchors: string[];
}

/**
 * What can be seen only when all articles are read: leads, links, old addresses.
 * @param addresses every address that the built bulletin will have
 * @param closed those of them that readers do not see yet
 */
export function checkAcross(
  drafts: ArticleDraft[],
  pages: PageDraft[],
  addresses: Set<string>,
  closed: ReadonlySet<string>,
): void {
  const byId = new Map(drafts.map(({ article, anchors }) => [article.id, { ...article, anchors }]));
  const leads = new Map<string, Article>();
  const aliases = new Map<string, Article>();
  for (const { article, scribe } of drafts) {
    const lead = leads.get(article.issue);
    if (article.lead && lead) {
      const problem = `本期已有头条：${lead.slug}.${lead.format}`;
      scribe.at(['lead'], 'two-leads', problem, '一期只留一篇头条，删去这里的 lead 一行');
    } else if (article.lead) leads.set(article.issue, article);
    article.related.forEach((id, index) => {
      if (addresses.has(`/issues/${id}/`)) return;
      scribe.at(
        ['related', index],
        'related',
        `没有“${id}”这篇稿件`,
        '写成“期/文件名”，例如 2022-09/some-article',
      );
    });
    for (const [index, alias] of article.aliases.entries()) {
      const problem = aliasProblem(alias, addresses, aliases.get(alias));
      if (problem) scribe.at(['aliases', index], 'alias', ...problem);
      else aliases.set(alias, article);
    }
  }
  const pageAnchors = new Map(pages.map(({ page, anchors }) => [page.id, anchors]));
  const targets: LinkTargets = {
    has: (address) => addresses.has(address) || aliases.has(address),
    closed,
    article: (id) => byId.get(id),
    pageAnchors: (id) => pageAnchors.get(id),
  };
  for (const { article, scribe, links } of drafts) checkLinks(links, article.file, article.public, scribe);
  for (const { page, scribe, links } of pages) checkLinks(links, page.file, true, scribe);

  function checkLinks(links: BodyLink[], file: string, isPublic: boolean, scribe: Scribe): void {
    for (const { url, line } of links) {
      const fault = linkFault(url, file, isPublic, targets);
      if (fault) scribe.add([{ rule: 'link', line, column: 1, ...fault }]);
    }
  }
}

function aliasProblem(
  alias: string,
  addresses: Set<string>,
  other: Article | undefined,
): [problem: string, fix: string] | undefined {
  if (!/^\/(?:[a-z0-9_-][a-z0-9_.-]*\/)+$/u.test(alias)) {
    const fix = '以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/';
    return [`旧址“${alias}”的写法不对`, fix];
  }
  const [, first = ''] = alias.split('/');
  const taken =
    addresses.has(alias) || OWN_FOLDERS.has(first) || (first.includes('.') && alias === `/${first}/`);
  if (taken) return [`旧址“${alias}”是本站已有的地址`, '旧址不能和本站的页面相同'];
  return other && [`旧址“${alias}”已给了 ${other.id}`, '一个旧址只能转到一篇稿件'];
}

/** A bulletin without anything to read is no bulletin: says which of the conditions is not met. */
export function nothingToPublish(
  issues: Issue[],
  articles: Article[],
): { problem: string; fix: string } | undefined {
  if (articles.some((article) => article.public)) return undefined;
  const drafts = articles.filter(({ status }) => status !== 'ready').length;
  const unknown = articles.filter(({ rights }) => rights === 'unknown').length;
  const closed = issues.filter(({ status }) => status === 'draft').length;
  const counts = `${issues.length} 期、${articles.length} 篇稿件，其中 ${closed} 期还在编辑，${drafts} 篇不是 ready，${unknown} 篇权利未明`;
  return {
    problem: `没有一篇可以发布的稿件（读到 ${counts}）`,
    fix: '稿件写 status: ready 和 rights: own，所在期的 issue.yaml 写 status: published',
  };
}
