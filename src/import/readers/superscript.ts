const RAISED = new Map(
  [...'0123456789+-()n'].map((character, index) => [character, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][index] ?? '']),
);
const LOWERED = new Map(
  [...'0123456789+-()'].map((character, index) => [character, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][index] ?? '']),
);

/**
 * Converts digits and signs to Unicode superscripts or subscripts, for m² and CO₂.
 * @returns undefined if the text has other characters or is too long
 */
export function scriptFigures(text: string, kind: 'sup' | 'sub'): string | undefined {
  const signs = kind === 'sup' ? RAISED : LOWERED;
  const figures = [...text].map((character) => signs.get(character));
  if (text.length > 6 || !/\d|^n$/u.test(text) || figures.includes(undefined)) return undefined;
  return figures.join('');
}
