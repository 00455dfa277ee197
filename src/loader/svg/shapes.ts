import {
  ATTRIBUTES,
  CONDITIONS,
  FIXES_BY_REASON,
  ELEMENTS,
  GEOMETRY,
  HREF_TARGETS,
  PRESENTATION,
  REFERENCES,
  REFUSED_ELEMENTS,
  REFUSED_PROPERTIES,
  STYLE_ONLY,
  SVG,
  DESCRIPTION_ELEMENTS,
  TEXT_ELEMENTS,
  XHTML,
  XLINK,
  XML,
} from './vocabulary.ts';
import type { XmlElement } from './parse.ts';
import { quoted, SvgError } from './svg-error.ts';
import { type Declaration, parseDeclarations, StyleSheet } from './style-sheet.ts';
import { idsIn, isPathData, isPlain, replaceIds, tidy } from './values.ts';

/** An element of the published drawing, with allowed names and values only. */
export interface Shape {
  name: string;
  line: number;
  /** Id in the source. The output has a new one, and only if something refers to it. */
  id: string | undefined;
  /** References still have the ids of the source: `fill="url(#a)"`. */
  attributes: Map<string, string>;
  /** CSS properties that have no attribute. */
  style: Map<string, string>;
  /** Id that `href` refers to. */
  href: string | undefined;
  /** Ids in `aria-labelledby` and `aria-describedby`, by attribute. */
  labels: Map<string, string[]>;
  children: (Shape | string)[];
}

const LABELS = ['aria-labelledby', 'aria-describedby'];
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/iu;
const ID = /^[^\s"'()\\]+$/u;

/**
 * Builds the shapes of the published drawing by the allowlists in `vocabulary.ts`. Refuses elements that run code,
 * load files, or would be missing from the drawing; leaves out invisible ones.
 * @throws SvgError
 */
export function makeShapes(root: XmlElement): Shape {
  const sheet = new StyleSheet();
  collectStyleSheets(root, sheet);
  const shape = makeShape(root, sheet, true);
  if (!shape) throw new SvgError('不是 SVG 图');
  return shape;
}

function isDropped({ name, space, line, written }: XmlElement): boolean {
  if (space === XHTML) throw SvgError.at(line, `有网页内容 <${quoted(written)}>`);
  return space !== SVG || name === 'metadata' || name === 'style';
}

function collectStyleSheets(element: XmlElement, sheet: StyleSheet): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.space === SVG && child.name === 'style') {
      const { type, media } = Object.fromEntries(child.attributes.map(({ name, value }) => [name, value]));
      if (media && !/^(?:all|screen)$/iu.test(tidy(media))) {
        throw SvgError.at(child.line, '的样式只用于某种设备（media）');
      }
      const css = child.children.filter((each) => typeof each === 'string').join('');
      if (!type || /^text\/css$/iu.test(tidy(type))) sheet.add(css, child.line);
    } else if (!isDropped(child)) collectStyleSheets(child, sheet);
  }
}

function makeShape(element: XmlElement, sheet: StyleSheet, isRoot = false): Shape | undefined {
  if (isDropped(element)) return undefined;
  const { name, written, line } = element;
  if (!ELEMENTS.has(name)) {
    const what = REFUSED_ELEMENTS.get(name) ?? '不能用的元素';
    throw SvgError.at(line, `有${what} <${quoted(written)}>`, FIXES_BY_REASON.get(what));
  }
  const own = readAttributes(element);
  const shape: Shape = { ...own.shape, name, line, style: new Map(), children: [] };
  const classes = own.classes;
  const declared = [...sheet.of({ name, id: own.shape.id, classes }), ...parseDeclarations(own.css, line)];
  const ordered = [
    ...declared.filter(({ important }) => !important),
    ...declared.filter(({ important }) => important),
  ];
  for (const declaration of ordered) declare(shape, declaration, isRoot);
  if (DESCRIPTION_ELEMENTS.has(name)) {
    const text = tidy(element.children.filter((child) => typeof child === 'string').join(''));
    return text === '' ? undefined : { ...shape, children: [text] };
  }
  for (const child of element.children) {
    if (typeof child === 'string') {
      const before = shape.children.at(-1);
      if (!TEXT_ELEMENTS.has(name)) continue;
      // An element between two texts was left out: join them.
      if (typeof before === 'string') shape.children[shape.children.length - 1] = before + child;
      else shape.children.push(child);
    } else {
      const made = makeShape(child, sheet);
      if (made) shape.children.push(made);
    }
  }
  return shape;
}

/** The allowed attributes of an element, and its `style` and `class`. */
function readAttributes({ name, line, attributes }: XmlElement) {
  const shape: Pick<Shape, 'id' | 'attributes' | 'href' | 'labels'> = {
    id: undefined,
    attributes: new Map(),
    href: undefined,
    labels: new Map(),
  };
  let [css, classes] = ['', [] as string[]];
  let isPlainHref = false;
  for (const { name: attribute, space, value: written } of attributes) {
    const value = tidy(written);
    if (attribute === 'href' && (space === '' || space === XLINK)) {
      const id = /^#(.+)$/u.exec(value)?.[1];
      if (value !== '' && id === undefined) throw SvgError.at(line, `引用了图外的内容“${quoted(value)}”`);
      // `href` wins over `xlink:href`, in either order.
      if (HREF_TARGETS.has(name) && (space === '' || !isPlainHref)) shape.href = id;
      isPlainHref ||= space === '';
    } else if (space === XML && attribute === 'space') {
      if (value === 'preserve') shape.attributes.set('xml:space', value);
    } else if (attribute === 'lang' && (space === XML || space === '')) {
      if (LANGUAGE.test(value)) shape.attributes.set(space === XML ? 'xml:lang' : 'lang', value);
    } else if (space !== '' || value === '') {
      // Metadata of editing programs, or an empty value: left out.
    } else if (/^on/iu.test(attribute)) {
      throw SvgError.at(line, `有脚本（${quoted(attribute)}）`);
    } else if (attribute === 'id') {
      if (ID.test(value)) shape.id = value;
    } else if (attribute === 'class') classes = value.split(' ');
    else if (attribute === 'style') css = written;
    else if (attribute === 'aria-label') shape.attributes.set(attribute, value);
    else if (LABELS.includes(attribute)) shape.labels.set(attribute, value.split(' '));
    else if (CONDITIONS.has(attribute)) throw SvgError.at(line, `有显示条件（${attribute}）`);
    else if (attribute === 'd') {
      if (!isPathData(value)) throw SvgError.at(line, `的路径写法不对：${quoted(value)}`);
      shape.attributes.set(attribute, value);
    } else if (ATTRIBUTES.has(attribute)) {
      shape.attributes.set(attribute, checked(attribute, value, line));
    }
  }
  return { shape, css, classes };
}

/** Returns a presentation value with normalized references; throws if it contains anything else. */
function checked(name: string, value: string, line: number): string {
  const named = idsIn(value);
  const rest = named.length > 0 && REFERENCES.has(name) ? replaceIds(value, () => 'none') : value;
  if (named.length > 1 || !isPlain(rest)) {
    const outside = /url\s*\(/iu.test(rest) ? '引用了图外的内容：' : '有看不懂的写法：';
    throw SvgError.at(line, `${outside}${quoted(name)}="${quoted(value)}"`);
  }
  return named.length > 0 ? replaceIds(value, (id) => `url(#${id})`) : value;
}

/** Applies a CSS declaration to a shape. */
function declare(shape: Shape, { property, value: written, line }: Declaration, isRoot: boolean): void {
  const value = tidy(written);
  const { attributes, style } = shape;
  if (property === 'marker') {
    for (const each of ['marker-start', 'marker-mid', 'marker-end']) {
      attributes.set(each, checked(each, value, line));
    }
  } else if (GEOMETRY.has(property)) {
    if (value !== 'auto') attributes.set(property, checked(property, value, line));
  } else if (property === 'transform') {
    // The `transform` attribute takes numbers without units.
    attributes.set(property, checked(property, value.replace(/(?<=\d)(?:px|deg)\b/giu, ''), line));
  } else if (property === 'font') {
    // The shorthand resets all `font-*` properties.
    for (const map of [attributes, style]) deleteFontProperties(map);
    style.set(property, checked(property, value, line));
  } else if (style.has('font') && PRESENTATION.has(property) && property.startsWith('font-')) {
    style.set(property, checked(property, value, line));
  } else if (PRESENTATION.has(property)) attributes.set(property, checked(property, value, line));
  else if (/^background(?:-color)?$/u.test(property)) {
    // Only the root has a background.
    if (isRoot) style.set('background-color', checked(property, value, line));
  } else if (STYLE_ONLY.has(property)) style.set(property, checked(property, value, line));
  else if (REFUSED_PROPERTIES.has(property)) {
    throw SvgError.at(line, `的样式有不能用的 ${property}`);
  } else if (/url\s*\(|image\s*\(|image-set\s*\(|expression\s*\(/iu.test(replaceIds(value, () => ''))) {
    throw SvgError.at(line, `引用了图外的内容：${quoted(property)}="${quoted(value)}"`);
  }
}

function deleteFontProperties(map: Map<string, string>): void {
  for (const key of map.keys()) if (key.startsWith('font-')) map.delete(key);
}
