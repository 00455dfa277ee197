import type { Span } from '../../manuscript.ts';
import type { PdfDocument } from './pdfjs.ts';

/** Why text in annotations is dropped. */
export const ANNOTATION = { comment: '批注', field: '表单里填的字' } as const;

/** Reads the comments and the filled fields of all pages. They are not printed with the text. */
export async function readAnnotations(document: PdfDocument): Promise<Span[]> {
  const spans: Span[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const annotations = (await page.getAnnotations()) as Annotation[];
    spans.push(...annotations.flatMap(spansOfAnnotation));
  }
  return spans;
}

/** What this reader uses of an annotation of PDF.js. */
interface Annotation {
  contentsObj?: { str?: unknown };
  fieldValue?: unknown;
}

function spansOfAnnotation({ contentsObj, fieldValue }: Annotation): Span[] {
  return [...spanOfValue(contentsObj?.str, ANNOTATION.comment), ...spanOfValue(fieldValue, ANNOTATION.field)];
}

/** A dropped span; none for a value that is no text or is blank. */
function spanOfValue(value: unknown, dropped: string): Span[] {
  return typeof value === 'string' && value.trim() !== '' ? [{ text: `${value}\n`, dropped }] : [];
}
