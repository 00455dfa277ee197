import { createHash } from 'node:crypto';
import { compareText } from '#core/text/compare-text.ts';
import { lines } from './lines.ts';

/** Folder of the archived files inside the bag (BagIt's payload directory). */
const PAYLOAD = 'data/';
const MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** Files by their path inside the archive copy. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Packs files as a bag: the format in which libraries and archives exchange files (BagIt 1.0, RFC 8493). It has the
 * SHA-256 of every file, in the form that `sha256sum --check` reads.
 * @param payload the archived files, by path below `data/`
 * @param readme text file that explains the bag
 * @param info labels and values of `bag-info.txt`
 */
export function bagOf(payload: Files, readme: string, info: readonly [string, string][]): Files {
  const kept = [...payload].map(([name, bytes]): [string, Uint8Array] => [`${PAYLOAD}${name}`, bytes]);
  const size = kept.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const tags: [string, Uint8Array][] = [
    ['README.md', lines(readme)],
    [
      'bag-info.txt',
      lines(...[...info, ['Payload-Oxum', `${size}.${kept.length}`]].map((each) => each.join(': '))),
    ],
    ['bagit.txt', lines('BagIt-Version: 1.0', 'Tag-File-Character-Encoding: UTF-8')],
    [MANIFEST, manifest(kept)],
  ];
  return new Map([
    ...tags,
    [TAG_MANIFEST, manifest(tags)],
    ...kept.toSorted(([a], [b]) => compareText(a, b)),
  ]);
}

/** A file of a bag that is not as it was packed. */
export interface Damage {
  kind: 'missing' | 'changed' | 'added' | 'unreadable';
  file: string;
}

/**
 * Compares the files of a bag with its manifests.
 * @param files undefined for a file that cannot be unpacked
 * @returns the number of files that were compared, and what differs, in order of the paths
 */
export function damageOf(files: ReadonlyMap<string, Uint8Array | undefined>): {
  compared: number;
  damage: Damage[];
} {
  const damage = new Map<string, Damage['kind']>();
  const listed = new Map<string, string>();
  for (const name of [TAG_MANIFEST, MANIFEST]) {
    const bytes = files.get(name);
    if (!bytes) damage.set(name, files.has(name) ? 'unreadable' : 'missing');
    else for (const [file, digest] of digestsIn(bytes)) listed.set(file, digest);
  }
  for (const [file, digest] of listed) {
    const bytes = files.get(file);
    if (!bytes) damage.set(file, files.has(file) ? 'unreadable' : 'missing');
    else if (sha256(bytes) !== digest) damage.set(file, 'changed');
  }
  for (const file of files.keys()) {
    if (!listed.has(file) && file !== TAG_MANIFEST && !damage.has(file)) damage.set(file, 'added');
  }
  return {
    compared: listed.size,
    damage: [...damage]
      .map(([file, kind]) => ({ kind, file }))
      .toSorted((a, b) => compareText(a.file, b.file)),
  };
}

function manifest(files: readonly [string, Uint8Array][]): Uint8Array {
  const sorted = files.toSorted(([a], [b]) => compareText(a, b));
  return lines(...sorted.map(([name, bytes]) => `${sha256(bytes)}  ${name}`));
}

function digestsIn(bytes: Uint8Array): [file: string, digest: string][] {
  const rows = new TextDecoder().decode(bytes).matchAll(/^([0-9a-f]{64}) [ *](.+)$/gmu);
  return [...rows].map(([, digest = '', file = '']) => [file, digest]);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
