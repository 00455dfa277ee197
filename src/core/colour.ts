/** A colour as `#rrggbb`, lower case. */
export type Colour = `#${string}`;

/** Returns the colour for `A61F17` or `#a61f17`; undefined if the text is no such colour. */
export function parseColour(text: string): Colour | undefined {
  const [, digits] = /^#?([0-9a-f]{6})$/iu.exec(text) ?? [];
  return digits === undefined ? undefined : `#${digits.toLowerCase()}`;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Darkens the colour until it has this contrast with a light background. Hue and saturation stay. */
export function darkenUntil(colour: Colour, ground: Colour, contrast: number): Colour {
  return moveLightness(colour, 0, ground, contrast);
}

/** Lightens the colour until it has this contrast with a dark background. Hue and saturation stay. */
export function lightenUntil(colour: Colour, ground: Colour, contrast: number): Colour {
  return moveLightness(colour, 1, ground, contrast);
}

/** Steps of lightness from the colour to black or white. */
const LIGHTNESS_STEPS = 100;

function moveLightness(colour: Colour, end: 0 | 1, ground: Colour, contrast: number): Colour {
  const { hue, saturation, lightness } = toHsl(colour);
  for (let step = 0; step <= LIGHTNESS_STEPS; step++) {
    const moved = lightness + ((end - lightness) * step) / LIGHTNESS_STEPS;
    const result = step === 0 ? colour : fromHsl(hue, saturation, moved);
    if (contrastOf(result, ground) >= contrast) return result;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

/** Red, green and blue, each 0 to 1. */
function channels(colour: Colour): [number, number, number] {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Hue in degrees, saturation and lightness 0 to 1. */
function toHsl(colour: Colour): { hue: number; saturation: number; lightness: number } {
  const [red, green, blue] = channels(colour);
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [range, lightness] = [max - min, (max + min) / 2];
  if (range === 0) return { hue: 0, saturation: 0, lightness };
  const sector =
    max === red
      ? (green - blue) / range
      : max === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return { hue: (sector * 60 + 360) % 360, saturation: range / (1 - Math.abs(2 * lightness - 1)), lightness };
}

function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  // CSS Color 4, 7.1 "Converting HSL colors to sRGB".
  const channel = (offset: number) => {
    const place = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
