import type { Article } from '#core/content.ts';
import type { Finding } from '#core/diagnostic.ts';
import { decodeAddress } from '#core/text/decode-address.ts';
import { articleOfLink } from '../markdown/link-target.ts';

/** The possible targets of links. */
export interface LinkTargets {
  /** Whether the built bulletin has an address. */
  has(address: string): boolean;
  /** Addresses of issues and years that are not published yet. */
  unpublished: ReadonlySet<string>;
  article(id: string): (Pick<Article, 'public' | 'status' | 'title'> & LinkedArticle) | undefined;
  /** Ids of the headings of a fixed page. */
  pageAnchors(id: string): readonly string[] | undefined;
}

interface LinkedArticle {
  /** Undefined if its body was not read. */
  anchors?: string[] | undefined;
  /** The notice that replaces it once it is withdrawn. */
  notice?: object | undefined;
}

type LinkFinding = Pick<Finding, 'problem' | 'fix'> & Partial<Pick<Finding, 'rule' | 'severity'>>;

/**
 * Checks a link inside the bulletin; `inspect()` checks links to other sites and to the article's own
 * headings.
 * @param file path of the file that contains the link
 * @param isPublic whether that file is published
 */
export function linkFinding(
  url: string,
  file: string,
  isPublic: boolean,
  targets: LinkTargets,
): LinkFinding | undefined {
  if (url.startsWith('#') || /^[a-z][a-z0-9+.-]*:/iu.test(url)) return undefined;
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/su.exec(url) ?? [];
  const linked = articleOfLink(path, file);
  const target = linked === undefined ? path : `/issues/${linked}/`;
  if (!/^\/(?!\/)/u.test(target) || !targets.has(target)) return missing(url, path);
  if (query !== '' && target !== '/search/') {
    return { problem: `站内链接“${url}”带着 ?`, fix: '删去 ? 和它后面的字' };
  }
  if (isPublic && targets.unpublished.has(target)) {
    return { problem: `链接的“${url}”还没有发布`, fix: '等那一期出刊以后再加链接，或删去链接' };
  }
  const article = targets.article(/^\/issues\/([^/]+\/[^/]+)\/$/u.exec(target)?.[1] ?? '');
  if (isPublic && article?.notice) {
    const problem = `链接的稿件“${url}”已撤稿，读者点开是撤稿说明`;
    const fix = '删去链接，或改成别的稿件；要留着，不改也行';
    return { rule: 'link-withdrawn', severity: 'warning', problem, fix };
  }
  if (isPublic && article?.public === false) {
    return article.status === 'withdrawn'
      ? { problem: `链接的稿件“${url}”已经撤稿`, fix: '删去链接' }
      : { problem: `链接的稿件“${url}”还没有发布`, fix: '等那一篇发布以后再加链接，或删去链接' };
  }
  return anchorFinding(decodeAddress(hash), target, article, targets);
}

function missing(url: string, path: string): LinkFinding {
  const problem = `链接的“${url}”不存在`;
  const page = /(?:^|\/)pages\/([^/]+)\.mdx?$/u.exec(path)?.[1];
  if (page !== undefined) return { problem, fix: `页面不写文件名，写地址：/${page}/` };
  return { problem, fix: '核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样' };
}

function anchorFinding(
  anchor: string,
  target: string,
  article: ReturnType<LinkTargets['article']>,
  targets: LinkTargets,
): LinkFinding | undefined {
  if (anchor === '') return undefined;
  if (article) {
    if (article.anchors?.includes(anchor) !== false) return undefined;
    const fix = '# 后面写那一篇的小标题，去掉标点和空格；或删去 # 和它后面的字';
    return { problem: `“${article.title}”里没有“#${anchor}”这个小标题`, fix };
  }
  if (
    /^\/issues\/[^/]+\/[^/]+\/$/u.test(target) ||
    targets.pageAnchors(target.slice(1, -1))?.includes(anchor)
  ) {
    return undefined;
  }
  return { problem: `“${target}”这一页没有“#${anchor}”这个小标题`, fix: '删去 # 和它后面的字' };
}
