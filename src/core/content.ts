import type { Person } from './byline.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { ArticleFrontMatter, Withdrawal } from './schema/article.ts';
import type { IssueFile } from './schema/issue.ts';
import type { ParkFile } from './schema/register-entries.ts';
import type { Site } from './schema/site.ts';
import type { Theme } from './theme.ts';
import type { ListKind } from './url.ts';

/**
 * The content folder as plain objects: names resolved to ids, dates normalized, defaults of the issue filled
 * in. The loader creates it; every page and most commands start from it. Astro's collections hold only the
 * bodies of `.mdx` articles.
 */
export interface Content {
  site: Site;
  theme: Theme;
  /** The kinds of lists that the bulletin has; entries of the others have no pages. */
  kinds: readonly ListKind[];
  issues: Issue[];
  articles: Article[];
  /** Notices that replace withdrawn articles. */
  notices: Notice[];
  /** Pages that exist only because their address was published before. */
  retained: RetainedPages;
  pages: Page[];
  categories: Category[];
  parks: Park[];
  regions: Region[];
  sources: Source[];
  series: Term[];
  topics: Term[];
  industries: Term[];
}

export interface Term {
  id: string;
  name: string;
  aliases: string[];
  description?: string;
  /** Former ids: their addresses redirect to the current one. */
  formerIds?: string[];
}

export interface Category extends Term {
  order: number;
}

export interface Source extends Term {
  url?: string;
}

export type RegionLevel = 'province' | 'city' | 'county';

/** A province, city or county; its id is the GB/T 2260 code. */
export interface Region extends Term {
  level: RegionLevel;
  parent?: string;
}

export interface Park extends Term {
  shortName: string;
  level?: ParkFile['level'];
  type?: ParkFile['type'];
  /** Id of the park that contains this one (园中园). */
  parent?: string;
  /** Code of the county (县区); `city` is derived from it unless it is given. */
  county?: string;
  city?: string;
  industries: string[];
  website?: string;
  summary?: string;
}

/** A picture file with the data for its address and its `<img>`. */
export interface Picture {
  /** First 12 hex digits of the file's SHA-256. */
  hash: string;
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'svg';
  /** Pixels after EXIF rotation. */
  width: number;
  height: number;
  /** Set if parts of the picture may be transparent. */
  transparent?: true;
  /** Absolute path of the file. */
  file: string;
}

export interface CaptionedPicture {
  picture: Picture;
  alt: string;
  caption?: string;
  credit?: string;
}

/** A page of the printed issue (版面). */
export interface PrintedPage {
  no: number;
  name?: string;
  picture?: Picture;
  pdf?: PageFile;
  areas: PageArea[];
}

/** A file that is published as it is. */
export interface PageFile {
  /** Absolute path. */
  file: string;
  /** SHA-256 of its bytes. */
  digest: string;
  bytes: number;
}

/** Where an article stands on a printed page, in per cent of the page. */
export interface PageArea {
  /** Id of the article. */
  article: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Issue extends Omit<IssueFile, 'cover' | 'categories' | 'editor' | 'pdf' | 'pages'> {
  /** Folder name, `2022-09`. */
  id: string;
  /** Number of a special issue (增刊, 特刊) within its month, from 1. */
  special?: number;
  editor?: string;
  cover?: CaptionedPicture;
  /** The PDF that the editors supply; it is published in place of a made one. */
  pdf?: PageFile;
  /** Its printed pages, in order. */
  pages?: PrintedPage[];
  /** Category ids in printed order. */
  categories: string[];
}

export interface Article {
  /** `2022-09/slug`: issue folder and file name. */
  id: string;
  issue: string;
  slug: string;
  format: 'md' | 'mdx';
  /** Absolute path. */
  file: string;
  /** The checked Markdown. Pages render this text and never read the file again. */
  body: string;
  /** SHA-256 of the file's bytes. */
  digest: string;
  /** See `isPublic`. */
  public: boolean;
  title: string;
  titleBy?: 'editor';
  kicker?: string;
  subtitle?: string;
  shortTitle?: string;
  date: CalendarDate;
  dateNote?: string;
  category: string;
  parks: string[];
  /** Codes of counties (县区) only, written or derived from the parks. */
  counties: string[];
  /** Codes of cities (设区市), written or derived from the counties and parks. */
  cities: string[];
  scope: NonNullable<ArticleFrontMatter['scope']>;
  genre: NonNullable<ArticleFrontMatter['genre']>;
  byline: Person[];
  dateline?: string;
  interviewee?: { name: string; post: string };
  source?: string;
  reprint?: ArticleFrontMatter['reprint'];
  rights: NonNullable<ArticleFrontMatter['rights']>;
  editor?: string;
  review?: ArticleFrontMatter['review'];
  masked: boolean;
  series?: string;
  topics: string[];
  industries: string[];
  page?: number;
  order?: number;
  lead: boolean;
  summary: string;
  cover?: CaptionedPicture;
  facts: NonNullable<ArticleFrontMatter['facts']>;
  projects: NonNullable<ArticleFrontMatter['projects']>;
  milestones: NonNullable<ArticleFrontMatter['milestones']>;
  related: string[];
  aliases: string[];
  corrections: NonNullable<ArticleFrontMatter['corrections']>;
  status: NonNullable<ArticleFrontMatter['status']>;
  withdrawn?: Withdrawal;
  /** Pictures of the body by their address in the Markdown (`./images/a.jpg`), in order. */
  pictures: Record<string, CaptionedPicture>;
  /** Characters of the body without white space. */
  length: number;
}

/** Everything about a withdrawn article that may be published. */
export interface Notice {
  /** Id of the article: `2022-09/slug`. */
  id: string;
  issue: string;
  /** Absent if the front matter says `hideTitle`. */
  title?: string;
  date: CalendarDate;
  reason?: string;
  aliases: string[];
}

/** Lists that have no articles left but keep their page, because a published address works for ever. */
export interface RetainedPages {
  /** Codes. */
  regions: string[];
  years: number[];
}

/** A fixed page: 关于, 投稿, 无障碍说明, 更正. */
export interface Page {
  id: string;
  title: string;
  summary?: string;
  aliases?: string[];
  file: string;
  body: string;
  digest: string;
  pictures: Article['pictures'];
}

/** Whether an article is published: it is ready, its issue is published, and its rights are known. */
export function isPublic(
  article: Pick<ArticleFrontMatter, 'status' | 'rights'>,
  issue: Pick<Issue, 'status'>,
): boolean {
  return article.status === 'ready' && issue.status === 'published' && article.rights !== 'unknown';
}

/** Whether a notice replaces an article: it was withdrawn, and its issue is published. */
export function hasNotice(
  article: Pick<ArticleFrontMatter, 'status' | 'withdrawn'>,
  issue: Pick<Issue, 'status'>,
): boolean {
  return article.status === 'withdrawn' && article.withdrawn !== undefined && issue.status === 'published';
}

/** The content without drafts. */
export function publishedContent(content: Content): Content {
  return {
    ...content,
    issues: content.issues.filter(({ status }) => status === 'published'),
    articles: content.articles.filter((article) => article.public),
  };
}

/** The content with drafts, but without withdrawn articles that have a notice. */
export function previewedContent(content: Content): Content {
  const withNotice = new Set(content.notices.map(({ id }) => id));
  return { ...content, articles: content.articles.filter(({ id }) => !withNotice.has(id)) };
}
