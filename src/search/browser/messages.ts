import type { LoadFault } from './load.ts';
import { filterCount, type SearchQuery } from './query.ts';
import type { SearchMode } from './search.ts';
import type { Found } from './searcher.ts';

/** The messages of the search page. */

export const IDLE = '输入检索词，或按条件筛选';
export const LOADING = '正在检索…';

/** The line above the results. */
export function summary(query: SearchQuery, { mode, total, unfiltered, note }: Found): string {
  return resultsLine(query, mode, total, unfiltered) + note;
}

function resultsLine(query: SearchQuery, mode: SearchMode, total: number, unfiltered: number): string {
  const { text } = query;
  const about = text ? `“${text}”` : '所选条件';
  if (total > 0) {
    return mode === 'related'
      ? `没有印着${about}的稿件。下面是相关的${total}篇：`
      : `${label(mode, about)}${total}篇`;
  }
  if (!text) return '没有稿件符合所选条件。';
  if (unfiltered > 0 && filterCount(query) > 0) return `所选条件下没有${about}，去掉条件有${unfiltered}篇。`;
  return `没有找到${about}。可以少写几个字，换个说法，或从下面列出的里找。`;
}

function label(mode: string, about: string): string {
  if (mode === 'punct') return `${about}（不计标点）：`;
  if (mode === 't2s') return `${about}（繁体已转为简体）：`;
  if (mode === 'terms') return `同时有${about}各词：`;
  return `${about}：`;
}

const FAULTS: Record<LoadFault, string> = {
  offline: '检索没有成功，可能是网络断了。',
  stalled: '检索没有成功：等了十秒，检索用的文件还没有传来，可能是网络太慢。',
  missing: '检索没有成功：检索用的文件不在了，可能是网站正在更新。',
  damaged: '检索没有成功：传来的检索文件不完整，或者是别的网页。请看看上网是不是要先登录。',
  outdated: '检索没有成功：传来的检索文件有新有旧，网站可能刚刚更新。',
};
const UNKNOWN = '检索没有成功，程序出了错。';

/** The message for an error that remains after the second try. */
export function failure(fault: LoadFault | undefined): string {
  return fault === undefined ? UNKNOWN : FAULTS[fault];
}

/** Added to an answer without results if the table of traditional characters could not be loaded. */
export const NOT_SIMPLIFIED = '繁简对照表没有载入，繁体字没有转成简体。';
