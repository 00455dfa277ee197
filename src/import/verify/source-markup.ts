import { Parser } from 'htmlparser2';
import { NOT_TEXT } from '../readers/html/not-text.ts';

/** A range of the source that may be markup. */
export interface Region {
  end: number;
  /** The text that the markup renders as (entities); undefined if it renders no text. */
  text?: string;
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
/** Nested parentheses in an address: micromark reads no more (`linkResourceDestinationBalanceMax`). */
const MAX_PARENTHESES = 32;

/** Finds in one pass which parts of a source may be markup. */
export class MarkupScanner {
  readonly #source: string;
  readonly #regions = new Map<number, Region[]>();
  /** Offsets of single characters that may be markup. */
  readonly #signs = new Set<number>();
  /** Offset of the next closing tag, by name; -1 if there is none. */
  readonly #closings = new Map<string, number>();
  readonly #decoded = new Map<string, string>();
  readonly #lastEnd: number;
  readonly #lastComment: number;
  #line = { start: 0, end: -1 };

  constructor(source: string) {
    this.#source = source;
    this.#lastEnd = source.lastIndexOf('>');
    this.#lastComment = source.lastIndexOf('-->');
  }

  /** The regions that start at an offset. Must be called for increasing offsets. */
  at(offset: number): Region[] {
    if (offset > this.#line.end) this.#beginLine(offset);
    const sign = this.#source[offset];
    if (sign === '<') this.#beginTag(offset);
    else if (sign === '&') this.#beginEntity(offset);
    else if (sign === '[' || sign === ']' || sign === '!') this.#beginBracket(offset);
    const found = this.#regions.get(offset) ?? [];
    this.#regions.delete(offset);
    return found;
  }

  /** Whether the single character at an offset may be markup. */
  isSyntax(offset: number): boolean {
    const sign = this.#source[offset] ?? '';
    const next = this.#source[offset + 1] ?? '\n';
    if ('*_`|[]'.includes(sign) || this.#signs.has(offset)) return true;
    if (sign === '~') return next === '~' || this.#source[offset - 1] === '~';
    if (sign === '!') return next === '[';
    return sign === '\\' && PUNCTUATION.test(next);
  }

  #beginLine(start: number): void {
    const found = this.#source.indexOf('\n', start);
    this.#line = { start, end: found < 0 ? this.#source.length : found };
    const text = this.#source.slice(start, this.#line.end);
    if (SIGNS.test(text) || LINK_DEFINITION.test(text)) this.#add(start, this.#line.end);
    PREFIX.lastIndex = start;
    for (let prefix = PREFIX.exec(this.#source); prefix; prefix = PREFIX.exec(this.#source)) {
      const end = PREFIX.lastIndex;
      this.#add(end - (prefix[1] ?? '').length, end);
      if (SIGNS.test(this.#source.slice(end, this.#line.end))) this.#add(end, this.#line.end);
    }
    const trailing = /(?<!#)#+[ \t]*$/u.exec(text);
    if (trailing && /^[ \t>]*#/u.test(text)) this.#add(start + trailing.index, this.#line.end);
  }

  #beginTag(at: number): void {
    const isComment = this.#source.startsWith('<!--', at);
    const isDeclaration = /[!?]/u.test(this.#source[at + 1] ?? '');
    if (isComment) this.#add(at, at + 4);
    if (isDeclaration) this.#signs.add(at);
    if (this.#source[at + 1] === '!') this.#signs.add(at + 1);
    const end =
      at > this.#lastEnd || (isComment && at > this.#lastComment) ? undefined : tagEnd(this.#source, at);
    if (end === undefined) return;
    this.#add(at, end);
    if (isComment) this.#add(Math.max(end - 3, at), end);
    const isAddress = ADDRESS.test(this.#source.slice(at, Math.min(end, at + 300)));
    if (isAddress) this.#signs.add(at);
    if (isAddress || isDeclaration) this.#signs.add(end - 1);
    const name = /^<([A-Za-z]+)/u.exec(this.#source.slice(at, at + 20))?.[1]?.toLowerCase() ?? '';
    if (!NOT_TEXT.has(name)) return;
    const closing = this.#closingOf(name, end);
    this.#add(at, closing < 0 ? this.#source.length : (tagEnd(this.#source, closing) ?? this.#source.length));
  }

  #closingOf(name: string, from: number): number {
    const known = this.#closings.get(name);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    pattern.lastIndex = from;
    const found = pattern.exec(this.#source)?.index ?? -1;
    this.#closings.set(name, found);
    return found;
  }

  #beginEntity(at: number): void {
    const entity = matchAt(ENTITY, this.#source, at);
    if (entity === undefined) return;
    const text = this.#decoded.get(entity) ?? decode(entity);
    this.#decoded.set(entity, text);
    this.#add(at, at + entity.length, text);
  }

  /** The title of a picture becomes its caption, so the title may be text. */
  #addDestination(at: number, from: number): void {
    const destination = destinationAt(this.#source, from);
    if (!destination) return;
    this.#add(at, destination.end);
    if (!destination.title) return;
    this.#add(at, destination.title.start);
    this.#add(destination.title.end, destination.end);
  }

  #beginBracket(at: number): void {
    const sign = this.#source[at];
    const label = sign === '[' ? matchAt(LABEL, this.#source, at) : undefined;
    if (label) this.#add(at, at + label.length);
    const reference = sign === ']' ? matchAt(REFERENCE, this.#source, at) : undefined;
    if (reference) this.#add(at, at + reference.length);
    if (sign === ']' && this.#source[at + 1] === '(') this.#addDestination(at, at + 2);
    const alt = sign === '!' ? matchAt(ALT, this.#source, at) : undefined;
    if (alt !== undefined) {
      const after = at + alt.length;
      this.#add(at, after);
      if (this.#source[after] === '(') this.#addDestination(at, after + 1);
    }
  }

  #add(start: number, end: number, text?: string): void {
    const known = this.#regions.get(start);
    const region: Region = { end, ...(text !== undefined && { text }) };
    if (known) known.push(region);
    else this.#regions.set(start, [region]);
  }
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
