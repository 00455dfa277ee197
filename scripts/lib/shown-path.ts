import path from 'node:path';

/** A file as the editor is told of it: from the folder where the command runs, else from the root. */
export function shownPath(...parts: string[]): string {
  const full = path.resolve(...parts);
  const relative = path.relative('.', full);
  return relative.startsWith('..') ? full : relative || '.';
}
