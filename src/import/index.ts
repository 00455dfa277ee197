/**
 * The importer: turns a manuscript into drafts. Code outside this folder imports this file alone.
 *
 * - `readers/`: one reader per file format; each returns a `Manuscript` (`manuscript.ts`)
 * - `structure/`: splits a manuscript into articles; finds titles, bylines, headings, captions and places
 * - `patterns/`: how datelines, credits, sources and dates are printed
 * - `verify/`: reads the input a second time by other means, and checks that no character was lost or added
 *
 * `importFile()` runs them and writes the Markdown (`write-markdown.ts`).
 */
import type { importFile } from './import-file.ts';

export type { KnownNames } from './draft.ts';
export type { ImportContext, ImportedArticle, ImportedFile, ImportInput } from './import-file.ts';
export { UnreadableError } from './manuscript.ts';
export { kindOf } from './readers/file-kind.ts';
export type { FileKind } from './readers/file-kind.ts';
export { foreignKindError, kindOfZip } from './readers/foreign-kinds.ts';
export { formatReport } from './import-report.ts';
export type { ImportReport } from './import-report.ts';
export { unzip } from './zip.ts';

/**
 * Loads `importFile()` with all readers. A function of its own because this takes seconds on a busy
 * machine, and the main thread of the command, which only lists files and prints the report, does not
 * need it.
 */
export async function loadImporter(): Promise<typeof importFile> {
  return (await import('./import-file.ts')).importFile;
}
