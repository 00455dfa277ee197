import { LIST_KINDS } from './url.ts';

/** The kinds of pages with the pattern of their address below the site root. */
const KINDS = [
  ['front', /^$/u],
  ['search', /^search\/$/u],
  ['archive', /^issues\/$/u],
  ['year', /^issues\/\d{4}\/$/u],
  ['issue', /^issues\/(?:latest|\d{4}-\d{2}(?:-(?:\d{2}|s\d))?)\/$/u],
  ['print', /^issues\/\d{4}-\d{2}(?:-(?:\d{2}|s\d))?\/print\/$/u],
  ['article', /^issues\/\d{4}-\d{2}(?:-(?:\d{2}|s\d))?\/[^/]+\/$/u],
  ['index', new RegExp(`^(?:${LIST_KINDS.join('|')})/$`, 'u')],
  ['list', new RegExp(`^(?:${LIST_KINDS.join('|')})/`, 'u')],
] as const;

export type PageKind = (typeof KINDS)[number][0] | 'other';

/** @param address below the site root: `issues/2022-09/a/`, empty for the front page */
export function pageKind(address: string): PageKind {
  return KINDS.find(([, pattern]) => pattern.test(address))?.[0] ?? 'other';
}

export const KIND_LABELS: Record<PageKind, string> = {
  front: '首页',
  search: '检索页',
  archive: '往期',
  year: '年度总目录',
  issue: '一期的目录',
  print: '打印版',
  article: '稿件页',
  index: '名录页',
  list: '列表页',
  other: '其他页面',
};
