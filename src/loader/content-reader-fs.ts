import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { createArchive } from '#core/archive.ts';
import { type Content, type Issue, publishedContent } from '#core/content.ts';
import { isLater } from '#core/calendar-date.ts';
import type { Diagnostic } from '#core/diagnostic.ts';
import type { InboxDraft } from '#core/inbox.ts';
import { formerAddresses, publishedAddresses } from '#core/published-addresses.ts';
import { Register } from '#core/register.ts';
import { ID_PATTERN } from '#core/schema/field.ts';
import { pageSchema, siteSchema } from '#core/schema/site.ts';
import { wordListsSchema } from '#core/schema/word-lists.ts';
import { LIST_KINDS, OWN_FOLDERS } from '#core/url.ts';
import { openNumbers } from '#core/text/personal-number.ts';
import { inspect } from '../markdown/inspect.ts';
import { parseBody } from '../markdown/parse.ts';
import { closedAddresses, knownAddresses, laterPages, shownRegions } from './known-addresses.ts';
import { checkAcrossArticles, nothingToPublish, type PageDraft } from './cross-article-checks.ts';
import {
  type ArticleContext,
  type ArticleDraft,
  type Proofreader,
  type ProofreaderKind,
  readArticle,
} from './article-reader.ts';
import { readPictures } from './body-pictures.ts';
import { ContentFolder } from './content-folder-fs.ts';
import { inboxDrafts } from './inbox.ts';
import { readIssues, standIn } from './issue-folder-reader.ts';
import { keptAddresses, readAddressList } from './address-list.ts';
import { asOf, noteDatesAhead } from './as-of.ts';
import { checkEmptyIssues, noteFrontPage } from './whole-issues.ts';
import { checkListed } from './listed-addresses.ts';
import { checkOldAddresses, moved } from './old-addresses.ts';
import { noteStrays } from './stray-files.ts';
import type { ReadingCache } from './reading-cache-fs.ts';
import { provinceRegions } from './province-regions.ts';
import { readCategories, readParks, readRegions, readSources, readTerms } from './registers.ts';

/** Issues that are read at the same time: a picture of each may be in memory. */
const AT_ONCE = 8;

export interface ReadResult {
  /** All that could be read; articles and issues with errors are left out. Undefined without site.yaml. */
  content: Content | undefined;
  /** Sorted; a build refuses content with errors. Of `only` files, if such were named, and of all others that were read. */
  diagnostics: Diagnostic[];
  /** The addresses of the list of published addresses; undefined where there is no list. */
  listed?: ReadonlySet<string> | undefined;
  /** The files of the inbox, where they are to be shown. */
  inbox: InboxDraft[];
  /** Addresses that come with what is published after the day. */
  later: ReadonlySet<string>;
}

/** What else is wanted of a reading than the content. */
export interface ReadOptions {
  /** Makes what looks through texts. */
  proofreader?: ProofreaderKind;
  /** Texts that are still drafts are looked through too, and the inbox is read. */
  drafts?: boolean;
  /** The inbox is read, to be shown. */
  inbox?: boolean;
  /** Files whose diagnostics are wanted, all where absent: of others no body is read. */
  only?: ReadonlySet<string> | undefined;
  /** Titles of articles that are gone, by their addresses. */
  titles?: Promise<ReadonlyMap<string, string>>;
  /** What reading the same bytes gave before. */
  cache?: ReadingCache;
  /** The day, `2022-10-31`, on which the bulletin is published: what comes out later is not. All is where absent. */
  asOf?: string | undefined;
  /** Today, for the advice of a check: what is dated later and public all the same, what the front page lacks. */
  today?: string | undefined;
}

/** Reads a whole content folder. Never throws for what editors write: that becomes diagnostics. */
export async function readContent(dir: string, options: ReadOptions = {}): Promise<ReadResult> {
  const folder = await ContentFolder.open(dir, options.cache);
  if (folder.files.length === 0) {
    folder
      .collector('')
      .whole(
        'empty',
        '内容文件夹是空的，或者不存在',
        '放入 site.yaml、categories.yaml 和 issues 文件夹；可以从本项目自带的 content 复制一份再改',
      );
    return { content: undefined, diagnostics: folder.diagnostics, inbox: [], later: new Set() };
  }
  const lists = await readRegisters(folder);
  const { site, categories, regions, sources, series, topics, industries, parks } = lists;
  folder.openNumbers(openNumbers(site ?? folder.collectorOf('site.yaml').source?.data));
  const registers = {
    categories: new Register(categories),
    regions: new Register(regions),
    sources: new Register(sources),
    series: new Register(series),
    topics: new Register(topics),
    industries: new Register(industries),
  };
  const { issues: allIssues, broken } = await readIssues(folder, registers.categories);
  const context = {
    ...registers,
    site,
    parks: new Register(parks),
    picture: folder.namedPicture,
    proofreader: options.proofreader && (await readProofreader(folder, options.proofreader, namesOf(lists))),
    drafts: options.drafts ?? false,
  };
  const read = (issue: Issue, from: string) =>
    readArticles(folder, from, { ...context, issue }, options.only);
  const allDrafts: ArticleDraft[] = [];
  const all = [...allIssues, ...broken];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const batch = all.slice(from, from + AT_ONCE).map((issue) => read(issue, `issues/${issue.id}`));
    allDrafts.push(...(await Promise.all(batch)).flat());
  }
  const written = { issues: allIssues, drafts: allDrafts };
  const { issues, drafts } = asOf(written, options.asOf);
  const readsInbox = options.drafts || options.inbox || false;
  const inbox = readsInbox ? await read({ ...standIn('inbox'), status: 'draft' }, 'inbox') : [];
  const pages = await readPages(folder);
  const list = await readAddressList(folder);
  const keptAtLast = keptAddresses(list?.keys() ?? [], regions);
  const kept = {
    ...keptAtLast,
    years: keptAtLast.years.filter(
      (year) => options.asOf === undefined || !isLater(`${year}-01`, options.asOf),
    ),
  };
  const shown = shownRegions(drafts, registers.regions, kept.regions);
  const withPages = { categories, parks, regions: shown, series, topics, industries };
  const addresses = knownAddresses(folder, issues, withPages, kept.years);
  for (const address of laterPages(drafts, context)) addresses.add(address);
  const old = checkOldAddresses(moved(folder, drafts, issues, pages), addresses);
  for (const kind of LIST_KINDS) {
    const former = withPages[kind].flatMap(({ formerIds }) => formerAddresses(kind, formerIds));
    for (const address of former) old.add(address);
  }
  checkAcrossArticles(drafts, pages, addresses, closedAddresses(issues, kept.years), old);
  const { articles, notices } = rightOf(drafts);
  const content = site && {
    site,
    issues,
    articles,
    notices,
    kept,
    pages: pages.map(({ page }) => page),
    categories,
    parks,
    regions,
    sources,
    series,
    topics,
    industries,
  };
  const atLast = content && { ...content, ...rightOf(allDrafts), issues: allIssues, kept: keptAtLast };
  const isPart = options.asOf !== undefined;
  // Addresses that come later are not lost.
  const published = new Set(atLast && (list || isPart) ? addressesOf(atLast) : []);
  const later = new Set(content && isPart ? published : []);
  if (content && isPart) for (const address of addressesOf(content)) later.delete(address);
  if (list && content) {
    const titles = (await options.titles) ?? new Map();
    checkListed(list, published, { folder, ...written, pages, registers: content, titles });
  }
  for (const { collector, flaws } of [...drafts, ...inbox]) collector.add(flaws);
  noteStrays(folder, { issues: options.only === undefined, inbox: readsInbox });
  const lack = folder.failed ? undefined : nothingToPublish(issues, articles, options.asOf);
  if (lack) folder.collector('issues').whole('empty', lack.problem, lack.fix);
  if (!lack) checkEmptyIssues(written, folder);
  if (options.today !== undefined) {
    noteFrontPage(written, folder);
    noteDatesAhead(written, options.today, folder);
  }
  const shownDrafts = options.inbox ? await inboxDrafts(folder, inbox, context) : [];
  const listed = list && new Set(list.keys());
  return { content, diagnostics: folder.diagnostics, listed, inbox: shownDrafts, later };
}

/** What of the articles has no error. */
function rightOf(drafts: readonly ArticleDraft[]): Pick<Content, 'articles' | 'notices'> {
  const right = drafts.filter(({ collector }) => !collector.failed);
  return {
    articles: right.map(({ article }) => article),
    notices: right.flatMap(({ notice }) => notice ?? []),
  };
}

function addressesOf(content: Content): string[] {
  return publishedAddresses(createArchive(publishedContent(content)));
}

/** Names by which articles call what stands in the registers. */
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
  // A file of comments alone says nothing.
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

/** Reads `site.yaml` and the registers; what is wrong with them is noted in the folder. */
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

async function readArticles(
  folder: ContentFolder,
  from: string,
  context: Omit<ArticleContext, 'bodyPicture'>,
  only: ReadOptions['only'],
): Promise<ArticleDraft[]> {
  const own = new RegExp(`^${from}/([^/]+)\\.(mdx?)$`, 'u');
  const bySlug = new Map<string, string>();
  const drafts: ArticleDraft[] = [];
  for (const file of folder.below(from)) {
    const [, slug = '', format] = own.exec(file) ?? [];
    const input = format === undefined ? undefined : await folder.markdown(file);
    if (!input) continue;
    const twin = bySlug.get(slug);
    if (!ID_PATTERN.test(slug)) {
      const fix = '改名，例如 some-article.md；文件名就是网址的一部分';
      input.collector.whole('file-name', `文件名“${slug}”只能用小写英文字母、数字和连字符`, fix);
    } else if (twin) {
      input.collector.whole('duplicate-slug', `与 ${twin} 的网址相同`, '给其中一个换个文件名');
    }
    bySlug.set(slug, `${slug}.${format}`);
    const source = {
      ...input,
      slug,
      format: format === 'mdx' ? ('mdx' as const) : ('md' as const),
      skim: only !== undefined && !only.has(file),
    };
    const draft = await readArticle(source, {
      ...context,
      bodyPicture: (src) => folder.picture(file, src),
    });
    if (draft) drafts.push(draft);
    // Reading alone never waits: the pictures would stand still beside it.
    await setImmediate();
  }
  return drafts;
}

async function readPages(folder: ContentFolder): Promise<PageDraft[]> {
  const pages: PageDraft[] = [];
  for (const name of folder.matching(/^pages\/[^/]+\.md$/u)) {
    const input = await folder.markdown(name);
    if (!input) continue;
    const { collector, markdown, file, digest, once, noteNumbers } = input;
    const id = name.replace(/^pages\/|\.md$/gu, '');
    const taken = OWN_FOLDERS.has(id) || id === 'issues' || id === 'feed';
    if (!ID_PATTERN.test(id) || taken) {
      const why = taken ? '是本站已有的地址' : '只能用小写英文字母、数字和连字符';
      collector.whole('file-name', `文件名“${id}”${why}`, '改名，例如 about.md；文件名就是网址');
    }
    const body = await once('page', () =>
      inspect(parseBody(markdown.body, 'md', markdown.bodyLine), 'md', markdown.bodyLine),
    );
    collector.add(body.findings);
    noteNumbers(body.numbers);
    const pictures = await readPictures(body, collector, (src) => folder.picture(name, src));
    const frontMatter = collector.validate(pageSchema);
    if (frontMatter) {
      const page = { ...frontMatter, id, file, body: markdown.body, digest, pictures };
      pages.push({ page, collector, links: body.links, anchors: body.anchors });
    }
  }
  return pages;
}
