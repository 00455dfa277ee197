import type { Span } from '../../manuscript.ts';
import type { PdfDocument } from './pdfjs.ts';

/** The part of an annotation's data that is read. */
interface Annotation {
  contentsObj?: { str?: unknown };
  fieldValue?: unknown;
}

/** Why text in annotations is dropped. */
export const ANNOTATION = { comment: '批注', field: '表单里填的字' } as const;

/** Reads the comments and the filled fields of all pages. They are not printed with the text. */
export async function readAnnotations(document: PdfDocument): Promise<Span[]> {
  const spans: Span[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    spans.push(...(await page.getAnnotations()).flatMap(textsOf));
  }
  return spans;
}

function textsOf({ contentsObj, fieldValue }: Annotation): Span[] {
  const values: [unknown, string][] = [
    [contentsObj?.str, ANNOTATION.comment],
    [fieldValue, ANNOTATION.field],
  ];
  return values.flatMap(([value, dropped]) =>
    typeof value === 'string' && value.trim() !== '' ? { text: `${value}\n`, dropped } : [],
  );
}
