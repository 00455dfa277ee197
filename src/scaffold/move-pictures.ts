import path from 'node:path/posix';

/** Where a picture goes when its article moves. */
export interface PictureMove {
  from: string;
  to: string;
  /** moved: only this article used it; copied: another uses it too; there: the same picture is there already. */
  how: 'moved' | 'copied' | 'there';
}

/**
 * Finds each picture a place in the new folder. The same picture is not written twice; another picture
 * of the same name keeps it, and the newcomer gets `-2`, `-3` … Names that differ in case only count
 * as the same, as they do on Windows and macOS.
 * @param pictures paths inside the old folder
 * @param files all paths of the content folder
 * @param claimed paths that other files name, there or not: a newcomer must not appear in their place
 */
export function movePictures(
  pictures: readonly string[],
  { from, to }: { from: string; to: string },
  files: readonly string[],
  claimed: ReadonlySet<string>,
  isShared: (picture: string) => boolean,
  read: (file: string) => Uint8Array,
): PictureMove[] {
  const taken = new Map(files.map((file) => [folded(file), file]));
  const planned = new Map<string, string>();
  return pictures.map((picture) => {
    const wish = path.join(to, path.relative(from, picture));
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wish : withSuffix(wish, `-${number}`);
      const other = planned.get(folded(name)) ?? taken.get(folded(name));
      if (other === undefined && !claimed.has(name)) {
        planned.set(folded(name), picture);
        return { from: picture, to: name, how: isShared(picture) ? 'copied' : 'moved' };
      }
      if (other !== undefined && other === name && Buffer.compare(read(other), read(picture)) === 0)
        return { from: picture, to: name, how: 'there' };
    }
  });
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** `./images/a-2.jpg` for `./images/a.jpg`, also where the name is written in escapes. */
export function withSuffix(name: string, suffix: string): string {
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') ? name.slice(0, dot) + suffix + name.slice(dot) : name + suffix;
}
