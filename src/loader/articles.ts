import { parseByline, type Person } from '#core/byline.ts';
import { addMonths, isAfter, parseCalendarDate } from '#core/calendar-date.ts';
import {
  type Article,
  type CaptionedPicture,
  type Category,
  isPublic,
  type Issue,
  type Park,
  type Region,
  type Source,
  type Term,
} from '#core/content.ts';
import { missingFields } from '#core/missing-fields.ts';
import type { Register } from '#core/register.ts';
import { type ArticleFrontMatter, articleSchema } from '#core/schema/article.ts';
import type { Site } from '#core/schema/site.ts';
import { firstSentence } from '#core/text/first-sentence.ts';
import { inspect, type BodyLink, type Inspection } from '../markdown/inspect.ts';
import type { MarkdownInput } from './content-folder-fs.ts';
import type { PictureFinder } from './issues.ts';
import type { PictureResult } from './pictures-fs.ts';
import { cityOf } from './registers.ts';
import type { Scribe } from './scribe.ts';

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
}

/** The file that an article is read from. */
export interface ArticleFile extends MarkdownInput {
  slug: string;
  format: Article['format'];
}

/** An article with what can be checked only when all are read. */
export interface ArticleDraft {
  article: Article;
  scribe: Scribe;
  links: BodyLink[];
}

/** Reads one article: schema, names, dates, body, pictures. All that is wrong is taken down. */
export async function readArticle(
  source: ArticleFile,
  context: ArticleContext,
): Promise<ArticleDraft | undefined> {
  const { markdown, scribe } = source;
  const body = inspect(markdown.body, source.format, markdown.bodyLine);
  scribe.add(body.findings);
  const { value: written, wrong } = scribe.validateFields(articleSchema);
  const pictures = await readPictures(body, scribe, context.bodyPicture);
  if (!written) return undefined;

  const publishing = (written.status ?? 'draft') === 'ready';
  if (publishing && body.text.trim() === '' && body.pictures.length + body.findings.length === 0) {
    scribe.whole('empty-body', '稿件没有正文', '在第二行 --- 的下面写正文；还没写好就改成 status: draft');
  }
  written.projects?.forEach(({ park }, index) => {
    if (park) scribe.resolve(['projects', index, 'park'], '园区', park, context.parks);
  });
  if (publishing) {
    scribe.add(
      missingFields(written, wrong, {
        issueEditor: context.issue.editor,
        reviewRequired: context.site?.review ?? false,
      }),
    );
  }
  const place = places(written, scribe, context, publishing);
  const names = <T extends Term>(key: 'topics' | 'industries', label: string, register: Register<T>) =>
    scribe.resolveAll(key, label, written[key], register);
  const name = <T extends Term>(
    key: 'category' | 'source' | 'series',
    label: string,
    register: Register<T>,
  ) => (written[key] === undefined ? undefined : scribe.resolve([key], label, written[key], register));
  const date = checkDate(written, scribe, context.issue);
  checkQuotes(written, body, scribe);
  const cover = written.cover && (await context.picture(scribe, 'cover', written.cover));
  const {
    park: _p,
    county: _c,
    city: _y,
    import: _i,
    topics: _t,
    industries: _n,
    cover: _v,
    ...kept
  } = written;
  const article: Article = {
    ...kept,
    id: `${context.issue.id}/${source.slug}`,
    issue: context.issue.id,
    slug: source.slug,
    format: source.format,
    file: source.file,
    digest: source.digest,
    public: isPublic(written, context.issue),
    title: written.title ?? '（无题）',
    date,
    category: name('category', '栏目', context.categories) ?? '',
    source: name('source', '来源', context.sources),
    series: name('series', '专栏', context.series),
    topics: names('topics', '主题', context.topics),
    industries: names('industries', '产业', context.industries),
    ...place,
    scope: written.scope ?? '园区',
    genre: written.genre ?? '消息',
    byline: byline(written, scribe),
    rights: written.rights ?? 'unknown',
    editor: written.editor ?? context.issue.editor,
    masked: written.masked ?? false,
    lead: written.lead ?? false,
    summary: written.summary ?? firstSentence(body.opening),
    cover,
    facts: written.facts ?? [],
    projects: written.projects ?? [],
    milestones: written.milestones ?? [],
    related: written.related ?? [],
    aliases: written.aliases ?? [],
    corrections: written.corrections ?? [],
    status: written.status ?? 'draft',
    pictures,
    length: body.text.replace(/\s/gu, '').length,
  };
  return { article, scribe, links: body.links };
}

/** Parks, counties and cities as ids. A masked article has none, so that no page can show them. */
function places(
  written: ArticleFrontMatter,
  scribe: Scribe,
  context: ArticleContext,
  publishing: boolean,
): Pick<Article, 'parks' | 'counties' | 'cities'> {
  const { regions } = context;
  const parks = scribe.resolveAll('park', '园区', written.park, context.parks);
  const typed = scribe.resolveAll('county', '县区', written.county, regions);
  const city =
    written.city === undefined ? undefined : scribe.resolve(['city'], '设区市', written.city, regions);
  for (const code of typed) {
    if (regions.get(code)?.level !== 'county') {
      scribe.at(['county'], 'region-level', `“${regions.get(code)?.name}”不是县区`, `设区市写在 city 里`);
    }
  }
  if (city && regions.get(city)?.level !== 'city') {
    scribe.at(['city'], 'region-level', `“${written.city}”不是设区市`, '县区写在 county 里');
  }
  if (written.masked) return { parks: [], counties: [], cities: [] };
  const ofParks = parks.map((id) => context.parks.get(id));
  const counties = distinct([...typed, ...(typed.length > 0 ? [] : ofParks.map((park) => park?.county))]);
  const cities = distinct([
    city,
    ...counties.map((county) => cityOf(county, regions)),
    ...ofParks.map((park) => park?.city),
  ]);
  const scope = written.scope ?? '园区';
  if (publishing && scope === '园区' && parks.length > 0 && counties.length + cities.length === 0) {
    scribe.at(
      ['park'],
      'missing-field',
      '园区名录里没有这个园区所在的县区，稿件也没有写',
      '加一行 county: 某某县，或在园区文件里补上 county',
    );
  }
  return { parks: distinct(parks), counties, cities };
}

function byline(written: ArticleFrontMatter, scribe: Scribe): Person[] {
  if (written.byline === undefined) return [];
  if (typeof written.byline !== 'string') {
    return written.byline.map(({ name, role, org }) => ({ name, role, ...(org && { org }) }));
  }
  const people = parseByline(written.byline);
  if (people) return people;
  scribe.at(['byline'], 'byline', `读不懂署名“${written.byline}”`, 'byline: 记者 甲某、乙某；通讯员 丙某');
  return [];
}

/** The article's date: never after its issue's, and old only with a reason. */
function checkDate(written: ArticleFrontMatter, scribe: Scribe, issue: Issue): string {
  const date = parseCalendarDate(written.date ?? issue.date) ?? issue.date;
  if (written.date === undefined || issue.date === '') return date;
  if (isAfter(date, issue.date)) {
    scribe.at(
      ['date'],
      'date-after-issue',
      `日期 ${date} 晚于本期的出刊日期 ${issue.date}`,
      '改正日期，或把稿件移到后面的一期',
    );
  }
  const old = isAfter(issue.date, addMonths(date.length === 7 ? `${date}-31` : date, 2));
  if (old && !written.reprint && !written.dateNote) {
    scribe.at(
      ['date'],
      'date-too-old',
      `日期 ${date} 比本期早两个多月`,
      '转载的稿件加 reprint；其他的加一行 dateNote: 说明为什么刊用旧稿',
    );
  }
  return date;
}

/** Every quoted proof stands word for word in the body. */
function checkQuotes(written: ArticleFrontMatter, body: Inspection, scribe: Scribe): void {
  for (const key of ['facts', 'projects', 'milestones'] as const) {
    written[key]?.forEach(({ quote }, index) => {
      if (body.text.includes(quote)) return;
      scribe.at(
        [key, index, 'quote'],
        'quote',
        `正文里没有这句原文：“${quote}”`,
        '从正文里原样复制，一个字、一个标点都不要改',
      );
    });
  }
}

/** The pictures of a body; what is wrong with one is taken down. */
export async function readPictures(
  body: Inspection,
  scribe: Scribe,
  read: (src: string) => Promise<PictureResult>,
): Promise<Record<string, CaptionedPicture>> {
  const pictures: Record<string, CaptionedPicture> = {};
  for (const { src, alt, caption, credit, line } of body.pictures) {
    const result = await read(src);
    if ('problem' in result) {
      scribe.add([
        { rule: 'picture', line, column: 1, problem: `图片“${src}”${result.problem}`, fix: result.fix },
      ]);
    } else {
      pictures[src] = { picture: result, alt, ...(caption && { caption }), ...(credit && { credit }) };
    }
  }
  return pictures;
}

function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
