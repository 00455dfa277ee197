import type { VFile } from 'vfile';
import type { Picture } from '#core/content.ts';
import type { Urls } from '#core/url.ts';

/** Data that belongs to a body but is not part of its text. */
export interface BodyContext {
  /** The body's pictures by their address in the Markdown. */
  pictures: Record<string, { picture: Picture }>;
  /** 电头, inserted before the first paragraph. */
  dateline?: string;
}

/** Options of the rehype plugins. */
export interface BodyOptions {
  urls: Urls;
  /** The context of the body that is being rendered. */
  contextOf: (file: VFile) => BodyContext;
}
