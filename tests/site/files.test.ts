import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HOST_NAMES } from '../../src/hosting/hosts.ts';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { run } from '../lib/command.ts';
import { LONG } from '../lib/long.ts';
import { brokenLinks, digestsOf, htmlPages, siteFiles } from '../lib/site-files.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const { dir } = inject('site');
const below = inject('siteBelow');
const ADMIN_PAGES = [
  'admin/handbook/fields/index.html',
  ...HOST_NAMES.map((name) => `admin/handbook/hosting/${name}/index.html`),
  'admin/handbook/hosting/index.html',
  'admin/handbook/index.html',
  'admin/handbook/rules/index.html',
  'admin/index.html',
].toSorted();
const POLICY =
  "default-src 'none'; script-src 'self' 'sha256-…'; style-src 'self' 'sha256-…'; img-src 'self'; font-src 'self'; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/** A page's content security policy without its hashes. */
function policyOf(html: string): string | undefined {
  const [, policy] = /<meta http-equiv="content-security-policy" content="([^"]*)">/u.exec(html) ?? [];
  return policy?.replaceAll('&#39;', "'").replace(/'sha256-[\w+/=]+'/gu, "'sha256-…'");
}
/** The pages to validate: in a short run of each folder with pages of one kind only some. */
function validated(pages: Map<string, string>): [name: string, html: string][] {
  const counts = new Map<string, number>();
  return [...pages].filter(([name]) => {
    const folder = path.dirname(path.dirname(name));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
    return LONG || folder === '.' || (counts.get(folder) ?? 0) <= 3;
  });
}
const read = (name: string) => readFile(path.join(dir, name), 'utf8');

describe('the built sample bulletin', () => {
  it('has every page of the table of addresses', async () => {
    const files = new Set(await siteFiles(dir));
    const addresses = [
      '',
      'issues/',
      'issues/2022/',
      'issues/2023/',
      'issues/2022-09/',
      'issues/2022-10/',
      'issues/2023-09/',
      'issues/latest/',
      'issues/2022-09/to-readers/',
      'categories/',
      'categories/features/',
      'parks/',
      'parks/wuji-edz/',
      'regions/',
      'regions/130000/',
      'regions/130600/',
      'regions/130633/',
      'regions/320583/',
      'series/',
      'topics/',
      'industries/',
      'search/',
      'about/',
      'contribute/',
      'corrections/',
      'accessibility/',
    ];
    expect(addresses.filter((address) => !files.has(`${address}index.html`))).toEqual([]);
    expect(files.has('404.html')).toBe(true);
  });

  it('has no broken link or anchor, also below a base path', async () => {
    expect(await brokenLinks(dir, '/')).toEqual([]);
    expect(await brokenLinks(below.dir, '/daokan/')).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // The serializer writes `<!DOCTYPE html>`, `srcset` next to `src`, and no self-closing tags.
        'doctype-style': 'off',
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'no-inline-style': 'error',
        'require-sri': 'off',
        'tel-non-breaking': 'off',
        // Old in-app browsers of messengers do not support <search>.
        'prefer-native-element': 'off',
      },
    });
    const problems: string[] = [];
    // The site below a base path also has the form and the handbook.
    const admin = [...(await htmlPages(below.dir))].filter(([name]) => name.startsWith('admin/'));
    expect(admin.map(([name]) => name)).toEqual(ADMIN_PAGES);
    for (const [name, html] of [...validated(await htmlPages(dir)), ...admin]) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results) {
        problems.push(...messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId} ${message}`));
      }
    }
    expect(problems).toEqual([]);
  });

  it('sends no request to another host', async () => {
    const asked: string[] = [];
    for (const [name, html] of await htmlPages(dir)) {
      for (const [tag] of html.matchAll(
        /<(?:script|img|link|iframe|source|form|video|audio|object|embed)\b[^>]*>/gu,
      )) {
        if (/(?:src|href|srcset|action|data)="(?:https?:)?\/\//u.test(tag)) asked.push(`${name}: ${tag}`);
      }
    }
    for (const name of (await siteFiles(dir)).filter((each) => each.endsWith('.css'))) {
      if (/url\(["']?(?:https?:)?\/\/|@import/u.test(await read(name))) asked.push(name);
    }
    expect(asked).toEqual([]);
  });

  it('contains nothing from drafts, articles with unknown rights, the inbox, or private contacts', async () => {
    const secrets = [
      '草稿暗号蓝鲸',
      '权利未明暗号白鹭',
      '待刊暗号灰雁',
      'zhiban@daokan.example',
      'handan-two-highs',
      '一条产业链，三份清单',
    ];
    const leaks: string[] = [];
    for (const name of await siteFiles(dir)) {
      const text = (await readFile(path.join(dir, name))).toString('utf8');
      leaks.push(...secrets.filter((secret) => text.includes(secret)).map((secret) => `${name}: ${secret}`));
    }
    expect(leaks).toEqual([]);
  });

  it('sends an article in at most 30 kB of HTML and CSS and 3 kB of script', async () => {
    const sizes: Record<string, number> = {};
    for (const [name, html] of await htmlPages(dir)) {
      if (!/^issues\/\d{4}-\d{2}\/[^/]+\/index\.html$/u.test(name)) continue;
      const styles = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/gu)].map(
        ([, file = '']) => file,
      );
      const scripts = [...html.matchAll(/<script type="module" src="\/([^"]+)"/gu)].map(
        ([, file = '']) => file,
      );
      const weigh = async (files: string[]) =>
        (await Promise.all(files.map(read))).reduce((sum, text) => sum + gzipSync(text).length, 0);
      sizes.page = Math.max(sizes.page ?? 0, gzipSync(html).length + (await weigh(styles)));
      sizes.script = Math.max(sizes.script ?? 0, await weigh(scripts));
    }
    expect(sizes.page).toBeLessThan(30_000);
    expect(sizes.script).toBeLessThan(3_000);
    expect(sizes.script).toBeGreaterThan(0);
  });

  it('redirects an old address', async () => {
    const html = await read('2022/09/lead/index.html');
    expect(html).toMatch(/<meta http-equiv="refresh" content="0; url=\/issues\/2022-09\/[a-z-]+\/">/u);
  });

  it('gives every page its title, description, language and policy', async () => {
    for (const [name, html] of await htmlPages(dir)) {
      expect(html, name).toContain('<html lang="zh-CN">');
      expect(html, name).toMatch(/<title>[^<]+<\/title>/u);
      if (!html.includes('http-equiv="refresh"')) {
        expect(html, name).toMatch(/<meta name="description" content="[^"]+">/u);
        expect(policyOf(html), name).toBe(POLICY);
      }
    }
  });

  it('contains neither form nor handbook: the sample does not enable them', async () => {
    expect((await siteFiles(dir)).filter((name) => name.startsWith('admin/'))).toEqual([]);
  });

  it('includes the licences of its fonts and scripts', async () => {
    const [licenses, withForm] = await Promise.all([
      read('licenses.txt'),
      readFile(path.join(below.dir, 'licenses.txt'), 'utf8'),
    ]);
    for (const text of [
      'SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007',
      'Copyright (c) Pagefind',
      'opencc-js',
      'fflate',
      'Apache License',
      'END OF TERMS AND CONDITIONS',
    ])
      expect(licenses).toContain(text);
    expect(licenses).not.toContain('Sveltia');
    expect(withForm.startsWith(licenses.trimEnd())).toBe(true);
    expect(withForm).toContain('==== @sveltia/cms');
  });

  it('publishes no scripts of other packages than these', async () => {
    const sources = await Promise.all(
      (await siteFiles('src'))
        .filter((name) =>
          /^(?:search\/(?:browser|shared)|components|layouts)\/|^pages\/(?!admin)/u.test(name),
        )
        .filter((name) => !name.endsWith('csp.ts'))
        .map((name) => readFile(path.join('src', name), 'utf8')),
    );
    const scripts = sources.flatMap((text) =>
      text.startsWith('---')
        ? [...text.matchAll(/<script>(.*?)<\/script>/gsu)].map(([, code = '']) => code)
        : [text],
    );
    const packages = scripts.flatMap((code) =>
      [...code.matchAll(/(?:from |import\()'([^.#'][^']*)'/gu)].map(([, name = '']) => name),
    );
    expect([...new Set(packages.filter((name) => !/^(?:astro|node:)/u.test(name)))].sort()).toEqual([
      'fflate',
      'opencc-js/dict/TSCharacters',
    ]);
  });

  it('states its address if one is configured', async () => {
    const html = await readFile(path.join(below.dir, 'issues/latest/index.html'), 'utf8');
    expect(html).toContain('<link rel="canonical" href="https://bulletin.example/daokan/issues/2023-09/">');
  });
});

// Every run rebuilds small bulletins, from other folders and after edits.
if (LONG)
  it('two builds of the sample are identical', async () => {
    const again = path.join(await writeFiles({}), 'again');
    expect((await run('build', ['--outDir', again], { SITE_URL: '' })).code).toBe(0);
    expect(await digestsOf(again)).toEqual(await digestsOf(dir));
  });
