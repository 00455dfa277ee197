import path from 'node:path/posix';

/** The new place of a picture when its article moves. */
export interface PictureMove {
  from: string;
  to: string;
  /**
   * `moved`: only this article uses it; `copied`: another article uses it too; `there`: the target folder already
   * has the same picture.
   */
  how: 'moved' | 'copied' | 'there';
}

/**
 * Assigns each picture a path in the new folder. An identical picture is not written twice; a different one
 * with the same name gets the suffix `-2`, `-3` … Names that differ only in case count as the same, as on
 * Windows and macOS.
 * @param pictures paths of pictures in the old folder
 * @param files all paths of the content folder
 * @param claimed paths that other files refer to, existing or not; moved pictures must not take them
 */
export function movePictures(
  pictures: readonly string[],
  { from, to }: { from: string; to: string },
  files: readonly string[],
  claimed: ReadonlySet<string>,
  isShared: (picture: string) => boolean,
  read: (file: string) => Uint8Array,
): PictureMove[] {
  const taken = new Map(files.map((file) => [caseFolded(file), file]));
  const planned = new Map<string, string>();
  return pictures.map((picture) => {
    const preferred = path.join(to, path.relative(from, picture));
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? preferred : withSuffix(preferred, `-${number}`);
      const other = planned.get(caseFolded(name)) ?? taken.get(caseFolded(name));
      if (other === undefined && !claimed.has(name)) {
        planned.set(caseFolded(name), picture);
        return { from: picture, to: name, how: isShared(picture) ? 'copied' : 'moved' };
      }
      if (other !== undefined && other === name && Buffer.compare(read(other), read(picture)) === 0)
        return { from: picture, to: name, how: 'there' };
    }
  });
}

function caseFolded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Returns `./images/a-2.jpg` for `./images/a.jpg`, also if the name contains escapes. */
export function withSuffix(name: string, suffix: string): string {
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') ? name.slice(0, dot) + suffix + name.slice(dot) : name + suffix;
}
