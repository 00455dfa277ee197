/** Why a drawing cannot be published; `rebuildSvg()` catches it. */
export class SvgError extends Error {
  readonly fix: string;

  constructor(problem: string, fix = '用绘图软件另存为“纯 SVG”，或存成 PNG') {
    super(problem);
    this.fix = fix;
  }

  static at(line: number, problem: string, fix?: string): SvgError {
    return new SvgError(`第 ${line} 行${problem}`, fix);
  }
}

/** A piece of the source for a message: shortened, without control characters. */
export function quoted(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
