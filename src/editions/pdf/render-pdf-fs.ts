import { readFile } from 'node:fs/promises';
import type { Picture } from '#core/content.ts';
import { engineFile } from '../../engine/engine-folder.ts';
import { readPackageFile } from '../../engine/read-package-file.ts';
import type { IssueDocument } from '../issue-document.ts';
import { coverageOf } from './coverage-fs.ts';
import { issueToTypst, type MissingGlyph, TEMPLATE, type TypstOptions } from './issue-to-typst.ts';

/** Noto Serif SC (OFL): text and headlines. Only their subset for an issue is published. */
const FONTS = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
];
/** Typst is 51 MB: bulletins that make no PDF need not install it. */
export const TYPST = '@myriaddreamin/typst-ts-node-compiler@0.7.0';
/** PDF/UA-1 (universal accessibility): refuses a picture without a description, and a character without a glyph. */
const STANDARD = 'ua-1';

export interface PdfOptions extends Omit<TypstOptions, 'covers'> {
  /** A picture as JPEG, PNG or SVG, in a size for print. */
  picture: (picture: Picture) => Promise<Uint8Array>;
}

export interface PdfEdition {
  bytes: Uint8Array<ArrayBuffer>;
  /** Characters that are printed as a box with their code point. */
  missing: MissingGlyph[];
}

type Render = (document: IssueDocument, options: PdfOptions) => Promise<PdfEdition>;

let renderer: Promise<Render> | undefined;

/**
 * The PDF of an issue, tagged, with outline. The same issue gives the same bytes.
 * @throws EditionError if an article contains what the PDF does not know
 * @throws Error with the code ERR_MODULE_NOT_FOUND if `TYPST` is not installed
 */
export async function renderPdf(document: IssueDocument, options: PdfOptions): Promise<PdfEdition> {
  // Fonts and compiler are loaded when the first issue is made.
  renderer ??= openRenderer();
  return (await renderer)(document, options);
}

async function openRenderer(): Promise<Render> {
  const [{ NodeCompiler }, template, ...fonts] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFile(engineFile('src/editions/pdf/issue.typ')),
    ...FONTS.map((file) => readPackageFile(file)),
  ]);
  const covers = await coverageOf(fonts);
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fonts }] });
  return async (document, { picture, ...options }) => {
    const { code, pictures, missing } = issueToTypst(document, { ...options, covers });
    const files = await Promise.all(
      [...pictures].map(async ([name, source]) => [name, Buffer.from(await picture(source))] as const),
    );
    // No `await` from here on: the compiler is shared, and another issue must not use it in between.
    compiler.resetShadow();
    compiler.mapShadow(TEMPLATE, template);
    for (const [name, bytes] of files) compiler.mapShadow(name, bytes);
    const result = compiler.compile({ mainFileContent: code, resetRead: true });
    const pages = result.result;
    if (!pages) {
      const error = result.takeError();
      throw new Error(`Typst: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`);
    }
    const creationTimestamp = Date.parse(`${document.issue.date}T00:00:00Z`) / 1000;
    const bytes = new Uint8Array(compiler.pdf(pages, { pdfStandard: STANDARD, creationTimestamp }));
    compiler.evictCache(0);
    return { bytes, missing };
  };
}
