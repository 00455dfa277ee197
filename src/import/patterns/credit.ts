import type { Person } from '#core/byline.ts';
import { readCreditPeople, namesWriters } from './credit-people.ts';
import { isTooLong, unifySigns } from '#core/byline/byline-text.ts';

/** A caption and its credit, both as printed. */
export interface Credit {
  caption: string;
  credit: string;
  people: Person[];
}

/** Number of characters at the end of a line that are searched for a credit. */
const MAX_SEARCHED_LENGTH = 100;
const MAX_CAPTION_LENGTH = 1000;
const MAX_CREDIT_LENGTH = 70;
/** Symbols that a caption may begin with. */
const POINTER = /^[▲△▼▽↑↓◀►▶■□◆●]+\s*/u;
const SEPARATOR = /[，,、|｜/／]$/u;
const ENCLOSED = /^[（【([［〔]([^（()）]*(?:[（(][^（()）]*[）)])?[^（()）]*)[）】)\]］〕]$/u;
const BRACKET = /(?<issued>(?:新华社|中新社)(?:发|照片|供图) ?)?（(?<inner>[^（）]{2,60})）(?<stop>。?) *$/u;
/** Positions where a credit without brackets may begin: after a sentence, or after spaces. */
const GAP = /(?<=[。！？”）])(?=[^。！？”） ])| +/gu;
const SENTENCE_END = /[。！？”）]$/u;

/** Reads a caption that ends with a credit, or a line that is only a credit. */
export function readCredit(text: string): Credit | undefined {
  if (isTooLong(text, MAX_CAPTION_LENGTH)) return undefined;
  const whole = isTooLong(text, MAX_CREDIT_LENGTH) ? undefined : readWhole(text);
  if (whole) return whole;
  if (!isTooLong(text) && namesWriters(text)) return undefined;
  const from = Math.max(0, text.length - MAX_SEARCHED_LENGTH);
  const end = unifySigns(text.slice(from));
  return readBracketed(text, end, from) ?? readOpen(text, end, from);
}

function readWhole(text: string): Credit | undefined {
  const line = text.trim().replace(POINTER, '');
  const inner = ENCLOSED.exec(line)?.[1];
  const credit = (inner ?? line).trim();
  const people = readCreditPeople(credit, inner === undefined ? 'line' : 'enclosed');
  return people && { caption: '', credit, people };
}

/** `图为某地。（甲某 摄）`, `… 新华社发（甲某 摄）` */
function readBracketed(text: string, end: string, from: number): Credit | undefined {
  const found = BRACKET.exec(end);
  if (!found) return undefined;
  const { issued = '', inner = '', stop = '' } = found.groups ?? {};
  const start = from + found.index + (issued ? 0 : 1);
  const length = issued ? issued.length + inner.length + 2 : inner.length;
  const people = readCreditPeople(inner, 'enclosed');
  const credit = text.slice(start, start + length).trim();
  return people && captioned(text.slice(0, from + found.index) + stop, credit, people);
}

/** `图为某地。 甲某 摄`, `某地一角 本报记者 甲某 摄`: the longest suffix that is a credit. */
function readOpen(text: string, end: string, from: number): Credit | undefined {
  for (const { index, 0: gap } of end.matchAll(GAP)) {
    const start = index + gap.length;
    const rest = end.slice(start);
    if (from + index === 0 || rest.length > MAX_CREDIT_LENGTH || /[。！？]/u.test(rest)) continue;
    const isBehind = gap === '' || SENTENCE_END.test(end.slice(0, index));
    const people = readCreditPeople(rest, isBehind ? 'behind' : 'line');
    if (people) return captioned(text.slice(0, from + index), text.slice(from + start).trim(), people);
  }
  return undefined;
}

function captioned(before: string, credit: string, people: Person[]): Credit | undefined {
  const caption = before.trim().replace(POINTER, '').replace(SEPARATOR, '').trimEnd();
  return caption === '' ? undefined : { caption, credit, people };
}
