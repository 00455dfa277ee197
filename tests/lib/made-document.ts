import { fromHtml } from 'hast-util-from-html';
import type { Article, CaptionedPicture, Category, Issue } from '../../src/core/content.ts';
import type { Site } from '../../src/core/schema/site.ts';
import { createUrls } from '../../src/core/url.ts';
import { plainText, type ArticleDocument, type IssueDocument } from '../../src/editions/index.ts';
import { semanticTree } from '../../src/editions/semantic-tree.ts';
import { createBodyRenderer } from '../../src/markdown/render.ts';

const urls = createUrls('/', 'https://daokan.example');
const render = createBodyRenderer(urls);

export interface MadeArticle extends Partial<Pick<ArticleDocument, 'kicker' | 'subtitle' | 'byline'>> {
  slug: string;
  title: string;
  /** Markdown. */
  body: string;
  category?: string;
  lead?: boolean;
  pictures?: Record<string, CaptionedPicture>;
  corrections?: ArticleDocument['corrections'];
}

/** An issue of made articles, in their order, with one column for each run of a category. */
export async function madeIssue(articles: readonly MadeArticle[]): Promise<IssueDocument> {
  const columns: IssueDocument['columns'] = [];
  for (const made of articles) {
    const name = made.category ?? '要闻';
    if (columns.at(-1)?.category.name !== name)
      columns.push({ category: { id: name, name, aliases: [], order: 1 } as Category, articles: [] });
    columns.at(-1)?.articles.push(await madeArticle(made));
  }
  return {
    site: {
      title: '某某导刊',
      subtitle: '每月一期',
      description: '一份示例刊',
      publisher: '本刊编辑部',
      sponsor: '某某报社',
      records: { cn: 'CN 00-0000', icp: '某ICP备00000000号' },
    } as unknown as Site,
    issue: {
      id: '2022-09',
      year: 2022,
      months: [9],
      date: '2022-09-30',
      editor: '本刊编辑部',
    } as unknown as Issue,
    label: '2022年9月号',
    number: '第1期　总第1期',
    url: 'https://daokan.example/issues/2022-09/',
    columns,
  };
}

async function madeArticle(made: MadeArticle): Promise<ArticleDocument> {
  const { slug, title, body, lead = false, pictures = {}, corrections = [] } = made;
  const id = `2022-09/${slug}`;
  const rendered = await render({ body, file: `/content/issues/${id}.md`, pictures });
  const byHash = new Map(Object.values(pictures).map(({ picture }) => [picture.hash, picture]));
  const page = urls.absolute(urls.article(id));
  const tree = semanticTree(fromHtml(rendered.html, { fragment: true }).children as never, {
    article: id,
    page,
    urls,
    pictures: byHash,
  });
  return {
    article: { id, slug, lead, length: plainText(tree).length } as Article,
    url: page,
    title,
    ...(made.kicker !== undefined && { kicker: made.kicker }),
    ...(made.subtitle !== undefined && { subtitle: made.subtitle }),
    byline: made.byline ?? [{ role: '记者', text: '某某' }],
    date: '2022年9月28日',
    notes: [],
    body: tree,
    corrections,
    facts: [{ label: '责任编辑', text: '本刊编辑部' }],
    pictures: byHash,
  };
}
