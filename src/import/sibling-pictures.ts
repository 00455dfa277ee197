import path from 'node:path/posix';

/**
 * Finds the picture that a text refers to, among those beside it. Compares the exact path, then the path
 * without case and Unicode normalization differences, then the file name alone: authors use file systems
 * that ignore case or decompose accents, and refer to paths on their own computers (`D:/照片/a.jpg`).
 * @returns its path among the siblings
 */
export function siblingOf(name: string, siblings: ReadonlyMap<string, Uint8Array>): string | undefined {
  const wanted = path.normalize(name);
  if (siblings.has(wanted)) return wanted;
  const files = [...siblings.keys()];
  const alike = files.filter((file) => comparableName(file) === comparableName(wanted));
  if (alike.length > 0) return onlyMatch(alike);
  const base = path.basename(comparableName(wanted));
  return onlyMatch(files.filter((file) => path.basename(comparableName(file)) === base));
}

function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Undefined if there are several: the reference is ambiguous. */
function onlyMatch(found: string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}
