import { readingsOf } from './reading.ts';

/** First and last bytes of the hanzi of GB 2312 in its encoding. */
const ROWS = [0xb0, 0xf7] as const;
const CELLS = [0xa1, 0xfe] as const;

/**
 * The characters of GB 2312 by their syllables: `{ "gao": "高搞告…" }`. A character is listed under all its readings.
 */
export function soundTable(): Record<string, string> {
  const table: Record<string, string> = {};
  for (const character of commonCharacters()) {
    for (const syllable of new Set(readingsOf(character))) {
      table[syllable] = (table[syllable] ?? '') + character;
    }
  }
  return table;
}

function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = ROWS[0]; row <= ROWS[1]; row += 1) {
    for (let cell = CELLS[0]; cell <= CELLS[1]; cell += 1) bytes.push(row, cell);
  }
  const text = new TextDecoder('gb2312').decode(new Uint8Array(bytes));
  return [...text].filter((character) => /\p{Script=Han}/u.test(character));
}
