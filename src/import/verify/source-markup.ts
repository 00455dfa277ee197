import { Parser } from 'htmlparser2';
import { NOT_TEXT } from '../readers/html/not-text.ts';

/** A range of the source that may be markup. */
export interface Region {
  end: number;
  /** The text that the markup renders as (entities); undefined if it renders no text. */
  text?: string;
}

export interface MarkupRegions {
  /** The regions that start at an offset. Must be called for increasing offsets. */
  at(offset: number): Region[];
  /** Whether the single character at an offset may be markup. */
  isSyntax(offset: number): boolean;
}

/** Line prefixes: quotations, headings, list items, tasks, footnote definitions. */
const PREFIX =
  /[ \t]*(>|#{1,6}(?=[ \t]|$)|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[[ xX]\](?=[ \t])|\[\^[^\]\s]{1,200}\]:)/muy;
/** Lines that contain only markup: thematic breaks, setext underlines, table delimiter rows, front matter fences. */
const SIGNS = /^(?:[ \t>|:=_*+-]+|[;+-]{3}[ \t]*[A-Za-z]*[ \t]*)$/u;
/** A link reference definition: `[label]: address` */
const LINK_DEFINITION =
  /^[ \t>]*\[(?!\^)[^\]\n]{1,900}\]:[ \t]*<?(?:[A-Za-z][A-Za-z0-9+.-]*:|[./#]|[!-~]{0,900}?[./][!-~]*(?=\s|$))/u;
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?/uy;
const LABEL = /\[\^[^\]\s]{1,200}\]/uy;
const REFERENCE = /\]\[[^\]\n]{0,900}\]/uy;
const ALT = /!\[[^\]\n]{0,2000}\](?:\[[^\]\n]{0,900}\])?/uy;
const ADDRESS = /^<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@)/u;
const PUNCTUATION = /[!-/:-@[-`{-~\n]/u;
const TITLE =
  /\s*(?:"(?:[^"\\\n]|\\[^\n]){0,2000}"|'(?:[^'\\\n]|\\[^\n]){0,2000}'|\((?:[^()\\\n]|\\[^\n]){0,2000}\))?\s*\)/uy;
const TEMPLATE = /\{\{[^\n]{0,300}?\}\}|\{%[^\n]{0,300}?%\}/uy;
const MAX_PARENTHESES = 32;

/** Finds in one pass which parts of a source may be markup. */
export function markupRegions(source: string): MarkupRegions {
  const regions = new Map<number, Region[]>();
  const signs = new Set<number>();
  const closings = new Map<string, number>();
  const [lastEnd, lastComment] = [source.lastIndexOf('>'), source.lastIndexOf('-->')];
  const decoded = new Map<string, string>();
  let line = { start: 0, end: -1 };

  const add = (start: number, end: number, text?: string): void => {
    const known = regions.get(start);
    const region: Region = { end, ...(text !== undefined && { text }) };
    if (known) known.push(region);
    else regions.set(start, [region]);
  };

  const beginLine = (start: number): void => {
    const found = source.indexOf('\n', start);
    line = { start, end: found < 0 ? source.length : found };
    const text = source.slice(start, line.end);
    if (SIGNS.test(text) || LINK_DEFINITION.test(text)) add(start, line.end);
    PREFIX.lastIndex = start;
    for (let prefix = PREFIX.exec(source); prefix; prefix = PREFIX.exec(source)) {
      const end = PREFIX.lastIndex;
      add(end - (prefix[1] ?? '').length, end);
      if (SIGNS.test(source.slice(end, line.end))) add(end, line.end);
    }
    const trailing = /(?<!#)#+[ \t]*$/u.exec(text);
    if (trailing && /^[ \t>]*#/u.test(text)) add(start + trailing.index, line.end);
  };

  const beginTag = (at: number): void => {
    const isComment = source.startsWith('<!--', at);
    const isDeclaration = /[!?]/u.test(source[at + 1] ?? '');
    if (isComment) add(at, at + 4);
    if (isDeclaration) signs.add(at);
    if (source[at + 1] === '!') signs.add(at + 1);
    const end = at > lastEnd || (isComment && at > lastComment) ? undefined : tagEnd(source, at);
    if (end === undefined) return;
    add(at, end);
    if (isComment) add(Math.max(end - 3, at), end);
    const isAddress = ADDRESS.test(source.slice(at, Math.min(end, at + 300)));
    if (isAddress) signs.add(at);
    if (isAddress || isDeclaration) signs.add(end - 1);
    const name = /^<([A-Za-z]+)/u.exec(source.slice(at, at + 20))?.[1]?.toLowerCase() ?? '';
    if (!NOT_TEXT.has(name)) return;
    const closing = closingOf(name, end);
    add(at, closing < 0 ? source.length : (tagEnd(source, closing) ?? source.length));
  };

  const closingOf = (name: string, from: number): number => {
    const known = closings.get(name);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    pattern.lastIndex = from;
    const found = pattern.exec(source)?.index ?? -1;
    closings.set(name, found);
    return found;
  };

  const beginEntity = (at: number): void => {
    const entity = matchAt(ENTITY, source, at);
    if (entity === undefined) return;
    const text = decoded.get(entity) ?? decode(entity);
    decoded.set(entity, text);
    add(at, at + entity.length, text);
  };

  /** The title of a picture becomes its caption, so the title may be text. */
  const addDestination = (at: number, from: number): void => {
    const destination = destinationAt(source, from);
    if (!destination) return;
    add(at, destination.end);
    if (!destination.title) return;
    add(at, destination.title.start);
    add(destination.title.end, destination.end);
  };

  const beginBracket = (at: number): void => {
    const sign = source[at];
    const label = sign === '[' ? matchAt(LABEL, source, at) : undefined;
    if (label) add(at, at + label.length);
    const reference = sign === ']' ? matchAt(REFERENCE, source, at) : undefined;
    if (reference) add(at, at + reference.length);
    if (sign === ']' && source[at + 1] === '(') addDestination(at, at + 2);
    const alt = sign === '!' ? matchAt(ALT, source, at) : undefined;
    if (alt !== undefined) {
      const after = at + alt.length;
      add(at, after);
      if (source[after] === '(') addDestination(at, after + 1);
    }
  };

  return {
    at(offset) {
      if (offset > line.end) beginLine(offset);
      const sign = source[offset];
      if (sign === '<') beginTag(offset);
      else if (sign === '&') beginEntity(offset);
      else if (sign === '[' || sign === ']' || sign === '!') beginBracket(offset);
      const found = regions.get(offset) ?? [];
      regions.delete(offset);
      return found;
    },
    isSyntax(offset) {
      const sign = source[offset] ?? '';
      const next = source[offset + 1] ?? '\n';
      if ('*_`|[]'.includes(sign) || signs.has(offset)) return true;
      if (sign === '~') return next === '~' || source[offset - 1] === '~';
      if (sign === '!') return next === '[';
      return sign === '\\' && PUNCTUATION.test(next);
    },
  };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function decode(entity: string): string {
  let out = '';
  const parser = new Parser({
    ontext: (text) => {
      out += text;
    },
  });
  parser.end(entity);
  return out;
}

/** End offset of a tag, comment or declaration. */
function tagEnd(source: string, at: number): number | undefined {
  const ending = (sign: string, from: number) => {
    const found = source.indexOf(sign, from);
    return found < 0 ? undefined : found + sign.length;
  };
  if (source.startsWith('<!--', at)) return ending('-->', at + 2);
  if (/[!?]/u.test(source[at + 1] ?? '')) return ending('>', at + 2);
  if (!/[A-Za-z/]/u.test(source[at + 1] ?? '')) return undefined;
  let quote = '';
  for (let index = at + 1; index < source.length; index += 1) {
    const sign = source[index] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '>') return index + 1;
    else if (sign === '<') return undefined;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return undefined;
}

/** End offsets of a link's address and title. */
interface Destination {
  end: number;
  /** Range of the title, without its quotes. */
  title?: { start: number; end: number };
}

/** Reads `(address "title")`, starting after the opening parenthesis. */
function destinationAt(source: string, from: number): Destination | undefined {
  const isQuoted = source[from] === '<';
  let depth = 0;
  let index = from;
  for (; index < source.length; index += 1) {
    const sign = source[index] ?? '';
    if (sign === '\\') index += 1;
    else if (sign === '{') index += Math.max((matchAt(TEMPLATE, source, index)?.length ?? 1) - 1, 0);
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) return { end: index + 1 };
    else if (sign === ')') depth -= 1;
    else if (sign === '\n' || (isQuoted ? sign === '>' : /\s/u.test(sign))) break;
    if (depth > MAX_PARENTHESES) return undefined;
  }
  const start = index + (isQuoted ? 1 : 0);
  const found = matchAt(TITLE, source, start);
  if (found === undefined) return undefined;
  const end = start + found.length;
  const lead = found.length - found.trimStart().length;
  const last = found.slice(0, -1).trimEnd().length;
  return { end, ...(last > lead && { title: { start: start + lead + 1, end: start + last - 1 } }) };
}
