import { pageKind, type PageKind } from '../../../src/core/page-kind.ts';
import type { SiteDifference } from './compare-sites-fs.ts';

/** Maximum number of pages of the kind `other` named in a message; more are only counted. */
const MAX_NAMED = 3;

/** Kinds of which a site has many, each with its counter; the others are single pages. */
const COUNTED: Partial<Record<PageKind, string>> = {
  year: '个年度总目录',
  issue: '期的目录',
  print: '期的打印版',
  article: '篇稿件',
  index: '个名录页',
  list: '个列表页',
};
const SINGLE: Partial<Record<PageKind, string>> = { front: '首页', search: '检索页', archive: '往期' };
/** Files that are no pages, in the order in which they are named. */
const FILES: readonly [RegExp, string][] = [
  [/^404\.html$/u, '“找不到”页（404）'],
  [/^_astro\/.*\.css$/u, '样式（每一页的样子都可能变）'],
  [/^_astro\//u, '脚本'],
  [/^fonts\//u, '字体'],
  [/^pictures\//u, '图片'],
  [/^(?:pagefind\/|search\/.)/u, '检索数据'],
  [/^admin\//u, '编辑表单和手册'],
];
const ORDER: readonly PageKind[] = [
  'front',
  'search',
  'archive',
  'year',
  'issue',
  'print',
  'article',
  'index',
  'list',
];

/** `首页、往期、12 篇稿件、/about/` */
export function groupAddresses(addresses: readonly string[]): string {
  const isFile = (address: string) => FILES.some(([pattern]) => pattern.test(address));
  const pages = addresses.filter((address) => !isFile(address));
  const counted = ORDER.flatMap((kind) => {
    const count = pages.filter((address) => pageKind(address) === kind).length;
    if (count === 0) return [];
    return SINGLE[kind] ?? `${count} ${COUNTED[kind]}`;
  });
  const others = pages.filter((address) => pageKind(address) === 'other').map((address) => `/${address}`);
  const named = others.length > MAX_NAMED ? [`${others.length} 个其他页面`] : others;
  const files = FILES.filter(([pattern], index) =>
    addresses.some(
      (address) => pattern.test(address) && FILES.findIndex(([other]) => other.test(address)) === index,
    ),
  ).map(([, label]) => label);
  return [...counted, ...named, ...files].join('、');
}

const TITLES: readonly [keyof SiteDifference, string][] = [
  ['changed', '变了的'],
  ['added', '多出来的'],
  ['removed', '没有了的'],
];

/** @param all whether to list every address below its group */
export function formatDifference(difference: SiteDifference, all: boolean): string {
  const lines = TITLES.flatMap(([key, title]) => {
    const addresses = difference[key];
    if (addresses.length === 0) return [];
    return [
      `${title}：${groupAddresses(addresses)}`,
      ...(all ? addresses.map((address) => `  /${address}`) : []),
    ];
  });
  if (lines.length === 0) return '生成的网站一个字也不变。';
  const hint = all ? [] : ['（逐个网址列出来：加 --all）'];
  return ['网站上有变化：', ...lines, ...hint].join('\n');
}
