import { originalOf, type Span, spansOf } from '../../manuscript.ts';
import { bodyText, mark } from '../../spans.ts';
import { createBlocks } from './docx-blocks.ts';
import type { Package } from './package.ts';
import { createReading, DROPPED, type DocxReading, warn } from './docx-reading.ts';
import { paragraphsOf } from './docx-table.ts';
import { attributeOf, childrenOf, localName, type XmlElement } from './xml.ts';

/** State shared by the readers of all parts. */
export type Shared = Omit<DocxReading, 'fields' | 'line' | 'commentLines' | 'relations'>;

/** A footnote or endnote that has not been read yet. */
export interface NoteSource {
  element: XmlElement;
  part: string;
}

/** Parts that a part has relationships of a type to, sorted by name. */
export function partsOfType(pkg: Package, from: string, type: string): string[] {
  const targets = [...pkg.relations(from).values()]
    .filter((relation) => relation.type === type && !relation.external)
    .map(({ target }) => target);
  return [...new Set(targets)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** Footnotes and endnotes by id, in file order. */
export function noteSources(pkg: Package): Map<string, NoteSource> {
  return new Map(['footnote', 'endnote'].flatMap((kind) => noteSourcesOfKind(pkg, kind)));
}

function noteSourcesOfKind(pkg: Package, kind: string): [id: string, NoteSource][] {
  return partsOfType(pkg, pkg.document, `${kind}s`).flatMap((part) =>
    [...pkg.elements(part)]
      .filter((element) => localName(element) === kind)
      .map((element): [string, NoteSource] => [
        `${kind}-${attributeOf(element, 'id') ?? ''}`,
        { element, part },
      ]),
  );
}

/**
 * Reads the notes that a text references.
 * @param calls spans that reference notes, in order. A note referenced only from dropped text is dropped too
 */
export function readNotes(
  calls: Span[],
  sources: Map<string, NoteSource>,
  pkg: Package,
  shared: Shared,
): Map<string, Span[][]> {
  const calledFromBody = new Set(
    calls.flatMap(({ note, dropped }) => (dropped === undefined ? (note ?? []) : [])),
  );
  const notes = new Map<string, Span[][]>();
  for (const { note: id, dropped } of calls) {
    const source = id === undefined ? undefined : sources.get(id);
    if (!source || id === undefined || notes.has(id)) continue;
    const warnings: DocxReading['warnings'] = [];
    const relations = pkg.relations(source.part);
    const reading = createReading({ ...shared, relations, warnings, hasNote: () => false });
    const blocks = createBlocks(reading)(
      childrenOf(source.element),
      calledFromBody.has(id) ? undefined : dropped,
    );
    notes.set(id, withoutMark(paragraphsOf(blocks), shared.customMarks.get(id)));
    if (blocks.some(({ type }) => type === 'picture')) {
      warn({ warnings }, 'note-picture', '有图片，没有收', undefined);
    }
    shared.warnings.push(
      ...warnings.map(({ line: _, ...rest }) => ({ ...rest, message: `脚注里：${rest.message}` })),
    );
  }
  return notes;
}

/** Drops the author's own mark at the start of a note: the site numbers its notes. */
function withoutMark(paragraphs: Span[][], customMark: string | undefined): Span[][] {
  const [first, ...rest] = paragraphs;
  if (!first || !customMark) return paragraphs;
  const text = bodyText(first);
  const start = text.length - text.trimStart().length;
  if (!text.startsWith(customMark, start) || text.trim() === customMark) return paragraphs;
  const colon = /^[：:]/u.test(text.slice(start + customMark.length)) ? 1 : 0;
  return [mark(first, [[start, start + customMark.length + colon]], { dropped: DROPPED.mark }), ...rest];
}

/** Text of unreferenced notes. */
export function readUncalledNotes(
  notes: Map<string, Span[][]>,
  sources: Map<string, NoteSource>,
  pkg: Package,
  shared: Shared,
): Span[] {
  return [...sources].flatMap(([id, { element, part }]) =>
    notes.has(id) ? [] : readNonBodyText(childrenOf(element), part, DROPPED.orphan, pkg, shared),
  );
}

/** Text of headers, then of footers. */
export function readHeadersAndFooters(pkg: Package, shared: Shared): Span[] {
  return ['header', 'footer']
    .flatMap((type) => partsOfType(pkg, pkg.document, type))
    .flatMap((part) => readNonBodyText(pkg.elements(part), part, DROPPED.margin, pkg, shared));
}

/** Text of comments, with a warning at each reference. */
export function readComments(pkg: Package, shared: Shared, lines: Map<string, number>): Span[] {
  return partsOfType(pkg, pkg.document, 'comments').flatMap((part) =>
    [...pkg.elements(part)].flatMap((element) => {
      const spans = readNonBodyText(childrenOf(element), part, DROPPED.comment, pkg, shared);
      const quote = spans.map(({ text }) => text).join('');
      if (quote.trim() !== '') {
        const line = lines.get(attributeOf(element, 'id') ?? '');
        warn(shared, 'comment', '有批注，没有收，请看要不要改稿', line, quote);
      }
      return spans;
    }),
  );
}

/** Text of charts and SmartArt graphics, which are not imported: the report lists it. */
export function readGraphicTexts(pkg: Package): Span[] {
  const kinds = [
    ['chart', DROPPED.chart],
    ['chartEx', DROPPED.chart],
    ['diagramData', DROPPED.diagram],
  ] as const;
  return kinds.flatMap(([type, dropped]) =>
    partsOfType(pkg, pkg.document, type).flatMap((part): Span[] => {
      const texts = [...pkg.elements(part)].flatMap(textsOf).filter((text) => text.trim() !== '');
      return texts.length > 0 ? [{ text: `${texts.join(' ')}\n`, dropped }] : [];
    }),
  );
}

/** Text (`t`) and cached values (`v`) in an element. */
function textsOf(element: XmlElement): string[] {
  return ['t', 'v'].includes(localName(element)) ? [element.text] : childrenOf(element).flatMap(textsOf);
}

/** Text outside the body as one dropped span that ends with a line break. */
function readNonBodyText(
  elements: Iterable<XmlElement>,
  part: string,
  dropped: string,
  pkg: Package,
  shared: Shared,
): Span[] {
  const relations = pkg.relations(part);
  const reading = createReading({ ...shared, relations, warnings: [], hasNote: () => true });
  const blocks = createBlocks(reading)(elements);
  const text = blocks
    .map((block) =>
      paragraphsOf([block])
        .flatMap((spans) => spans.map(originalOf))
        .join(''),
    )
    .filter(Boolean)
    .join('\n');
  return text === '' ? [] : [{ text: `${text}\n`, dropped }];
}

/** Spans that reference notes. */
export function noteCalls(blocks: Parameters<typeof spansOf>[0][]): Span[] {
  return blocks.flatMap(spansOf).filter(({ note }) => note !== undefined);
}
