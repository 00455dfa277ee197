import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fixText } from '../../src/check/fix-text.ts';
import { proofreader } from '../../src/check/proofread.ts';
import { type FormerArticle, lostAddresses } from '../../src/check/lost-addresses.ts';
import { type Diagnostic, maskDiagnostics, sortDiagnostics } from '../../src/core/diagnostic.ts';
import { asRead, type Edit, editAsRead } from '../../src/core/text/edit.ts';
import { openNumbers, withMaskedNumbers } from '../../src/core/text/personal-number.ts';
import { ContentFolder } from '../../src/loader/content-folder-fs.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { writeWhole } from '../../src/scaffold/apply-changes-fs.ts';
import { wrongUse } from './command.ts';
import { formerArticles, type History } from './former-articles-git.ts';
import { addressesOf, listReminders } from './published-list.ts';

const ARTICLE = /^(?:issues\/[^/]+|inbox)\/[^/]+\.mdx?$/u;

/**
 * The files that a name on the command line means: itself, or all below it.
 * @returns paths inside the content folder; the process ends where there are none
 */
export async function filesOf(dir: string, name: string): Promise<string[]> {
  const inside = path.relative(dir, name).replaceAll(path.sep, '/');
  const isFolder = (await stat(name).catch(() => wrongUse(`没有“${name}”这个文件`))).isDirectory();
  if (inside.startsWith('..')) wrongUse(`“${name}”不在内容文件夹 ${dir} 里；别的内容文件夹用 --content 指明`);
  if (!isFolder) return [inside];
  const { files } = await ContentFolder.open(dir);
  return files.filter((file) => inside === '' || file.startsWith(`${inside}/`));
}

/**
 * Checks a content folder: what a build would refuse, the texts of drafts and of the inbox, and whether
 * addresses that were published have been lost.
 * @param only paths inside the folder; all where empty
 * @param day today: what is dated later is reported
 */
export async function checkContent(dir: string, only: string[], day: string): Promise<Diagnostic[]> {
  const wanted = only.length > 0 ? new Set(only) : undefined;
  const asked: Promise<History> = wanted ? Promise.resolve({ former: [] }) : formerArticles(dir, day);
  const titles = asked.then(({ former }) => titlesOf(former));
  const options = { proofreader, drafts: true, only: wanted, titles, today: day };
  const { content, diagnostics, listed } = await readContent(dir, options);
  if (wanted) return diagnostics.filter(({ file }) => wanted.has(file));
  if (!content) return diagnostics;
  const history = await asked;
  const published = addressesOf(content);
  // What the list holds has been looked for.
  const kept = new Set([...published, ...(listed ?? [])]);
  for (const { id, aliases } of content.articles) {
    kept.add(`/issues/${id}/`);
    for (const alias of aliases) kept.add(alias);
  }
  const present = content.articles.map(({ title, id, format }) => ({
    title,
    file: `issues/${id}.${format}`,
  }));
  const lost = [
    ...lostAddresses(history.former, (address) => kept.has(address), present),
    ...listReminders(published, listed, history, diagnostics),
  ];
  return sortDiagnostics([...diagnostics, ...maskDiagnostics(lost, openNumbers(content.site))]);
}

/** Titles of lost articles, by their addresses. */
function titlesOf(former: readonly FormerArticle[]): ReadonlyMap<string, string> {
  return new Map(
    former.flatMap(({ title, addresses }) => addresses.map((address) => [address, title] as const)),
  );
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
    const { body, bodyLine } = input.markdown;
    const fixed = fixText(body, name.endsWith('x') ? 'mdx' : 'md');
    if (fixed === body) continue;
    const file = await realpath(path.join(dir, name));
    const onDisk = await readFile(file, 'utf8');
    const after = fixed.split('\n');
    const edits: Edit[] = [];
    let start = asRead(onDisk).length - body.length;
    for (const [index, line] of body.split('\n').entries()) {
      const end = start + line.length;
      const text = after[index] ?? '';
      if (line !== text) {
        edits.push({ start, end, text });
        const place = { file: name, line: bodyLine + index };
        changed.push({ ...place, before: withMaskedNumbers(line), after: withMaskedNumbers(text) });
      }
      start = end + 1;
    }
    await writeWhole(file, editAsRead(onDisk, edits));
  }
  return changed;
}
