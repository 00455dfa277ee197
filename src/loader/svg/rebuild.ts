import { SVG, TELLING_ELEMENTS } from './vocabulary.ts';
import { COMPLEX, MAX_SVG_CHARACTERS, parseXml } from './parse.ts';
import { bindReferences, shapesBelow } from './references.ts';
import { SvgError } from './svg-error.ts';
import { makeShapes, type Shape } from './shapes.ts';
import { sizeOf } from './size.ts';
import { tidy } from './values.ts';

/** A drawing that can be published as it stands here. */
export interface Drawing {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
  /** All that is written in it or said of it. */
  texts: string[];
}

/**
 * Writes a drawing anew: static shapes, their looks and texts, and references inside the drawing.
 * Nothing of the source is copied that is not on a list, so nothing acts, loads, or stays unseen. What
 * it writes, it writes again in the same way.
 * @returns the drawing, or why it cannot be published; never throws
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

/** Writes XML; a value that a sheet gives to thousands of shapes makes a long text of a short one. */
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
    if (this.#length > MAX_SVG_CHARACTERS) throw new SvgError('太大（SVG 展开后不超过 4 MB）', COMPLEX);
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
    if (TELLING_ELEMENTS.has(shape.name)) return [label, stringsOf(shape).join('')].flat();
    if (shape.name !== 'text') return label;
    // A figure may be set letter by letter, and two of them in two lines.
    const strings = stringsOf(shape);
    return [label, strings.join(''), strings.join(' ')].flat();
  });
  return [...new Set(texts.map(tidy))].filter((text) => text !== '');
}

function stringsOf({ children }: Shape): string[] {
  return children.flatMap((child) => (typeof child === 'string' ? child : stringsOf(child)));
}
