import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { createArchive } from '#core/archive.ts';
import { type Content, type Issue, publishedContent, type RetainedPages } from '#core/content.ts';
import { isLater } from '#core/calendar-date.ts';
import type { Diagnostic } from '#core/diagnostic.ts';
import type { InboxDraft } from '#core/inbox-draft.ts';
import { formerAddresses, publishedAddresses } from '#core/published-addresses.ts';
import { Register } from '#core/register.ts';
import { siteSchema } from '#core/schema/site.ts';
import { wordListsSchema } from '#core/schema/word-lists.ts';
import { LIST_KINDS, type ListKind } from '#core/url.ts';
import { publicMobileNumbers } from '#core/text/personal-number.ts';
import { unpublishedAddresses, knownAddresses, laterPages, shownRegions } from './known-addresses.ts';
import { readTheme } from './theme.ts';
import { checkAcrossArticles, nothingToPublish } from './cross-article-checks.ts';
import type { ArticleContext, ArticleDraft, Proofreader, ProofreaderKind } from './article-reader.ts';
import { readArticles } from './article-folder-reader.ts';
import { ContentFolder } from './content-folder-fs.ts';
import { inboxDrafts } from './inbox.ts';
import { readIssues, standIn } from './issue-folder-reader.ts';
import { readAddressList } from './read-address-list.ts';
import { retainedPages } from './retained-pages.ts';
import { asOf, checkDatesAhead, type Dated } from './as-of.ts';
import { checkEmptyIssues, checkFrontPage } from './whole-issues.ts';
import { checkListed } from './listed-addresses.ts';
import { checkOldAddresses, moved } from './old-addresses.ts';
import { checkPrintedArticles } from './printed-pages-fs.ts';
import { checkStrayFiles } from './stray-files.ts';
import type { ReadingCache } from './reading-cache-fs.ts';
import { readPages } from './page-reader.ts';
import { siteAddress } from './site-address-fs.ts';
import { provinceRegions } from './province-regions-fs.ts';
import { readCategories, readParks, readRegions, readSources, readTerms } from './registers.ts';

/** Issues read at the same time; each may hold one whole picture (up to 20 MB) in memory. */
const MAX_PARALLEL_ISSUES = 8;

export interface ReadResult {
  /** Everything without errors: articles and issues with errors are left out. Undefined without site.yaml. */
  content: Content | undefined;
  /** Sorted. With `only`, those of other files are incomplete. A build refuses content with errors. */
  diagnostics: Diagnostic[];
  /** The list of published addresses; undefined if there is none. */
  listed?: ReadonlySet<string> | undefined;
  /** The files of the inbox, if asked for by `inbox`. */
  inbox: InboxDraft[];
  /** Addresses that will exist only after the day `asOf`. */
  later: ReadonlySet<string>;
}

/** Options of `readContent()`. */
export interface ReadOptions {
  /** Creates the proofreader of the texts. */
  proofreader?: ProofreaderKind;
  /** Proofread drafts too, and read the inbox. */
  drafts?: boolean;
  /** Read the inbox and return it. */
  inbox?: boolean;
  /** Files whose diagnostics are needed (default: all). The bodies of other articles are not read. */
  only?: ReadonlySet<string> | undefined;
  /** Titles of deleted articles, by their addresses. */
  titles?: Promise<ReadonlyMap<string, string>>;
  /** Results of earlier readings. */
  cache?: ReadingCache;
  /** Publish nothing dated after this day, `2022-10-31` (default: publish everything). */
  asOf?: string | undefined;
  /** Today. Turns on the warnings of `npm run check`: later dates, an incomplete front page. */
  today?: string | undefined;
}

/** Reads a whole content folder. Never throws for mistakes of editors: they become diagnostics. */
export async function readContent(dir: string, options: ReadOptions = {}): Promise<ReadResult> {
  const folder = await ContentFolder.open(dir, options.cache);
  if (folder.isNewer || reportIfEmpty(folder))
    return { content: undefined, diagnostics: folder.diagnostics, inbox: [], later: new Set() };
  const lists = await readRegisters(folder);
  const { site, ...registers } = lists;
  folder.setPublicNumbers(publicMobileNumbers(site ?? folder.collectorOf('site.yaml').source?.data));
  const { written, inbox, context } = await readTexts(folder, lists, options);
  const { issues, drafts } = asOf(written, options.asOf);
  const pages = await readPages(folder);
  const list = await readAddressList(folder);
  const kinds = LIST_KINDS.filter((kind) => kind === 'categories' || (site?.lists?.includes(kind) ?? true));
  const retainedAtLast = retainedPages(list?.keys() ?? [], registers.regions);
  const retained = retainedOn(retainedAtLast, options.asOf);
  checkLinks(folder, { lists, context, issues, drafts, pages, kinds, retained });
  const theme = await readTheme(folder, folder.collectorOf('site.yaml'), site);
  const published = { issues, ...withoutErrors(drafts), retained };
  const content = site && {
    site,
    theme,
    kinds,
    pages: pages.map(({ page }) => page),
    ...registers,
    ...published,
  };
  const isPart = options.asOf !== undefined;
  const atLast = content && {
    ...content,
    issues: written.issues,
    ...withoutErrors(written.drafts),
    retained: retainedAtLast,
  };
  // Addresses that will exist later are not lost.
  const addresses = new Set(atLast && (list || isPart) ? addressesOf(atLast) : []);
  const later = new Set(content && isPart ? addresses : []);
  if (content && isPart) for (const address of addressesOf(content)) later.delete(address);
  if (list && content) {
    const titles = (await options.titles) ?? new Map();
    checkListed(list, addresses, { folder, ...written, pages, registers: content, kinds, titles });
  }
  for (const { collector, textFindings } of [...drafts, ...inbox]) collector.add(textFindings);
  checkPrintedArticles(written.issues, written.drafts, folder);
  checkStrayFiles(folder, { issues: options.only === undefined, inbox: readsInbox(options) });
  checkIssues(folder, { written, published }, options);
  const shownDrafts = options.inbox ? await inboxDrafts(folder, inbox, context) : [];
  const listed = list && new Set(list.keys());
  return { content, diagnostics: folder.diagnostics, listed, inbox: shownDrafts, later };
}

/** Reports a folder without any file; returns whether it is one. */
function reportIfEmpty(folder: ContentFolder): boolean {
  if (folder.files.length > 0) return false;
  folder
    .collector('')
    .whole(
      'empty',
      '内容文件夹是空的，或者不存在',
      '放入 site.yaml、categories.yaml 和 issues 文件夹；可以从本项目自带的 content 复制一份再改',
    );
  return true;
}

const readsInbox = ({ drafts = false, inbox = false }: ReadOptions) => drafts || inbox;

/** Reads issues, articles and the inbox. */
async function readTexts(folder: ContentFolder, lists: Registers, options: ReadOptions) {
  const context = {
    site: lists.site,
    categories: new Register(lists.categories),
    regions: new Register(lists.regions),
    sources: new Register(lists.sources),
    series: new Register(lists.series),
    topics: new Register(lists.topics),
    industries: new Register(lists.industries),
    parks: new Register(lists.parks),
    picture: folder.namedPicture,
    proofreader: options.proofreader && (await readProofreader(folder, options.proofreader, namesOf(lists))),
    drafts: options.drafts ?? false,
  };
  const { issues, broken } = await readIssues(folder, context.categories);
  const read = (issue: Issue, from: string) =>
    readArticles(folder, from, { ...context, issue }, options.only);
  const byIssue = await pLimit(MAX_PARALLEL_ISSUES).map([...issues, ...broken], (issue) =>
    read(issue, `issues/${issue.id}`),
  );
  const inbox = readsInbox(options) ? await read({ ...standIn('inbox'), status: 'draft' }, 'inbox') : [];
  return { written: { issues, drafts: byIssue.flat() }, inbox, context };
}

/** The pages that must exist on a day: a page of a year is not needed before that year. */
function retainedOn(retained: RetainedPages, day: string | undefined): RetainedPages {
  if (day === undefined) return retained;
  return { ...retained, years: retained.years.filter((year) => !isLater(`${year}-01`, day)) };
}

/** Checks that every link, old address and reference to another article leads to a page. */
function checkLinks(
  folder: ContentFolder,
  { lists, context, issues, drafts, pages, kinds, retained }: LinkedParts,
): void {
  const regions = shownRegions(drafts, context.regions, retained.regions);
  const withPages = { ...lists, regions };
  const addresses = knownAddresses(folder, issues, kinds, withPages, retained.years);
  for (const address of laterPages(drafts, kinds, context)) addresses.add(address);
  const siteCollector = folder.collectorOf('site.yaml');
  if (siteAddress(siteCollector.source?.data)) addresses.add('/feeds/');
  const old = checkOldAddresses(moved(folder, drafts, issues, pages), addresses);
  for (const kind of kinds) {
    const former = withPages[kind].flatMap(({ formerIds }) => formerAddresses(kind, formerIds));
    for (const address of former) old.add(address);
  }
  const unpublished = unpublishedAddresses(issues, retained.years);
  checkAcrossArticles(drafts, pages, { addresses, unpublished, old, site: lists.site, siteCollector });
}

/** What `checkLinks()` compares. */
interface LinkedParts extends Dated {
  lists: Registers;
  context: Pick<ArticleContext, 'parks' | 'regions'>;
  pages: Awaited<ReturnType<typeof readPages>>;
  kinds: readonly ListKind[];
  retained: RetainedPages;
}

/** Checks whole issues: that there is something to publish, and, with `today`, their completeness and dates. */
function checkIssues(
  folder: ContentFolder,
  { written, published }: { written: Dated; published: Pick<Content, 'issues' | 'articles'> },
  { asOf: day, today }: ReadOptions,
): void {
  const lack = folder.failed ? undefined : nothingToPublish(published.issues, published.articles, day);
  if (lack) folder.collector('issues').whole('empty', lack.problem, lack.fix);
  else checkEmptyIssues(written, folder);
  if (today === undefined) return;
  checkFrontPage(written, folder);
  checkDatesAhead(written, today, folder);
}

/** The articles and notices whose files have no errors. */
function withoutErrors(drafts: readonly ArticleDraft[]): Pick<Content, 'articles' | 'notices'> {
  const right = drafts.filter(({ collector }) => !collector.failed);
  return {
    articles: right.map(({ article }) => article),
    notices: right.flatMap(({ notice }) => notice ?? []),
  };
}

function addressesOf(content: Content): string[] {
  return publishedAddresses(createArchive(publishedContent(content)));
}

/** Every name that articles may use for an entry of the registers. */
function namesOf(lists: Awaited<ReturnType<typeof readRegisters>>): string[] {
  const { categories, regions, sources, parks } = lists;
  const terms = [...categories, ...regions, ...sources, ...parks];
  const short = parks.flatMap(({ shortName }) => shortName ?? []);
  return [...new Set([...terms.flatMap(({ name, aliases = [] }) => [name, ...aliases]), ...short])];
}

async function readProofreader(
  folder: ContentFolder,
  { kind, of }: ProofreaderKind,
  names: readonly string[],
): Promise<Proofreader> {
  const lists = await folder.yaml('check.yaml');
  // A file with only comments parses as null.
  const own = lists.source?.data === null ? {} : (lists.validate(wordListsSchema) ?? {});
  const words = createHash('sha256')
    .update(JSON.stringify([own, names]))
    .digest('hex')
    .slice(0, 12);
  return { version: `${kind} ${words}`, proofread: of(own, names) };
}

/** The registers of a content folder: all names that its articles may use. */
export type Registers = Pick<
  Content,
  'categories' | 'regions' | 'sources' | 'series' | 'topics' | 'industries' | 'parks'
> & { site: Content['site'] | undefined };

/** Reads `site.yaml` and the registers; the folder collects their diagnostics. */
export async function readRegisters(folder: ContentFolder): Promise<Registers> {
  const siteFile = await folder.yaml('site.yaml', true);
  const site = siteFile.validate(siteSchema);
  const categories = readCategories(await folder.yaml('categories.yaml', true));
  const regions = readRegions(await folder.yaml('regions.yaml'), provinceRegions(siteFile, site?.provinces));
  const sources = readSources(await folder.yaml('sources.yaml'));
  const series = readTerms(await folder.yaml('series.yaml'));
  const topics = readTerms(await folder.yaml('topics.yaml'));
  const industries = readTerms(await folder.yaml('industries.yaml'));
  const parkFiles = await Promise.all(
    folder.matching(/^parks\/[^/]+\.ya?ml$/u).map((file) => folder.yaml(file)),
  );
  const parks = readParks(parkFiles, new Register(regions), new Register(industries));
  return { site, categories, regions, sources, series, topics, industries, parks };
}
