import type { Article, Issue, Page } from '#core/content.ts';
import { articleOfLink, fileOfAddress } from '../markdown/link-target.ts';
import type { ArticleDraft } from './articles.ts';
import type { BodyLink } from '../markdown/inspect.ts';
import type { Scribe } from './scribe.ts';

/** A page (关于 …) with what can be checked only when all is read. */
export interface PageDraft {
  page: Page;
  scribe: Scribe;
  links: BodyLink[];
}

/**
 * What can be seen only when all articles are read: leads and links.
 * @param addresses every address that the built bulletin will have
 * @param old addresses that lead on to one of these
 */
export function checkAcross(
  drafts: ArticleDraft[],
  pages: PageDraft[],
  addresses: ReadonlySet<string>,
  old: ReadonlySet<string>,
): void {
  const byId = new Map(
    drafts.map(({ article, anchors, notice }) => [article.id, { ...article, anchors, notice }]),
  );
  const leads = new Map<string, Article>();
  for (const { article, scribe, links } of drafts) {
    const lead = leads.get(article.issue);
    if (article.lead && lead) {
      const problem = `本期已有头条：${lead.slug}.${lead.format}`;
      scribe.at(['lead'], 'two-leads', problem, '一期只留一篇头条，删去这里的 lead 一行');
    } else if (article.lead) leads.set(article.issue, article);
    article.related.forEach((id, index) => {
      if (article.public && byId.get(id)?.notice) {
        const place = scribe.source?.place(['related', index]);
        const problem = `相关稿件“${id}”已撤稿，不再显示`;
        scribe.add([{ rule: 'link-withdrawn', severity: 'warning', ...place, problem, fix: '删去这一项' }]);
      }
      if (addresses.has(`/issues/${id}/`)) return;
      scribe.at(
        ['related', index],
        'related',
        `没有“${id}”这篇稿件`,
        '写成“期/文件名”，例如 2022-09/some-article',
      );
    });
    checkLinks(links, article.file, article.public, scribe);
  }
  for (const { page, scribe, links } of pages) checkLinks(links, page.file, true, scribe);

  function checkLinks(links: BodyLink[], file: string, isPublic: boolean, scribe: Scribe): void {
    for (const { url, line } of links) {
      const [path = ''] = url.split(/[#?]/u);
      const anchor = fileOfAddress(/#(.+)$/u.exec(url)?.[1] ?? '');
      const linked = articleOfLink(path, file);
      const target = linked === undefined ? path : `/issues/${linked}/`;
      const article = /^\/issues\/([^/]+\/[^/]+)\/$/u.exec(target)?.[1];
      const internal = /^\/(?!\/)/u.test(target);
      if (internal && !addresses.has(target) && !old.has(target) && !GENERATED.test(target)) {
        const fix = '核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样';
        scribe.add([{ rule: 'link', line, column: 1, problem: `链接的“${url}”不存在`, fix }]);
        continue;
      }
      const linkedTo = article === undefined ? undefined : byId.get(article);
      if (isPublic && linkedTo?.notice) {
        const problem = `链接的稿件“${url}”已撤稿，读者点开是撤稿说明`;
        const fix = '删去链接，或改成别的稿件；要留着，不改也行';
        scribe.add([{ rule: 'link-withdrawn', severity: 'warning', line, column: 1, problem, fix }]);
      } else if (isPublic && linkedTo?.public === false) {
        const fix = '等那一篇发布以后再加链接，或删去链接';
        scribe.add([{ rule: 'link', line, column: 1, problem: `链接的稿件“${url}”还没有发布`, fix }]);
      } else if (anchor !== '' && linkedTo?.anchors?.includes(anchor) === false) {
        const fix = '# 后面写那一篇的小标题，去掉标点和空格；或删去 # 和它后面的字';
        scribe.add([
          { rule: 'link', line, column: 1, problem: `“${linkedTo.title}”里没有“#${anchor}”这个小标题`, fix },
        ]);
      }
    }
  }
}

/** Pages that follow from others: the later pages of a list. */
const GENERATED = /^\/(?:categories|parks|regions|series|topics|industries)\/[^/]+\/\d+\/$/u;

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
