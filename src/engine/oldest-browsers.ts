import { readFileSync } from 'node:fs';
import { engineFile } from './engine-folder.ts';

/**
 * The oldest browsers that pages are made for, as Vite names them: `chrome86`. Scripts and styles are written for
 * today's browsers, and translated. The list is `browserslist` in `package.json`: `chrome >= 86`.
 */
export function oldestBrowsers(): string[] {
  const { browserslist } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8')) as {
    browserslist: string[];
  };
  return browserslist.map((line) => line.replace('ios_saf', 'ios').replace(' >= ', ''));
}
