import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkText, type PrintedField } from '../../src/check/check-text.ts';
import { fixText } from '../../src/check/fix-text.ts';
import type { Waiver } from '../../src/check/waivers.ts';
import { type WordLists, withDefaults } from '../../src/check/words.ts';
import { type Diagnostic, inFile, sortDiagnostics } from '../../src/core/diagnostic.ts';
import { wordListsSchema } from '../../src/core/schema/word-lists.ts';
import { ContentFolder } from '../../src/loader/content-folder-fs.ts';
import { readContent } from '../../src/loader/content-fs.ts';
import type { splitFrontMatter } from '../../src/loader/front-matter.ts';

const ARTICLE = /^(?:issues\/[^/]+|inbox)\/[^/]+\.mdx?$/u;
/** Fields that are printed as sentences. */
const PRINTED = ['title', 'kicker', 'subtitle', 'shortTitle', 'summary'];

/**
 * Checks a content folder: what a build would refuse, and the texts of articles and of the inbox.
 * @param only paths inside the folder; all where empty
 */
export async function checkContent(dir: string, only: string[]): Promise<Diagnostic[]> {
  const folder = await ContentFolder.open(dir);
  const words = await readWords(folder);
  const { diagnostics } = await readContent(dir);
  const texts: Diagnostic[] = [];
  for (const file of folder.matching(ARTICLE)) {
    const input = await folder.markdown(file);
    if (input) texts.push(...inFile(file, checkOne(file, input.markdown, words)));
  }
  const all = sortDiagnostics([
    ...diagnostics,
    ...texts,
    ...folder.diagnostics.filter(({ file }) => file === 'check.yaml'),
  ]);
  return only.length === 0 ? all : all.filter(({ file }) => only.includes(file));
}

function checkOne(
  file: string,
  { frontMatter, body, bodyLine }: ReturnType<typeof splitFrontMatter>,
  words: WordLists,
) {
  const data = (frontMatter?.data ?? {}) as Record<string, unknown>;
  const fields = PRINTED.flatMap((key): PrintedField[] => {
    const text = data[key];
    return typeof text === 'string' && frontMatter ? [{ key, text, ...frontMatter.place([key]) }] : [];
  });
  const written = Array.isArray(data.waivers) ? data.waivers : [];
  const waivers = written.flatMap((each, index): Waiver[] => {
    const { rule, quote, reason } = (each ?? {}) as Record<string, unknown>;
    if (typeof rule !== 'string') return [];
    return [
      {
        rule,
        ...(typeof quote === 'string' && { quote }),
        ...(typeof reason === 'string' && { reason }),
        ...frontMatter?.place(['waivers', index]),
      },
    ];
  });
  return checkText({ body, bodyLine, format: file.endsWith('x') ? 'mdx' : 'md', fields, words, waivers });
}

/** The editors' own words, added to those that come with the check. */
async function readWords(folder: ContentFolder): Promise<WordLists> {
  return withDefaults((await folder.yaml('check.yaml')).validate(wordListsSchema) ?? {});
}

/** One line that `--fix` has changed. */
export interface FixedLine {
  file: string;
  line: number;
  before: string;
  after: string;
}

/** Mends in articles and drafts what has one certain cure, and says which lines it has changed. */
export async function fixContent(dir: string, only: string[]): Promise<FixedLine[]> {
  const folder = await ContentFolder.open(dir);
  const changed: FixedLine[] = [];
  for (const name of folder.matching(ARTICLE).filter((file) => only.length === 0 || only.includes(file))) {
    const input = await folder.markdown(name);
    if (!input) continue;
    const { body } = input.markdown;
    const fixed = fixText(body, name.endsWith('x') ? 'mdx' : 'md');
    if (fixed === body) continue;
    const file = path.join(dir, name);
    const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
    await writeFile(file, text.slice(0, text.length - body.length) + fixed);
    const [before, after] = [body.split('\n'), fixed.split('\n')];
    before.forEach((line, index) => {
      if (line === after[index]) return;
      changed.push({
        file: name,
        line: input.markdown.bodyLine + index,
        before: line,
        after: after[index] ?? '',
      });
    });
  }
  return changed;
}
