import path from 'node:path/posix';
import { correctedAddress } from '../markdown/picture-source.ts';

const FOLDER_FIX = '把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg';
const MISSING_FIX = '把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）';

/**
 * Finds the files that editors refer to among the listed files of the content folder, so that no path can
 * lead to a hidden file or out of the folder.
 */
export class FileFinder {
  readonly #files: ReadonlySet<string>;
  /** Files by their NFC name: some systems store names decomposed, `é` as `e` and an accent. */
  readonly #composed: ReadonlyMap<string, string>;

  /** @param files paths inside the content folder, with `/` */
  constructor(files: readonly string[]) {
    this.#files = new Set(files);
    this.#composed = new Map(files.map((file) => [file.normalize('NFC'), file]));
  }

  /**
   * @param from path of the file that contains the reference
   * @param src the reference, relative to that file
   * @returns path inside the content folder, or the problem; `isMissing` if there is no file of a similar name
   */
  find(from: string, src: string): { file: string } | { problem: string; fix: string; isMissing?: true } {
    const target = path.join(path.dirname(from), src);
    if (/^\.\.(?:\/|$)/u.test(target) || path.isAbsolute(src) || /^[a-z]:/iu.test(src)) {
      const fix = /^[a-z]:/iu.test(src)
        ? `把图片放进这一期的 images 文件夹，写成 ${correctedAddress(src)}`
        : FOLDER_FIX;
      return { problem: '不在内容文件夹里', fix };
    }
    const file = this.#files.has(target) ? target : this.#composed.get(target.normalize('NFC'));
    if (file !== undefined) return { file };
    if (src.includes('\\'))
      return { problem: '的路径用了反斜线“\\”', fix: `改用“/”，写成 ${correctedAddress(src)}` };
    const folded = (name: string) => name.normalize('NFC').toLowerCase();
    const alike = [...this.#files].find((each) => folded(each) === folded(target));
    if (alike === undefined) return { problem: '找不到', fix: MISSING_FIX, isMissing: true };
    const name = path.relative(path.dirname(from), alike);
    return { problem: '找不到，大小写不一样', fix: `写成 ${name.startsWith('.') ? name : `./${name}`}` };
  }
}

/** Files whose names differ only in Unicode normalization, each with the first of that name. */
export function composedTwins(files: readonly string[]): [file: string, twin: string][] {
  const first = new Map<string, string>();
  return files.flatMap((file): [string, string][] => {
    const composed = file.normalize('NFC');
    const twin = first.get(composed);
    if (twin === undefined) first.set(composed, file);
    return twin === undefined ? [] : [[file, twin]];
  });
}
