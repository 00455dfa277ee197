import type { Article, Issue } from '#core/content.ts';
import { articleOfLink } from '../markdown/link-target.ts';
import type { ArticleDraft } from './articles.ts';
import type { Scribe } from './scribe.ts';

/** Addresses that pages of the bulletin have already. */
const TAKEN =
  /^\/(?:issues|categories|parks|regions|series|topics|industries|search|data|pictures|fonts|pagefind|admin|_astro)\//u;

/** What can be seen only when all articles are read: leads, links between articles, old addresses. */
export function checkAcross(drafts: ArticleDraft[]): void {
  const ids = new Set(drafts.map(({ article }) => article.id));
  const leads = new Map<string, Article>();
  const aliases = new Map<string, Article>();
  for (const { article, scribe, links } of drafts) {
    const lead = leads.get(article.issue);
    if (article.lead && lead) {
      scribe.at(
        ['lead'],
        'two-leads',
        `本期已有头条：${lead.slug}.${lead.format}`,
        '一期只留一篇头条，删去这里的 lead 一行',
      );
    } else if (article.lead) leads.set(article.issue, article);

    article.related.forEach((id, index) => {
      if (!ids.has(id))
        scribe.at(
          ['related', index],
          'related',
          `没有“${id}”这篇稿件`,
          '写成“期/文件名”，例如 2022-09/some-article',
        );
    });
    for (const [index, alias] of article.aliases.entries())
      checkAlias(alias, index, article, scribe, aliases);
    for (const { url, line } of links) {
      const target = articleOfLink(url.split('#')[0] ?? '', article.file);
      if (target && !ids.has(target)) {
        scribe.add([
          {
            rule: 'link',
            line,
            column: 1,
            problem: `链接的稿件“${url}”不存在`,
            fix: '核对期号和文件名，例如 ../2022-10/some-article.md',
          },
        ]);
      }
    }
  }
}

function checkAlias(
  alias: string,
  index: number,
  article: Article,
  scribe: Scribe,
  seen: Map<string, Article>,
): void {
  const other = seen.get(alias);
  if (!/^\/(?:[a-z0-9_.-]+\/)+$/u.test(alias)) {
    scribe.at(
      ['aliases', index],
      'alias',
      `旧址“${alias}”的写法不对`,
      '以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/',
    );
  } else if (TAKEN.test(alias) && !alias.startsWith('/issues/')) {
    scribe.at(['aliases', index], 'alias', `旧址“${alias}”是本站已有的地址`, '旧址不能和本站的页面相同');
  } else if (other) {
    scribe.at(['aliases', index], 'alias', `旧址“${alias}”已给了 ${other.id}`, '一个旧址只能转到一篇稿件');
  } else seen.set(alias, article);
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
