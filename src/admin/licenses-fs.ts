import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Matches the package folder in a module's path. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u;
const LICENSE = /^(?:licen[cs]e|copying|notice)/iu;
const SVELTIA = '@sveltia/cms';

/**
 * Returns the licences of all packages in the form's bundle as one text.
 * @param modules paths of the bundled modules
 * @throws if a package has no licence file
 */
export async function licensesOf(modules: string[]): Promise<string> {
  const folders = new Set(modules.flatMap((module) => PACKAGE.exec(module) ?? []));
  const parts = await Promise.all([...folders].map(licenseOf));
  return parts.sort().join('\n\n');
}

async function licenseOf(folder: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENSE.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} carries no licence`);
  const inside = name === SVELTIA ? await insideSveltia(folder) : [];
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return [`==== ${name} ${version}`, ...texts.map((text) => text.trim()), ...inside].join('\n\n');
}

/** Sveltia is one file that includes other packages, listed in its source map; its fonts' licences are beside it. */
async function insideSveltia(folder: string): Promise<string[]> {
  const npm = path.join(folder, 'npm');
  const fonts = (await readdir(path.join(npm, 'assets'))).filter((file) => /license/iu.test(file)).sort();
  const texts = await Promise.all(
    fonts.map(async (file) => {
      const text = await readFile(path.join(npm, 'assets', file), 'utf8');
      return `---- ${SVELTIA}: ${file}\n\n${text.trim()}`;
    }),
  );
  const { sources } = JSON.parse(await readFile(path.join(npm, 'index.js.map'), 'utf8')) as {
    sources: string[];
  };
  const names = sources.flatMap((source) => {
    const [, name = ''] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(source) ?? [];
    return name ? [name] : [];
  });
  const list = [...new Set(names)].sort().join('\n');
  return [
    ...texts,
    `---- ${SVELTIA}: its file also holds parts of these packages of npm, of which it names the licences there\n\n${list}`,
  ];
}
