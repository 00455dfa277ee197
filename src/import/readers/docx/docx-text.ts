import type { Span } from '../../manuscript.ts';
import { toScript, symbolOf } from './symbol-characters.ts';
import {
  ADDED,
  DROPPED,
  type ParagraphBuilder,
  type InlineContext,
  type DocxReading,
  warn,
} from './docx-reading.ts';

const PRIVATE_USE = /([\uF020-\uF0FF])/u;
const UNKNOWN = '□';

/** Adds text of the file to a paragraph, formatted by its context. */
export function addText(
  text: string,
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): void {
  const flat = text.replace(/[\t\r\n]/gu, ' ');
  if (flat === '') return;
  const span = spanAt(flat, context, reading);
  if (span.dropped === undefined) count(flat, builder, context);
  if (context.inserted && span.dropped === undefined) builder.inserted += flat;
  const { script } = context.formatting;
  if (span.dropped === undefined && (script === 'superscript' || script === 'subscript')) {
    const written = toScript(flat, script);
    if (written !== undefined) {
      push(builder, flat.trim() === '' ? span : { ...span, text: written, was: flat });
      return;
    }
    const name = script === 'superscript' ? '上标' : '下标';
    warn(reading, 'superscript', `${name}没有对应的字符，写成了普通字，请核对`, builder.paragraph.line, flat);
  }
  if (!PRIVATE_USE.test(flat)) {
    push(builder, span);
    return;
  }
  for (const piece of flat.split(PRIVATE_USE).filter(Boolean)) {
    if (PRIVATE_USE.test(piece)) push(builder, { ...span, ...symbolIn(piece, builder, context, reading) });
    else push(builder, { ...span, text: piece });
  }
}

/** Converts a character of a symbol font that is stored in the private use area. */
function symbolIn(
  text: string,
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): Pick<Span, 'text' | 'was'> {
  const sign = symbolOf(context.formatting.font ?? 'wingdings', text.charCodeAt(0));
  if (sign !== undefined) return { text: sign, was: text };
  if (context.dropped === undefined) warnUnknownSymbol(builder, reading);
  return { text };
}

/** Adds text to a paragraph that is not text in the file. */
export function addGenerated(
  text: string,
  added: string,
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): void {
  push(builder, { ...spanAt(text, context, reading), added });
}

/** Adds a character of a symbol font: `<w:sym w:font="Wingdings" w:char="F0FE"/>`. */
export function addSymbol(
  font: string,
  code: string,
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): void {
  const value = /^[0-9a-f]{1,4}$/iu.test(code) ? Number.parseInt(code, 16) : 0;
  const sign = symbolOf(font, value);
  if (sign === undefined && context.dropped === undefined) warnUnknownSymbol(builder, reading);
  addGenerated(sign ?? UNKNOWN, ADDED.symbol, builder, context, reading);
}

function warnUnknownSymbol({ paragraph }: ParagraphBuilder, reading: DocxReading): void {
  const before = paragraph.spans.slice(-3).map(({ text }) => text);
  warn(
    reading,
    'symbol',
    '有一个符号用了特殊字体，认不出来，请对照原稿补上（在这段文字后面）',
    paragraph.line,
    before.join('').slice(-20),
  );
}

/** Adds a tab: rows that are set with tabs become tables. */
export function addTab(builder: ParagraphBuilder, context: InlineContext, reading: DocxReading): void {
  push(builder, spanAt('\t', context, reading));
}

/** Adds a line break inside a paragraph. */
export function addBreak(builder: ParagraphBuilder, context: InlineContext, reading: DocxReading): void {
  push(builder, spanAt('\n', context, reading));
}

export function addNote(
  id: string,
  builder: ParagraphBuilder,
  context: InlineContext,
  reading: DocxReading,
): void {
  builder.paragraph.spans.push({ ...spanAt('', context, reading), note: id });
}

function spanAt(text: string, { formatting, dropped, link }: InlineContext, { fields }: DocxReading): Span {
  const reason = dropped ?? (fields.isCode() ? DROPPED.code : undefined);
  if (reason !== undefined) return { text, dropped: reason };
  const address = link ?? fields.link();
  return {
    text,
    ...(formatting.bold && { strong: true }),
    ...(formatting.italic && { emphasis: true }),
    ...(formatting.strike && { strike: true }),
    ...(address !== undefined && { link: address }),
  };
}

/** Appends a span, merged with the last one if the formatting is equal. */
function push({ paragraph: { spans } }: ParagraphBuilder, span: Span): void {
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

function count(text: string, builder: ParagraphBuilder, { formatting: { size }, ruby }: InlineContext): void {
  const characters = text.replace(/\s/gu, '').length;
  if (characters === 0) return;
  builder.hasText = true;
  if (size !== undefined && !ruby) builder.sizes.set(size, (builder.sizes.get(size) ?? 0) + characters);
}
