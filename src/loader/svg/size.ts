import { SvgError } from './svg-error.ts';

/** CSS pixels of one unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
  q: 96 / 101.6,
};
const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?';
const LENGTH = new RegExp(`^(${NUMBER})([a-z]*)$`, 'iu');
const FIX = '在 <svg> 里写上 viewBox，例如 viewBox="0 0 1200 800"，或用绘图软件另存为“纯 SVG”';

/**
 * The size of a drawing in pixels, from the attributes of its root.
 * @throws SvgError if they do not define one
 */
export function sizeOf(attributes: ReadonlyMap<string, string>): { width: number; height: number } {
  const box = boxOf(attributes.get('viewBox'));
  const [wide, high] = [lengthOf(attributes.get('width')), lengthOf(attributes.get('height'))];
  const ratio = box && box.width / box.height;
  const width = wide ?? (high !== undefined && ratio ? high * ratio : box?.width);
  const height = high ?? (wide !== undefined && ratio ? wide / ratio : box?.height);
  if (width === undefined || height === undefined) throw new SvgError('没有写明大小', FIX);
  const size = { width: Math.round(width), height: Math.round(height) };
  const isSane = [size.width, size.height].every((side) => side >= 1 && side <= 1_000_000);
  if (!isSane) throw new SvgError('写明的大小不对', FIX);
  return size;
}

/** A length in pixels; undefined for percentages. */
function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = ''] = LENGTH.exec(text ?? '') ?? [];
  const pixels = UNITS[unit.toLowerCase()];
  return number === undefined || pixels === undefined ? undefined : Number(number) * pixels;
}

function boxOf(text: string | undefined): { width: number; height: number } | undefined {
  const [, , width = 0, height = 0, more] = (text ?? '').split(/[\s,]+/u).map(Number);
  return width > 0 && height > 0 && more === undefined ? { width, height } : undefined;
}
