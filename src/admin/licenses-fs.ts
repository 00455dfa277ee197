import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The folder of the package that a module is of. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u;
const LICENSE = /^(?:licen[cs]e|copying|notice)/iu;
const SVELTIA = '@sveltia/cms';

/**
 * Licences of all packages of which the form's bundle holds something, as one text.
 * @param modules files that are in the bundle
 * @throws where a package carries no licence
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

/** Sveltia comes as one file with its fonts' licences beside it, and names in its source map what else is in it. */
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
