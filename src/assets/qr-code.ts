import { encode } from 'uqr';

/** Modules of white around a code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as the path of an SVG: one line for each run of dark modules, 1 high. */
export interface QrCode {
  /** Side in modules. */
  size: number;
  path: string;
}

export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) => {
    const dark = row.map((isDark) => (isDark ? '1' : '0')).join('');
    return [...dark.matchAll(/1+/gu)].map(({ 0: run, index }) => `M${index} ${y}.5h${run.length}`);
  });
  return { size, path: runs.join('') };
}
