import { type Colour, contrastOf, darkenUntil, lightenUntil, parseColour } from './colour.ts';
import type { Picture } from './content.ts';

/** How a bulletin looks, where it differs from the default. */
export interface Theme {
  /** Declarations of custom properties for `:root`; empty if there are none. */
  css: string;
  colours: ThemeColours;
  /** Replaces the title on the front page. */
  masthead?: Picture;
  /** A square picture. */
  icon?: Picture;
}

/** Colours that files outside the styles need: icons, share pictures, the manifest. */
export interface ThemeColours {
  accent: Colour;
  paper: Colour;
  ink: Colour;
  inkSoft: Colour;
  darkPaper: Colour;
}

/** What the value of a custom property must be. */
export type ThemeValueKind = 'colour' | 'fonts' | 'length';

export interface ThemeProperty {
  kind: ThemeValueKind;
  /** The value in `tokens.css`. */
  standard: string;
  /** Chinese, for the handbook. */
  about: string;
}

/** The custom properties that `theme/style.css` may set; `tokens.css` reads them. */
export const THEME_PROPERTIES: Readonly<Record<string, ThemeProperty>> = {
  '--light-paper': { kind: 'colour', standard: '#fbf8f1', about: '浅色：纸色' },
  '--light-paper-deep': { kind: 'colour', standard: '#f3ede0', about: '浅色：表头、引文的底色' },
  '--light-ink': { kind: 'colour', standard: '#211d19', about: '浅色：文字' },
  '--light-ink-soft': { kind: 'colour', standard: '#57504a', about: '浅色：日期、图注等次要文字' },
  '--light-rule': { kind: 'colour', standard: '#d8cfbf', about: '浅色：细线' },
  '--light-mark': { kind: 'colour', standard: '#f6dd8f', about: '浅色：检索结果里标出的字的底色' },
  '--dark-paper': { kind: 'colour', standard: '#181613', about: '深色：底色' },
  '--dark-paper-deep': { kind: 'colour', standard: '#23201c', about: '深色：表头、引文的底色' },
  '--dark-ink': { kind: 'colour', standard: '#ece6da', about: '深色：文字' },
  '--dark-ink-soft': { kind: 'colour', standard: '#b8afa2', about: '深色：日期、图注等次要文字' },
  '--dark-rule': { kind: 'colour', standard: '#403a33', about: '深色：细线' },
  '--dark-mark': { kind: 'colour', standard: '#6b5314', about: '深色：检索结果里标出的字的底色' },
  '--fonts-serif': {
    kind: 'fonts',
    standard: "'Songti SC', …, serif",
    about: '标题和正文的字体，读者机器上有的',
  },
  '--fonts-sans': { kind: 'fonts', standard: "'PingFang SC', …, sans-serif", about: '小字、按钮的字体' },
  '--page-width': { kind: 'length', standard: '68rem', about: '版心最宽多少' },
  '--line-width': { kind: 'length', standard: '40rem', about: '正文一行最宽多少' },
};

/** The accent of the standard look, in light mode. */
export const STANDARD_ACCENT: Colour = '#a61f17';
/** WCAG 2.2, 1.4.3 (AA): minimum contrast of a text with its background. */
export const MIN_CONTRAST = 4.5;
/** Higher in dark mode, where thin strokes glare, and for high contrast (AAA requires 7). */
const DARK_CONTRAST = 6.5;
const HIGH_CONTRAST = 8;

export type ThemeValues = Readonly<Record<string, string>>;

/** A colour of the theme, or its standard. */
export function themeColour(values: ThemeValues, name: string): Colour {
  return parseColour(values[name] ?? '') ?? parseColour(THEME_PROPERTIES[name]?.standard ?? '') ?? '#000000';
}

/**
 * The declarations that make a theme: values of custom properties, and the accent with its variants for dark mode
 * and high contrast.
 * @param values names and values of `THEME_PROPERTIES`
 */
export function themeCss(values: ThemeValues, accent: Colour | undefined): string {
  const accents: ThemeValues = accent
    ? {
        '--light-accent': accent,
        '--dark-accent': lightenUntil(accent, themeColour(values, '--dark-paper-deep'), DARK_CONTRAST),
        '--high-light-accent': darkenUntil(accent, '#ffffff', HIGH_CONTRAST),
        '--high-dark-accent': lightenUntil(accent, '#000000', HIGH_CONTRAST),
      }
    : {};
  return Object.entries({ ...values, ...accents })
    .map(([name, value]) => `${name}:${value};`)
    .join('');
}

/** The colours of a theme; where it sets none, the standard. */
export function themeColours(values: ThemeValues, accent: Colour = STANDARD_ACCENT): ThemeColours {
  return {
    accent,
    paper: themeColour(values, '--light-paper'),
    ink: themeColour(values, '--light-ink'),
    inkSoft: themeColour(values, '--light-ink-soft'),
    darkPaper: themeColour(values, '--dark-paper'),
  };
}

/** Pairs of text and background that must be readable, in both modes. */
const TEXT_ON_GROUND = [
  ['ink', 'paper'],
  ['ink', 'paper-deep'],
  ['ink', 'mark'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'paper-deep'],
] as const;

export interface LowContrast {
  /** The custom property of the text, and that of its background. */
  text: string;
  ground: string;
  contrast: number;
}

/** The pairs of text and background with too little contrast. */
export function lowContrasts(values: ThemeValues): LowContrast[] {
  return ['light', 'dark'].flatMap((mode) =>
    TEXT_ON_GROUND.flatMap(([ink, paper]) => {
      const [text, ground] = [`--${mode}-${ink}`, `--${mode}-${paper}`];
      const contrast = contrastOf(themeColour(values, text), themeColour(values, ground));
      return contrast < MIN_CONTRAST ? [{ text, ground, contrast }] : [];
    }),
  );
}

/** The background with the lowest contrast to the accent, and that contrast. */
export function accentContrast(values: ThemeValues, accent: Colour): { ground: Colour; contrast: number } {
  const grounds = ['--light-paper', '--light-paper-deep'].map((name) => themeColour(values, name));
  const contrasts = grounds.map((ground) => ({ ground, contrast: contrastOf(accent, ground) }));
  const [worst = { ground: '#ffffff', contrast: 21 }] = contrasts.toSorted((a, b) => a.contrast - b.contrast);
  return worst;
}
