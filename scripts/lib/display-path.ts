import path from 'node:path';

/** A path for messages: relative to the working directory if it is inside it, else absolute. */
export function displayPath(...parts: string[]): string {
  const full = path.resolve(...parts);
  const relative = path.relative('.', full);
  return relative.startsWith('..') ? full : relative || '.';
}
