import { firstDay } from './calendar-date.ts';
import type { Article, Category, Content, Issue, Park, Region, Source } from './content.ts';
import { compareText } from './text/compare-text.ts';
import { Register } from './register.ts';
import { LIST_KINDS, type ListKind } from './url.ts';

/** The entries of the registers that have lists of articles, by kind. */
type ListEntries = Pick<Content, ListKind>;

/** The bulletin, sorted and indexed once, so that no page has to scan all articles. */
export interface Archive {
  content: Content;
  /** Newest first. */
  issues: Issue[];
  issue(id: string): Issue | undefined;
  /** The issue after (1) or before (-1) another in time. */
  neighbour(issue: Issue, step: 1 | -1): Issue | undefined;
  /** All articles, newest issue first, in each issue's printed order. */
  articles: Article[];
  /** An issue's articles in printed order: by category, then by `order`, page and slug. */
  articlesOf(issue: string): Article[];
  article(id: string): Article | undefined;
  /** All articles of a list, newest issue first, in each issue's printed order. */
  articlesIn(kind: ListKind, id: string): Article[];
  /** An issue's articles grouped by category, in the issue's order of categories. */
  articlesByCategory(issue: Issue): { category: Category; articles: Article[] }[];
  /** The years that have a page, newest first. */
  years: number[];
  /** The entries of a register that have a page. None if the bulletin does not have this kind of list. */
  entries<K extends ListKind>(kind: K): ListEntries[K];
  /** Whether a region has a page. */
  hasRegionPage(region: string): boolean;
  /** Registers with names and parents; empty for kinds of lists that the bulletin does not have. */
  categories: Register<Category>;
  parks: Register<Park>;
  regions: Register<Region>;
  sources: Register<Source>;
  /** The parks inside a park (园中园). */
  parksIn(park: string): Park[];
  /** From the outermost park down to the park itself. */
  parkPath(id: string): Park[];
  /** From the province down to the region itself. */
  regionPath(id: string): Region[];
}

/** @param content published content; in the dev server with drafts */
export function createArchive(content: Content): Archive {
  const issues = content.issues.toSorted(newestFirst);
  const issueById = new Map(issues.map((issue) => [issue.id, issue]));
  const listed = <T>(kind: ListKind, entries: T[]) => (content.kinds.includes(kind) ? entries : []);
  const registers = {
    categories: new Register(content.categories),
    parks: new Register(listed('parks', content.parks)),
    regions: new Register(listed('regions', content.regions)),
    sources: new Register(content.sources),
  };
  const byIssue = new Map<string, Article[]>();
  for (const [id, articles] of Map.groupBy(content.articles, ({ issue }) => issue)) {
    const issue = issueById.get(id);
    if (issue) byIssue.set(id, articles.toSorted(pageOrder(issue, registers.categories)));
  }
  const ordered = issues.flatMap(({ id }) => byIssue.get(id) ?? []);
  const articleById = new Map(ordered.map((article) => [article.id, article]));
  const lists = indexLists(ordered, registers.parks, registers.regions);
  const children = Map.groupBy(listed('parks', content.parks), ({ parent }) => parent ?? '');
  const articlesOf = (issue: string) => byIssue.get(issue) ?? [];
  const articlesIn = (kind: ListKind, id: string) => lists[kind].get(id) ?? [];
  const retainedRegions = new Set(content.retained.regions);
  const regions = listed('regions', content.regions).filter(
    ({ id }) => retainedRegions.has(id) || articlesIn('regions', id).length > 0,
  );
  const regionsWithPage = new Set(regions.map(({ id }) => id));
  const entries: ListEntries = {
    categories: content.categories,
    parks: listed('parks', content.parks),
    regions,
    series: listed('series', content.series),
    topics: listed('topics', content.topics),
    industries: listed('industries', content.industries),
  };
  return {
    content,
    issues,
    articles: ordered,
    ...registers,
    issue: (id) => issueById.get(id),
    neighbour: (issue, step) => issues[issues.indexOf(issue) - step],
    articlesOf,
    article: (id) => articleById.get(id),
    articlesIn,
    articlesByCategory: (issue) =>
      [...Map.groupBy(articlesOf(issue.id), ({ category }) => category)].flatMap(([id, articles]) => {
        const category = registers.categories.get(id);
        return category ? [{ category, articles }] : [];
      }),
    years: [...new Set([...content.retained.years, ...issues.map(({ year }) => year)])].toSorted(
      (a, b) => b - a,
    ),
    entries: (kind) => entries[kind],
    hasRegionPage: (region) => regionsWithPage.has(region),
    parksIn: (park) => children.get(park) ?? [],
    parkPath: (id) => ancestors(id, registers.parks).toReversed(),
    regionPath: (id) => ancestors(id, registers.regions).toReversed(),
  };
}

/** Sorts issues, newest first. A special issue of the same day is newer than the regular issue of its month. */
export function newestFirst(a: Pick<Issue, 'id' | 'date'>, b: Pick<Issue, 'id' | 'date'>): number {
  return compareText(firstDay(b.date), firstDay(a.date)) || compareText(b.id, a.id);
}

/** Sorts articles by the issue's order of categories, lead first, then by `order`, page and slug. */
function pageOrder(issue: Issue, categories: Register<Category>) {
  const rank = (article: Article) => {
    const position = issue.categories.indexOf(article.category);
    return position >= 0 ? position : 1000 + (categories.get(article.category)?.order ?? 0);
  };
  const last = Number.MAX_SAFE_INTEGER;
  return (a: Article, b: Article): number =>
    rank(a) - rank(b) ||
    compareText(a.category, b.category) ||
    Number(b.lead) - Number(a.lead) ||
    (a.order ?? last) - (b.order ?? last) ||
    (a.page ?? last) - (b.page ?? last) ||
    compareText(a.slug, b.slug);
}

/** Lists each article also under the parks and regions that contain its own. */
export function indexLists(
  articles: readonly Article[],
  parks: Register<Park>,
  regions: Register<Region>,
): Record<ListKind, Map<string, Article[]>> {
  const lists: Record<ListKind, Map<string, Article[]>> = {
    categories: new Map(),
    parks: new Map(),
    regions: new Map(),
    series: new Map(),
    topics: new Map(),
    industries: new Map(),
  };
  for (const article of articles) {
    const ids: Record<ListKind, string[]> = {
      categories: [article.category],
      parks: article.parks.flatMap((id) => ancestors(id, parks).map((park) => park.id)),
      regions: [...article.counties, ...article.cities].flatMap((id) =>
        ancestors(id, regions).map((region) => region.id),
      ),
      series: article.series ? [article.series] : [],
      topics: article.topics,
      industries: article.industries,
    };
    for (const kind of LIST_KINDS) for (const id of new Set(ids[kind])) append(lists[kind], id, article);
  }
  return lists;
}

function append<T>(lists: Map<string, T[]>, id: string, entry: T): void {
  const list = lists.get(id);
  if (list) list.push(entry);
  else lists.set(id, [entry]);
}

/** The entry and its ancestors, from the entry upwards. */
function ancestors<T extends { id: string; name: string; aliases: string[]; parent?: string }>(
  id: string,
  register: Register<T>,
): T[] {
  const path: T[] = [];
  for (let entry = register.get(id); entry; entry = entry.parent ? register.get(entry.parent) : undefined) {
    path.push(entry);
  }
  return path;
}
