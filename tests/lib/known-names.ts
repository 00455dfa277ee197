import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KnownName, KnownNames } from '../../src/import/draft.ts';

const FILE = path.join(import.meta.dirname, '../fixtures/manuscripts/names.json');

/** The registered names of the fixture manuscripts. */
export function knownNames(): KnownNames {
  const listed = JSON.parse(readFileSync(FILE, 'utf8')) as Record<
    'categories' | 'sources' | 'series',
    string[]
  > &
    Pick<KnownNames, 'parks' | 'counties'>;
  const plain = (names: string[]): KnownName[] => names.map((name) => ({ name, aliases: [] }));
  return {
    ...listed,
    categories: plain(listed.categories),
    sources: plain(listed.sources),
    series: plain(listed.series),
  };
}
