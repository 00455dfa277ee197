import type { Archive } from '#core/archive.ts';
import type { Urls } from '#core/url.ts';

/** What every view is made from. A view is a plain object that holds all that its page shows. */
export interface ViewContext {
  archive: Archive;
  urls: Urls;
}

export interface Link {
  name: string;
  url: string;
}
