import type { Person } from '#core/byline.ts';
import type { Block, ImportWarning, Span } from './manuscript.ts';

/**
 * One article as it was understood. Only what is printed is here: what an editor has to decide stays
 * undefined. Its blocks hold every span of its part of the manuscript, each with its fate.
 */
export interface Draft {
  /** Number of the article in its input, from 1. */
  number: number;
  title?: string;
  kicker?: string;
  subtitle?: string;
  /** What stands before ｜ in the title. */
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
  /** Set where nobody has said that the piece may be printed. */
  rights?: 'unknown';
  reprint?: { url?: string; originalDate?: string };
  /** What is printed and has no field of its own: 栏目：某某访谈. */
  printed: string[];
  blocks: Block[];
  notes: Map<string, Span[][]>;
  /** Pictures by the name that their blocks use: what their caption says. */
  captions: Map<string, { caption: string; credit: string }>;
  warnings: ImportWarning[];
}

/** Names that the content folder knows; the importer writes no park, county or column that is not printed. */
export interface KnownNames {
  categories: KnownName[];
  parks: KnownName[];
  counties: KnownCounty[];
  sources: KnownName[];
  series: KnownName[];
}

export interface KnownName {
  name: string;
  aliases: string[];
}

export interface KnownCounty extends KnownName {
  /** Names of the city and the province that it lies in. */
  above: string[];
}
