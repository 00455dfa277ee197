import { openPdf } from '../readers/pdf/pdfjs.ts';

/**
 * Reads the text of a PDF file for the comparison with the library's text extraction, which interprets the page's
 * operators with separate code; the reader interprets the operator list itself. The text is in drawing order.
 */
export async function rereadPdf(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  try {
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      for (const item of items) if ('str' in item) text += item.str;
      page.cleanup();
    }
    return text;
  } finally {
    await document.destroy();
  }
}
