import type { Issue } from '#core/content.ts';
import { monthLabel, numberLabel, serialLabel } from '#core/issue-label.ts';
import { SHARE_HEIGHT, SHARE_WIDTH } from '#core/share-size.ts';
import type { ThemeColours } from '#core/theme.ts';
import { coverOf } from './issue-view.ts';
import type { ViewContext } from './view.ts';

/** What the share picture of an issue shows. */
export interface ShareView {
  masthead: string;
  /** `2022年9月号` */
  label: string;
  /** `第1期　总第1期`; empty if a special issue has none. */
  number: string;
  headline?: string;
  colours: ThemeColours;
}

/** The share picture of an issue, for Open Graph. */
export interface SharePicture {
  /** Path with the base path. */
  url: string;
  type: 'image/png';
  width: number;
  height: number;
  alt: string;
}

export function shareView(issue: Issue, context: ViewContext): ShareView {
  const { masthead, headline, label } = coverOf(issue, context);
  return {
    masthead,
    label,
    number: [numberLabel(issue), serialLabel(issue)].filter(Boolean).join('　'),
    colours: context.archive.content.theme.colours,
    ...(headline && { headline }),
  };
}

/** Address, size and text of an issue's share picture. */
export function sharePictureOf(issue: Issue, { archive, urls }: ViewContext): SharePicture {
  return {
    url: urls.sharePicture(issue.id),
    type: 'image/png',
    width: SHARE_WIDTH,
    height: SHARE_HEIGHT,
    alt: `《${archive.content.site.title}》${monthLabel(issue)}`,
  };
}
