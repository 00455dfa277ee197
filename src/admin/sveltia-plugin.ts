import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { engineFile } from '../engine/engine-folder.ts';

/**
 * Changes to Sveltia CMS, for which it has no options: the only module that knows its code.
 *
 * They match the minified code of its npm package; `replaceOnce` throws where a pattern no longer does:
 * https://unpkg.com/@sveltia/cms@0.221.1/npm/index.js
 * The package's source map (`index.js.map` beside it) holds the source of the changed code under these paths. All
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

/** The version that the changes were written for; a build stops if another one is installed. */
export const SVELTIA_VERSION = '0.221.1';
const SVELTIA = /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/u;
/**
 * Parts that the form never uses: colours of program code, maps, rewriting of drawings and photographs
 * (all the WebAssembly there is), other languages.
 */
const UNUSED = [
  /^\.\/chunks\/(?:heic|webp_enc)/u,
  /^@shikijs\/langs\/(?!(?:markdown|yaml)$)/u,
  /^leaflet\//u,
  /^svgo\//u,
  /^terra-draw(?:-leaflet-adapter)?$/u,
  /locales\/(?!zh-CN\.json$)[\w-]+\.json$/u,
];
/** Fonts of another host, asked for where the form's own are late. */
const CDN_FONTS = /@font-face ?\{[^}]*https:\/\/cdn\.jsdelivr\.net[^}]*\}/gu;
const NOTHING = '\0nothing';
const CHINESE = /@sveltia[\\/]cms[\\/]locales[\\/]zh-CN\.json$/u;

/**
 * Fits Sveltia CMS to the form while it is bundled: leaves out what is not used, completes its Chinese,
 * and changes in its code what no option of it offers.
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
 * @param code Sveltia's bundle for npm
 * @throws where a place to change is not found: Sveltia has been upgraded, and the change must be fitted
 */
export function changedSveltia(code: string): string {
  // Folders of the editor's machine can be opened from a published form too: the browser asks for leave.
  const local = replaceOnce(
    code.replace(CDN_FONTS, ''),
    /\.isLocalHost=\w+===`127\.0\.0\.1`\|\|\/\^\(\.\+\\\.\)\?localhost\$\/\.test\(\w+\)/u,
    () => '.isLocalHost=!0',
  );
  // What makes a folder the right one is the bulletin's content in it, not Git's own folder.
  const content = replaceOnce(
    local,
    /\.getDirectoryHandle\(`\.git`\)/u,
    () => '.getDirectoryHandle(globalThis.formFolder)',
  );
  const quiet = replaceOnce(
    // Whether GitHub or GitLab is well, it would ask two more hosts.
    replaceOnce(content, /=async\(\)=>\{(?=try\{let\{status:\{indicator:)/u, answersNone),
    /=async\(\)=>\{(?=try\{let\{result:\{status_overall:)/u,
    answersNone,
  );
  // A worker and a program that decode HEIC: no picture of a bulletin may be one.
  const plain = replaceOnce(
    replaceOnce(quiet, /new URL\(`assets\/heic_dec-[\w-]+\.wasm`,import\.meta\.url\)\.href/u, () => '``'),
    /new Worker\(new URL\(new URL\(`assets\/heic-worker-[\w-]+\.js`,import\.meta\.url\)\.href,``\+import\.meta\.url\),\{type:`module`\}\)/u,
    () => 'void 0',
  );
  // Its styles as sheets that the script makes: the page's policy can then refuse every inline one.
  const styled = replaceOnce(
    replaceOnce(
      plain,
      /if\(!\w+\.querySelector\(`#`\+(\w+)\.hash\)\)\{let (\w+)=\w+\(`style`\);\2\.id=\1\.hash,\2\.textContent=\1\.code,\w+\.appendChild\(\2\)\}/u,
      ([, css = '']) => `globalThis.addFormStyle(${css})`,
    ),
    /new URL\(`assets\/marker-icon[\w-]+\.png`,import\.meta\.url\)\.href/u,
    () => '``',
  );
  // It would draw icons of the form from its logo, as an app to be installed.
  const page = replaceOnce(
    styled,
    /await fetch\(\w+\)(?=;if\(!\w+\.ok\)throw Error\(`Failed to fetch logo`\))/u,
    () => '{ok:!1}',
  );
  // Years and numbers of issues are no amounts: 2022, not 2,022.
  const plainYears = replaceOnce(
    page,
    /Intl\.NumberFormat\((\w+)\)(?=,\w+\.set\(\1,\w+\)\),\w+=\w+\.format\(Number\()/u,
    ([, language = '']) => `Intl.NumberFormat(${language},{useGrouping:!1})`,
  );
  // A custom format is told the path of the file too: it names the issue.
  const [, file] = /\(\{text:\w+=``,path:(\w+),folder:\{collectionName:/u.exec(plainYears) ?? [];
  return replaceOnce(
    guarded(linkOnPhones(plainYears)),
    /(\?\.parser;if\((\w+)\)return \2)\((\w+)\)/u,
    ([, call = '', , text = '']) => `${call}(${text},${file})`,
  );
}

/** On small screens the link to the page stood two menus deep: there it is a button too, with its words from 360 px on. */
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
    // Its entry in the menu, before those that open the parts at the side.
    [
      /(=e=>\{var (\w+)=\w+\(\),(\w+)=\w+\(\2\);)\w+\(\3\);(?=var \w+=\w+\(\3,2\),\w+=e=>\{.{1,120}?\(\)=>\w+\(\w+\.current\))/u,
      ([, start = '']) => start,
    ],
  ];
  return changes.reduce((text, [pattern, replacement]) => replaceOnce(text, pattern, replacement), code);
}

/** No file is written that is not as it was read: see FolderGuard. */
function guarded(code: string): string {
  const changes: [pattern: RegExp, replacement: (match: string[]) => string][] = [
    // The files of a folder are read.
    [
      /(let (\w+)=await \w+\.getFile\(\);)(?=if\(\2\.size>\w+\)return console\.warn)/u,
      ([, read = '', file = '']) => `${read}await globalThis.formGuard.readText(e.path,${file});`,
    ],
    [
      /(let (\w+)=await \w+\.getFile\(\)),(?=\{size:\w+,lastModified:\w+\}=\2,\w+=\w+\?\.get\((\w+)\))/u,
      ([, read = '', file = '', path = '']) =>
        `${read};globalThis.formGuard.readPicture(${path},${file});let `,
    ],
    // They are written, and looked at once more when the new file stands ready beside the old one.
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
    // An entry that has changed in the repository: Sveltia would offer to write over it.
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
      ([, when = '', show = '', fault = '']) => `${when}${fault}.cause?.name===\`FormConflict\`||${show}`,
    ],
  ];
  return changes.reduce((text, [pattern, replacement]) => replaceOnce(text, pattern, replacement), code);
}

function answersNone([start = '']: string[]): string {
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
