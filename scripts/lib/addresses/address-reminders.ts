import { ADDRESS_LIST } from '../../../src/core/address-list.ts';
import { createArchive } from '../../../src/core/archive.ts';
import { type Content, publishedContent } from '../../../src/core/content.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { publishedAddresses } from '../../../src/core/published-addresses.ts';
import type { History } from '../former-articles-git.ts';

/** Maximum number of addresses named in a message; more would hide its fix. */
const MAX_NAMED_ADDRESSES = 3;

/** Every address that readers can open: pages, and redirects. */
export function addressesOf(content: Content): string[] {
  return publishedAddresses(createArchive(publishedContent(content)));
}

/** The first few addresses, for a message. */
export function summarizeAddresses(addresses: readonly string[]): string {
  const shown = addresses.slice(0, MAX_NAMED_ADDRESSES).join('、');
  return addresses.length > MAX_NAMED_ADDRESSES ? `${shown} 等` : shown;
}

/**
 * Warnings about the address list and an unreadable Git history: addresses that neither of them holds can be
 * lost unnoticed.
 * @param published every address that readers can open
 * @param listed addresses of the list, if there is one
 * @param others the other diagnostics; with errors it is not yet known what will be published
 */
export function listReminders(
  published: readonly string[],
  listed: ReadonlySet<string> | undefined,
  { lacks }: History,
  others: readonly Diagnostic[],
): Diagnostic[] {
  const reminders: Diagnostic[] = [];
  const addReminder = (rule: 'address-list' | 'history', problem: string, fix: string) =>
    reminders.push({ rule, severity: 'warning', file: listed ? ADDRESS_LIST : '', problem, fix });
  const hasNoErrors = others.every(({ severity }) => severity !== 'error');
  const unlisted = hasNoErrors ? published.filter((address) => !listed?.has(address)) : [];
  if (unlisted.length > 0 && !listed) {
    addReminder(
      'address-list',
      '还没有网址清单，断了的网址不一定查得出来',
      `运行 npm run addresses，它会写好 ${ADDRESS_LIST}`,
    );
  } else if (unlisted.length > 0) {
    const problem = `网址清单里还没有这 ${unlisted.length} 个网址：${summarizeAddresses(unlisted)}`;
    addReminder('address-list', problem, '发布以后运行 npm run addresses，把它们记进去');
  }
  const history = historyReminder(listed !== undefined, lacks);
  if (history && lacks !== 'none') addReminder('history', ...history);
  return reminders;
}

/**
 * Problem and fix if the Git history could not be checked for lost addresses.
 * @param hasList whether the content folder has a list of published addresses
 */
export function historyReminder(
  hasList: boolean,
  lacks: History['lacks'],
): [problem: string, fix: string] | undefined {
  switch (lacks) {
    case 'shallow':
      return [
        'Git 历史只取了一部分，更早删去的稿件查不出来',
        '取全历史：git fetch --unshallow（自动流程里写 fetch-depth: 0）',
      ];
    case 'failed':
      return ['Git 历史读不了，删去的稿件查不出来', '在内容文件夹里运行 git log，照它说的办'];
    case 'none':
      return hasList
        ? undefined
        : [
            '没有网址清单，也没有 Git 历史，断了的网址查不出来',
            `运行 npm run addresses，它会写好 ${ADDRESS_LIST}`,
          ];
    default:
      return undefined;
  }
}
