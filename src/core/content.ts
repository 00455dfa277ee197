import type { Person } from './byline.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { ArticleFrontMatter, Withdrawal } from './schema/article.ts';
import type { IssueFile } from './schema/issue.ts';
import type { ParkFile } from './schema/register-entries.ts';
import type { Site } from './schema/site.ts';

/**
 * The content folder as plain objects: names resolved to ids, dates normalised, issue defaults
 * filled in. This is what the collections hold and what every tool and page starts from.
 */
export interface Content {
  site: Site;
  issues: Issue[];
  articles: Article[];
  /** What readers find in the place of articles that were withdrawn. */
  notices: Notice[];
  /** Addresses that were published once and that nothing but the list of addresses gives a page now. */
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
  /** Ids that it had before: their addresses lead to its own. */
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
  /** Id of the park that this one stands in (园中园). */
  parent?: string;
  /** Codes; the city is derived from the county where only that is given. */
  county?: string;
  city?: string;
  industries: string[];
  website?: string;
  summary?: string;
}

/** A picture file: what its address and its `<img>` need. */
export interface Picture {
  /** First 12 hex digits of the file's SHA-256. */
  hash: string;
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'svg';
  /** Pixels as shown (after EXIF rotation). */
  width: number;
  height: number;
  /** Parts of it may be transparent. */
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

export interface Issue extends Omit<IssueFile, 'cover' | 'categories' | 'editor'> {
  /** Folder name, `2022-09`. */
  id: string;
  /** Of a special issue (增刊, 特刊): which one of its month. */
  special?: number;
  editor?: string;
  cover?: CaptionedPicture;
  /** Category ids in the order of the columns. */
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
  /** Its Markdown, as it was checked: what is rendered is this text, never the file read again. */
  body: string;
  /** SHA-256 of the file's bytes. */
  digest: string;
  /** Whether readers may see it: ready, in a published issue, rights known. */
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
  counties: string[];
  /** City codes, derived from counties and parks or written. */
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
  /** Pictures of the body by the address they have there (`./images/a.jpg`), in their order. */
  pictures: Record<string, CaptionedPicture>;
  /** Characters of the body, white space not counted. */
  length: number;
}

/** All that readers may know of a withdrawn article. */
export interface Notice {
  /** The article's: `2022-09/slug`. */
  id: string;
  issue: string;
  /** Absent where it is not to be shown. */
  title?: string;
  date: CalendarDate;
  reason?: string;
  aliases: string[];
}

/** Pages that stay although nothing is left to list on them: a published address works for ever. */
export interface RetainedPages {
  regions: string[];
  years: number[];
}

/** 关于, 投稿, 无障碍说明, 更正. */
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

/** Whether readers may see an article: it is ready, its issue is published, and its rights are known. */
export function isPublic(
  article: Pick<ArticleFrontMatter, 'status' | 'rights'>,
  issue: Pick<Issue, 'status'>,
): boolean {
  return article.status === 'ready' && issue.status === 'published' && article.rights !== 'unknown';
}

/** Whether readers find a notice at an article's address: it was withdrawn, and its issue is published. */
export function hasNotice(
  article: Pick<ArticleFrontMatter, 'status' | 'withdrawn'>,
  issue: Pick<Issue, 'status'>,
): boolean {
  return article.status === 'withdrawn' && article.withdrawn !== undefined && issue.status === 'published';
}

/** The content without anything that readers must not see. */
export function publishedContent(content: Content): Content {
  return {
    ...content,
    issues: content.issues.filter(({ status }) => status === 'published'),
    articles: content.articles.filter((article) => article.public),
  };
}

/** The content with drafts; of a withdrawn article, its notice only. */
export function previewedContent(content: Content): Content {
  const noticed = new Set(content.notices.map(({ id }) => id));
  return { ...content, articles: content.articles.filter(({ id }) => !noticed.has(id)) };
}
