import type { Site } from './schema/site.ts';
import type { ListKind } from './url.ts';

/** What readers call each kind of list in a bulletin that gives no names of its own. */
const LIST_NAMES = {
  categories: '栏目',
  parks: '园区',
  regions: '地区',
  series: '专栏',
  topics: '主题',
  industries: '产业',
} as const satisfies Record<ListKind, string>;

/** What readers of a bulletin call each kind of list: `labels` of `site.yaml`, or the standard names. */
export function listNames({ labels }: Pick<Site, 'labels'>): Record<ListKind, string> {
  return { ...LIST_NAMES, ...labels };
}

/** The names of parks within parks and above them: 园中园 and 上级园区, or 下属港区 and 上级港区. */
export function parkRelations({ parks }: Record<ListKind, string>): { above: string; inside: string } {
  const inside = parks === LIST_NAMES.parks ? '园中园' : `下属${parks}`;
  return { above: `上级${parks}`, inside };
}

/** The hint in the boxes of the search. */
export function searchPlaceholder({ parks }: Record<ListKind, string>): string {
  return `${parks}、企业、数字`;
}
