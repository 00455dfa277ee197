import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openForm } from '../lib/form-page.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const below = inject('siteBelow');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

it.each([390, 320])(
  'has the link to the page at %i pixels',
  async (width) => {
    const { page, form, pageErrors, close } = await openForm(browser, `${below.url}admin/`, width);
    await form.go('collections/articles/entries/2022-09/tangshan-four-faces');
    const buttons = page.getByRole('toolbar', { name: '主要' }).getByRole('button');
    const link = page.getByRole('button', { name: '看网页（已保存的）' });
    await link.waitFor();
    for (const button of await buttons.all()) {
      const { x = 0, width: wide = 0 } = (await button.boundingBox()) ?? {};
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    const popup = page.waitForEvent('popup');
    await link.click();
    expect((await popup).url()).toBe(`${below.url}issues/2022-09/tangshan-four-faces/`);
    expect(pageErrors).toEqual([]);
    await close();
  },
  300_000,
);

it('shows SVG pictures: Sveltia wraps each in another SVG, and the policy allows both', async () => {
  const { page, pageErrors, close } = await openForm(browser, `${below.url}admin/`);
  await page.goto(`${below.url}admin/#/assets`);
  await page.locator('img[src^="blob:"]').nth(5).waitFor();
  await page.waitForTimeout(1000);
  expect(pageErrors).toEqual([]);
  await close();
}, 300_000);
