import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/**
 * Connects to the one browser that all tests of the built site share. `close()` closes the connection and the
 * pages that were opened over it; the browser runs on.
 */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}
