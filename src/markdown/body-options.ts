import type { VFile } from 'vfile';
import type { Picture } from '#core/content.ts';
import type { Urls } from '#core/url.ts';

/** What belongs to a body and does not stand in it. */
export interface BodyContext {
  /** The body's pictures by the address they have there. */
  pictures: Record<string, { picture: Picture }>;
  /** 电头, set before the first paragraph. */
  dateline?: string;
}

/** What the plugins that make HTML must know. */
export interface BodyOptions {
  urls: Urls;
  /** The context of the body that is being rendered. */
  contextOf: (file: VFile) => BodyContext;
}
