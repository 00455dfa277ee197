import { type Article, type Content, type Issue, isPublic } from '#core/content.ts';
import { compareText } from '#core/text/compare-text.ts';
import { monthLabel } from '#core/issue-label.ts';

/** Criteria by which pieces can be counted. */
export const COUNTED_BY = ['county', 'park', 'contributor', 'category', 'month'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** Which pieces are counted: only published ones; also those ready to publish; also drafts. */
export const INCLUDED = ['published', 'ready', 'draft'] as const;
export type Included = (typeof INCLUDED)[number];

export interface CountTable {
  by: CountedBy;
  /** Title of the table, such as 按县区. */
  title: string;
  /** Headings of the columns before 篇数. */
  heads: string[];
  rows: { cells: string[]; pieces: number }[];
  /** Number of pieces; less than the sum of the rows if a piece counts in several rows. */
  total: number;
}

const TITLES: Record<CountedBy, { title: string; heads: string[] }> = {
  county: { title: '按县区', heads: ['县区'] },
  park: { title: '按园区', heads: ['园区'] },
  contributor: { title: '按作者', heads: ['姓名', '身份', '单位'] },
  category: { title: '按栏目', heads: ['栏目'] },
  month: { title: '按月份', heads: ['刊期'] },
};
/** Row of the masked pieces, which are never counted under a place. */
const MASKED = '地名已隐去';

type Key = { cells: string[]; order: string };

/**
 * Returns the pieces to be counted.
 * @param year only issues of this year; all issues if undefined
 */
export function pieces(content: Content, included: Included, year?: number): Article[] {
  const issues = new Map(content.issues.map((issue) => [issue.id, issue]));
  return content.articles.filter((article) => {
    const issue = issues.get(article.issue);
    if (!issue || article.status === 'withdrawn' || (year !== undefined && issue.year !== year)) return false;
    if (included === 'published') return isPublic(article, issue);
    return included === 'draft' || article.status === 'ready';
  });
}

/** Counts pieces. A piece with several places or authors counts once for each of them. */
export function count(articles: readonly Article[], by: CountedBy, content: Content): CountTable {
  const keysOf = keysBy(by, content);
  const rows = new Map<string, Key & { pieces: number }>();
  for (const article of articles) {
    const keys = new Map(keysOf(article).map((key) => [key.cells.join('\0'), key]));
    for (const [id, key] of keys) {
      const row = rows.get(id) ?? { ...key, pieces: 0 };
      row.pieces += 1;
      rows.set(id, row);
    }
  }
  const inOrder = by === 'category' || by === 'month';
  const sorted = [...rows.values()].toSorted(
    (a, b) => (inOrder ? 0 : b.pieces - a.pieces) || compareText(a.order, b.order),
  );
  return {
    by,
    ...TITLES[by],
    rows: sorted.map(({ cells, pieces: number }) => ({ cells, pieces: number })),
    total: articles.length,
  };
}

function keysBy(by: CountedBy, content: Content): (article: Article) => Key[] {
  switch (by) {
    case 'county': {
      const names = distinctNames(content.regions);
      return ({ masked, counties }) => places(masked, counties, names, '（无县区）');
    }
    case 'park': {
      const names = new Map(content.parks.map(({ id, shortName }) => [id, shortName]));
      return ({ masked, parks }) => places(masked, parks, names, '（无园区）');
    }
    case 'contributor':
      return ({ byline }) =>
        byline.length === 0
          ? [last(['（无署名）', '', ''])]
          : byline.map(({ name, role, org = '' }) => ({
              cells: [name, role, org],
              order: `${name}\0${role}\0${org}`,
            }));
    case 'category': {
      const names = new Map(content.categories.map((each, index) => [each.id, { ...each, index }]));
      return ({ category }) => {
        const { name = category, index = names.size } = names.get(category) ?? {};
        return name === ''
          ? [last(['（无栏目）'])]
          : [{ cells: [name], order: String(index).padStart(6, '0') }];
      };
    }
    case 'month': {
      const issues = new Map(content.issues.map((issue) => [issue.id, issue]));
      return ({ issue }) => [{ cells: [issueName(issues.get(issue), issue)], order: issue }];
    }
  }
}

function issueName(issue: Issue | undefined, id: string): string {
  return issue ? monthLabel(issue) : id;
}

function places(masked: boolean, ids: string[], names: Map<string, string>, none: string): Key[] {
  if (masked) return [last([MASKED])];
  if (ids.length === 0) return [last([none])];
  return ids.map((id) => ({ cells: [names.get(id) ?? id], order: id }));
}

/** Returns the key of a row sorted after all others with the same number of pieces. */
function last(cells: string[]): Key {
  return { cells, order: `\u{10FFFF}${cells.join('')}` };
}

/** Returns region names by id; a name shared by several regions gets the parent region's name as a prefix. */
function distinctNames(regions: Content['regions']): Map<string, string> {
  const byId = new Map(regions.map((region) => [region.id, region]));
  const regionsByName = Map.groupBy(regions, ({ name }) => name);
  return new Map(
    regions.map(({ id, name, parent }) => [
      id,
      (regionsByName.get(name)?.length ?? 0) > 1 ? `${byId.get(parent ?? '')?.name ?? ''}${name}` : name,
    ]),
  );
}
