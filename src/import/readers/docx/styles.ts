import {
  attributeOf,
  childOf,
  childrenOf,
  localName,
  numberOf,
  switchOf,
  valOf,
  type XmlElement,
} from './xml.ts';

/** Character formatting; undefined properties are inherited. */
export interface CharacterFormatting {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  hidden?: boolean;
  /** In points. */
  size?: number;
  script?: 'superscript' | 'subscript' | 'baseline';
  /** Font name, for symbol fonts. */
  font?: string;
}

/** A style with its inherited properties. */
export interface Style {
  /** Lower-case names of the style and of its base styles, nearest first. */
  names: string[];
  formatting: CharacterFormatting;
  centered?: boolean;
  /** Depth of a heading, from 1. */
  level?: number;
  numberId?: string;
  numberLevel?: number;
}

export interface Styles {
  /** @param id of a paragraph style; without one, the default style */
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): CharacterFormatting;
  /** Id of the numbering that a list style refers to. */
  numberOfList(id: string): string | undefined;
}

/** Base styles; also ends cycles. */
const MAX_CHAIN_LENGTH = 40;
const HEADING = /^(?:heading|标题) ?([1-9])$/u;
const TITLE = new Set(['title', '标题']);
/** The outline level that means body text (ECMA-376 17.3.1.20). */
const BODY_LEVEL = 9;

/** @param elements of the part with the styles */
export function readStyles(elements: Iterable<XmlElement>): Styles {
  const byId = new Map<string, XmlElement>();
  let defaults: CharacterFormatting = {};
  let defaultId: string | undefined;
  for (const element of elements) {
    if (localName(element) === 'docDefaults') {
      defaults = formattingOf(childOf(childOf(element, 'rPrDefault'), 'rPr'));
    }
    if (localName(element) !== 'style') continue;
    const id = attributeOf(element, 'styleId') ?? '';
    byId.set(id, element);
    const isDefault = ['1', 'true', 'on'].includes(attributeOf(element, 'default') ?? '');
    if (isDefault && attributeOf(element, 'type') === 'paragraph') defaultId = id;
  }
  const chain = (id: string | undefined): XmlElement[] => {
    const out: XmlElement[] = [];
    let next = id === undefined ? undefined : byId.get(id);
    while (next && out.length < MAX_CHAIN_LENGTH) {
      out.push(next);
      next = byId.get(valOf(next, 'basedOn') ?? '');
    }
    return out;
  };
  const paragraph = memoized((id) => {
    const known = id !== undefined && byId.has(id) ? id : defaultId;
    const style = styleOf(chain(known));
    return { ...style, formatting: { ...style.formatting, size: style.formatting.size ?? defaults.size } };
  });
  const character = memoized((id) => formattingOfChain(chain(id)));
  return {
    paragraph,
    character,
    numberOfList: (id) => valOf(childOf(childOf(byId.get(id), 'pPr'), 'numPr'), 'numId'),
  };
}

function memoized<T>(make: (id: string | undefined) => T): (id: string | undefined) => T {
  const known = new Map<string | undefined, T>();
  return (id) => {
    const value = known.get(id) ?? make(id);
    known.set(id, value);
    return value;
  };
}

/** @param chain a style and its base styles */
function styleOf(chain: XmlElement[]): Style {
  const names = chain.map((style) => (valOf(style, 'name') ?? '').trim().toLowerCase());
  const style: Style = { names, formatting: formattingOfChain(chain) };
  for (const [index, element] of chain.entries()) {
    const properties = childOf(element, 'pPr');
    const alignment = valOf(properties, 'jc');
    if (alignment !== undefined) style.centered ??= alignment === 'center';
    style.level ??= numberOf(properties, 'outlineLvl') ?? levelOfName(names[index] ?? '');
    const number = childOf(properties, 'numPr');
    style.numberId ??= valOf(number, 'numId');
    style.numberLevel ??= numberOf(number, 'ilvl');
  }
  return { ...style, level: headingLevel(style.level) };
}

/** Outline level from 0. */
function levelOfName(name: string): number | undefined {
  const heading = HEADING.exec(name)?.[1];
  if (heading !== undefined) return Number(heading) - 1;
  return TITLE.has(name) ? 0 : undefined;
}

/** @param outline level from 0; 9 is text */
export function headingLevel(outline: number | undefined): number | undefined {
  return outline === undefined || outline < 0 || outline >= BODY_LEVEL ? undefined : outline + 1;
}

function formattingOfChain(chain: XmlElement[]): CharacterFormatting {
  return chain.reduce<CharacterFormatting>(
    (formatting, style) => inheritFormatting(formatting, formattingOf(childOf(style, 'rPr'))),
    {},
  );
}

/** Fills undefined properties from base formatting. */
export function inheritFormatting(
  formatting: CharacterFormatting,
  base: CharacterFormatting,
): CharacterFormatting {
  return {
    bold: formatting.bold ?? base.bold,
    italic: formatting.italic ?? base.italic,
    strike: formatting.strike ?? base.strike,
    hidden: formatting.hidden ?? base.hidden,
    size: formatting.size ?? base.size,
    script: formatting.script ?? base.script,
    font: formatting.font ?? base.font,
  };
}

/** Reads the formatting from run properties (`w:rPr`). */
export function formattingOf(properties: XmlElement | undefined): CharacterFormatting {
  if (!properties || childrenOf(properties).length === 0) return {};
  const halfPoints = numberOf(properties, 'sz');
  const script = valOf(properties, 'vertAlign');
  const fonts = childOf(properties, 'rFonts');
  return {
    bold: switchOf(properties, 'b'),
    italic: switchOf(properties, 'i'),
    strike: switchOf(properties, 'strike') ?? switchOf(properties, 'dstrike'),
    hidden: switchOf(properties, 'vanish'),
    size: halfPoints === undefined ? undefined : halfPoints / 2,
    script: script === 'superscript' || script === 'subscript' || script === 'baseline' ? script : undefined,
    font: attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi'),
  };
}
