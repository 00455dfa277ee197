import { SVG, DESCRIPTION_ELEMENTS } from './vocabulary.ts';
import { SIMPLIFY_FIX, MAX_SVG_CHARACTERS, parseXml } from './parse.ts';
import { bindReferences, shapesBelow } from './references.ts';
import { SvgError } from './svg-error.ts';
import { makeShapes, type Shape } from './shapes.ts';
import { sizeOf } from './size.ts';
import { tidy } from './values.ts';

/** A drawing that is safe to publish. */
export interface Drawing {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Its texts, titles, descriptions and labels. */
  texts: string[];
}

/**
 * Rebuilds a drawing from static shapes, their presentation, texts, and references inside the drawing. Only
 * names and values on an allowlist are written, so that nothing runs, loads, or is hidden. Idempotent.
 * @returns the drawing, or why it cannot be published
 */
export function rebuildSvg(source: string): Drawing | { problem: string; fix: string } {
  try {
    const root = makeShapes(parseXml(source.replace(/^\uFEFF/u, '')));
    const size = sizeOf(root.attributes);
    const ids = bindReferences(root);
    const writer = new Writer(ids);
    writer.add(root, ` xmlns="${SVG}"`);
    return { svg: writer.text, ...size, texts: textsOf(root) };
  } catch (error) {
    if (error instanceof SvgError) return { problem: error.message, fix: error.fix };
    throw error;
  }
}

/** Writes XML up to a size limit: a style rule for thousands of shapes can expand a short source. */
class Writer {
  readonly #ids: ReadonlyMap<Shape, string>;
  readonly #pieces: string[] = [];
  #length = 0;

  constructor(ids: ReadonlyMap<Shape, string>) {
    this.#ids = ids;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  add(shape: Shape, more = ''): void {
    const { name, children } = shape;
    this.#put(`<${name}${more}`);
    for (const [key, value] of attributesOf(shape, this.#ids)) this.#put(` ${key}="${escaped(value)}"`);
    this.#put(children.length === 0 ? '/>' : '>');
    for (const child of children) {
      if (typeof child === 'string') this.#put(escaped(child));
      else this.add(child);
    }
    if (children.length > 0) this.#put(`</${name}>`);
  }

  #put(piece: string): void {
    this.#length += piece.length;
    if (this.#length > MAX_SVG_CHARACTERS) throw new SvgError('太大（SVG 展开后不超过 4 MB）', SIMPLIFY_FIX);
    this.#pieces.push(piece);
  }
}

function attributesOf(shape: Shape, ids: ReadonlyMap<Shape, string>): [string, string][] {
  const { attributes, style, href, labels } = shape;
  const all = new Map(attributes);
  const id = ids.get(shape);
  if (id !== undefined) all.set('id', id);
  if (href !== undefined) all.set('href', `#${href}`);
  const declarations = sorted(style).map(([key, value]) => `${key}:${value}`);
  if (declarations.length > 0) all.set('style', declarations.join(';'));
  for (const [key, list] of labels) if (list.length > 0) all.set(key, list.join(' '));
  return sorted(all);
}

function sorted(map: ReadonlyMap<string, string>): [string, string][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

function textsOf(root: Shape): string[] {
  const texts = shapesBelow(root).flatMap((shape) => {
    const label = shape.attributes.get('aria-label') ?? [];
    if (DESCRIPTION_ELEMENTS.has(shape.name)) return [label, stringsOf(shape).join('')].flat();
    if (shape.name !== 'text') return label;
    // A number may be split into single letters, or two numbers may be in two lines: check both readings.
    const strings = stringsOf(shape);
    return [label, strings.join(''), strings.join(' ')].flat();
  });
  return [...new Set(texts.map(tidy))].filter((text) => text !== '');
}

function stringsOf({ children }: Shape): string[] {
  return children.flatMap((child) => (typeof child === 'string' ? child : stringsOf(child)));
}
