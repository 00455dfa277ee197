import type { Element, Root } from 'hast';
import type { Archive } from '#core/archive.ts';
import { type Article, type Category, type Issue, isPublic, type Picture } from '#core/content.ts';
import { monthLabel, numberLabel, serialLabel } from '#core/issue-label.ts';
import type { Site } from '#core/schema/site.ts';
import type { Urls } from '#core/url.ts';
import { readArticlePage } from './article-page.ts';

/** An issue as all editions print it. */
export interface IssueDocument {
  site: Site;
  issue: Issue;
  /** `2022年9月号`. */
  label: string;
  /** `第1期　总第1期`; empty if a special issue has no number. */
  number: string;
  /** Absolute address of the issue's page; absent if the site has no public address. */
  url?: string;
  /** The articles by column (栏目), in printed order. */
  columns: { category: Category; articles: ArticleDocument[] }[];
}

/** Someone or something in the line below a title: a person, an interviewee, a source. */
export interface BylinePart {
  /** `记者`, `受访人`, `来源`; absent for authors. */
  role?: string;
  text: string;
  url?: string;
}

/** An article as its web page shows it. */
export interface ArticleDocument {
  article: Article;
  /** Absolute address of its page; absent if the site has no public address. */
  url?: string;
  kicker?: string;
  title: string;
  /** With its dash: `——从审批时限看园区成色`. */
  subtitle?: string;
  byline: BylinePart[];
  /** `2022年9月28日`. */
  date: string;
  /** Lines below the byline, each a `p`: corrections, 地名已隐去, note on the date, reprint. */
  notes: Element[];
  /** The picture above the text, a `figure`. */
  cover?: Element;
  /** The text; see `semantic-tree.ts` for the elements that occur. */
  body: Root;
  /** Below the text. */
  corrections: { date: string; text: string }[];
  /** What stands below the article: 责任编辑, 审校, 权利. Lists that only lead to other pages are left out. */
  facts: { label: string; text: string }[];
  /** The pictures of cover and body, by their `data-picture`. */
  pictures: ReadonlyMap<string, Picture>;
}

export interface DocumentSource {
  archive: Archive;
  urls: Urls;
  /** The finished HTML of an article's page. */
  pageOf(article: Article): Promise<string>;
}

/**
 * Reads an issue off the finished pages of its articles, so that editions print what was checked and published, and
 * `.md` and `.mdx` are alike. Articles that are not public never appear.
 * @throws EditionError if a page contains what editions do not know
 */
export async function issueDocument(issue: Issue, source: DocumentSource): Promise<IssueDocument> {
  const { archive, urls } = source;
  const columns = await Promise.all(
    archive.articlesByCategory(issue).map(async ({ category, articles }) => ({
      category,
      articles: await Promise.all(
        articles
          .filter((article) => isPublic(article, issue))
          .map(async (article) => readArticlePage(await source.pageOf(article), article, urls)),
      ),
    })),
  );
  return {
    site: archive.content.site,
    issue,
    label: monthLabel(issue),
    number: [numberLabel(issue), serialLabel(issue)].filter(Boolean).join('　'),
    ...(urls.isPublic && { url: urls.absolute(urls.issue(issue.id)) }),
    columns: columns.filter(({ articles }) => articles.length > 0),
  };
}

/** All articles of an issue, in printed order. */
export function articlesOf({ columns }: IssueDocument): ArticleDocument[] {
  return columns.flatMap(({ articles }) => articles);
}
