import path from 'node:path/posix';

/**
 * Finds the picture that a text refers to, among those beside it. Compares the exact path, then the path
 * without case and Unicode normalization differences, then the file name alone: authors use file systems
 * that ignore case or decompose accents, and refer to paths on their own computers (`D:/照片/a.jpg`).
 */
export function siblingOf(name: string, siblings: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const wanted = path.normalize(name);
  const exact = siblings.get(wanted);
  if (exact) return exact;
  const known = [...siblings].map(([file, bytes]) => ({ file: comparableName(file), bytes }));
  const alike = known.filter(({ file }) => file === comparableName(wanted));
  if (alike.length > 0) return onlyMatch(alike);
  return onlyMatch(known.filter(({ file }) => path.basename(file) === path.basename(comparableName(wanted))));
}

function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Undefined if there are several: the reference is ambiguous. */
function onlyMatch(found: { bytes: Uint8Array }[]): Uint8Array | undefined {
  return found.length === 1 ? found[0]?.bytes : undefined;
}
