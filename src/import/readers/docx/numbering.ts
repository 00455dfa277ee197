import { formatNumber, isKnownFormat } from './number-format.ts';
import type { Style, Styles } from './styles.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  localName,
  numberOf,
  switchOf,
  valOf,
  wholeNumber,
  type XmlElement,
} from './xml.ts';

/** What automatic numbering adds before a paragraph. */
export type NumberingMark =
  | { type: 'number'; text: string; unknownFormat?: string }
  /** Depth from 1. */
  | { type: 'bullet'; depth: number };

/** Counts numbered paragraphs in document order. */
export interface Numbering {
  /** The mark of the next paragraph; undefined if it is not numbered. */
  next(
    paragraphProperties: XmlElement | undefined,
    style: Style,
    styleId: string | undefined,
  ): NumberingMark | undefined;
}

interface Level {
  start: number;
  format: string;
  text: string;
  /** Level after which numbering restarts, from 1; 0 for never. */
  restart?: number;
  legal: boolean;
  /** Whether there is no space between number and text. */
  tight: boolean;
  styleId?: string;
}

interface List {
  /** Lists with the same abstract numbering share one counter. */
  counter: string;
  levels: Map<number, Level>;
  /** Start numbers by level, for the first use. */
  starts: Map<number, number>;
}

/** Levels of a numbering (ECMA-376 17.9.6). */
const LEVELS = 9;
/** Last characters of a number that needs no space after it. */
const CLOSED = /[、。．，：；）】〕》」\p{No}]$/u;

/** @param elements of the part with the numberings */
export function readNumbering(elements: Iterable<XmlElement>, styles: Styles): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const numbers = new Map<string, XmlElement>();
  for (const element of elements) {
    if (localName(element) === 'abstractNum')
      abstracts.set(attributeOf(element, 'abstractNumId') ?? '', element);
    if (localName(element) === 'num') numbers.set(attributeOf(element, 'numId') ?? '', element);
  }
  const lists = new Map<string, List | undefined>();
  const listOf = (id: string): List | undefined => {
    if (!lists.has(id)) lists.set(id, makeList(id, numbers, abstracts, styles));
    return lists.get(id);
  };
  const counters = new Map<string, (number | undefined)[]>();
  const usedLevels = new Set<string>();

  return {
    next(properties, style, styleId) {
      const own = childOf(properties, 'numPr');
      const id = valOf(own, 'numId') ?? style.numberId;
      const list = id === undefined || id === '0' ? undefined : listOf(id);
      if (!list) return undefined;
      const linked = [...list.levels].find(
        ([, each]) => styleId !== undefined && each.styleId === styleId,
      )?.[0];
      const depth = numberOf(own, 'ilvl') ?? linked ?? style.numberLevel ?? 0;
      const level = list.levels.get(depth);
      if (!level) return undefined;
      const counter = counters.get(list.counter) ?? [];
      counters.set(list.counter, counter);
      const start = list.starts.get(depth);
      const isFirst = !usedLevels.has(`${id} ${depth}`);
      usedLevels.add(`${id} ${depth}`);
      const before = counter[depth];
      counter[depth] =
        isFirst && start !== undefined ? start : before === undefined ? level.start : before + 1;
      for (const [deeper, { restart = deeper }] of list.levels) {
        if (deeper > depth && depth < restart) counter[deeper] = undefined;
      }
      if (level.format === 'bullet') return { type: 'bullet', depth: depth + 1 };
      return { type: 'number', ...textOf(level, list, counter) };
    },
  };
}

/** Replaces `%1` … `%9` in a level's text with the numbers of these levels. */
function textOf(
  level: Level,
  list: List,
  counter: (number | undefined)[],
): { text: string; unknownFormat?: string } {
  let unknownFormat: string | undefined;
  const text = level.text.replace(/%([1-9])/gu, (_, place: string) => {
    const depth = Number(place) - 1;
    const named = list.levels.get(depth);
    if (!named) return '';
    const format = level.legal ? 'decimal' : named.format;
    if (format === 'bullet') return '';
    if (!isKnownFormat(format)) unknownFormat = format;
    return formatNumber(counter[depth] ?? list.starts.get(depth) ?? named.start, format);
  });
  const trimmed = text.trim();
  if (trimmed === '') return { text: '' };
  return {
    text: level.tight || CLOSED.test(trimmed) ? trimmed : `${trimmed} `,
    ...(unknownFormat && { unknownFormat }),
  };
}

function makeList(
  id: string,
  numbers: Map<string, XmlElement>,
  abstracts: Map<string, XmlElement>,
  styles: Styles,
): List | undefined {
  const number = numbers.get(id);
  let counter = valOf(number, 'abstractNumId') ?? '';
  let abstract = abstracts.get(counter);
  const listStyle = valOf(abstract, 'numStyleLink');
  if (listStyle !== undefined) {
    counter = valOf(numbers.get(styles.numberOfList(listStyle) ?? ''), 'abstractNumId') ?? '';
    abstract = abstracts.get(counter);
  }
  if (!number || !abstract) return undefined;
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const element of childrenOf(abstract)) addLevel(levels, element);
  for (const element of childrenOf(number)) {
    if (localName(element) !== 'lvlOverride') continue;
    const depth = wholeNumber(attributeOf(element, 'ilvl')) ?? 0;
    const start = numberOf(element, 'startOverride');
    if (start !== undefined) starts.set(depth, start);
    for (const child of childrenOf(element)) addLevel(levels, child);
  }
  return { counter, levels, starts };
}

function addLevel(levels: Map<number, Level>, element: XmlElement): void {
  const depth = wholeNumber(attributeOf(element, 'ilvl'));
  if (localName(element) !== 'lvl' || depth === undefined || depth < 0 || depth >= LEVELS) return;
  levels.set(depth, {
    start: numberOf(element, 'start') ?? 0,
    format: valOf(element, 'numFmt') ?? valOf(findFormat(element), 'numFmt') ?? 'decimal',
    text: valOf(element, 'lvlText') ?? '',
    restart: numberOf(element, 'lvlRestart'),
    legal: switchOf(element, 'isLgl') ?? false,
    tight: valOf(element, 'suff') === 'nothing',
    styleId: valOf(element, 'pStyle'),
  });
}

/** Newer formats are in `mc:AlternateContent/mc:Choice/w:numFmt`. */
function findFormat(level: XmlElement): XmlElement | undefined {
  const alternate = childOf(level, 'AlternateContent');
  return childOf(alternate, 'Fallback') ?? childOf(alternate, 'Choice');
}
