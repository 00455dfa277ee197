import type { CalendarDate } from './calendar-date.ts';

/** A feed, whatever its format. All addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  /** The page that the feed belongs to. */
  home: string;
  /** The feed's own address. */
  self: string;
  /** Date of the last change, from the dates of its content. */
  updated?: CalendarDate;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** A permanent id, which does not change when the article is renamed. */
  id: string;
  url: string;
  title: string;
  date: CalendarDate;
  /** Date of the last correction. */
  modified?: CalendarDate;
  summary: string;
  /** The whole article as HTML, for feeds with full text. */
  html?: string;
  authors: string[];
  /** Column, topics, series. */
  categories: string[];
  picture?: Enclosure;
  /** Files that hold a whole issue. */
  files?: Enclosure[];
}

/** A file that accompanies an entry. */
export interface Enclosure {
  url: string;
  /** `image/webp` */
  type: string;
  bytes: number;
}

/** Entries of a feed; older ones are left out, so that no feed grows with the archive. */
export const MAX_ENTRIES = 30;

/** Bytes of a feed. Feed readers fetch it again and again, and some refuse large ones. */
export const MAX_FEED_BYTES = 300_000;

/** A page of the sitemap, or one of its parts. */
export interface SitemapEntry {
  /** Absolute. */
  url: string;
  /** Date of the last change of its content; absent if unknown. */
  modified?: CalendarDate;
}
