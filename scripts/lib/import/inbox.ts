import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import { frontMatterYaml } from '../../../src/core/text/find-front-matter.ts';
import { parseYaml, record } from '../../../src/core/yaml-source.ts';
import type { ImportedArticle } from '../../../src/import/index.ts';

/** The inbox of a content folder, with an index of articles imported before. */
export class Inbox {
  readonly #dir: string;
  readonly #imported: Map<string, string>;
  /** Slugs of files in the inbox. */
  readonly usedSlugs: Set<string>;

  private constructor(dir: string, imported: Map<string, string>, usedSlugs: Set<string>) {
    this.#dir = dir;
    this.#imported = imported;
    this.usedSlugs = usedSlugs;
  }

  /** @param dir the content folder; it may not have an inbox yet */
  static async open(dir: string): Promise<Inbox> {
    const names = (await readdir(dir, { recursive: true }).catch(ifMissing<string[]>([]))).filter((name) =>
      /\.mdx?$/u.test(name),
    );
    const imported = new Map<string, string>();
    const usedSlugs = new Set<string>();
    for (const name of names.toSorted()) {
      const key = keyIn(await readFile(path.join(dir, name), 'utf8'));
      if (key !== undefined) imported.set(key, path.join(dir, name));
      if (path.dirname(name) === 'inbox') usedSlugs.add(path.basename(name).replace(/\.mdx?$/u, ''));
    }
    return new Inbox(dir, imported, usedSlugs);
  }

  /** The file of an article imported earlier, wherever an editor has moved it. */
  fileOf({ origin }: ImportedArticle): string | undefined {
    return this.#imported.get(keyOf(origin));
  }

  /** Writes an article and its pictures, or nothing on error. Never overwrites an article. */
  async write(article: ImportedArticle): Promise<string> {
    const folder = path.join(this.#dir, 'inbox');
    const file = path.join(folder, `${article.slug}.md`);
    const written: string[] = [];
    try {
      await mkdir(path.join(folder, 'images'), { recursive: true });
      for (const [name, bytes] of article.pictures) {
        await writeFile(path.join(folder, 'images', name), bytes);
        written.push(path.join(folder, 'images', name));
      }
      await writeFile(file, article.file, { flag: 'wx' });
    } catch (error) {
      await Promise.all(written.map((name) => rm(name, { force: true })));
      throw error;
    }
    this.#imported.set(keyOf(article.origin), file);
    this.usedSlugs.add(article.slug);
    return file;
  }
}

function keyOf({ sha256, from }: ImportedArticle['origin']): string {
  return `${sha256}#${/#(\d+)$/u.exec(from)?.[1] ?? 1}`;
}

/** The key in the front matter of an imported file; undefined for other files. */
function keyIn(text: string): string | undefined {
  const yaml = frontMatterYaml(text);
  if (!/[0-9a-f]{64}/u.test(yaml)) return undefined;
  const { sha256, from } = record(record(parseYaml(yaml).data).import);
  return typeof sha256 === 'string' ? keyOf({ sha256, from: String(from), at: '' }) : undefined;
}
