import type { Page } from 'playwright-core';

/** Milliseconds within which the search that follows a pause has ended. */
const SETTLED_MS = 900;

/**
 * Types queries into the search page, one character at a time with a pause after each, and returns the milliseconds
 * of work on the main thread that each key stroke causes: suggestions, search, results and layout.
 */
export async function keyStrokes(page: Page, texts: string[]): Promise<number[]> {
  const browser = await page.context().newCDPSession(page);
  // The processor time of the thread: other programs on the machine do not count.
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async () => {
    const { metrics } = await browser.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const input = page.locator('[data-search-form] input[name=q]');
  const strokes: number[] = [];
  for (const text of texts) {
    await input.fill('');
    await page.waitForTimeout(SETTLED_MS);
    for (const character of text) {
      const before = await work();
      await page.keyboard.insertText(character);
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('[data-search-state=loading]').waitFor({ state: 'detached' });
      strokes.push((await work()) - before);
    }
  }
  return strokes;
}
