import { readFile } from 'node:fs/promises';
import { packageFile } from '../engine/engine-folder.ts';

/** Third-party work that the site contains, with its licence files. */
const THIRD_PARTY = [
  {
    what: 'Noto Serif SC (font of the masthead, /fonts/, and of issues as PDF)',
    files: ['@expo-google-fonts/noto-serif-sc/LICENSE_FONT'],
  },
  { what: 'Pagefind (search, /pagefind/)', files: ['pagefind/LICENSE/LICENSE'] },
  {
    what: 'opencc-js and its dictionaries (search, /_astro/)',
    files: ['opencc-js/LICENSE', 'opencc-js/THIRD_PARTY_LICENSES.md'],
  },
  { what: 'fflate (search in older browsers, /_astro/)', files: ['fflate/LICENSE'] },
];

/**
 * The licences of the fonts and scripts in the site, as one text. Adds ASCII only: a server may send it
 * without a charset.
 * @param form licences of the editors' form, if the site has one
 */
export async function licenseText(form?: string): Promise<string> {
  const parts = await Promise.all(
    THIRD_PARTY.map(async ({ what, files }) => {
      const texts = await Promise.all(files.map((file) => readFile(packageFile(file), 'utf8')));
      return [`==== ${what}`, ...texts.map((text) => text.trim())].join('\n\n');
    }),
  );
  return `${[...parts, ...(form ? [`######## The editors' form (/admin/)\n\n${form}`] : [])].join('\n\n')}\n`;
}
