import { readFile } from 'node:fs/promises';
import type { Issue } from '#core/content.ts';
import { type EditionFormat, editionFormats } from '#core/edition.ts';
import { qrCode } from './assets/qr-code.ts';
import { getArchive, urls } from './bulletin.ts';
import { editionMedia } from './edition-media.ts';
import { epubWriter, type IssueDocument, issueDocument } from './editions/index.ts';
import { glyphWarnings } from './editions/pdf/glyph-warnings-fs.ts';
import { renderPdf, TYPST } from './editions/pdf/render-pdf-fs.ts';
import { finishedPage } from './finished-page.ts';
import { getBuildOutput } from './loader/build-context.ts';
import { contentFolder } from './loader/site-address-fs.ts';
import { printPicture } from './pictures/print-picture-fs.ts';
import { SiteError } from './site-checks/site-error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/*
 * Pages that are cached may use this: their props hold what an edition prints (`printedArticles`), and
 * every key covers the site's settings.
 */

/** Editions in progress, and those made for a page that shows their size. */
const made = new Map<string, Promise<Bytes>>();
/** Size of each in bytes. */
const sizes = new Map<string, number>();

const nameOf = (issue: Issue, format: EditionFormat) => `issues/${issue.id}/${issue.id}.${format}`;

/** The formats that the issue has. */
export const formatsOf = (issue: Issue) => editionFormats(issue, getArchive().content.site);

/** The file of an edition, for its own address. */
export async function editionFile(issue: Issue, format: EditionFormat, request: URL): Promise<Bytes> {
  const bytes = await edition(issue, format, request);
  // No other caller needs the bytes: pages only show the size.
  made.delete(nameOf(issue, format));
  return bytes;
}

/** The size of an edition in bytes; undefined in the dev server, which does not make editions for pages. */
export async function editionSize(
  issue: Issue,
  format: EditionFormat,
  request: URL,
): Promise<number | undefined> {
  const output = getBuildOutput();
  if (!output) return undefined;
  const name = nameOf(issue, format);
  return sizes.get(name) ?? output.sizeOf(name) ?? (await edition(issue, format, request)).length;
}

function edition(issue: Issue, format: EditionFormat, request: URL): Promise<Bytes> {
  const name = nameOf(issue, format);
  const known = made.get(name);
  if (known) return known;
  const making = make(issue, format, request).then((bytes) => {
    sizes.set(name, bytes.length);
    return bytes;
  });
  made.set(name, making);
  return making;
}

async function make(issue: Issue, format: EditionFormat, request: URL): Promise<Bytes> {
  if (format === 'pdf' && issue.pdf) return new Uint8Array(await readFile(issue.pdf.file));
  const archive = getArchive();
  const pageOf = ({ id }: { id: string }) => finishedPage(id, request);
  const document = await issueDocument(issue, { archive, urls, pageOf });
  const { colours } = archive.content.theme;
  return format === 'pdf' ? pdfOf(document) : epubWriter(editionMedia(colours)).write(document);
}

async function pdfOf(document: IssueDocument): Promise<Bytes> {
  const { content, articlesOf } = getArchive();
  const { accent } = content.theme.colours;
  const options = { accent, picture: printPicture, qrCode };
  const { bytes, missing } = await renderPdf(document, options).catch(explainMissing);
  for (const warning of await glyphWarnings(missing, articlesOf(document.issue.id), contentFolder()))
    console.error(warning);
  return bytes;
}

function explainMissing(cause: unknown): never {
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ERR_MODULE_NOT_FOUND') throw cause;
  const fix = `运行 npm install --save-exact ${TYPST}，或者把 pdf 从 editions 里删去`;
  throw new SiteError(
    [`site.yaml 的 editions 写了 pdf，还没有装排版程序 Typst\n  改法：${fix}`],
    '做不成 PDF。',
  );
}
