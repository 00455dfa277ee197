import { readFile } from 'node:fs/promises';
import { packageFile } from '../engine/engine-folder.ts';

/** What a reader is sent of other people's work, and where its licence lies. */
const SENT = [
  {
    what: 'Noto Serif SC (font of the masthead, /fonts/)',
    files: ['@expo-google-fonts/noto-serif-sc/LICENSE_FONT'],
  },
  { what: 'Pagefind (search, /pagefind/)', files: ['pagefind/LICENSE/LICENSE'] },
  {
    what: 'opencc-js and its dictionaries (search, /_astro/)',
    files: ['opencc-js/LICENSE', 'opencc-js/THIRD_PARTY_LICENSES.md'],
  },
];

/**
 * The licences of the fonts and scripts in the site, as one text. It is ASCII where the licences are: a host
 * may send it without a word on its characters.
 * @param form licences of the editors' form, where the site has one
 */
export async function licenseText(form?: string): Promise<string> {
  const parts = await Promise.all(
    SENT.map(async ({ what, files }) => {
      const texts = await Promise.all(files.map((file) => readFile(packageFile(file), 'utf8')));
      return [`==== ${what}`, ...texts.map((text) => text.trim())].join('\n\n');
    }),
  );
  return `${[...parts, ...(form ? [`######## The editors' form (/admin/)\n\n${form}`] : [])].join('\n\n')}\n`;
}
