import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../../../src/core/text/compare-text.ts';
import { type MadeArticle, type MadeBulletin, stamped } from '../lib/made-bulletin.ts';

/**
 * A generated bulletin in the form that other generators read. They get precomputed what ours computes
 * (order, first sentence, ids of registers, parent regions), which can only make them faster.
 */
export interface PeerBulletin {
  data: PeerData;
  /** In the order of all lists: newest issue first, then by column. */
  articles: PeerArticle[];
  /** Bytes by file name; bodies show them as `/pictures/<name>`. */
  pictures: Map<string, Buffer>;
}

/** Everything except the articles, newest first. */
export interface PeerData {
  years: number[];
  issues: { id: string; label: string; year: number; serial: number }[];
  /** The kinds of lists with their entries; those without entries still have an index page. */
  kinds: { kind: string; title: string; entries: PeerEntry[] }[];
}

interface PeerEntry {
  id: string;
  name: string;
  /** A park's full name. */
  full?: string;
}

export interface PeerArticle {
  issue: string;
  slug: string;
  front: ReturnType<typeof frontMatter>;
  body: string;
}

export function peerBulletin(made: MadeBulletin): PeerBulletin {
  const { categories, parks, province, city, counties, issues } = made;
  const rank = new Map(categories.map(({ id }, index) => [id, index]));
  const ordered = made.articles.toSorted(
    (a, b) =>
      compareText(b.issue, a.issue) ||
      (rank.get(a.category.id) ?? 0) - (rank.get(b.category.id) ?? 0) ||
      Number(b.lead) - Number(a.lead) ||
      compareText(a.slug, b.slug),
  );
  const written = new Set(made.articles.map(({ park }) => park.county.id));
  const years = [...new Set(issues.map(({ year }) => year))].toReversed();
  return {
    data: {
      years,
      issues: issues
        .toReversed()
        .map(({ id, year, month, serial }) => ({ id, label: `${year}年${month}月号`, year, serial })),
      kinds: [
        { kind: 'categories', title: '栏目', entries: categories },
        {
          kind: 'parks',
          title: '园区',
          entries: parks.map(({ id, name, shortName }) => ({ id, name: shortName, full: name })),
        },
        {
          kind: 'regions',
          title: '地区',
          entries: [province, city, ...counties.filter(({ id }) => written.has(id))],
        },
        { kind: 'series', title: '专栏', entries: [] },
        { kind: 'topics', title: '主题', entries: [] },
        { kind: 'industries', title: '产业', entries: [] },
      ],
    },
    articles: ordered.map((article, index) => ({
      issue: article.issue,
      slug: article.slug,
      front: frontMatter(article, index + 1, [province.id, city.id, article.park.county.id]),
      body: article.blocks.join('\n\n').replaceAll('./images/', '/pictures/'),
    })),
    pictures: new Map(
      made.articles.flatMap((article) =>
        article.picture ? [[article.picture, stamped(made.picture, article)] as const] : [],
      ),
    ),
  };
}

function frontMatter(article: MadeArticle, weight: number, regions: string[]) {
  const { title, issue, category, park, genre, lead, blocks } = article;
  return {
    title,
    date: `${issue}-28`,
    issue,
    year: Number(issue.slice(0, 4)),
    categories: [category.id],
    parks: [park.id],
    regions,
    genre,
    byline: '记者 甲某',
    editor: '编辑部',
    summary: (blocks[0] ?? '').replace(/。.*$/su, '。'),
    lead,
    weight,
  };
}

/** A Markdown file with its front matter; JSON is YAML. */
export function markdownFile(front: Record<string, unknown>, body: string): string {
  const lines = Object.entries(front)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** Writes a file and creates its parent folders. */
export async function put(dir: string, name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(dir, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}
