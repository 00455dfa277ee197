import type { Diagnostic } from '#core/diagnostic.ts';

/** An article that was public once and whose file is gone. */
export interface FormerArticle {
  /** Its last path inside the content folder, `issues/2022-09/a.md`. */
  file: string;
  title: string;
  /** Its own address and its old ones, without the base path: `/issues/2022-09/a/`. */
  addresses: string[];
}

/** An article that is in the content folder now. */
export interface PresentArticle {
  file: string;
  title: string;
}

/**
 * Reports published addresses that no page or redirect serves any more.
 * @param isServed whether a page or a redirect has the address
 * @param present the articles of today; one with the same title counts as the renamed file
 */
export function lostAddresses(
  former: readonly FormerArticle[],
  isServed: (address: string) => boolean,
  present: readonly PresentArticle[] = [],
): Diagnostic[] {
  const byTitle = new Map(present.map(({ title, file }) => [title, file]));
  return former.flatMap(({ file, title, addresses }): Diagnostic[] => {
    const lost = addresses.filter((address) => !isServed(address));
    if (lost.length === 0) return [];
    const line = `aliases: [${lost.join(', ')}]`;
    const renamed = byTitle.get(title);
    return [
      {
        rule: 'address',
        severity: 'error',
        file,
        problem: `“${title}”发布过，它的网址 ${lost.join('、')} 现在打不开了`,
        fix: renamed
          ? `在 ${renamed} 的稿件信息里加一行 ${line}`
          : `改了名、移了期的，在新文件里加一行 ${line}；要撤稿的，恢复这个文件，写 status: withdrawn，再加一行 withdrawn: { date: 2022-10-31 }（撤稿那天的日期）`,
      },
    ];
  });
}
