import type { Picture } from './content.ts';
import type { ThemeColours } from './theme.ts';

/** Pixels of a share picture: the size that messengers and social networks ask for (1.91:1). */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** What the share picture of an issue shows. */
export interface ShareView {
  masthead: string;
  /** Takes the place of the masthead in type. */
  mastheadPicture?: Picture;
  /** `2022年9月号` */
  label: string;
  /** `第1期　总第1期`; empty if a special issue has none. */
  number: string;
  headline?: string;
  colours: ThemeColours;
}
