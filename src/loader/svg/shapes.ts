import {
  ATTRIBUTES,
  CONDITIONS,
  CURES,
  ELEMENTS,
  GEOMETRY,
  HREF_TARGETS,
  PRESENTATION,
  REFERENCES,
  REFUSED_ELEMENTS,
  REFUSED_PROPERTIES,
  STYLE_ONLY,
  SVG,
  TELLING_ELEMENTS,
  TEXT_ELEMENTS,
  XHTML,
  XLINK,
  XML,
} from './vocabulary.ts';
import type { XmlElement } from './parse.ts';
import { quoted, SvgError } from './svg-error.ts';
import { type Declaration, parseDeclarations, StyleSheet } from './style-sheet.ts';
import { idsIn, isPathData, isPlain, replaceIds, tidy } from './values.ts';

/** An element of the drawing that will be published: only names and values that may be there. */
export interface Shape {
  name: string;
  line: number;
  /** As the source has it; it is printed under another name, and only where something names it. */
  id: string | undefined;
  /** With the ids of the source: `fill="url(#a)"`. */
  attributes: Map<string, string>;
  /** Properties that are no attributes. */
  style: Map<string, string>;
  /** Id of what it takes up: of `href`. */
  href: string | undefined;
  /** Ids of what names and describes it, by the attribute that lists them. */
  labels: Map<string, string[]>;
  children: (Shape | string)[];
}

const LABELS = ['aria-labelledby', 'aria-describedby'];
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/iu;
const ID = /^[^\s"'()\\]+$/u;

/**
 * Makes the drawing anew from what its source says, by the lists in `names.ts`. What acts or loads, or
 * would be missing from the drawing, is refused; what nobody sees is left out.
 * @throws SvgRefusal
 */
export function makeShapes(root: XmlElement): Shape {
  const sheet = new StyleSheet();
  gatherSheets(root, sheet);
  const shape = makeShape(root, sheet, true);
  if (!shape) throw new SvgError('不是 SVG 图');
  return shape;
}

function isDropped({ name, space, line, written }: XmlElement): boolean {
  if (space === XHTML) throw SvgError.at(line, `有网页内容 <${quoted(written)}>`);
  return space !== SVG || name === 'metadata' || name === 'style';
}

function gatherSheets(element: XmlElement, sheet: StyleSheet): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.space === SVG && child.name === 'style') {
      const { type, media } = Object.fromEntries(child.attributes.map(({ name, value }) => [name, value]));
      if (media && !/^(?:all|screen)$/iu.test(tidy(media))) {
        throw SvgError.at(child.line, '的样式只用于某种设备（media）');
      }
      const css = child.children.filter((each) => typeof each === 'string').join('');
      if (!type || /^text\/css$/iu.test(tidy(type))) sheet.add(css, child.line);
    } else if (!isDropped(child)) gatherSheets(child, sheet);
  }
}

function makeShape(element: XmlElement, sheet: StyleSheet, isRoot = false): Shape | undefined {
  if (isDropped(element)) return undefined;
  const { name, written, line } = element;
  if (!ELEMENTS.has(name)) {
    const what = REFUSED_ELEMENTS.get(name) ?? '不能用的元素';
    throw SvgError.at(line, `有${what} <${quoted(written)}>`, CURES.get(what));
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
  if (TELLING_ELEMENTS.has(name)) {
    const text = tidy(element.children.filter((child) => typeof child === 'string').join(''));
    return text === '' ? undefined : { ...shape, children: [text] };
  }
  for (const child of element.children) {
    if (typeof child === 'string') {
      const before = shape.children.at(-1);
      if (!TEXT_ELEMENTS.has(name)) continue;
      // What stood between two texts was left out: they are one.
      if (typeof before === 'string') shape.children[shape.children.length - 1] = before + child;
      else shape.children.push(child);
    } else {
      const made = makeShape(child, sheet);
      if (made) shape.children.push(made);
    }
  }
  return shape;
}

/** The attributes of an element that may stay, and what its style is made of. */
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
      // The plain one wins, wherever it stands.
      if (HREF_TARGETS.has(name) && (space === '' || !isPlainHref)) shape.href = id;
      isPlainHref ||= space === '';
    } else if (space === XML && attribute === 'space') {
      if (value === 'preserve') shape.attributes.set('xml:space', value);
    } else if (attribute === 'lang' && (space === XML || space === '')) {
      if (LANGUAGE.test(value)) shape.attributes.set(space === XML ? 'xml:lang' : 'lang', value);
    } else if (space !== '' || value === '') {
      // Records of editing programs, or nothing at all.
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

/** A value that only says how something looks. */
function checked(name: string, value: string, line: number): string {
  const named = idsIn(value);
  const rest = named.length > 0 && REFERENCES.has(name) ? replaceIds(value, () => 'none') : value;
  if (named.length > 1 || !isPlain(rest)) {
    const outside = /url\s*\(/iu.test(rest) ? '引用了图外的内容：' : '有看不懂的写法：';
    throw SvgError.at(line, `${outside}${quoted(name)}="${quoted(value)}"`);
  }
  return named.length > 0 ? replaceIds(value, (id) => `url(#${id})`) : value;
}

/** Carries a declaration of a style over to the shape. */
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
    // Attributes have no units.
    attributes.set(property, checked(property, value.replace(/(?<=\d)(?:px|deg)\b/giu, ''), line));
  } else if (property === 'font') {
    // It sets all of them anew.
    for (const map of [attributes, style]) {
      for (const key of map.keys()) if (key.startsWith('font-')) map.delete(key);
    }
    style.set(property, checked(property, value, line));
  } else if (style.has('font') && PRESENTATION.has(property) && property.startsWith('font-')) {
    style.set(property, checked(property, value, line));
  } else if (PRESENTATION.has(property)) attributes.set(property, checked(property, value, line));
  else if (/^background(?:-color)?$/u.test(property)) {
    // Only a whole drawing has a ground.
    if (isRoot) style.set('background-color', checked(property, value, line));
  } else if (STYLE_ONLY.has(property)) style.set(property, checked(property, value, line));
  else if (REFUSED_PROPERTIES.has(property)) {
    throw SvgError.at(line, `的样式有不能用的 ${property}`);
  } else if (/url\s*\(|image\s*\(|image-set\s*\(|expression\s*\(/iu.test(replaceIds(value, () => ''))) {
    throw SvgError.at(line, `引用了图外的内容：${quoted(property)}="${quoted(value)}"`);
  }
}
