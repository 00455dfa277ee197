import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { drawing, openForm, saved } from '../lib/form-page.ts';
import { connectBrowser } from '../lib/shared-browser.ts';

const below = inject('siteBelow');

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

/** Reads and closes the dialog that shows both versions of a file that somebody else has changed. */
async function refused(page: Page) {
  const dialog = page.getByRole('dialog', { name: '没有保存：别人也改了' });
  await dialog.waitFor();
  const texts = await dialog
    .getByRole('textbox')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value));
  const files = await dialog.getByText(/^文件 /u).allInnerTexts();
  const pictures = await dialog.getByRole('img').count();
  await dialog.getByRole('button', { name: '回到表单' }).click();
  await dialog.waitFor({ state: 'detached' });
  return { texts, files, pictures };
}

it('never overwrites what a colleague has changed, created or deleted meanwhile, and shows both versions', async () => {
  const { page, form, close } = await openForm(browser, `${below.url}admin/`);
  const FILE = 'issues/2022-09/tangshan-four-faces.md';
  const before = (await form.files()).get(FILE)?.toString() ?? '';
  const entry = 'collections/articles/entries/2022-09/tangshan-four-faces';

  // Changed, even if only in trailing white space, or with the same length as before.
  for (const theirs of [before.replace('2022-09-23', '2022-09-25'), `${before}\n`]) {
    await form.change({ [FILE]: before });
    await form.go(entry);
    await form.fill('日期', '2022-09-24');
    await form.change({ [FILE]: theirs });
    await form.save();
    expect(await refused(page)).toEqual({
      texts: [before.replace('2022-09-23', '2022-09-24'), theirs],
      files: [`文件 content/${FILE}`],
      pictures: 0,
    });
    expect((await form.files()).get(FILE)?.toString()).toBe(theirs);
    expect(await form.field('日期').getByRole('textbox').inputValue()).toBe('2022-09-24');
  }

  // Deleted.
  await form.change({ [FILE]: undefined });
  await form.save();
  expect(await refused(page)).toEqual({
    texts: [before.replace('2022-09-23', '2022-09-24')],
    files: [`文件 content/${FILE}：已经删去或移走`],
    pictures: 0,
  });
  expect((await form.files()).has(FILE)).toBe(false);

  // Unchanged since it was read: saved.
  await form.change({ [FILE]: before });
  await form.save();
  await saved(page);
  expect((await form.files()).get(FILE)?.toString()).toBe(before.replace('2022-09-23', '2022-09-24'));

  // A new article and its picture, both with names that a colleague has used meanwhile.
  await form.go('collections/inbox/new');
  await page.getByRole('textbox', { name: '文件名' }).fill('night-shift');
  await form.fill('标题', '夜班');
  const cover = await form.add('题图');
  await form.upload(cover, await drawing('night.png', 'navy'));
  await form.fill('替代文字', '夜里的灯', cover);
  await form.fill('图片署名', '制图：本刊编辑部', cover);
  const theirs = { 'inbox/night-shift.md': '别人的稿\n', 'inbox/images/night.png': '别人的图' };
  await form.change(theirs);
  await form.save();
  const { texts, files, pictures } = await refused(page);
  expect(files.sort()).toEqual(['文件 content/inbox/images/night.png', '文件 content/inbox/night-shift.md']);
  expect([pictures, texts[0]?.includes('title: 夜班'), texts[1]]).toEqual([2, true, '别人的稿\n']);
  const now = await form.files();
  expect(Object.keys(theirs).map((name) => now.get(name)?.toString())).toEqual(Object.values(theirs));
  expect(await form.field('标题').getByRole('textbox').inputValue()).toBe('夜班');
  await close();
}, 600_000);
