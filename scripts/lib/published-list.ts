import { ADDRESS_LIST } from '../../src/core/address-list.ts';
import { createArchive } from '../../src/core/archive.ts';
import { type Content, publishedContent } from '../../src/core/content.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { publishedAddresses } from '../../src/core/published-addresses.ts';
import type { History } from './former-articles-git.ts';

const SHOWN = 3;

/** Every address that readers can open: pages, and redirects. */
export function addressesOf(content: Content): string[] {
  return publishedAddresses(createArchive(publishedContent(content)));
}

/** Addresses as a message names them: the first few, and how many there are. */
export function someAddresses(addresses: readonly string[]): string {
  const shown = addresses.slice(0, SHOWN).join('、');
  return addresses.length > SHOWN ? `${shown} 等` : shown;
}

/**
 * What is to be said of the list itself, and of a history that could not be asked: what neither of them
 * holds can be lost without a word.
 * @param published every address that readers can open
 * @param listed those of the list, where there is one
 * @param others what else is to be said: with errors, it is not known yet what will be published
 */
export function listReminders(
  published: readonly string[],
  listed: ReadonlySet<string> | undefined,
  { lacks }: History,
  others: readonly Diagnostic[],
): Diagnostic[] {
  const reminders: Diagnostic[] = [];
  const remind = (rule: 'address-list' | 'history', problem: string, fix: string) =>
    reminders.push({ rule, severity: 'warning', file: listed ? ADDRESS_LIST : '', problem, fix });
  const isRight = others.every(({ severity }) => severity !== 'error');
  const behind = isRight ? published.filter((address) => !listed?.has(address)) : [];
  if (behind.length > 0 && !listed) {
    remind(
      'address-list',
      '还没有网址清单，断了的网址不一定查得出来',
      `运行 npm run addresses，它会写好 ${ADDRESS_LIST}`,
    );
  } else if (behind.length > 0) {
    const problem = `网址清单里还没有这 ${behind.length} 个网址：${someAddresses(behind)}`;
    remind('address-list', problem, '发布以后运行 npm run addresses，把它们记进去');
  }
  const history = historyReminder(listed !== undefined, lacks);
  if (history && lacks !== 'none') remind('history', ...history);
  return reminders;
}

/**
 * What is to be said where the history could not be asked whether addresses were lost.
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
