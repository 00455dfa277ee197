import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { FormDriver } from './form-driver.ts';

/**
 * The form's page in a new profile; notes whom it asks, what its policy stops, and what goes wrong. Nothing of
 * another host is answered: what counts is who is asked.
 */
export async function openPage(browser: Browser, url: string, width = 1280) {
  // The form draws only what is in view: here all of it is, and nothing moves while it is used.
  // A sixteenth of the pixels: drawing them took most of the time where there is no graphics card.
  const context = await browser.newContext({
    viewport: { width, height: 9000 },
    deviceScaleFactor: 0.25,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Drawing so much takes long on a busy machine.
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { protocol, host, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== new URL(url).host) asked.add(origin);
  });
  await page.route(
    ({ host }) => host !== new URL(url).host,
    (route) => route.abort(),
  );
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`The policy stops ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults, asked, close: () => context.close() };
}

/** The form on a copy of the sample. */
export async function openForm(browser: Browser, url: string, width?: number) {
  const opened = await openPage(browser, url, width);
  const form = new FormDriver(opened.page, url);
  await form.open('content');
  return { ...opened, form };
}

/** A picture as an editor uploads it. */
export async function drawing(name: string, background: string) {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

/** Waits until the form says that an entry is saved. */
export const saved = (page: Page) => page.getByText('条目已保存').waitFor();
