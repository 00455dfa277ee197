import { readFile } from 'node:fs/promises';
import type { Colour } from '#core/colour.ts';
import type { Picture } from '#core/content.ts';
import { engineFile, packageFile } from '../../engine/engine-folder.ts';
import { rasterOf } from '../../pictures/raster-fs.ts';
import { coverageOf } from './coverage-fs.ts';
import type { IssueDocument } from '../issue-document.ts';
import { issueToTypst, type MissingGlyph, TEMPLATE } from './issue-to-typst.ts';

/** Noto Serif SC (OFL): text and headlines. Only their subset for an issue is published. */
export const PDF_FONTS = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
];
/** Pixels: a picture over a column has 360 dots an inch, one over the page 180. */
const PRINT_WIDTH = 1200;
const JPEG = { quality: 80, chromaSubsampling: '4:2:0', mozjpeg: false } as const;
/** Universal accessibility: refuses pictures without a description, and characters without a glyph. */
const STANDARD = 'ua-1';

export interface PdfEdition {
  bytes: Uint8Array<ArrayBuffer>;
  missing: MissingGlyph[];
}

/**
 * The PDF of an issue. The same issue gives the same bytes.
 * @throws if Typst does not accept the document; its messages are in the error
 */
export type PdfRenderer = (document: IssueDocument, accent: Colour) => Promise<PdfEdition>;

let renderer: Promise<PdfRenderer> | undefined;

/** Loads fonts and compiler when the first issue is made. */
export function loadPdfRenderer(): Promise<PdfRenderer> {
  renderer ??= openRenderer();
  return renderer;
}

async function openRenderer(): Promise<PdfRenderer> {
  const [{ NodeCompiler }, template, ...fonts] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFile(engineFile('src/editions/pdf/issue.typ')),
    ...PDF_FONTS.map((file) => readFile(packageFile(file))),
  ]);
  const covers = await coverageOf(fonts);
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fonts }] });
  return async (document, accent) => {
    const { code, pictures, missing } = issueToTypst(document, accent, covers);
    compiler.resetShadow();
    compiler.mapShadow(TEMPLATE, template);
    await Promise.all(
      [...pictures].map(async ([name, picture]) => compiler.mapShadow(name, await printable(picture))),
    );
    const result = compiler.compile({ mainFileContent: code, resetRead: true });
    const pages = result.result;
    if (!pages) throw new Error(messagesOf(compiler, result.takeError()));
    const creationTimestamp = Date.parse(`${document.issue.date}T00:00:00Z`) / 1000;
    const bytes = new Uint8Array(compiler.pdf(pages, { pdfStandard: STANDARD, creationTimestamp }));
    compiler.evictCache(0);
    return { bytes, missing };
  };
}

type Compiler = import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler;
type CompilerError = import('@myriaddreamin/typst-ts-node-compiler').NodeError;

function messagesOf(compiler: Compiler, error: CompilerError | null): string {
  const diagnostics = error ? compiler.fetchDiagnostics(error) : [];
  return `Typst: ${JSON.stringify(diagnostics)}`;
}

/** A picture for print: PNG for drawings and what is transparent, else JPEG; upright, without EXIF. */
async function printable(picture: Picture): Promise<Buffer> {
  const raster = await rasterOf(picture, PRINT_WIDTH);
  const fitted = raster.resize({ width: PRINT_WIDTH, withoutEnlargement: true }).flatten({ background: '#fff' });
  const isDrawing = picture.format === 'svg' || picture.format === 'png' || picture.format === 'gif';
  return isDrawing ? fitted.png({ palette: true, compressionLevel: 9 }).toBuffer() : fitted.jpeg(JPEG).toBuffer();
}
