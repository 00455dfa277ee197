import { openPdf } from '../readers/pdf/pdfjs.ts';

/**
 * Reads the text of a PDF file for the comparison: the library's own extraction of text, which carries out the page's operators
 * by code of its own. The reader uses the list of what is drawn instead, and its positions. The text is in the order in which
 * it is drawn.
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
