import { areAlike } from '../../text/similar-characters.ts';
import { FAMILY_NAMES } from '../../words/family-names.ts';
import { isHanzi } from '../../text/segment.ts';
import { mayBeMistyped } from './organisation-names.ts';

/** The characters around the one that differs, as offsets from it. */
export interface Pattern {
  around: readonly number[];
  /** How far before the character a person's name begins; absent for other names. */
  person?: number;
  /** Whether an organisation's name begins with the character. */
  beginning?: true;
  /** Whether an organisation's name ends with the character. */
  ending?: true;
}

export const PATTERNS: readonly Pattern[] = [
  { around: [-2, -1, 1] },
  { around: [-1, 1, 2] },
  { around: [1, 2, 3], beginning: true },
  { around: [-3, -2, -1], ending: true },
  { around: [-2, -1], person: 2 },
  { around: [-1, 1], person: 1 },
];

/** Maximum number of earlier positions that a position is compared with. */
const MAX_COMPARED = 8;
/** The kinds of a character, as bits. */
const IS_HANZI = 1;
const IS_MISTYPABLE = 2;
const IS_FAMILY_NAME = 4;
const IS_OTHER = 8;

/**
 * Finds pairs of positions with the same surroundings and similar characters, with a hash table whose chains
 * hold each character of a surrounding once.
 */
export function candidates(text: string, pattern: Pattern): [number, number][] {
  const kinds = kindsOf(text);
  const size = 2 ** Math.ceil(Math.log2(text.length + 1) + 1);
  const latest = new Int32Array(size).fill(-1);
  const before = new Int32Array(text.length).fill(-1);
  const found: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const key = keyAt(text, kinds, at, pattern);
    if (key === undefined) continue;
    const slot = key & (size - 1);
    let isNew = true;
    let other = latest[slot] ?? -1;
    for (let count = 0; other >= 0 && count < MAX_COMPARED; count++) {
      if (isSame(text, at, other, pattern)) {
        if (text[at] === text[other]) isNew = false;
        else if (areAlike(text[at] ?? '', text[other] ?? '')) found.push([other, at]);
      }
      other = before[other] ?? -1;
    }
    if (!isNew) continue;
    before[at] = latest[slot] ?? -1;
    latest[slot] = at;
  }
  return found;
}

function isSame(text: string, at: number, other: number, { around }: Pattern): boolean {
  return around.every((offset) => text[at + offset] === text[other + offset]);
}

const characterKinds = new Uint8Array(0xa000);

/** The kinds of each character of a text, cached by character. */
function kindsOf(text: string): Uint8Array {
  const kinds = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= characterKinds.length) continue;
    const kind = characterKinds[code] || kindOf(text[at] ?? '');
    characterKinds[code] = kind;
    kinds[at] = kind;
  }
  return kinds;
}

function kindOf(char: string): number {
  if (!isHanzi(char)) return IS_OTHER;
  return (
    IS_HANZI | (mayBeMistyped(char) ? IS_MISTYPABLE : 0) | (FAMILY_NAMES.includes(char) ? IS_FAMILY_NAME : 0)
  );
}

/** Characters before the last one of an organisation's name: 公司, 产业园, 开发区. */
const BEFORE_ENDING = '公集业技新流发开基中究验学大医银作总工';

/** A hash of the surroundings of a character; undefined where no name can be. */
function keyAt(
  text: string,
  kinds: Uint8Array,
  at: number,
  { around, person, ending }: Pattern,
): number | undefined {
  if (!((kinds[at] ?? 0) & IS_MISTYPABLE)) return undefined;
  if (person !== undefined && !((kinds[at - person] ?? 0) & IS_FAMILY_NAME)) return undefined;
  if (ending && !BEFORE_ENDING.includes(text[at - 1] ?? '。')) return undefined;
  let key = 0;
  for (const offset of around) {
    if (!((kinds[at + offset] ?? 0) & IS_HANZI)) return undefined;
    key = (Math.imul(key, 31_337) + text.charCodeAt(at + offset)) | 0;
  }
  return key >>> 1;
}
