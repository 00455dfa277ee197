import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { engineFile } from '../engine/engine-folder.ts';

/**
 * Patches for behaviour of Sveltia CMS that it has no options for. No other module depends on its code.
 *
 * The patterns match the minified code of its npm package; `replaceOnce` throws if one no longer matches:
 * https://unpkg.com/@sveltia/cms@0.221.1/npm/index.js
 * The package's source map (`index.js.map` beside it) contains the source of the patched code under these paths. All
 * but the last are also in the repository: https://github.com/sveltia/sveltia-cms/tree/0dc258509c4ba5a2029043229b870540b6a74536/src/lib/services
 * - `user/env.svelte.js`: where a local folder may be opened
 * - `backends/fs/local.js`, `backends/fs/shared/files.js`: how its files are read and written
 * - `backends/git/github/status.js`, `backends/git/gitlab/status.js`: requests to the status pages
 * - `app/branding.js`: app icons from the logo
 * - `contents/file/parse.js`: custom formats
 * - `contents/entry/fields.js`: how numbers are shown
 * - `contents/draft/save/index.js`: conflicts when an entry is saved
 * - `utils/media/image/heic.js`: decoding of HEIC
 */

/** The version that the patches were written for; a build fails if another one is installed. */
export const SVELTIA_VERSION = '0.221.1';
const SVELTIA = /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/u;
/**
 * Modules that the form never uses: syntax highlighting, maps, conversion of SVG and photos (this includes
 * all WebAssembly), other languages.
 */
const UNUSED = [
  /^\.\/chunks\/(?:heic|webp_enc)/u,
  /^@shikijs\/langs\/(?!(?:markdown|yaml)$)/u,
  /^leaflet\//u,
  /^svgo\//u,
  /^terra-draw(?:-leaflet-adapter)?$/u,
  /locales\/(?!zh-CN\.json$)[\w-]+\.json$/u,
];
/** Fallback fonts from a third-party host. */
const CDN_FONTS = /@font-face ?\{[^}]*https:\/\/cdn\.jsdelivr\.net[^}]*\}/gu;
const NOTHING = '\0nothing';
const CHINESE = /@sveltia[\\/]cms[\\/]locales[\\/]zh-CN\.json$/u;

/**
 * Vite plugin that adapts Sveltia CMS while it is bundled: drops unused modules, adds missing Chinese
 * strings, and patches its code where it has no option.
 */
export function sveltiaPlugin(): Plugin {
  return {
    name: 'sveltia',
    enforce: 'pre',
    resolveId: (id) => (UNUSED.some((unused) => unused.test(id)) ? NOTHING : null),
    async load(id) {
      if (id === NOTHING) return 'export default {};';
      if (!CHINESE.test(id)) return null;
      const [strings, more] = await Promise.all([
        readJson(id),
        readJson(engineFile('src/admin/sveltia-zh.json')),
      ]);
      return JSON.stringify(merged(strings, more));
    },
    transform: (code, id) => (SVELTIA.test(id) ? { code: changedSveltia(code), map: null } : null),
  };
}

/**
 * Applies all patches.
 * @param code Sveltia's bundle from npm
 * @throws if a pattern does not match: Sveltia has been upgraded, and the patch must be adapted
 */
export function changedSveltia(code: string): string {
  // Local folders can be opened from a published form too: the browser asks for permission.
  const local = replaceOnce(
    code.replace(CDN_FONTS, ''),
    /\.isLocalHost=\w+===`127\.0\.0\.1`\|\|\/\^\(\.\+\\\.\)\?localhost\$\/\.test\(\w+\)/u,
    () => '.isLocalHost=!0',
  );
  // Recognise the right folder by the bulletin's content, not by `.git`.
  const content = replaceOnce(
    local,
    /\.getDirectoryHandle\(`\.git`\)/u,
    () => '.getDirectoryHandle(globalThis.formFolder)',
  );
  const quiet = replaceOnce(
    // Sveltia would request the status pages of GitHub and GitLab from two more hosts.
    replaceOnce(content, /=async\(\)=>\{(?=try\{let\{status:\{indicator:)/u, returnNone),
    /=async\(\)=>\{(?=try\{let\{result:\{status_overall:)/u,
    returnNone,
  );
  // Drop the worker and the WebAssembly that decode HEIC: bulletins cannot contain HEIC pictures.
  const plain = replaceOnce(
    replaceOnce(quiet, /new URL\(`assets\/heic_dec-[\w-]+\.wasm`,import\.meta\.url\)\.href/u, () => '``'),
    /new Worker\(new URL\(new URL\(`assets\/heic-worker-[\w-]+\.js`,import\.meta\.url\)\.href,``\+import\.meta\.url\),\{type:`module`\}\)/u,
    () => 'void 0',
  );
  // Add styles as constructed style sheets, so that the page's policy can block inline ones.
  const styled = replaceOnce(
    replaceOnce(
      plain,
      /if\(!\w+\.querySelector\(`#`\+(\w+)\.hash\)\)\{let (\w+)=\w+\(`style`\);\2\.id=\1\.hash,\2\.textContent=\1\.code,\w+\.appendChild\(\2\)\}/u,
      ([, css = '']) => `globalThis.addFormStyle(${css})`,
    ),
    /new URL\(`assets\/marker-icon[\w-]+\.png`,import\.meta\.url\)\.href/u,
    () => '``',
  );
  // Sveltia would generate app icons from the logo, to make the form an installable app.
  const page = replaceOnce(
    styled,
    /await fetch\(\w+\)(?=;if\(!\w+\.ok\)throw Error\(`Failed to fetch logo`\))/u,
    () => '{ok:!1}',
  );
  // No digit grouping: years and issue numbers read 2022, not 2,022.
  const plainYears = replaceOnce(
    page,
    /Intl\.NumberFormat\((\w+)\)(?=,\w+\.set\(\1,\w+\)\),\w+=\w+\.format\(Number\()/u,
    ([, language = '']) => `Intl.NumberFormat(${language},{useGrouping:!1})`,
  );
  // Pass the file's path to custom format parsers too: the issue is read from it.
  const [, file] = /\(\{text:\w+=``,path:(\w+),folder:\{collectionName:/u.exec(plainYears) ?? [];
  return replaceOnce(
    guarded(linkOnPhones(plainYears)),
    /(\?\.parser;if\((\w+)\)return \2)\((\w+)\)/u,
    ([, call = '', , text = '']) => `${call}(${text},${file})`,
  );
}

/** Shows the link to the page as a button on small screens, where Sveltia hides it two menus deep; with its label from 360 px. */
function linkOnPhones(code: string): string {
  const changes: [pattern: RegExp, replacement: (match: string[]) => string][] = [
    [
      /(=\w+\(\(\)=>!(\w+)\.isLargeScreen)(\),\w+=\w+\(\(\)=>)\2\.isSmallScreen\?`menuitem`:`button`\)/u,
      ([, iconic = '', screen = '', as = '']) =>
        `${iconic}&&!(${screen}.isSmallScreen&&innerWidth>359)${as}\`button\`)`,
    ],
    [
      /(\.isSmallScreen\?e\(\w+\):e\(\w+,-1\)\}\);var \w+=\w+\(\w+,2\),(\w+)=e=>\{\w+\(e\)\};\w+\(\w+,e=>\{)\w+\.isSmallScreen\|\|(?=e\(\2\)\}\))/u,
      ([, start = '']) => start,
    ],
    // Remove its menu entry, which comes before those that open the side panels.
    [
      /(=e=>\{var (\w+)=\w+\(\),(\w+)=\w+\(\2\);)\w+\(\3\);(?=var \w+=\w+\(\3,2\),\w+=e=>\{.{1,120}?\(\)=>\w+\(\w+\.current\))/u,
      ([, start = '']) => start,
    ],
  ];
  return changes.reduce((text, [pattern, replacement]) => replaceOnce(text, pattern, replacement), code);
}

/** Calls FolderGuard before each write, so that no file changed by somebody else is overwritten. */
function guarded(code: string): string {
  const changes: [pattern: RegExp, replacement: (match: string[]) => string][] = [
    // Reading the files of a folder.
    [
      /(let (\w+)=await \w+\.getFile\(\);)(?=if\(\2\.size>\w+\)return console\.warn)/u,
      ([, read = '', file = '']) => `${read}await globalThis.formGuard.readText(e.path,${file});`,
    ],
    [
      /(let (\w+)=await \w+\.getFile\(\)),(?=\{size:\w+,lastModified:\w+\}=\2,\w+=\w+\?\.get\((\w+)\))/u,
      ([, read = '', file = '', path = '']) =>
        `${read};globalThis.formGuard.readPicture(${path},${file});let `,
    ],
    // Writing them, with a second check once the new file is ready beside the old one.
    [
      /(commitChanges:async (\w+)=>)(\w+\((\w+),\2\))(?=\},\w+=`sveltia-cms-test`)/u,
      ([, start = '', list = '', write = '', root = '']) =>
        `${start}{await globalThis.formGuard.check(${root},${list});let written=await ${write};` +
        `await globalThis.formGuard.done(${root},${list});return written}`,
    ],
    [
      /(let\{dirname:(\w+),basename:(\w+)\}=\w+,\w+=await \w+\((\w+),\2\);try\{)(?=await \w+\(\w+,\w+,\3\)\}catch)/u,
      ([, start = '', dir = '', name = '', root = '']) =>
        `${start}await globalThis.formGuard.checkAgain(${root},${dir}?${dir}+\`/\`+${name}:${name});`,
    ],
    // An entry that has changed in the repository: Sveltia would offer to overwrite it.
    [
      /(let (\w+)=await \w+\(\w+\);)if\(\2&&!\w+\)throw Error\(`save_conflict`,\{cause:\2\}\)/u,
      ([, find = '', stale = '']) => `${find}globalThis.formStale=${stale}`,
    ],
    [
      /try\{(?=\w+=\w+\?await \w+\(\{changes:(\w+),savingEntry:\w+,.{0,120}?originalEntry:(\w+)\}\))/u,
      ([, list = '', original = '']) =>
        `try{globalThis.formGuard.refuseStale(${list},globalThis.formStale,${original});`,
    ],
    [
      /(\w+\.message===`saving_failed`\?)(\(\w+\(\w+,!0\),\w+\(\w+,(\w+)\.cause\?\.message)/u,
      ([, condition = '', show = '', error = '']) =>
        `${condition}${error}.cause?.name===\`FormConflict\`||${show}`,
    ],
  ];
  return changes.reduce((text, [pattern, replacement]) => replaceOnce(text, pattern, replacement), code);
}

function returnNone([start = '']: string[]): string {
  return `${start}return\`none\`;`;
}

function replaceOnce(code: string, pattern: RegExp, replacement: (match: string[]) => string): string {
  const match = pattern.exec(code);
  if (!match) throw new Error(`Sveltia CMS has changed: ${pattern} is not found`);
  return code.slice(0, match.index) + replacement(match) + code.slice(match.index + match[0].length);
}

type Strings = { [key: string]: string | Strings };

async function readJson(file: string): Promise<Strings> {
  return JSON.parse(await readFile(file, 'utf8')) as Strings;
}

function merged(strings: Strings, more: Strings): Strings {
  const all: Strings = { ...strings };
  for (const [key, value] of Object.entries(more)) {
    const old = all[key];
    all[key] = typeof value === 'object' && typeof old === 'object' ? merged(old, value) : value;
  }
  return all;
}
