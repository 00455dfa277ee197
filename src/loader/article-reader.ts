import { parseByline, type Person } from '#core/byline.ts';
import { addMonths, isAfter, parseCalendarDate } from '#core/calendar-date.ts';
import {
  type Article,
  type Category,
  isPublic,
  type Issue,
  type Notice,
  type Park,
  type Region,
  type Source,
  type Term,
} from '#core/content.ts';
import type { Finding } from '#core/diagnostic.ts';
import { missingFields } from '#core/missing-fields.ts';
import type { Register } from '#core/register.ts';
import { type ArticleFrontMatter, articleSchema } from '#core/schema/article.ts';
import type { Site } from '#core/schema/site.ts';
import type { WordListsFile } from '#core/schema/word-lists.ts';
import { firstSentence } from '#core/text/first-sentence.ts';
import type { Path, YamlSource } from '#core/yaml-source.ts';
import { type BodyLink, type Inspection, inspect, EMPTY_INSPECTION } from '../markdown/inspect.ts';
import { type BodyFormat, type ParsedBody, parseBody } from '../markdown/parse.ts';
import { regionsOfArticle } from './article-regions.ts';
import { readPictures } from './body-pictures.ts';
import type { MarkdownInput } from './content-folder-fs.ts';
import type { PictureFinder } from './issue-reader.ts';
import type { PictureResult } from './pictures-fs.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';
import { checkWithdrawal, noticeOf } from './withdrawal.ts';

export interface ArticleContext {
  site: Site | undefined;
  issue: Issue;
  categories: Register<Category>;
  parks: Register<Park>;
  regions: Register<Region>;
  sources: Register<Source>;
  series: Register<Term>;
  topics: Register<Term>;
  industries: Register<Term>;
  picture: PictureFinder;
  bodyPicture: (src: string) => Promise<PictureResult>;
  /** Checks the text of each article that will be published; see `drafts`. */
  proofreader?: Proofreader | undefined;
  /** Whether drafts are proofread too. */
  drafts: boolean;
}

/** Creates proofreaders of one kind. */
export interface ProofreaderKind {
  /** Name of the kind; part of the cache key of its findings. */
  kind: string;
  /**
   * @param own the editors' own word lists, from `check.yaml`
   * @param names every name in the registers
   */
  of(own: WordListsFile, names: readonly string[]): Proofreader['proofread'];
}

/** Finds problems in an article's text. */
export interface Proofreader {
  /** Cache key: changes whenever its findings may change. */
  version: string;
  proofread: (article: {
    frontMatter: YamlSource | undefined;
    body: string;
    bodyLine: number;
    format: BodyFormat;
    parsed: ParsedBody;
  }) => Finding[];
}

/** The file of an article, split but not yet validated. */
export interface ArticleFile extends MarkdownInput {
  slug: string;
  format: Article['format'];
  /** Read the front matter only: this file's diagnostics were not requested, but other files refer to it. */
  skim: boolean;
}

/** An article, with the data for the checks that need all articles. */
export interface ArticleDraft {
  article: Article;
  collector: DiagnosticCollector;
  links: BodyLink[];
  /** Ids of its headings, the targets of `#anchor` links; undefined if its body was not read. */
  anchors: string[] | undefined;
  /** The page that replaces it if it was withdrawn. */
  notice: Notice | undefined;
  /** Its front matter, and the keys of invalid fields, which are left out of it. */
  written: ArticleFrontMatter;
  wrong: readonly string[];
  /** What the proofreader found. Errors among them stop a build, but the article itself is complete. */
  textFindings: Finding[];
}

/**
 * Reads one article: schema, names, dates, body, pictures. Records every problem as a diagnostic.
 * @returns undefined if the front matter cannot be parsed
 */
export async function readArticle(
  source: ArticleFile,
  context: ArticleContext,
): Promise<ArticleDraft | undefined> {
  const { collector, skim } = source;
  const {
    value: written,
    wrong,
    findings,
  } = await source.cached('fields', () => collector.validateFields(articleSchema));
  collector.add(findings);
  const publishing = (written?.status ?? 'draft') === 'ready';
  const { body, textFindings } = await readBody(
    source,
    written,
    publishing || context.drafts ? context.proofreader : undefined,
  );
  collector.add(body.findings);
  // Identity and card numbers in its text are left to the proofreading rules: editors can waive those findings.
  source.addNumberFindings(body.numbers.filter(({ kind, isText }) => kind === 'mobile' || !isText));
  const pictures = await readPictures(body, collector, context.bodyPicture);
  if (!written) {
    collector.add(textFindings);
    return undefined;
  }
  if (publishing && !skim && body.length === 0 && body.pictures.length + body.findings.length === 0) {
    collector.whole('empty-body', '稿件没有正文', '在第二行 --- 的下面写正文；还没写好就改成 status: draft');
  }
  written.projects?.forEach(({ park }, index) => {
    if (park) collector.resolve(['projects', index, 'park'], '园区', park, context.parks);
  });
  if (publishing) {
    const needed = { issueEditor: context.issue.editor, reviewRequired: context.site?.review ?? false };
    collector.add(missingFields(written, wrong, needed));
  }
  checkWithdrawal(written, collector);
  addMisquoteFindings(body.misquotes, collector);
  const article = await articleOf(source, written, context, {
    ...namesOf(written, collector, context, publishing),
    summary: written.summary ?? firstSentence(body.opening),
    pictures,
    length: body.length,
  });
  const notice = noticeOf(article, written, context.issue);
  const anchors = skim ? undefined : body.anchors;
  return { article, collector, links: body.links, anchors, notice, written, wrong, textFindings };
}

/** The ids of everything that an article names; unknown names become diagnostics. */
function namesOf(
  written: ArticleFrontMatter,
  collector: DiagnosticCollector,
  context: ArticleContext,
  publishing: boolean,
) {
  const one = <T extends Term>(
    key: 'category' | 'source' | 'series',
    label: string,
    register: Register<T>,
  ) => (written[key] === undefined ? undefined : collector.resolve([key], label, written[key], register));
  return {
    ...regionsOfArticle(written, collector, context, publishing),
    topics: collector.resolveAll('topics', '主题', written.topics, context.topics),
    industries: collector.resolveAll('industries', '产业', written.industries, context.industries),
    category: one('category', '栏目', context.categories) ?? '',
    source: one('source', '来源', context.sources),
    series: one('series', '专栏', context.series),
  };
}

/**
 * The article: its front matter with the defaults filled in.
 * @param found what was resolved or read outside the front matter
 */
async function articleOf(
  source: ArticleFile,
  written: ArticleFrontMatter,
  { issue, picture }: ArticleContext,
  found: ReturnType<typeof namesOf> & Pick<Article, 'summary' | 'pictures' | 'length'>,
): Promise<Article> {
  const { collector } = source;
  const { park: _park, county: _county, city: _city, import: _import, cover, ...rest } = written;
  return {
    ...rest,
    ...found,
    id: `${issue.id}/${source.slug}`,
    issue: issue.id,
    slug: source.slug,
    format: source.format,
    file: source.file,
    body: source.markdown.body,
    digest: source.digest,
    public: isPublic(written, issue),
    title: written.title ?? '（无题）',
    date: checkDate(written, collector, issue),
    scope: written.scope ?? '园区',
    genre: written.genre ?? '消息',
    byline: byline(written, collector),
    rights: written.rights ?? 'unknown',
    editor: written.editor ?? issue.editor,
    masked: written.masked ?? false,
    lead: written.lead ?? false,
    cover: cover && (await picture(collector, 'cover', cover)),
    facts: written.facts ?? [],
    projects: written.projects ?? [],
    milestones: written.milestones ?? [],
    related: written.related ?? [],
    aliases: written.aliases ?? [],
    corrections: written.corrections ?? [],
    status: written.status ?? 'draft',
  };
}

/** The part of a body's inspection that the article and the checks across articles need. */
interface ArticleBody extends Omit<Inspection, 'text'> {
  /** Characters without white space. */
  length: number;
  misquotes: Misquote[];
}

/** A `quote` in the front matter that is not in the body. */
interface Misquote {
  path: Path;
  quote: string;
}

/** Inspects and proofreads an article's body; parses it at most once. */
async function readBody(
  { markdown: { frontMatter, body, bodyLine }, format, skim, cached }: ArticleFile,
  written: ArticleFrontMatter | undefined,
  proofreader: Proofreader | undefined,
): Promise<{ body: ArticleBody; textFindings: Finding[] }> {
  if (skim) return { body: bodyOf(EMPTY_INSPECTION, undefined), textFindings: [] };
  let tree: ParsedBody | undefined;
  const parsed = () => (tree ??= parseBody(body, format, bodyLine));
  // Must run before `inspect()`, which changes the tree.
  const textFindings = proofreader
    ? await cached(`text findings ${format} ${proofreader.version}`, () =>
        proofreader.proofread({ frontMatter, body, bodyLine, format, parsed: parsed() }),
      )
    : [];
  return {
    body: await cached(`body ${format}`, () => bodyOf(inspect(parsed(), format, bodyLine), written)),
    textFindings,
  };
}

function bodyOf({ text, ...body }: Inspection, written: ArticleFrontMatter | undefined): ArticleBody {
  return { ...body, length: text.replace(/\s/gu, '').length, misquotes: misquotes(written, text) };
}

function byline(written: ArticleFrontMatter, collector: DiagnosticCollector): Person[] {
  if (written.byline === undefined) return [];
  if (typeof written.byline !== 'string') {
    return written.byline.map(({ name, role, org }) => ({ name, role, ...(org && { org }) }));
  }
  const people = parseByline(written.byline);
  if (people) return people;
  collector.at(['byline'], 'byline', `读不懂署名“${written.byline}”`, 'byline: 记者 甲某、乙某；通讯员 丙某');
  return [];
}

/** The article's date. It must not be later than its issue's, and an old one needs a reason. */
function checkDate(written: ArticleFrontMatter, collector: DiagnosticCollector, issue: Issue): string {
  const date = parseCalendarDate(written.date ?? issue.date) ?? issue.date;
  if (written.date === undefined || issue.date === '') return date;
  if (isAfter(date, issue.date)) {
    collector.at(
      ['date'],
      'date-after-issue',
      `日期 ${date} 晚于本期的出刊日期 ${issue.date}`,
      '改正日期，或把稿件移到后面的一期',
    );
  }
  const old = isAfter(issue.date, addMonths(date.length === 7 ? `${date}-31` : date, 2));
  if (old && !written.reprint && !written.dateNote) {
    collector.at(
      ['date'],
      'date-too-old',
      `日期 ${date} 比本期早两个多月`,
      '转载的稿件加 reprint；其他的加一行 dateNote: 说明为什么刊用旧稿',
    );
  }
  return date;
}

/** Finds quotes that are not in the body word for word. */
function misquotes(written: ArticleFrontMatter | undefined, text: string): Misquote[] {
  return (['facts', 'projects', 'milestones'] as const).flatMap((key) =>
    (written?.[key] ?? []).flatMap(({ quote }, index) =>
      text.includes(quote) ? [] : [{ path: [key, index, 'quote'], quote }],
    ),
  );
}

function addMisquoteFindings(found: Misquote[], collector: DiagnosticCollector): void {
  const fix = '从正文里原样复制，一个字、一个标点都不要改';
  for (const { path, quote } of found) collector.at(path, 'quote', `正文里没有这句原文：“${quote}”`, fix);
}
