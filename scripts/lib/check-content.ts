import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../src/core/system-error.ts';
import { type FormerArticle, fixText, lostAddresses, proofreader } from '../../src/check/index.ts';
import { type Diagnostic, maskDiagnostics, sortDiagnostics } from '../../src/core/diagnostic.ts';
import { asRead, type Edit, editAsRead } from '../../src/core/text/edit.ts';
import { publicMobileNumbers, withMaskedNumbers } from '../../src/core/text/personal-number.ts';
import { ContentFolder } from '../../src/loader/content-folder-fs.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { writeWhole } from '../../src/scaffold/apply-changes-fs.ts';
import { wrongUse } from './command.ts';
import { formerArticles, type History } from './former-articles-git.ts';
import { addressesOf, listReminders } from './addresses/address-reminders.ts';

const ARTICLE = /^(?:issues\/[^/]+|inbox)\/[^/]+\.mdx?$/u;

/**
 * The files of a name on the command line: the file itself, or all files of the folder.
 * @returns paths inside the content folder; ends the process if the name does not exist or is outside
 */
export async function filesOf(dir: string, name: string): Promise<string[]> {
  const inside = path.relative(dir, name).replaceAll(path.sep, '/');
  const isFolder = (
    (await stat(name).catch(ifMissing(undefined))) ?? wrongUse(`没有“${name}”这个文件`)
  ).isDirectory();
  if (inside.startsWith('..')) wrongUse(`“${name}”不在内容文件夹 ${dir} 里；别的内容文件夹用 --content 指明`);
  if (!isFolder) return [inside];
  const { files } = await ContentFolder.open(dir);
  return files.filter((file) => inside === '' || file.startsWith(`${inside}/`));
}

/**
 * Checks a content folder: everything a build checks, the texts of drafts and of the inbox, and whether
 * published addresses have been lost.
 * @param only paths inside the folder; all if empty
 * @param day today: issues and articles with a later date are reported
 */
export async function checkContent(dir: string, only: string[], day: string): Promise<Diagnostic[]> {
  const selected = only.length > 0 ? new Set(only) : undefined;
  const reading: Promise<History> = selected ? Promise.resolve({ former: [] }) : formerArticles(dir, day);
  const titles = reading.then(({ former }) => titlesOf(former));
  const options = { proofreader, drafts: true, only: selected, titles, today: day };
  const { content, diagnostics, listed } = await readContent(dir, options);
  if (selected) {
    return diagnostics.filter(({ file, rule }) => selected.has(file) || rule === 'newer-model');
  }
  if (!content) return diagnostics;
  const history = await reading;
  const published = addressesOf(content);
  // The loader has already checked the addresses of the list.
  const served = new Set([...published, ...(listed ?? [])]);
  for (const { id, aliases } of content.articles) {
    served.add(`/issues/${id}/`);
    for (const alias of aliases) served.add(alias);
  }
  const present = content.articles.map(({ title, id, format }) => ({
    title,
    file: `issues/${id}.${format}`,
  }));
  const lost = [
    ...lostAddresses(history.former, (address) => served.has(address), present),
    ...listReminders(published, listed, history, diagnostics),
  ];
  return sortDiagnostics([...diagnostics, ...maskDiagnostics(lost, publicMobileNumbers(content.site))]);
}

/** Titles of lost articles, by their addresses. */
function titlesOf(former: readonly FormerArticle[]): ReadonlyMap<string, string> {
  return new Map(
    former.flatMap(({ title, addresses }) => addresses.map((address) => [address, title] as const)),
  );
}

/** A line that `--fix` changed. */
export interface FixedLine {
  file: string;
  line: number;
  before: string;
  after: string;
}

/** Corrects articles and drafts with `fixText()` and returns the changed lines. */
export async function fixContent(dir: string, only: string[]): Promise<FixedLine[]> {
  const folder = await ContentFolder.open(dir);
  const changed: FixedLine[] = [];
  // The check that follows reports the file.
  if (folder.isNewer) return changed;
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
