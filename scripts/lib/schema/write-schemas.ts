import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ifMissing } from '../../../src/core/system-error.ts';
import { frontMatterSchema, yamlFileSchemas } from '../../../src/core/schema/editor-schemas.ts';
import type { NamesByKey } from '../../../src/core/schema/json-schema.ts';
import { ContentFolder } from '../../../src/loader/content-folder-fs.ts';
import { readRegisters } from '../../../src/loader/content-reader-fs.ts';

const COMMITTED = '.vscode/schemas';
/** VS Code's Astro extension reads schemas of front matter here; Astro writes others here. */
const LOCAL = '.astro/collections';
const COLLECTION = 'front-matter';

/** The committed schemas of YAML files, with their paths. */
function committedFiles(): [file: string, text: string][] {
  return Object.entries(yamlFileSchemas()).map(([name, schema]) => [
    path.join(COMMITTED, `${name}.json`),
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
}

/** Committed schemas that differ from what the code would write. */
export async function staleSchemas(): Promise<string[]> {
  const compared = await Promise.all(
    committedFiles().map(async ([file, text]) =>
      (await readFile(file, 'utf8').catch(ifMissing(''))) === text ? [] : [file],
    ),
  );
  return compared.flat();
}

export async function writeCommittedSchemas(): Promise<void> {
  await mkdir(COMMITTED, { recursive: true });
  await Promise.all(committedFiles().map(([file, text]) => writeFile(file, text)));
}

/**
 * Writes the schema of this machine's articles, with the names of its registers, where VS Code's Astro
 * extension finds it.
 * @param dir the content folder
 * @param root the folder that is opened in VS Code
 * @returns how many articles and drafts it is for; none, and nothing written, if the content is for a newer engine
 */
export async function writeFrontMatterSchema(dir: string, root = '.'): Promise<number> {
  const folder = await ContentFolder.open(dir);
  if (folder.isNewer) return 0;
  const articles = folder.matching(/^(?:issues\/[^/]+|inbox)\/[^/]+\.mdx?$/u);
  const urls = articles.map((file) => pathToFileURL(path.resolve(dir, file)).href);
  // The extension compares decoded, lower-case addresses.
  const entries = Object.fromEntries(urls.map((url) => [decodeURIComponent(url).toLowerCase(), COLLECTION]));
  const local = path.join(root, LOCAL);
  await mkdir(local, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFile(path.join(local, name), JSON.stringify(value, null, 2));
  await write(`${COLLECTION}.schema.json`, frontMatterSchema(await namesIn(folder)));
  await write('collections.json', { collections: [{ hasSchema: true, name: COLLECTION }], entries });
  return articles.length;
}

async function namesIn(folder: ContentFolder): Promise<NamesByKey> {
  const { categories, parks, regions, sources, series, topics, industries } = await readRegisters(folder);
  const names = (entries: readonly { name: string; shortName?: string; aliases: string[] }[]) => [
    ...new Set(
      entries.flatMap(({ name, shortName, aliases }) => [
        ...(shortName ? [shortName] : []),
        name,
        ...aliases,
      ]),
    ),
  ];
  return {
    category: names(categories),
    park: names(parks),
    county: names(regions.filter(({ level }) => level === 'county')),
    city: names(regions.filter(({ level }) => level === 'city')),
    source: names(sources),
    series: names(series),
    topics: names(topics),
    industries: names(industries),
  };
}
