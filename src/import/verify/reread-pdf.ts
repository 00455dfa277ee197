import type { DrawnRun } from './compare-order.ts';
import { openPdf } from '../readers/pdf/pdfjs.ts';

/**
 * Reads the text of a PDF file for the comparison: the library's own extraction of text, which carries out the page's operators
 * by code of its own. The reader uses the list of what is drawn instead, and its positions. The text is in the order in which
 * it is drawn.
 */
export async function rereadPdf(bytes: Uint8Array): Promise<{ text: string; runs: DrawnRun[] }> {
  const document = await openPdf(bytes);
  try {
    let text = '';
    const runs: DrawnRun[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      for (const item of items) {
        if (!('str' in item)) continue;
        text += item.str;
        const [size = 0, , slant = 0, , x = 0, y = 0] = item.transform as number[];
        if (slant === 0 && item.str.trim() !== '')
          runs.push({ text: item.str, page: number, x, y, width: item.width, size: Math.abs(size) });
      }
      page.cleanup();
    }
    return { text, runs };
  } finally {
    await document.destroy();
  }
}
