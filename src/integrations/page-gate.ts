import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { controlCharacter } from '#core/text/control-character.ts';
import { openNumbers, personalNumbers } from '#core/text/personal-number.ts';
import { getContent } from '../loader/build-context.ts';
import type { PlannedPage } from './page-cache.ts';
import { printedText, referencesIn } from '../site-checks/page-text.ts';
import { SiteError } from '../site-checks/site-error.ts';

/** Most problems that are told: one fault can be on every page. */
const MOST_TOLD = 20;

/** The handbook shows what is refused; it is the program's own text. */
const HANDBOOK = '/admin/handbook';

/** Looks through what a build makes, before it is published. */
export interface PageGate {
  /**
   * Takes a page or text file that has been rendered.
   * @returns whether it may be kept for the next build, which will not look through it again
   */
  rendered(page: PlannedPage, body: string): boolean;
  /** Takes a page that is as an earlier build made it, and was looked through then. */
  kept(page: PlannedPage, read: () => string): void;
  /** What is to be done where the site must not be published: nothing of it may be kept. */
  onFailure(forget: () => void): void;
}

/**
 * The last look at a site: every file that it names is there, and no page prints what must not be
 * published. The content was checked before; this holds whatever way a text has come.
 */
export function pageGate(): AstroIntegration & { pages: PageGate } {
  const problems = new Map<string, string>();
  /** Files that pages name, with a page that does. */
  const named = new Map<string, string>();
  /** Files that must be there, as they were planned. */
  const planned = new Set<string>();
  /** Routes of which a page has been looked through. */
  const seen = new Set<string>();
  let base = '/';
  let forget = () => {};

  function look(page: PlannedPage, body: string): boolean {
    seen.add(page.route);
    planned.add(page.file);
    if (page.file.endsWith('.html')) {
      for (const reference of referencesIn(body)) {
        const file = fileOf(reference, `${base}${page.file}`, base);
        if (file !== undefined && !named.has(file)) named.set(file, page.file);
      }
    }
    const problem = page.route.startsWith(HANDBOOK) ? undefined : problemOf(printedText(body));
    if (problem) problems.set(page.file, problem);
    return problem === undefined;
  }

  return {
    name: 'page-gate',
    pages: {
      rendered: look,
      kept(page, read) {
        planned.add(page.file);
        if (page.file.endsWith('.html') && !seen.has(page.route)) look(page, read());
      },
      onFailure(listener) {
        forget = listener;
      },
    },
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/u, '/');
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        for (const [file, by] of assetReferences(site, base)) if (!named.has(file)) named.set(file, by);
        const lost = [...new Set([...planned, ...named.keys()])].filter(
          (file) => !existsSync(path.join(site, file)),
        );
        const told = [
          ...[...problems].map(([file, problem]) => `${file}：${problem}`),
          ...lost.map((file) => `${named.get(file) ?? file}：要用的文件 ${file} 没有生成`),
        ];
        if (told.length === 0) return;
        forget();
        throw new SiteError(told.slice(0, MOST_TOLD), '网站里缺少文件，或有不该发布的字。');
      },
    },
  };
}

/** What a page prints that must not be published. */
function problemOf(text: string): string | undefined {
  const control = controlCharacter(text);
  if (control !== undefined) return `里有看不见的控制字符 ${control}`;
  const open = openNumbers(getContent()?.site);
  // Line by line: folding a whole page for the dates in its lists took a second of a thousand pages.
  for (const line of text.split('\n')) {
    // Identity and card numbers can be waived, each with a reason, when the texts are checked.
    const number = personalNumbers(line, open).find(({ kind }) => kind === 'mobile');
    if (number) return `里有手机号码 ${number.masked}`;
  }
  return undefined;
}

/**
 * The file of the site that an address leads to; undefined where it leads elsewhere.
 * @param from address of the page that names it, below the base
 */
function fileOf(reference: string, from: string, base: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(reference)) return undefined;
  const { pathname } = new URL(reference, `http://site${from}`);
  if (!pathname.startsWith(base)) return pathname;
  const file = decodeURIComponent(pathname.slice(base.length));
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/** Files that styles and scripts name, each with one that does. */
function assetReferences(site: string, base: string): Map<string, string> {
  const folder = '_astro';
  const found = new Map<string, string>();
  const names = existsSync(path.join(site, folder)) ? readdirSync(path.join(site, folder)) : [];
  for (const name of names.filter((each) => /\.(?:css|js)$/u.test(each))) {
    const text = readFileSync(path.join(site, folder, name), 'utf8');
    const pattern = name.endsWith('.css')
      ? /url\(["']?(?!data:|#)([^"')]+)/gu
      : /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+)/gu;
    for (const [, reference = ''] of text.matchAll(pattern)) {
      const file = fileOf(reference, `${base}${folder}/${name}`, base);
      if (file !== undefined) found.set(file, `${folder}/${name}`);
    }
  }
  return found;
}
