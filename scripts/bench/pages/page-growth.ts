import { GROWTH_BYTES, LOAD_BYTES } from '../../../src/core/budgets.ts';
import { KIND_LABELS } from '../../../src/core/page-kind.ts';
import type { PageLoad } from './page-loads.ts';

/** How much more a page loads in the largest bulletin than in the smallest. */
export interface PageGrowth {
  address: string;
  /** With gzip. */
  bytes: number;
  /** Whether the two can be compared: a list of a year in progress has fewer links than that of a whole year. */
  alike: boolean;
}

/** @param loads of bulletins that begin with the same articles, the smallest first */
export function growthOf(loads: PageLoad[]): PageGrowth[] {
  const [least, most] = [loads[0]?.articles, loads.at(-1)?.articles];
  if (least === most) return [];
  return loads
    .filter(({ articles }) => articles === least)
    .flatMap((small) => {
      const large = loads.find(({ articles, address }) => articles === most && address === small.address);
      if (!large) return [];
      const alike = small.links === large.links || small.kind !== 'year';
      return [{ address: small.address, bytes: large.gzip - small.gzip, alike }];
    });
}

/** Chinese lines that name each page over its budget. Searching loads pieces of the index, held elsewhere. */
export function pagesOverBudget(loads: PageLoad[], growth: PageGrowth[]): string[] {
  const searching = (address: string) => address.includes('?');
  return [
    ...loads
      .filter(({ kind, address, gzip }) => !searching(address) && gzip > LOAD_BYTES[kind])
      .map(
        ({ kind, articles, address, gzip }) =>
          `${KIND_LABELS[kind]} /${address}（${articles} 篇）要下载 ${gzip} 字节，上限 ${LOAD_BYTES[kind]}`,
      ),
    ...growth
      .filter(({ address, bytes, alike }) => alike && !searching(address) && bytes > GROWTH_BYTES)
      .map(({ address, bytes }) => `/${address} 随刊物长了 ${bytes} 字节，上限 ${GROWTH_BYTES}`),
  ];
}
