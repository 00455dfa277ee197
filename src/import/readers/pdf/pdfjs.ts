import { pathToFileURL } from 'node:url';
import { packageFile } from '../../../engine/engine-folder.ts';
import { UnreadableError } from '../../manuscript.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** The library's files; `scripts/pack-engine.ts` copies these and `cmaps/` into the package. */
const LIBRARY = 'pdfjs-dist/legacy/build/pdf.min.mjs';
const WORKER = 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
/** Tables of the encodings that Chinese PDF files name instead of bringing their own. */
const CMAPS = 'pdfjs-dist/cmaps/';
/** Pixels. Larger pictures are not decoded. */
const MAX_PICTURE_PIXELS = 100_000_000;
/** Pages. No issue of a newspaper has more. */
const MAX_PAGES = 300;

let library: Promise<Pdfjs> | undefined;

/** Loads pdf.js. Its worker runs in this thread: the importer has a thread of its own already. */
export function loadPdfjs(): Promise<Pdfjs> {
  library ??= load();
  return library;
}

async function load(): Promise<Pdfjs> {
  // The library refers to these classes of the canvas package when it is loaded, but only uses them for drawing.
  const classes = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) classes[name] ??= class {};
  const { warn } = console;
  console.warn = () => {};
  try {
    await import(/* @vite-ignore */ pathToFileURL(packageFile(WORKER)).href);
    return (await import(/* @vite-ignore */ pathToFileURL(packageFile(LIBRARY)).href)) as Pdfjs;
  } finally {
    console.warn = warn;
  }
}

/**
 * Opens a PDF file. Runs no scripts in it and loads nothing from outside; the caller destroys the document.
 * @throws UnreadableError if it is damaged, has a password or too many pages
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const task = getDocument({
    // A copy: the library detaches the buffer that it gets.
    data: new Uint8Array(bytes),
    cMapUrl: packageFile(CMAPS),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_PICTURE_PIXELS,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise.catch(async (cause: unknown) => {
    await task.destroy();
    throw unreadableError(cause);
  });
  const pages = document.numPages;
  if (pages <= MAX_PAGES) return document;
  await task.destroy();
  throw new UnreadableError(
    `这个 PDF 有 ${pages} 页，不像一篇稿件（最多 ${MAX_PAGES} 页）`,
    '在阅读器里选“打印”，只把要用的几页另存成 PDF，再导入',
  );
}

function unreadableError(cause: unknown): UnreadableError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    return new UnreadableError(
      '这个 PDF 加了密码，打不开',
      '向作者要密码，打开后另存一份没有密码的，或者要 Word 原稿',
      { cause },
    );
  }
  return new UnreadableError(
    '这个 PDF 打不开，可能已经损坏，或者没有下载完整',
    '重新下载一次，或者向作者要 Word 原稿',
    { cause },
  );
}
