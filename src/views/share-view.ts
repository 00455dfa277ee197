import type { Issue } from '#core/content.ts';
import { numberLabel, serialLabel } from '#core/issue-label.ts';
import type { ShareView } from '#core/share-picture.ts';
import { coverOf } from './issue-view.ts';
import type { ViewContext } from './view.ts';

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
