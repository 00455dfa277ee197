import type { Paragraph } from '../manuscript.ts';
import { bodyText, mark, type Range } from '../spans.ts';

/** Signs that papers print around column heads, titles and headings. Not among them: ○ and ×, which also mask names. */
const SIGNS =
  '□■◎●▲△▼▽☆★◆◇◉▣▪▫▶►▷◀▢◻◼◈❖⊙※♦▌▐▎▍▋█▓▒░◢◣◤◥✎✍✦✧✿❀❂➤☞☛〓‖|｜丨│┃⭐📌📍🔴🔵🔶🔷🔸🔹🔺🔻🟠🟡🟢🟥🟦🟧🟨🟩\\uFE0F';
/** Two signs before the word for a county or the like mask its name: △△县. */
const MASK = `[${SIGNS}]{2,}[县市区州省镇乡村]`;
const LEADING = new RegExp(`^(?!${MASK})(?:[\\s${SIGNS}]*[${SIGNS}])?\\s*`, 'u');
const TRAILING = new RegExp(`\\s*(?:[${SIGNS}][\\s${SIGNS}]*)?$`, 'u');
const ENCLOSED = /^(?:【([^【】]+)】|\[([^[\]]+)\]|［([^［］]+)］|〖([^〖〗]+)〗|〔([^〔〕]+)〕)$/u;
/** Dashes on both sides of a few words: ——某栏——. */
const DASHED =
  /^(?<before>(?<sign>[—─━―－=＝~～#＃*＊_＿·•<>＜＞-])\k<sign>{0,15}\s*)[\p{Script=Han}（）、·\s\u3000]{2,14}?(?<behind>\s*(?:\k<sign>|[<>＜＞]){1,16})$/u;
const ALONE = new RegExp(`^(?:[\\s${SIGNS}○◯＊*~～=＝·•.—–―─━_＿-]{2,}|[${SIGNS}])$`, 'u');
const REASON = '花饰';
const ANY = new RegExp(`(?![|｜丨│┃])[${SIGNS}]`, 'gu');

const BRACKETED =
  /^(?:【([^【】]{2,16})】|\[([^[\]]{2,16})\]|［([^［］]{2,16})］|〖([^〖〗]{2,16})〗)\s*(?=\S)/u;
const BARRED = /^([^|｜丨]{2,16}?)\s*[|｜丨]\s*(?=\S)/u;
const BETWEEN_SIGNS = new RegExp(
  `^[${SIGNS}]+\\s*([\\p{Script=Han}（）、·]{2,14})\\s*[${SIGNS}]+\\s*(?=\\S)`,
  'u',
);

/** Whether a line consists of ornaments only: ★★★. Dots and a single dash are text. */
export function isOrnament(text: string): boolean {
  return ALONE.test(text) && !/^(?:\.{2,}|·{2,}|—{1,2}|-{1,2}|…+)$/u.test(text);
}

/** The range of a line that is left without the ornaments and brackets around it. */
function core(text: string): { start: number; end: number; signs: { before: boolean; behind: boolean } } {
  let start = LEADING.exec(text)?.[0].length ?? 0;
  let end = Math.max(start, TRAILING.exec(text)?.index ?? text.length);
  const signs = { before: text.slice(0, start).trim() !== '', behind: text.slice(end).trim() !== '' };
  if (ENCLOSED.test(text.slice(start, end))) {
    const inside = text.slice(start + 1, end - 1);
    start += 1 + (LEADING.exec(inside)?.[0].length ?? 0);
    end = Math.max(start, end - 1 - (inside.length - (TRAILING.exec(inside)?.index ?? inside.length)));
    Object.assign(signs, { before: true, behind: true });
  }
  const dashes = DASHED.exec(text.slice(start, end))?.groups;
  if (dashes) {
    start += dashes.before?.length ?? 0;
    end -= dashes.behind?.length ?? 0;
    Object.assign(signs, { before: true, behind: true });
  }
  return { start, end, signs };
}

/** A line without the ornaments and brackets around it; a line of ornaments only is unchanged. */
export function withoutOrnaments(text: string): string {
  const { start, end } = core(text);
  return start < end ? text.slice(start, end) : text;
}

/** Whether a line has ornaments or brackets on both sides. */
export function isFramed(text: string): boolean {
  const { before, behind } = core(text).signs;
  return before && behind;
}

/** A line with spaces in the place of its ornaments: `●来源：某报　●某日`. */
export function withSpaces(text: string): string {
  return withoutOrnaments(text).replace(ANY, ' ').trim();
}

/** The ornament that a line begins with, if any. */
export function leadingSign(text: string): string | undefined {
  const line = text.trimStart();
  return line.slice(0, leadingLength(line)).trim().slice(0, 1) || undefined;
}

/** Length of the ornaments that a text begins with, with the spaces around them. */
export function leadingLength(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0;
}

/** Marks the ornaments around a line as dropped. */
export function dropOrnaments(block: Paragraph): void {
  const text = bodyText(block.spans);
  const { start, end } = core(text);
  if (start >= end) return;
  const ranges = (
    [
      [0, start],
      [end, text.length],
    ] as Range[]
  ).filter(([from, to]) => text.slice(from, to).trim() !== '');
  if (ranges.length > 0) block.spans = mark(block.spans, ranges, { dropped: REASON });
}

/** A label in front of a title, with the length of its text with ornaments: `【某栏】某题`, `某栏｜某题`, `■某栏■某题`. */
export interface Label {
  label: string;
  /** Position of the label's text in the line. */
  start: number;
  /** Position of the title. */
  end: number;
  sign: 'brackets' | 'bar' | 'signs';
}

/** Reads the label in front of a title. The caller decides whether it is a column head. */
export function readLabel(text: string): Label | undefined {
  const lead = text.length - text.trimStart().length;
  const line = text.slice(lead);
  const between = BETWEEN_SIGNS.exec(line);
  if (between?.[1]) return labelAt(between[0], between[1], lead, 'signs');
  const signs = LEADING.exec(line)?.[0].length ?? 0;
  const rest = line.slice(signs);
  const bracketed = BRACKETED.exec(rest);
  const inside = bracketed?.slice(1).find(Boolean);
  if (bracketed && inside) return labelAt(bracketed[0], inside, lead + signs, 'brackets');
  const barred = BARRED.exec(rest);
  return barred?.[1] ? labelAt(barred[0], barred[1], lead + signs, 'bar') : undefined;
}

function labelAt(all: string, label: string, offset: number, sign: Label['sign']): Label {
  return { label: label.trim(), start: offset + all.indexOf(label), end: offset + all.length, sign };
}
