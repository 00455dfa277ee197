import type { Article, Issue, Page } from '#core/content.ts';
import type { Site } from '#core/schema/site.ts';
import type { ArticleDraft } from './article-reader.ts';
import type { BodyLink } from '../markdown/inspect.ts';
import { linkFinding, type LinkTargets } from './link-finding.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';

/** A fixed page (关于 …), with the data for the checks that need all content. */
export interface PageDraft {
  page: Page;
  collector: DiagnosticCollector;
  links: BodyLink[];
  anchors: string[];
}

interface Bulletin {
  /** Every address that the built bulletin will have. */
  addresses: ReadonlySet<string>;
  /** Those of them that are not published yet. */
  unpublished: ReadonlySet<string>;
  /** Addresses that redirect to one of these. */
  old: ReadonlySet<string>;
  site: Pick<Site, 'menu' | 'footer'> | undefined;
  siteCollector: DiagnosticCollector;
}

/** Checks that need all articles: one lead an issue, related articles, links. */
export function checkAcrossArticles(
  drafts: ArticleDraft[],
  pages: PageDraft[],
  { addresses, unpublished, old, site, siteCollector }: Bulletin,
): void {
  const byId = new Map(
    drafts.map(({ article, anchors, notice }) => [article.id, { ...article, anchors, notice }]),
  );
  checkLeads(drafts);
  for (const draft of drafts) checkRelated(draft, addresses, (id) => byId.get(id)?.notice !== undefined);
  const pageAnchors = new Map(pages.map(({ page, anchors }) => [page.id, anchors]));
  const targets: LinkTargets = {
    has: (address) => addresses.has(address) || old.has(address),
    unpublished,
    article: (id) => byId.get(id),
    pageAnchors: (id) => pageAnchors.get(id),
  };
  for (const { article, collector, links } of drafts)
    checkLinks(links, article.file, article.public, collector);
  for (const { page, collector, links } of pages) checkLinks(links, page.file, true, collector);
  for (const field of ['menu', 'footer'] as const) {
    const links = (site?.[field] ?? []).map(({ url }, index) => {
      const { line = 1 } = siteCollector.source?.place([field, index, 'url']) ?? {};
      return { url, line };
    });
    checkLinks(links, siteCollector.file, true, siteCollector);
  }

  function checkLinks(
    links: BodyLink[],
    file: string,
    isPublic: boolean,
    collector: DiagnosticCollector,
  ): void {
    for (const { url, line } of links) {
      const finding = linkFinding(url, file, isPublic, targets);
      if (finding) collector.add([{ rule: 'link', line, column: 1, ...finding }]);
    }
  }
}

/** Checks that an issue has one lead at most. */
function checkLeads(drafts: readonly ArticleDraft[]): void {
  const leads = new Map<string, Article>();
  for (const { article, collector, notice } of drafts) {
    if (!article.lead || notice) continue;
    const lead = leads.get(article.issue);
    if (lead) {
      const problem = `本期已有头条：${lead.slug}.${lead.format}`;
      collector.at(['lead'], 'two-leads', problem, '一期只留一篇头条，删去这里的 lead 一行');
    } else leads.set(article.issue, article);
  }
}

/** Checks that an article's related articles exist, and warns about withdrawn ones. */
function checkRelated(
  { article, collector }: ArticleDraft,
  addresses: ReadonlySet<string>,
  isWithdrawn: (id: string) => boolean,
): void {
  article.related.forEach((id, index) => {
    if (article.public && isWithdrawn(id)) {
      const place = collector.source?.place(['related', index]);
      const problem = `相关稿件“${id}”已撤稿，不再显示`;
      collector.add([{ rule: 'link-withdrawn', severity: 'warning', ...place, problem, fix: '删去这一项' }]);
    }
    if (addresses.has(`/issues/${id}/`)) return;
    collector.at(
      ['related', index],
      'related',
      `没有“${id}”这篇稿件`,
      '写成“期/文件名”，例如 2022-09/some-article',
    );
  });
}

const FIX = '稿件写 status: ready 和 rights: own，所在期的 issue.yaml 写 status: published';

/**
 * The problem of a bulletin without a single public article: counts what keeps the articles back.
 * @param day the day of `--as-of`
 */
export function nothingToPublish(
  issues: Issue[],
  articles: Article[],
  day: string | undefined,
): { problem: string; fix: string } | undefined {
  if (articles.some((article) => article.public)) return undefined;
  const drafts = articles.filter(({ status }) => status !== 'ready').length;
  const unknown = articles.filter(({ rights }) => rights === 'unknown').length;
  const draftIssues = issues.filter(({ status }) => status === 'draft').length;
  const counts = `${issues.length} 期、${articles.length} 篇稿件，其中 ${draftIssues} 期还在编辑，${drafts} 篇不是 ready，${unknown} 篇权利未明`;
  return {
    problem: `${day === undefined ? '' : `到 ${day} 为止`}没有一篇可以发布的稿件（读到 ${counts}）`,
    fix: day === undefined ? FIX : `${FIX}；或把 --as-of 的日期改到第一期出刊以后`,
  };
}
