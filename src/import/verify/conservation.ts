import { Parser } from 'htmlparser2';
import { parse } from 'yaml';
import { frontMatterYaml } from '#core/text/find-front-matter.ts';
import type { Draft } from '../draft.ts';
import {
  withoutWhitespace,
  type TargetField,
  type Manuscript,
  originalOf,
  type Span,
  spansOf,
} from '../manuscript.ts';
import { isInBody } from '../spans.ts';

/** One article as it will be written, and its body as the site renders it. */
export interface WrittenArticle {
  draft: Draft;
  /** The whole file. */
  file: string;
  /** The body rendered. */
  html: string;
}

/** Characters quoted on each side of the first difference. */
const QUOTE_CONTEXT = 12;
/** Characters quoted of a moved text. */
const MOVED_QUOTE_LENGTH = 40;

/**
 * Compares the articles with the input: (1) the original text of all spans equals the text from an
 * independent second reader; (2) text that was moved to a field is in the front matter or a caption;
 * (3) the rendered body equals the body text of the spans. Ignores white space.
 * @param secondReading the input's text from the second reader; undefined for formats that
 *   `findLostText()` checks instead
 * @returns findings in Chinese; empty if no text was lost or added
 */
export function lostOrAddedText(
  manuscript: Manuscript,
  secondReading: string | undefined,
  articles: WrittenArticle[],
): string[] {
  const findings =
    secondReading === undefined
      ? []
      : compare(
          '读入的文字与原件不同',
          withoutWhitespace(secondReading),
          withoutWhitespace(originalText(manuscript, articles)),
        );
  for (const article of articles)
    findings.push(...lostOrAddedInBody(article.draft, article.html), ...lostMovedText(article));
  return findings;
}

/** Finds text that was moved out of the body and is neither in its field nor among the printed lines kept. */
function lostMovedText({ draft, file, html }: WrittenArticle): string[] {
  const frontMatter = valuesOf(file);
  const printed = frontMatter.get('import.printed') ?? '';
  const captions = withoutWhitespace(readRendered(html).captions);
  const isWritten = ([field, text]: MovedText) => {
    const target = field === 'caption' ? captions : (frontMatter.get(FIELD_PATHS[field]) ?? '');
    return target.includes(text) || printed.includes(text);
  };
  return draft.blocks
    .flatMap((block) => movedTexts(spansOf(block)))
    .filter((moved) => !isWritten(moved))
    .map(
      ([field, text]) => `从正文移走的“${text.slice(0, MOVED_QUOTE_LENGTH)}”没有写进${FIELD_PATHS[field]}`,
    );
}

/** Compares a rendered body with the draft's body text; returns findings in Chinese. */
export function lostOrAddedInBody(draft: Draft, html: string): string[] {
  return compare(
    '写出的正文与读入的不同',
    withoutWhitespace(expectedBodyText(draft)),
    withoutWhitespace(readRendered(html).text),
  );
}

/** Where a moved text must be found: a path in the front matter, or 图注 for captions. */
const FIELD_PATHS: Record<TargetField, string> = {
  title: 'title',
  kicker: 'kicker',
  subtitle: 'subtitle',
  category: 'category',
  dateline: 'dateline',
  byline: 'import.printed',
  source: 'source',
  date: 'date',
  reprint: 'reprint',
  caption: '图注',
  printed: 'import.printed',
};

/** The input's text according to the spans: articles, then footnotes, then text outside the body. */
export function originalText(manuscript: Manuscript, articles: { draft: Pick<Draft, 'blocks'> }[]): string {
  const spans = [
    ...articles.flatMap(({ draft }) => draft.blocks.flatMap(spansOf)),
    ...[...manuscript.notes.values()].flat(2),
    ...manuscript.nonBodyText,
  ];
  return spans.map(originalOf).join('');
}

/** The text that the rendered body must have: blocks in order, then the footnotes that they reference. */
function expectedBodyText({ blocks, notes }: Draft): string {
  const live = blocks.flatMap(spansOf).filter(isInBody);
  const called = [...new Set(live.flatMap(({ note }) => note ?? []))];
  const noted = called.flatMap((id) => notes.get(id) ?? []).flat();
  return [...live, ...noted.filter(isInBody)].map(({ text }) => text).join('');
}

type MovedText = [field: TargetField, text: string];

/** Moved texts without white space; neighbouring spans that moved to the same field are joined. */
function movedTexts(spans: Span[]): MovedText[] {
  const out: MovedText[] = [];
  let continues = false;
  for (const { movedTo, dropped, text } of spans) {
    if (dropped !== undefined) continue;
    const last = out.at(-1);
    if (movedTo !== undefined && continues && last?.[0] === movedTo) last[1] += withoutWhitespace(text);
    else if (movedTo !== undefined) out.push([movedTo, withoutWhitespace(text)]);
    continues = movedTo !== undefined;
  }
  return out;
}

/** The values of a written front matter without white space, by field. */
function valuesOf(file: string): Map<string, string> {
  const data = (parse(frontMatterYaml(file)) ?? {}) as Record<string, unknown>;
  const record = (data.import ?? {}) as { printed?: string[] };
  return new Map([
    ...Object.entries(data).map(([key, value]) => [key, withoutWhitespace(flat(value))] as const),
    ['import.printed', withoutWhitespace((record.printed ?? []).join(''))] as const,
  ]);
}

function flat(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? Object.values(value).map(flat).join('') : String(value);
}

/** Text of rendered HTML without generated text: footnote numbers, their heading and back links. */
function readRendered(html: string): { text: string; captions: string } {
  const out = { text: '', captions: '' };
  const skipped: string[] = [];
  let caption = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const added =
        'data-footnote-ref' in attributes ||
        'data-footnote-backref' in attributes ||
        attributes.class === 'footnotes-title';
      if (skipped.length > 0 || added) skipped.push(name);
      if (name === 'figcaption') caption += 1;
    },
    ontext(text) {
      if (skipped.length > 0) return;
      if (caption > 0) out.captions += text;
      else out.text += text;
    },
    onclosetag(name) {
      if (skipped.at(-1) === name) skipped.pop();
      if (name === 'figcaption') caption -= 1;
    },
  });
  parser.end(html);
  return out;
}

function compare(what: string, expected: string, actual: string): string[] {
  if (expected === actual) return [];
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at += 1;
  const from = Math.max(0, at - QUOTE_CONTEXT);
  return [
    `${what}：原件“${expected.slice(from, at + QUOTE_CONTEXT)}”，读成“${actual.slice(from, at + QUOTE_CONTEXT)}”`,
  ];
}
