import type { Span } from '../../manuscript.ts';
import type { PdfDocument } from './pdfjs.ts';

/** Why text in annotations is dropped. */
export const ANNOTATION = { comment: '批注', field: '表单里填的字' } as const;

/** Reads the comments and the filled fields of all pages. They are not printed with the text. */
export async function readAnnotations(document: PdfDocument): Promise<Span[]> {
  const spans: Span[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const annotation of await page.getAnnotations()) {
      const { contentsObj, fieldValue } = annotation as {
        contentsObj?: { str?: unknown };
        fieldValue?: unknown;
      };
      const values: [unknown, string][] = [
        [contentsObj?.str, ANNOTATION.comment],
        [fieldValue, ANNOTATION.field],
      ];
      for (const [value, dropped] of values)
        if (typeof value === 'string' && value.trim() !== '') spans.push({ text: `${value}\n`, dropped });
    }
  }
  return spans;
}
