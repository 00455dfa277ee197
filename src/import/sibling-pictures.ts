import path from 'node:path/posix';

/**
 * The picture that a text names, among those that lie beside it. Writers' systems take no heed of case, keep
 * accents apart, and name pictures by places of another computer (`D:/照片/a.jpg`).
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

/** Of several, nobody knows which is meant. */
function onlyMatch(found: { bytes: Uint8Array }[]): Uint8Array | undefined {
  return found.length === 1 ? found[0]?.bytes : undefined;
}
