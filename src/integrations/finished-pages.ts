import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The finished HTML of pages during a build, for files that repeat their text. */
export class FinishedPages {
  readonly #outDir: string;
  /** Pages that are not rendered yet, by address. */
  readonly #awaited = new Map<string, PromiseWithResolvers<string | undefined>>();

  constructor(outDir: string) {
    this.#outDir = outDir;
  }

  /** Registers a page that will be rendered; others are in the output folder already. */
  await(pathname: string): void {
    this.#awaited.set(pathname, Promise.withResolvers());
  }

  /**
   * Receives a page as soon as it is rendered.
   * @param html absent if the page has been written to the output folder
   */
  finish(pathname: string, html?: string): void {
    this.#awaited.get(pathname)?.resolve(html);
  }

  /**
   * The HTML of a page, once it is rendered.
   * @param pathname below the base path, without slashes at its ends: `issues/2022-09/a`
   */
  async read(pathname: string): Promise<string> {
    const html = await this.#awaited.get(pathname)?.promise;
    return html ?? readFileSync(path.join(this.#outDir, pathname, 'index.html'), 'utf8');
  }
}
