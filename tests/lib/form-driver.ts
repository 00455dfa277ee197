import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Drives the editors' form in a browser, on a virtual folder of the browser instead of a folder that an editor picks. */
export class FormDriver {
  readonly #page: Page;
  readonly #url: string;

  /** @param url address of the form's page */
  constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
  }

  /** Opens the form on a copy of a content folder. */
  async open(content: string): Promise<void> {
    await this.#page.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    await this.#page.goto(this.#url);
    // The dev server may reload a page after it has optimized newly found dependencies.
    await this.#page.waitForLoadState('networkidle');
    await this.#page.evaluate(writeFolder, await filesBelow(content));
    await this.#page.getByRole('button', { name: '打开本机文件夹' }).click();
    await this.#page.getByText('您正在浏览').waitFor();
  }

  /** Goes to a page of the form, such as `collections/articles/new`. */
  async go(address: string): Promise<void> {
    await this.#page.goto(`${this.#url}#/${address}`);
    await this.#page.getByRole('button', { name: '保存', exact: true }).waitFor();
  }

  /** The element that groups a field's label and input. */
  field(label: string, within: Page | Locator = this.#page): Locator {
    return within.getByRole('group', { name: `「\u2068${label}\u2069」字段`, exact: true }).first();
  }

  /** A field that the form has rendered: it renders only fields that are in view. */
  async #drawn(label: string, within?: Locator): Promise<Locator> {
    const field = this.field(label, within);
    for (let screen = 0; screen < 30 && (await field.count()) === 0; screen += 1) {
      await this.#page.evaluate(scrollTo, screen);
      await this.#page.waitForTimeout(100);
    }
    await field.scrollIntoViewIfNeeded();
    return field;
  }

  async fill(label: string, text: string, within?: Locator): Promise<void> {
    const field = await this.#drawn(label, within);
    await field.getByRole('textbox').fill(text);
  }

  /** Selects a value from a drop-down list or from radio buttons. */
  async choose(label: string, option: string, within?: Locator): Promise<void> {
    const field = await this.#drawn(label, within);
    await field.getByRole('radio').or(field.getByRole('combobox')).first().waitFor();
    const radio = field.getByRole('radio', { name: option, exact: true });
    if ((await radio.count()) > 0) return radio.click();
    const item = this.#page.getByRole('option', { name: option, exact: true });
    // On a busy machine the form may still be rendering and close the list: then this opens it again.
    for (let turn = 1; ; turn += 1) {
      await field.getByRole('combobox').click();
      try {
        return await item.click({ timeout: turn * 5_000 });
      } catch (error) {
        if (turn === 5) throw error;
        await this.#page.keyboard.press('Escape');
      }
    }
  }

  /** Adds an item to a list, or an object. @returns the element that contains its fields */
  async add(label: string): Promise<Locator> {
    const field = await this.#drawn(label);
    await field.getByText(`添加 \u2068${label}\u2069`).first().click();
    return field;
  }

  /** Uploads a picture into the field 文件. */
  async upload(within: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const field = await this.#drawn('文件', within);
    await field.getByRole('button', { name: '浏览' }).click();
    const dialog = this.#page.getByRole('dialog', { name: '选择图片' });
    const chooser = this.#page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: '上传' }).click();
    await (await chooser).setFiles(file);
    await dialog.getByRole('option', { name: file.name, selected: true }).waitFor();
    await dialog.getByRole('button', { name: '插入' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: '保存', exact: true }).click();
  }

  /** Changes files of the folder outside the form, as a colleague would; undefined deletes one. */
  async change(files: Record<string, string | undefined>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      if (text === undefined) await this.#page.evaluate(removeFile, `content/${name}`);
      else
        await this.#page.evaluate(writeFolder, { [`content/${name}`]: Buffer.from(text).toString('base64') });
    }
  }

  /** The folder's current files by their path in it. */
  async files(): Promise<Map<string, Buffer>> {
    const files = await this.#page.evaluate(readFolder);
    return new Map(Object.entries(files).map(([name, base64]) => [name, Buffer.from(base64, 'base64')]));
  }
}

async function filesBelow(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = files.map(async (file) => {
    const name = `content/${path.relative(dir, file).replaceAll(path.sep, '/')}`;
    return [name, (await readFile(file)).toString('base64')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** Runs in the browser: scrolls the fields of the form by so many screens from the top. */
function scrollTo(screen: number): void {
  for (const element of document.querySelectorAll('*'))
    if (
      /auto|scroll/u.test(getComputedStyle(element).overflowY) &&
      element.scrollHeight > element.clientHeight
    )
      element.scrollTop = screen * element.clientHeight * 0.8;
}

/** Runs in the browser. */
async function writeFolder(files: Record<string, string>): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for (const [name, base64] of Object.entries(files)) {
    const parts = name.split('/');
    let dir = root;
    for (const part of parts.slice(0, -1)) dir = await dir.getDirectoryHandle(part, { create: true });
    const handle = await dir.getFileHandle(parts.at(-1) ?? '', { create: true });
    const writable = await handle.createWritable();
    await writable.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    await writable.close();
  }
}

/** Runs in the browser. */
async function removeFile(name: string): Promise<void> {
  const parts = name.split('/');
  let dir = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) dir = await dir.getDirectoryHandle(part);
  await dir.removeEntry(parts.at(-1) ?? '');
}

/** Runs in the browser. */
async function readFolder(): Promise<Record<string, string>> {
  type Entries = AsyncIterable<[string, FileSystemDirectoryHandle | FileSystemFileHandle]>;
  const files: Record<string, string> = {};
  const walk = async (dir: FileSystemDirectoryHandle, below: string): Promise<void> => {
    for await (const [name, handle] of dir as unknown as Entries) {
      if (handle.kind === 'directory') await walk(handle, `${below}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files[below + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('content'), '');
  return files;
}
