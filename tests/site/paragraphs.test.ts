import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connectBrowser } from '../lib/shared-browser.ts';

const ARTICLE = `${inject('site').url}issues/2022-09/development-zones-investment/`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await connectBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(ARTICLE);
});
afterAll(() => browser.close());

const second = () => page.locator('.body > p[id]').nth(1);
const visibility = () =>
  second()
    .locator('.to-paragraph')
    .evaluate((link) => getComputedStyle(link).opacity);
/** The id of the paragraph that an address leads to, if it is on the screen. */
async function shownAt(hash: string): Promise<string | undefined> {
  const other = await browser.newPage({ viewport: { width: 390, height: 800 } });
  await other.goto(ARTICLE + hash);
  const target = other.locator('.body > p:target');
  const id = (await target.count()) === 1 ? await target.getAttribute('id') : null;
  const top = id === null ? undefined : (await target.boundingBox())?.y;
  await other.close();
  return top !== undefined && top >= 0 && top < 800 ? (id ?? undefined) : undefined;
}

describe('the link of a paragraph', () => {
  it('is shown when the paragraph is pointed at, or when the link has the focus', async () => {
    expect(await visibility()).toBe('0');
    await second().hover();
    expect(await visibility()).toBe('1');
    await page.mouse.move(0, 0);
    expect(await visibility()).toBe('0');
    await page.locator('.body > p[id]').first().locator('.to-paragraph').focus();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.closest('p')?.id);
    expect(focused).toBeTruthy();
  });

  it('takes no room, is large enough to tap, and is not part of what is copied', async () => {
    const link = second().locator('.to-paragraph');
    const { width = 0, height = 0, x = -1 } = (await link.boundingBox()) ?? {};
    expect([width >= 24, height >= 24, x >= 0]).toEqual([true, true, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await second().evaluate((paragraph) => paragraph.textContent?.includes('#'))).toBe(false);
  });

  it('leads to the paragraph, also when its beginning or its end has changed since', async () => {
    const id = (await second().getAttribute('id')) ?? '';
    expect(id).toMatch(/^p-[\da-f]{8}$/u);
    expect(await shownAt(`#${id}`)).toBe(id);
    expect(await shownAt(`#${id.slice(0, -4)}0000`)).toBe(id);
    expect(await shownAt(`#p-0000${id.slice(-4)}`)).toBe(id);
    expect(await shownAt('#p-00000000')).toBeUndefined();
  });

  it('is always shown on a screen without a pointer; a tap leads to the paragraph', async () => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 800 },
      hasTouch: true,
      isMobile: true,
    });
    const phone = await context.newPage();
    await phone.goto(ARTICLE);
    const paragraph = phone.locator('.body > p[id]').nth(1);
    const link = paragraph.locator('.to-paragraph');
    expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    expect(await phone.evaluate(() => matchMedia('(hover: none)').matches)).toBe(true);
    await link.tap();
    expect(new URL(phone.url()).hash).toBe(`#${await paragraph.getAttribute('id')}`);
    expect(await paragraph.evaluate((element) => element.matches(':target'))).toBe(true);
    await context.close();
  });

  it('is not printed', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await second().locator('.to-paragraph').isVisible()).toBe(false);
  });
});
