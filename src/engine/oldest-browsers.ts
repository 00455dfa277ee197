import { readFileSync } from 'node:fs';
import { engineFile } from './engine-folder.ts';

/** A browser by its name in `browserslist`, `ios_saf`, and its oldest version that pages are made for. */
export interface OldestBrowser {
  name: string;
  version: number;
}

/**
 * The oldest browsers that pages are made for, from `browserslist` in `package.json`. Scripts and styles are written
 * for today's browsers, and translated.
 * @throws if an entry has another form than `chrome >= 86`
 */
export function oldestBrowsers(): OldestBrowser[] {
  const { browserslist } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8')) as {
    browserslist: string[];
  };
  return browserslist.map((entry) => {
    const [, name, version] = /^(\w+) >= ([\d.]+)$/u.exec(entry) ?? [];
    if (name === undefined) throw new Error(`package.json: “${entry}” is not of the form “chrome >= 86”`);
    return { name, version: Number(version) };
  });
}

/** The same browsers as Vite names them: `chrome86`, `ios14`. */
export function buildTargets(): string[] {
  return oldestBrowsers().map(({ name, version }) => `${name === 'ios_saf' ? 'ios' : name}${version}`);
}
