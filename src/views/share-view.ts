import type { Issue, Picture } from '#core/content.ts';
import { numberLabel, serialLabel } from '#core/issue-label.ts';
import type { ThemeColours } from '#core/theme.ts';
import { coverOf } from './issue-view.ts';
import type { ViewContext } from './view.ts';

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

export function shareView(issue: Issue, context: ViewContext): ShareView {
  const { masthead, headline, label } = coverOf(issue, context);
  const { theme } = context.archive.content;
  return {
    masthead,
    label,
    number: [numberLabel(issue), serialLabel(issue)].filter(Boolean).join('　'),
    colours: theme.colours,
    ...(theme.masthead && { mastheadPicture: theme.masthead }),
    ...(headline && { headline }),
  };
}
