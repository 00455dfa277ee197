import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openForm } from '../lib/form-page.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const below = inject('siteBelow');

let browser: Browser;
let opened: Awaited<ReturnType<typeof openForm>>;
beforeAll(async () => {
  browser = await connectBrowser();
  opened = await openForm(browser, `${below.url}admin/`);
});
afterAll(() => browser.close());

it('shows SVG pictures: Sveltia wraps each in another SVG, and the policy allows both', async () => {
  const { page, pageErrors } = opened;
  await page.goto(`${below.url}admin/#/assets`);
  const pictures = page.locator('img[src^="blob:"]');
  await pictures.nth(5).waitFor();
  await expect
    .poll(() =>
      pictures.evaluateAll((all) =>
        all.every((each) => each instanceof HTMLImageElement && each.complete && each.naturalWidth > 0),
      ),
    )
    .toBe(true);
  expect(pageErrors).toEqual([]);
});

it.each([390, 320])('has the link to the page at %i pixels', async (width) => {
  const { page, form, pageErrors } = opened;
  await page.setViewportSize({ width, height: 1000 });
  await form.go('collections/articles/entries/2022-09/tangshan-four-faces');
  const buttons = page.getByRole('toolbar', { name: '主要' }).getByRole('button');
  const link = page.getByRole('button', { name: '看网页（已保存的）' });
  await link.waitFor();
  // The form needs a moment after the window has changed.
  await expect
    .poll(() =>
      buttons.evaluateAll((all) => Math.max(...all.map((each) => each.getBoundingClientRect().right))),
    )
    .toBeLessThanOrEqual(width);
  const popup = page.waitForEvent('popup');
  await link.click();
  expect((await popup).url()).toBe(`${below.url}issues/2022-09/tangshan-four-faces/`);
  expect(pageErrors).toEqual([]);
});
