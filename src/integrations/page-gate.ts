import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { controlCharacter } from '#core/text/control-character.ts';
import { publicMobileNumbers, personalNumbers } from '#core/text/personal-number.ts';
import { getContent } from '../loader/build-context.ts';
import type { PlannedPage } from './page-cache.ts';
import { printedText, referencesIn } from '../site-checks/page-text.ts';
import { SiteError } from '../site-checks/site-error.ts';

/** Problems that a message lists: the same one can be on every page. */
const MAX_PROBLEMS_SHOWN = 20;

/** The handbook is exempt: its examples show forbidden text. */
const HANDBOOK = '/admin/handbook';

/** Checks the pages of a build before they are published. */
export interface PageGate {
  /**
   * Checks a rendered page or text file.
   * @returns whether it may be cached: later builds will not check it again
   */
  rendered(page: PlannedPage, body: string): boolean;
  /** Registers a page from the cache, which an earlier build has checked. */
  cached(page: PlannedPage, read: () => string): void;
  /** Sets a function that runs if the site must not be published; it must clear the cache. */
  onFailure(clearCache: () => void): void;
}

/**
 * The last check of a site: every file that it refers to exists, and no page contains a mobile number or a control
 * character. The content was checked before; this check does not depend on where a text came from.
 */
export function pageGate(): AstroIntegration & { pages: PageGate } {
  const problems = new Map<string, string>();
  /** Referenced files, each with one page that refers to it. */
  const referenced = new Map<string, string>();
  /** Files that the build must have written. */
  const planned = new Set<string>();
  /** Routes of which at least one page was checked. */
  const seen = new Set<string>();
  let base = '/';
  let clearCache = () => {};

  function checkPage(page: PlannedPage, body: string): boolean {
    seen.add(page.route);
    planned.add(page.file);
    if (page.file.endsWith('.html')) {
      for (const reference of referencesIn(body)) {
        const file = fileOf(reference, `${base}${page.file}`, base);
        if (file !== undefined && !referenced.has(file)) referenced.set(file, page.file);
      }
    }
    const problem = page.route.startsWith(HANDBOOK) ? undefined : problemOf(printedText(body));
    if (problem) problems.set(page.file, problem);
    return problem === undefined;
  }

  return {
    name: 'page-gate',
    pages: {
      rendered: checkPage,
      cached(page, read) {
        planned.add(page.file);
        if (page.file.endsWith('.html') && !seen.has(page.route)) checkPage(page, read());
      },
      onFailure(listener) {
        clearCache = listener;
      },
    },
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/u, '/');
      },
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        for (const [file, by] of assetReferences(site, base))
          if (!referenced.has(file)) referenced.set(file, by);
        const missing = [...new Set([...planned, ...referenced.keys()])].filter(
          (file) => !existsSync(path.join(site, file)),
        );
        const all = [
          ...[...problems].map(([file, problem]) => `${file}：${problem}`),
          ...missing.map((file) => `${referenced.get(file) ?? file}：要用的文件 ${file} 没有生成`),
        ];
        if (all.length === 0) return;
        clearCache();
        throw new SiteError(all.slice(0, MAX_PROBLEMS_SHOWN), '网站里缺少文件，或有不该发布的字。');
      },
    },
  };
}

/** The problem of a page that contains a mobile number or a control character. */
function problemOf(text: string): string | undefined {
  const control = controlCharacter(text);
  if (control !== undefined) return `里有看不见的控制字符 ${control}`;
  const publicNumbers = publicMobileNumbers(getContent()?.site);
  // Line by line: matching whole pages, with their lists of dates, costs a second for a thousand pages.
  for (const line of text.split('\n')) {
    // Only mobile numbers: editors may have waived a finding for an identity or card number.
    const number = personalNumbers(line, publicNumbers).find(({ kind }) => kind === 'mobile');
    if (number) return `里有手机号码 ${number.masked}`;
  }
  return undefined;
}

/**
 * The file of the site that an address refers to; undefined for other sites.
 * @param from address of the referring page, with the base path
 */
function fileOf(reference: string, from: string, base: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(reference)) return undefined;
  const { pathname } = new URL(reference, `http://site${from}`);
  if (!pathname.startsWith(base)) return pathname;
  const file = decodeURIComponent(pathname.slice(base.length));
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/** Files that styles and scripts refer to, each with one file that does. */
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
