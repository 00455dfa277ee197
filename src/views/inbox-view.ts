import type { InboxDraft } from '#core/inbox-draft.ts';
import { type ArticleView, articleView } from './article-view.ts';
import type { Link, ViewContext } from './view.ts';

/** One draft of the inbox, with missing fields and problems. */
export interface InboxView {
  title: string;
  file: string;
  blanks: InboxDraft['blanks'];
  problems: { place: string; severity: string; problem: string; fix: string }[];
  /** Undefined if the file cannot be parsed as an article. */
  view?: ArticleView;
}

export function inboxLinks(
  drafts: readonly InboxDraft[],
  { urls }: ViewContext,
): (Link & { file: string; state: string })[] {
  return drafts.map((draft) => ({
    name: titleOf(draft),
    url: urls.inbox(draft.name),
    file: draft.file,
    state: stateOf(draft),
  }));
}

export function inboxView(draft: InboxDraft, context: ViewContext): InboxView {
  const { urls } = context;
  const inbox = { name: '来稿箱', url: urls.inbox() };
  const view = draft.article && articleView(draft.article, context);
  return {
    title: titleOf(draft),
    file: draft.file,
    blanks: draft.blanks,
    problems: draft.problems.map((each) => ({
      place: each.line === undefined ? '' : `第${each.line}行`,
      severity: each.severity === 'error' ? '错误' : '提醒',
      problem: each.problem,
      fix: each.fix,
    })),
    ...(view && {
      view: {
        ...view,
        breadcrumb: [{ name: '首页', url: urls.home() }, inbox],
        issue: { ...inbox, serial: '还没有定期' },
        ...(draft.article?.date === '' && { date: '日期未定' }),
      },
    }),
  };
}

function titleOf({ article, file }: InboxDraft): string {
  return article?.title ?? file.replace(/^inbox\//u, '');
}

function stateOf({ article, blanks, problems }: InboxDraft): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const parts = [
    ...(article ? [] : ['读不懂']),
    ...(errors > 0 ? [`${errors} 处错误`] : []),
    ...(blanks.length > 0 ? [`还有 ${blanks.length} 项要补`] : []),
  ];
  return parts.join('，') || '都填好了，可以定期';
}
