import type { Run } from './contestant.ts';

/** Chinese labels for tables and charts. */
export const RUN_LABELS: Record<Run, string> = {
  cold: '从头生成',
  'warm-none': '什么都没改',
  'warm-article': '改了一篇新稿',
  'warm-old-article': '改了一篇旧稿',
  'warm-register': '改了一个园区的名称',
  'warm-template': '改了一个模板',
};

export const TOOL_LABELS: Record<string, string> = {
  ours: '本刊',
  hugo: 'Hugo + Pagefind',
  'hugo-pictures': 'Hugo（图片同样处理）+ Pagefind',
  eleventy: 'Eleventy + Pagefind',
  hexo: 'Hexo + Pagefind',
};
