const SUPERSCRIPT = signs('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ');
const SUBSCRIPT = signs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

/** Unicode characters by code in a symbol font; those that occur in Chinese office documents. */
const SYMBOLS = new Map<string, Map<number, string>>([
  [
    'wingdings',
    codes([
      [0x28, '☎✆✉'],
      [0x4a, '☺'],
      [0x6c, '●❍■□'],
      [0x72, '❒⬧⧫◆❖'],
      [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
      [0x9e, '·•'],
      [0xa1, '○'],
      [0xa4, '◉◎'],
      [0xa7, '▪◻'],
      [0xab, '★'],
      [0xd8, '➢'],
      [0xdf, '←→↑↓'],
      [0xe8, '➔'],
      [0xf0, '⇨'],
      [0xfb, '✗✓☒☑'],
    ]),
  ],
  [
    'wingdings 2',
    codes([
      [0x4f, '✗✓☒☑☒'],
      [0xa3, '□'],
    ]),
  ],
  [
    'symbol',
    codes([
      [0x44, 'Δ'],
      [0x53, 'Σ'],
      [0x57, 'Ω'],
      [0x61, 'αβ'],
      [0x64, 'δ'],
      [0x6c, 'λμ'],
      [0x70, 'πθρσ'],
      [0xa3, '≤'],
      [0xa5, '∞'],
      [0xac, '←↑→↓°±″≥×'],
      [0xb7, '•÷≠≡≈…'],
      [0xd6, '√'],
    ]),
  ],
]);

/** Word stores characters of symbol fonts from this code point on, in the private use area. */
const PRIVATE = 0xf000;

/**
 * Converts text to Unicode superscripts or subscripts.
 * @returns undefined if a character has no such form
 */
export function toScript(text: string, script: 'superscript' | 'subscript'): string | undefined {
  const table = script === 'superscript' ? SUPERSCRIPT : SUBSCRIPT;
  let out = '';
  for (const character of text) {
    const sign = /\s/u.test(character) ? character : table.get(character);
    if (sign === undefined) return undefined;
    out += sign;
  }
  return out;
}

/**
 * The Unicode character for a symbol font's character.
 * @param code in the font, or with 0xF000 added
 */
export function symbolOf(font: string, code: number): string | undefined {
  return SYMBOLS.get(font.trim().toLowerCase())?.get(code >= PRIVATE ? code - PRIVATE : code);
}

function signs(plain: string, other: string): Map<string, string> {
  const to = [...other];
  return new Map([...plain].map((character, index) => [character, to[index] ?? character]));
}

function codes(runs: [first: number, signs: string][]): Map<number, string> {
  return new Map(
    runs.flatMap(([first, text]) => [...text].map((sign, index) => [first + index, sign] as const)),
  );
}
