import type { DrawnRun } from './compare-order.ts';
import { openPdf } from '../readers/pdf/pdfjs.ts';

/**
 * Reads the text of a PDF file for the comparison with the library's text extraction, which interprets the page's
 * operators with separate code; the reader interprets the operator list itself. The text is in drawing order.
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
