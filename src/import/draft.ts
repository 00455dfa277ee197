import type { Person } from '#core/byline.ts';
import type { Block, ImportWarning, Span } from './manuscript.ts';

/**
 * One article with the fields that were recognised. Fields that are not printed in the manuscript stay
 * undefined for the editor. `blocks` holds every span of the article's part of the manuscript, also the
 * dropped and moved ones.
 */
export interface Draft {
  /** Number of the article in its input, from 1. */
  number: number;
  title?: string;
  kicker?: string;
  subtitle?: string;
  /** The part of the title before ｜. */
  series?: string;
  byline: Person[];
  dateline?: string;
  source?: string;
  editor?: string;
  date?: string;
  /** Column head as printed. */
  category?: string;
  park: string[];
  county: string[];
  genre?: '访谈' | '图片新闻';
  interviewee?: { name: string; post: string };
  masked: boolean;
  /** Set if there is no evidence of permission to publish. */
  rights?: 'unknown';
  reprint?: { url?: string; originalDate?: string };
  /** Printed text without a field of its own: 栏目：某某访谈. */
  printed: string[];
  blocks: Block[];
  notes: Map<string, Span[][]>;
  /** Captions and credits by picture name. */
  captions: Map<string, { caption: string; credit: string }>;
  warnings: ImportWarning[];
}

/** Names registered in the content folder. The importer uses them to recognise printed names, never to add any. */
export interface KnownNames {
  categories: KnownName[];
  parks: KnownName[];
  counties: KnownCounty[];
  sources: KnownName[];
  series: KnownName[];
  /** Names of the bulletin and its publisher. */
  bulletin?: string[];
}

export interface KnownName {
  name: string;
  aliases: string[];
}

export interface KnownCounty extends KnownName {
  /** Names of its city and its province. */
  above: string[];
}
