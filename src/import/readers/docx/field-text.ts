import { symbolOf } from './symbol-characters.ts';
import { attributeOf, childOf, childrenOf, findIn, localName, valOf, type XmlElement } from './xml.ts';

/** Fields that show nothing. */
const SILENT =
  /^(?:XE|TC|TA|RD|PRIVATE|SET|ASK|ADVANCE|COMMENTS?|BARCODE|DDE(?:AUTO)?|NEXT(?:IF)?|SKIPIF|PRINT)\b/iu;
const CIRCLE = /^EQ\s+\\o\s*\\ac\s*\(\s*[○◯〇]\s*[,，;]\s*([^()\\,，]{1,3})\s*\)/iu;
const FRAME = /^EQ\s+\\o\s*\\ac\s*\(\s*[□△◇]\s*[,，;]\s*([^()\\,，]{1,3})\s*\)/iu;
/** Phonetic guide of old versions: the reading is raised above its base. */
const RUBY =
  /^EQ\s+(?:\\\*\s*\S+\s*(?:"[^"]*"\s*)?)*\\o\s*\\a[dlcr]\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^()]{1,20})\)\s*[,，;]\s*([^()\\,，]{1,20})\)/iu;
const FRACTION = /^EQ\s+\\f\s*\(\s*([^()\\,，;]{1,30})\s*[,，;]\s*([^()\\,，;]{1,30})\s*\)/iu;
const BUTTON = /^(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(\S.*)$/isu;
const SYMBOL = /^SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})\b(?:.*?\\f\s*"?([^"\\]+)"?)?/iu;
const HAN_FIGURES = '一二三四五六七八九十';

/** What a field shows that has no result in the file, as far as its code says it. */
export type ShownText = { text: string } | 'nothing' | 'unknown';

/**
 * @param code of a field without result
 * @param begin the element that begins the field, with the data of form fields
 */
export function shownTextOf(code: string, begin: XmlElement | undefined): ShownText {
  const field = code.trim();
  if (field === '' || SILENT.test(field)) return 'nothing';
  if (/^FORMCHECKBOX\b/iu.test(field)) return { text: isChecked(begin) ? '☑' : '□' };
  if (/^FORMDROPDOWN\b/iu.test(field)) return chosenEntry(begin);
  const circled = CIRCLE.exec(field)?.[1]?.trim();
  if (circled !== undefined) return { text: circledText(circled) };
  const framed = FRAME.exec(field)?.[1]?.trim();
  if (framed !== undefined) return { text: `（${framed}）` };
  const [, reading, base] = RUBY.exec(field) ?? [];
  if (reading !== undefined && base !== undefined) return { text: `${base.trim()}（${reading.trim()}）` };
  const [, over, under] = FRACTION.exec(field) ?? [];
  if (over !== undefined && under !== undefined) return { text: `${over.trim()}/${under.trim()}` };
  const button = BUTTON.exec(field)?.[1];
  if (button !== undefined) return { text: button.trim() };
  const [, number, font] = SYMBOL.exec(field) ?? [];
  if (number !== undefined) return symbolText(Number(number), font?.trim());
  return 'unknown';
}

/** ① for 1, ㊀ for 一; other characters in brackets. */
function circledText(text: string): string {
  const number = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  const han = HAN_FIGURES.indexOf(text);
  return han >= 0 && text.length === 1 ? String.fromCodePoint(0x3280 + han) : `（${text}）`;
}

function symbolText(code: number, font: string | undefined): ShownText {
  const text = font === undefined ? String.fromCodePoint(code) : symbolOf(font, code);
  return text === undefined ? 'unknown' : { text };
}

function isChecked(begin: XmlElement | undefined): boolean {
  const box = begin && findIn(begin, 'checkBox');
  const state = childOf(box, 'checked') ?? childOf(box, 'default');
  return state !== undefined && !['0', 'false', 'off'].includes(attributeOf(state, 'val') ?? '');
}

function chosenEntry(begin: XmlElement | undefined): ShownText {
  const list = begin && findIn(begin, 'ddList');
  const entries = list ? childrenOf(list).filter((each) => localName(each) === 'listEntry') : [];
  const entry = entries[Number(valOf(list, 'result') ?? valOf(list, 'default') ?? 0)];
  const text = attributeOf(entry, 'val');
  return text ? { text } : 'nothing';
}
