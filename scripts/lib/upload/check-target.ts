import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { CommandError } from '../command-error.ts';

/** `name:path`, `:backend:path`: https://rclone.org/docs/#syntax-of-remote-paths. One letter is a disk of Windows. */
const REMOTE = /^:?[\w.+@ -]{2,}[:,]/u;

/**
 * Checks a target on this machine: an upload deletes what does not belong to the site.
 * @param site folder of the site
 * @throws CommandError if the target is the site itself, or a release
 */
export function checkTarget(target: string, site: string): void {
  if (target.trim() === '')
    throw new CommandError('位置是空的', '写 rclone 的位置，例如 daokan:bucket，或一个文件夹');
  if (REMOTE.test(target) || !existsSync(target)) return;
  const [to, from] = [realpathSync(target), realpathSync(site)];
  const isWithin = (inner: string, outer: string) => `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`);
  if (isWithin(to, from) || isWithin(from, to))
    throw new CommandError(
      `不能传到 ${target}：要传的网站就在那里`,
      '写网站空间的位置，或别的文件夹；只想放在本机，网站已经在了',
    );
  if (path.basename(path.dirname(to)) === 'releases' && existsSync(`${to}.json`))
    throw new CommandError(
      `不能传到 ${target}：那是 npm run release 做好的一版，读者正看着，或要退回去用`,
      '用 npm run release 发布到那里；要另传一份，写别的位置',
    );
}
