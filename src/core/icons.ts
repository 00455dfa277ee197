import type { Theme } from './theme.ts';

/** A PNG icon of the bulletin, below the site root. */
export interface IconFile {
  /** Without its extension. */
  name: string;
  /** Pixels. */
  size: number;
  /**
   * `rounded` is shown unchanged; phones crop `square` (Apple rounds its corners); of `maskable`, phones show at
   * least the circle whose diameter is 80% of the side (W3C Web App Manifest, "safe zone").
   */
  shape: 'rounded' | 'square' | 'maskable';
}

/** The PNG icons that the page and the manifest name. */
export const PNG_ICONS: readonly IconFile[] = [
  { name: 'apple-touch-icon', size: 180, shape: 'square' },
  { name: 'icon-192', size: 192, shape: 'rounded' },
  { name: 'icon-512', size: 512, shape: 'rounded' },
  { name: 'icon-maskable-192', size: 192, shape: 'maskable' },
  { name: 'icon-maskable-512', size: 512, shape: 'maskable' },
];

/** Sides in pixels of the pictures in `favicon.ico`: for tabs, for the task bar, for shortcuts on Windows. */
export const ICO_SIZES: readonly number[] = [16, 32, 48];

/** Whether there is an SVG icon: not if the bulletin's icon is made of pixels. */
export function hasSvgIcon({ icon }: Pick<Theme, 'icon'>): boolean {
  return icon === undefined || icon.format === 'svg';
}
