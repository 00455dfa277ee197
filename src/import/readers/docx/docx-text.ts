import type { Span } from '../../manuscript.ts';
import { scripted, symbolOf } from './symbol-characters.ts';
import { ADDED, DROPPED, type Line, type Place, type Reading, warn } from './docx-reading.ts';

const PRIVATE_USE = /([\uF020-\uF0FF])/u;
const UNKNOWN = '□';

/** Puts a text of the file into a paragraph, in the look of its place. */
export function addText(text: string, line: Line, place: Place, reading: Reading): void {
  const flat = text.replace(/[\t\r\n]/gu, ' ');
  if (flat === '') return;
  const span = spanAt(flat, place, reading);
  if (span.dropped === undefined) count(flat, line, place);
  if (place.inserted && span.dropped === undefined) line.inserted += flat;
  const { script } = place.look;
  if (span.dropped === undefined && (script === 'superscript' || script === 'subscript')) {
    const written = scripted(flat, script);
    if (written !== undefined) {
      push(line, flat.trim() === '' ? span : { ...span, text: written, was: flat });
      return;
    }
    const name = script === 'superscript' ? '上标' : '下标';
    warn(reading, 'superscript', `${name}没有对应的字符，写成了普通字，请核对`, line.paragraph.line, flat);
  }
  if (!PRIVATE_USE.test(flat)) {
    push(line, span);
    return;
  }
  for (const piece of flat.split(PRIVATE_USE).filter(Boolean)) {
    if (PRIVATE_USE.test(piece)) push(line, { ...span, ...symbolIn(piece, line, place, reading) });
    else push(line, { ...span, text: piece });
  }
}

/** A sign of a symbol font that the file has as a character of the private use area. */
function symbolIn(text: string, line: Line, place: Place, reading: Reading): Pick<Span, 'text' | 'was'> {
  const sign = symbolOf(place.look.font ?? 'wingdings', text.charCodeAt(0));
  if (sign !== undefined) return { text: sign, was: text };
  if (place.dropped === undefined) warnOfSymbol(line, reading);
  return { text };
}

/** Puts a text into a paragraph that is no text in the file. */
export function addMade(text: string, added: string, line: Line, place: Place, reading: Reading): void {
  push(line, { ...spanAt(text, place, reading), added });
}

/** A sign of a symbol font: `<w:sym w:font="Wingdings" w:char="F0FE"/>`. */
export function addSymbol(font: string, code: string, line: Line, place: Place, reading: Reading): void {
  const value = /^[0-9a-f]{1,4}$/iu.test(code) ? Number.parseInt(code, 16) : 0;
  const sign = symbolOf(font, value);
  if (sign === undefined && place.dropped === undefined) warnOfSymbol(line, reading);
  addMade(sign ?? UNKNOWN, ADDED.symbol, line, place, reading);
}

function warnOfSymbol({ paragraph }: Line, reading: Reading): void {
  const before = paragraph.spans.slice(-3).map(({ text }) => text);
  warn(
    reading,
    'symbol',
    '有一个符号用了特殊字体，认不出来，请对照原稿补上（在这段文字后面）',
    paragraph.line,
    before.join('').slice(-20),
  );
}

/** A line break inside a paragraph. */
export function addBreak(line: Line, place: Place, reading: Reading): void {
  push(line, spanAt('\n', place, reading));
}

export function addNote(id: string, line: Line, place: Place, reading: Reading): void {
  line.paragraph.spans.push({ ...spanAt('', place, reading), note: id });
}

function spanAt(text: string, { look, dropped, link }: Place, { fields }: Reading): Span {
  const reason = dropped ?? (fields.isCode() ? DROPPED.code : undefined);
  if (reason !== undefined) return { text, dropped: reason };
  const address = link ?? fields.link();
  return {
    text,
    ...(look.bold && { strong: true }),
    ...(look.italic && { emphasis: true }),
    ...(look.strike && { strike: true }),
    ...(address !== undefined && { link: address }),
  };
}

/** Neighbours of one look make one span. */
function push({ paragraph: { spans } }: Line, span: Span): void {
  const last = spans.at(-1);
  const isPlain = (each: Span) =>
    each.note === undefined && each.added === undefined && each.was === undefined;
  const isSame =
    last !== undefined &&
    isPlain(last) &&
    isPlain(span) &&
    last.strong === span.strong &&
    last.emphasis === span.emphasis &&
    last.strike === span.strike &&
    last.link === span.link &&
    last.dropped === span.dropped;
  if (isSame) last.text += span.text;
  else spans.push(span);
}

function count(text: string, line: Line, { look: { size }, ruby }: Place): void {
  const characters = text.replace(/\s/gu, '').length;
  if (characters === 0) return;
  line.hasText = true;
  if (size !== undefined && !ruby) line.sizes.set(size, (line.sizes.get(size) ?? 0) + characters);
}
