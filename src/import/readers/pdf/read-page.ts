import { type Matrix, multiply, moved, pointAt } from './matrix.ts';
import type { Box, Glyph, PageContent, PlacedPicture } from './page-content.ts';
import { loadPdfjs, type PdfPage } from './pdfjs.ts';

/** A glyph as the library's operator list has it; numbers between glyphs move the next one. */
interface ListedGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: [number, number, number] | null;
}

interface Font {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  fontMatrix?: Matrix;
}

/** The part of the graphics state that places text. */
interface State {
  ctm: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: Font;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const PLAIN_MATRIX: Matrix = [1, 0, 0, 1, 0, 0];
const THOUSANDTH: Matrix = [0.001, 0, 0, 0.001, 0, 0];
const INVISIBLE_MODES = new Set([3, 7]);
const BOLD_NAME = /bold|black|heavy|hei|黑|xiaobiaosong|小标宋/iu;
/** Thickness of a rule, in points. */
const MAX_RULE = 3;
const MIN_RULE_LENGTH = 15;
/** Share of a character above its foot. */
const ASCENT_SHARE = 0.85;

/** Reads the position of each character, picture and rule of a page by interpreting the page's operators. */
export async function readPage(page: PdfPage): Promise<PageContent> {
  const { AnnotationMode, OPS } = await loadPdfjs();
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const content: PageContent = { width, height, glyphs: [], pictures: [], rules: [] };
  const fontOf = (id: string): Font => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font) : {});
  const drawing = new Drawing(content, transform as Matrix, fontOf, OPS.endPath);
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  for (const [index, code] of list.fnArray.entries())
    drawing.run(names.get(code) ?? '', list.argsArray[index] ?? []);
  return content;
}

/** Interprets the operators of a page (PDF 32000-1, 8.4 and 9.4) that place text and pictures. */
class Drawing {
  readonly #content: PageContent;
  readonly #fontOf: (id: string) => Font;
  /** Code of the operator that ends a path without painting it. */
  readonly #unpainted: number;
  readonly #saved: State[] = [];
  #state: State;

  constructor(content: PageContent, page: Matrix, fontOf: (id: string) => Font, unpainted: number) {
    this.#unpainted = unpainted;
    this.#content = content;
    this.#fontOf = fontOf;
    this.#state = {
      ctm: page,
      text: PLAIN_MATRIX,
      x: 0,
      y: 0,
      lineX: 0,
      lineY: 0,
      font: {},
      size: 1,
      characterSpace: 0,
      wordSpace: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  run(name: string, args: unknown[]): void {
    const state = this.#state;
    const [first, second] = args as number[];
    switch (name) {
      case 'save':
        this.#save();
        break;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#state = this.#saved.pop() ?? state;
        break;
      case 'transform':
        state.ctm = multiply(state.ctm, args as Matrix);
        break;
      case 'paintFormXObjectBegin':
        this.#save();
        if (args[0]) this.#state.ctm = multiply(this.#state.ctm, args[0] as Matrix);
        break;
      case 'beginText':
        Object.assign(state, { text: PLAIN_MATRIX, x: 0, y: 0, lineX: 0, lineY: 0 });
        break;
      case 'setTextMatrix':
        Object.assign(state, { text: args[0] as Matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
        break;
      case 'setFont':
        Object.assign(state, { font: this.#fontOf(args[0] as string), size: second ?? 1 });
        break;
      case 'setCharSpacing':
        state.characterSpace = first ?? 0;
        break;
      case 'setWordSpacing':
        state.wordSpace = first ?? 0;
        break;
      case 'setHScale':
        state.scale = (first ?? 100) / 100;
        break;
      case 'setLeading':
        state.leading = -(first ?? 0);
        break;
      case 'setTextRise':
        state.rise = first ?? 0;
        break;
      case 'setTextRenderingMode':
        state.mode = first ?? 0;
        break;
      case 'setLeadingMoveText':
        state.leading = second ?? 0;
        this.#moveLine(first ?? 0, second ?? 0);
        break;
      case 'moveText':
        this.#moveLine(first ?? 0, second ?? 0);
        break;
      case 'nextLine':
        this.#moveLine(0, state.leading);
        break;
      case 'showText':
        this.#show(args[0] as (ListedGlyph | number | null)[]);
        break;
      default:
        this.#paint(name, args);
    }
  }

  #paint(name: string, args: unknown[]): void {
    if (name === 'paintImageXObject') this.#addPicture(String(args[0]));
    else if (name === 'constructPath') this.#addRules(args);
  }

  #save(): void {
    this.#saved.push({ ...this.#state });
  }

  #moveLine(x: number, y: number): void {
    const state = this.#state;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  #show(glyphs: (ListedGlyph | number | null)[]): void {
    const state = this.#state;
    const { font, size } = state;
    const unit = size * (font.fontMatrix ?? THOUSANDTH)[0];
    const isVertical = font.vertical === true;
    let along = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        along += ((isVertical ? 1 : -1) * glyph * size) / 1000;
        continue;
      }
      const space = state.characterSpace + (glyph.isSpace ? state.wordSpace : 0);
      const [length, acrossBy, aboveBy] = glyph.vmetric ?? [-1000, glyph.width / 2, 880];
      const advance = isVertical ? -length * unit : glyph.width * unit;
      if (isVertical) {
        // The origin of a vertical glyph is above its middle.
        this.#addGlyph(glyph.unicode, [-acrossBy * unit, -along - aboveBy * unit], glyph.width * unit);
        along += advance - space;
      } else {
        this.#addGlyph(glyph.unicode, [along * state.scale, 0], advance * state.scale);
        along += advance + space;
      }
    }
    if (isVertical) state.y -= along;
    else state.x += along * state.scale;
  }

  #addGlyph(text: string, [x, y]: [number, number], width: number): void {
    const state = this.#state;
    const { ctm, font } = state;
    const matrix = moved(multiply(ctm, state.text), state.x + x, state.y + y + state.rise);
    const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
    const corners = [
      [0, 0],
      [width, 0],
      [0, state.size * ASCENT_SHARE],
      [width, state.size * (ASCENT_SHARE - 1)],
    ].map(([along = 0, up = 0]) => pointAt(matrix, along, up));
    const box = boxOf(corners);
    const { width: pageWidth, height: pageHeight, glyphs } = this.#content;
    const upright = matrix[0] > 0 && Math.abs(matrix[1]) < matrix[0] / 10;
    const glyph: Glyph = {
      ...box,
      text,
      base: matrix[5],
      size,
      font: font.name ?? '',
      bold: font.bold === true || font.black === true || BOLD_NAME.test(font.name ?? ''),
      turned: font.vertical === true || !upright,
      invisible: INVISIBLE_MODES.has(state.mode),
      outside: box.x1 < 0 || box.x0 > pageWidth || matrix[5] < 0 || matrix[5] > pageHeight,
    };
    glyphs.push(glyph);
  }

  #addPicture(id: string): void {
    const corners = [0, 1, 2, 3].map((corner) =>
      pointAt(this.#state.ctm, corner % 2, Math.floor(corner / 2)),
    );
    const picture: PlacedPicture = { ...boxOf(corners), id };
    this.#content.pictures.push(picture);
  }

  /** @param args painting operator, and the path in a list */
  #addRules([painting, path]: unknown[]): void {
    const [numbers] = (path ?? []) as (ArrayLike<number> | undefined)[];
    if (painting === this.#unpainted || !numbers || !('length' in numbers)) return;
    for (const points of subpaths(numbers)) {
      const rule = boxOf(points.map(([x, y]) => pointAt(this.#state.ctm, x, y)));
      const [long, thick] = [rule.x1 - rule.x0, rule.bottom - rule.top].toSorted((a, b) => b - a);
      if ((thick ?? 0) <= MAX_RULE && (long ?? 0) >= MIN_RULE_LENGTH) this.#content.rules.push(rule);
    }
  }
}

/** Numbers that follow each operator of a path: move, line, cubic curve, quadratic curve, close. */
const PATH_ARGUMENTS = [2, 2, 6, 4, 0];

/** The points of each connected part of a path. */
function subpaths(numbers: ArrayLike<number>): [number, number][][] {
  const out: [number, number][][] = [];
  for (let at = 0; at < numbers.length;) {
    const operator = numbers[at] ?? 0;
    const count = PATH_ARGUMENTS[operator] ?? 0;
    if (operator === 0) out.push([]);
    for (let each = at + 1; each < at + 1 + count; each += 2)
      out.at(-1)?.push([numbers[each] ?? 0, numbers[each + 1] ?? 0]);
    at += 1 + count;
  }
  return out.filter((points) => points.length > 1);
}

function boxOf(points: (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), x1: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
