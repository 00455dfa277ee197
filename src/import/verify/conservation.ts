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

/** One article as it will be written, and as the site's own engine renders it. */
export interface WrittenArticle {
  draft: Draft;
  /** The whole file. */
  file: string;
  /** The body rendered. */
  html: string;
}

/** How much of a text is quoted around the place where it is lost. */
const AROUND = 12;

/**
 * Holds what is to be written against the input: (1) the spans are the input, character for
 * character, as a second reader has it; (2) what is not in the output is marked so; (3) what was lifted
 * stands in the front matter; (4) the rendered body is what was kept. White space does not count.
 * @param secondReading the input's text by an independent reader; undefined where that has its own law
 * @returns the faults in Chinese; none where all is conserved
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
  for (const { draft, file, html } of articles) {
    const frontMatter = valuesOf(file);
    const rendered = readRendered(html);
    findings.push(...lostOrAddedInBody(draft, html));
    for (const block of draft.blocks) {
      for (const [field, text] of movedTexts(spansOf(block))) {
        const target =
          field === 'caption'
            ? withoutWhitespace(rendered.captions)
            : (frontMatter.get(FIELD_PATHS[field]) ?? '');
        const printed = frontMatter.get('import.printed') ?? '';
        if (!target.includes(text) && !printed.includes(text))
          findings.push(`从正文移走的“${text.slice(0, 40)}”没有写进${FIELD_PATHS[field]}`);
      }
    }
  }
  return findings;
}

/** Whether a rendered body shows what the draft keeps. */
export function lostOrAddedInBody(draft: Draft, html: string): string[] {
  return compare(
    '写出的正文与读入的不同',
    withoutWhitespace(expectedBodyText(draft)),
    withoutWhitespace(readRendered(html).text),
  );
}

/** Where a lifted text is kept as printed. */
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

/** The input as the spans have it: articles, then footnotes, then what stood outside the text. */
export function originalText(manuscript: Manuscript, articles: { draft: Pick<Draft, 'blocks'> }[]): string {
  const spans = [
    ...articles.flatMap(({ draft }) => draft.blocks.flatMap(spansOf)),
    ...[...manuscript.notes.values()].flat(2),
    ...manuscript.nonBodyText,
  ];
  return spans.map(originalOf).join('');
}

/** The text that the body must show: blocks in order, then the footnotes that they call. */
function expectedBodyText({ blocks, notes }: Draft): string {
  const live = blocks.flatMap(spansOf).filter(isInBody);
  const called = [...new Set(live.flatMap(({ note }) => note ?? []))];
  const noted = called.flatMap((id) => notes.get(id) ?? []).flat();
  return [...live, ...noted.filter(isInBody)].map(({ text }) => text).join('');
}

/** Runs of neighbouring spans that went to one field, as canon. */
function movedTexts(spans: Span[]): [TargetField, string][] {
  const out: [TargetField, string][] = [];
  let continues = false;
  for (const { movedTo: movedTo, dropped, text } of spans) {
    if (dropped !== undefined) continue;
    const last = out.at(-1);
    if (movedTo !== undefined && continues && last?.[0] === movedTo) last[1] += withoutWhitespace(text);
    else if (movedTo !== undefined) out.push([movedTo, withoutWhitespace(text)]);
    continues = movedTo !== undefined;
  }
  return out;
}

/** The values of a written front matter, as canon, by field. */
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

/** Text of rendered HTML without what the engine adds: marks of footnotes, their heading and back links. */
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
  const from = Math.max(0, at - AROUND);
  return [`${what}：原件“${expected.slice(from, at + AROUND)}”，读成“${actual.slice(from, at + AROUND)}”`];
}
