import { describe, expect, it } from 'vitest';
import { type Colour, contrastOf, darkenUntil, lightenUntil } from '../../src/core/colour.ts';
import { accentContrast, lowContrasts, themeColour, themeColours, themeCss } from '../../src/core/theme.ts';

describe('a colour is moved until it has its contrast', () => {
  const COLOURS: Colour[] = [
    '#a61f17',
    '#1f7a1f',
    '#1d4ed8',
    '#888888',
    '#7b1fa2',
    '#00ffff',
    '#ffff00',
    '#000000',
    '#ffffff',
  ];
  it.each(COLOURS)('%s', (colour) => {
    for (const contrast of [3, 4.5, 7, 12]) {
      expect(contrastOf(darkenUntil(colour, '#ffffff', contrast), '#ffffff')).toBeGreaterThanOrEqual(
        contrast,
      );
      expect(contrastOf(lightenUntil(colour, '#000000', contrast), '#000000')).toBeGreaterThanOrEqual(
        contrast,
      );
    }
    expect(darkenUntil(colour, '#ffffff', 1)).toBe(colour);
    expect(lightenUntil(colour, '#000000', 1)).toBe(colour);
  });

  it('keeps its hue, and becomes black or white where nothing else is enough', () => {
    expect(COLOURS.map((colour) => darkenUntil(colour, '#ffffff', 7))).toMatchInlineSnapshot(`
      [
        "#a61f17",
        "#1a661a",
        "#1c4bcf",
        "#585858",
        "#7b1fa2",
        "#006363",
        "#5c5c00",
        "#000000",
        "#595959",
      ]
    `);
    expect(COLOURS.map((colour) => lightenUntil(colour, '#000000', 12))).toMatchInlineSnapshot(`
      [
        "#f4b4b0",
        "#71db71",
        "#b2c3f5",
        "#c5c5c5",
        "#e0b7f1",
        "#00ffff",
        "#ffff00",
        "#c4c4c4",
        "#ffffff",
      ]
    `);
    expect(darkenUntil('#a61f17', '#ffffff', 22)).toBe('#000000');
    expect(lightenUntil('#a61f17', '#000000', 22)).toBe('#ffffff');
  });
});

it('the declarations of a theme', () => {
  expect(themeCss({}, undefined)).toBe('');
  expect(themeCss({ '--page-width': '60rem', '--light-ink': '#000000' }, undefined)).toBe(
    '--page-width:60rem;--light-ink:#000000;',
  );
  expect(themeCss({}, '#1d4ed8')).toMatchInlineSnapshot(
    `"--light-accent:#1d4ed8;--dark-accent:#88a3ef;--high-light-accent:#1944bc;--high-dark-accent:#839fee;"`,
  );
  expect(themeCss({ '--dark-paper-deep': '#555555' }, '#1d4ed8')).toMatchInlineSnapshot(
    `"--dark-paper-deep:#555555;--light-accent:#1d4ed8;--dark-accent:#ecf1fc;--high-light-accent:#1944bc;--high-dark-accent:#839fee;"`,
  );
});

it('colours of a theme, or the standard', () => {
  expect(themeColour({ '--light-ink': '#ABCDEF' }, '--light-ink')).toBe('#abcdef');
  expect(themeColour({ '--light-ink': 'red' }, '--light-ink')).toBe('#211d19');
  expect(themeColour({}, '--unknown')).toBe('#000000');
  expect(themeColours({})).toEqual({
    accent: '#a61f17',
    paper: '#fbf8f1',
    ink: '#211d19',
    inkSoft: '#57504a',
    darkPaper: '#181613',
  });
  expect(themeColours({ '--light-paper': '#ffffff', '--dark-paper': '#000001' }, '#1d4ed8')).toEqual({
    accent: '#1d4ed8',
    paper: '#ffffff',
    ink: '#211d19',
    inkSoft: '#57504a',
    darkPaper: '#000001',
  });
});

it('texts with too little contrast', () => {
  expect(lowContrasts({})).toEqual([]);
  expect(lowContrasts({ '--light-ink': '#999999', '--dark-ink-soft': '#666666' })).toEqual([
    { text: '--light-ink', ground: '--light-paper', contrast: expect.closeTo(2.69, 2) },
    { text: '--light-ink', ground: '--light-paper-deep', contrast: expect.closeTo(2.44, 2) },
    { text: '--light-ink', ground: '--light-mark', contrast: expect.closeTo(2.12, 2) },
    { text: '--dark-ink-soft', ground: '--dark-paper', contrast: expect.closeTo(3.14, 2) },
    { text: '--dark-ink-soft', ground: '--dark-paper-deep', contrast: expect.closeTo(2.82, 2) },
  ]);
  expect(accentContrast({}, '#1d4ed8').ground).toBe('#f3ede0');
  expect(accentContrast({ '--light-paper-deep': '#ffffff' }, '#1d4ed8').ground).toBe('#fbf8f1');
});
