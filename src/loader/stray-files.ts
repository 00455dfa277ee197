import path from 'node:path/posix';
import type { ContentFolder } from './content-folder-fs.ts';

/** Files that are read because of their path. */
const READ_BY_PATH = [
  /^(?:site|categories|regions|sources|series|topics|industries|check)\.yaml$/u,
  /^(?:addresses\.txt|README(?:\.md)?|LICENSE)$/u,
  /^parks\/[^/]+\.ya?ml$/u,
  /^pages\/[^/]+\.md$/u,
  /^inbox\/[^/]+\.mdx?$/u,
  /^issues\/[^/]+\/(?:issue\.yaml|[^/]+\.mdx?)$/u,
];
/** Files that are read only if another file refers to them. */
const NAMED_BY_OTHERS = /^(?:issues\/[^/]+|inbox|pages)\/(?:images|pages)\/.+$|^issues\/[^/]+\/[^/]+\.pdf$/u;
/** Files that operating systems and editors leave behind. */
const EDITOR_LEFTOVERS =
  /(?:^|\/)(?:Thumbs\.db|desktop\.ini|~\$[^/]+|[^/]+~|[^/]+\.(?:swp|swo|crswap|~tmp))$/iu;
/** Extensions that editors mistake for those that are read. */
const WRONG_EXTENSIONS: readonly [wrong: RegExp, right: string][] = [
  [/\.(?:markdown|mdown|mkd|mdx?\.txt)$/iu, '.md'],
  [/\.(?:yml|yaml\.txt|yml\.txt)$/iu, '.yaml'],
  [/\.MD$/iu, '.md'],
  [/\.YAML$/iu, '.yaml'],
];

/**
 * Warns about every file that nothing reads.
 * @param complete whether all bodies were read: only then is a picture without a reference unused
 */
export function checkStrayFiles(folder: ContentFolder, complete: { issues: boolean; inbox: boolean }): void {
  for (const file of folder.files) {
    if (EDITOR_LEFTOVERS.test(file) || READ_BY_PATH.some((known) => known.test(file)) || folder.isUsed(file))
      continue;
    // An unreadable site.yaml may refer to it.
    if (file.startsWith('images/') && folder.hasError('site.yaml')) continue;
    const top = file.split('/', 2).join('/');
    if (NAMED_BY_OTHERS.test(file)) {
      const isKnown = file.startsWith('inbox/') ? complete.inbox : complete.issues;
      // An unreadable body may refer to any of them.
      if (!isKnown || folder.hasError(file.startsWith('issues/') ? top : path.dirname(path.dirname(file)))) {
        continue;
      }
      warn(file, '没有稿件用到这个文件', unusedFix(file));
    } else warn(file, '这个文件不会发布', strayFix(file));
  }

  function warn(file: string, problem: string, fix: string): void {
    folder.collector(file).add([{ rule: 'stray-file', severity: 'warning', problem, fix }]);
  }
}

function unusedFix(file: string): string {
  return /\.pdf$/iu.test(file)
    ? '在 issue.yaml 里写上（pdf 或 pages），或删去这个文件'
    : '在稿件里用上它（核对图片地址），或删去这个文件';
}

function strayFix(file: string): string {
  for (const [wrong, right] of WRONG_EXTENSIONS) {
    const renamed = file.replace(wrong, right);
    if (renamed !== file && READ_BY_PATH.some((known) => known.test(renamed))) {
      return `改名为 ${path.basename(renamed)}；不要的就删去`;
    }
  }
  if (/^pages\/[^/]+\.mdx$/u.test(file)) return `固定页面只用 .md：改名为 ${path.basename(file, 'x')}`;
  if (file === 'regions-choice.yaml') {
    return '不用了，可以删去：在 site.yaml 里写 provinces: [某某省]，就有全省的市县；regions.yaml 里只留补充的';
  }
  if (/^parks\//u.test(file)) return 'parks 里一个园区一个文件，以 .yaml 结尾；其他文件移走';
  if (/\.(?:docx?|wps|rtf|txt|pdf|html?|zip)$/iu.test(file)) {
    return '来稿先用 npm run import 变成草稿，再用 npm run move 移进来；原件移到别处';
  }
  if (/\.mdx?$/iu.test(file) && !file.startsWith('issues/')) {
    return '稿件放进 issues 里那一期的文件夹，没定期的放进 inbox，固定页面放进 pages；其他文件移走';
  }
  return '稿件直接放在期的文件夹里，文件名以 .md 或 .mdx 结尾；图片放进 images；其他文件移走';
}
