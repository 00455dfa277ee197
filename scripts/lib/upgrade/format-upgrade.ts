import { formatDifference } from './format-difference.ts';
import type { Upgrade } from './prepare-upgrade.ts';

/**
 * The report for people: the versions, what the changelog says, what changes on the site and in the content.
 * @param all whether to list every address
 */
export function formatUpgrade(upgrade: Upgrade, all: boolean): string {
  const { from, to, major, older, pages, migrated, changes } = upgrade;
  const parts = [
    `现在的版本 ${from}，要换成 ${to}。`,
    older ? '这是换成旧的版本。回到上一次升级以前，用 park-bulletin upgrade --undo。' : '',
    major ? '这是另一个大版本：命令、设置、网页都可能不一样，先读下面“要做的”，看清变了哪些网页再换。' : '',
    changes && `更新记录：\n\n${changes.replaceAll(/^#+ /gmu, '')}`,
    formatDifference(pages, all),
    migrated.length > 0 ? `内容的格式要改，${migrated.length} 个文件：${migrated.join('、')}` : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}
