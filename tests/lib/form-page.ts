import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { FormDriver } from './form-driver.ts';

/**
 * Opens the form's page in a new browser profile and records requests to other hosts, policy violations and
 * errors. It aborts requests to other hosts: tests only need to know that they were sent.
 */
export async function openPage(browser: Browser, url: string, width = 1280) {
  // A sixteenth of the pixels: without a graphics card, painting takes most of the time.
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    deviceScaleFactor: 0.25,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // Rendering so much is slow on a busy machine.
  page.setDefaultTimeout(60_000);
  const pageErrors: string[] = [];
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
    if (['error', 'warning'].includes(message.type())) pageErrors.push(message.text());
  });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  return { page, pageErrors, asked, close: () => context.close() };
}

/** Opens the form on a copy of a content folder: the sample. */
export async function openForm(browser: Browser, url: string, width?: number, content = 'content') {
  const opened = await openPage(browser, url, width);
  const form = new FormDriver(opened.page, url);
  await form.open(content);
  return { ...opened, form };
}

/** A picture as an editor uploads it. */
export async function drawing(name: string, background: string) {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

/** Waits until the form reports that an entry is saved, and returns to its list, as it then does by itself. */
export async function saved(page: Page): Promise<void> {
  await page.getByText('条目已保存').waitFor();
  await page.waitForURL(({ hash }) => !/\/(?:new|entries\/.*)$/u.test(hash));
}
