import type { Archive } from '#core/archive.ts';
import type { Urls } from '#core/url.ts';

/** The input of every view. A view is a plain object with all data that its page shows. */
export interface ViewContext {
  archive: Archive;
  urls: Urls;
}

export interface Link {
  name: string;
  url: string;
}
