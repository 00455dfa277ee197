import { type ImportWarning, UnreadableError } from '../../manuscript.ts';
import type { PdfDocument } from './pdfjs.ts';

/** Findings about a file for the report: each once per file, not once per line. */
export interface PdfFacts {
  pages: number;
  /** Most columns side by side. */
  columns: number;
  /** Line ends inside paragraphs. */
  joined: number;
  /** Pages that are pictures without text. */
  scanned: number[];
  /** The text is the text layer of a scan. */
  recognized: boolean;
  /** Radicals and ligatures that were replaced, as printed. */
  replaced: string[];
  unreadable: string[];
  vertical: boolean;
  ruledTables: number;
  looseTables: number;
  /** Pages with pictures that could not be extracted. */
  missingPictures: number[];
  attachments: string[];
  hasScripts: boolean;
}

/** Maximum number of examples in a warning. */
const MAX_SAMPLES = 8;

export async function factsOf(document: PdfDocument): Promise<PdfFacts> {
  const attachments = (await document.getAttachments()) as Record<string, { filename?: string }> | null;
  return {
    pages: document.numPages,
    columns: 1,
    joined: 0,
    scanned: [],
    recognized: false,
    replaced: [],
    unreadable: [],
    vertical: false,
    ruledTables: 0,
    looseTables: 0,
    missingPictures: [],
    attachments: Object.values(attachments ?? {}).map(({ filename }) => filename ?? ''),
    hasScripts: (await document.getJSActions()) !== null,
  };
}

/** The file has no text: it is a scan, or empty. */
export function noTextError({ pages, scanned }: PdfFacts): UnreadableError {
  return scanned.length > 0
    ? new UnreadableError(
        `这个 PDF 是扫描件（${pages} 页都是图片），里面没有文字`,
        '先做文字识别（WPS、Acrobat 的“识别文本”，或拍照识字），核对后存成 .docx 或 .txt 再导入；或者向作者要 Word 原稿',
      )
    : new UnreadableError(
        '这个 PDF 里没有文字',
        '打开看看是不是空白页；文字是图形的，先做文字识别，或者向作者要 Word 原稿',
      );
}

/** The error for a font without a character table: the file has glyphs, but not their characters. */
export function unreadableError(): UnreadableError {
  return new UnreadableError(
    '这个 PDF 的字体没有编码，取出来的是乱码',
    '在 PDF 里复制一句话，贴到记事本看看：是乱码的，先做文字识别，或者向作者要 Word 原稿',
  );
}

/** The warnings of a file. */
export function pdfWarnings(facts: PdfFacts): ImportWarning[] {
  const { columns, joined, pages } = facts;
  const found: (ImportWarning | false)[] = [
    {
      code: 'pdf-text',
      message: `文字是从 PDF 里取出来的（${pages}页${columns > 1 ? `，最多${columns}栏并排` : ''}），按栏排了次序，${
        joined > 0 ? `${joined}处换行接成了整段，` : ''
      }标题按字号认：请对照原件核对次序和分段`,
    },
    facts.recognized && {
      code: 'pdf-recognized',
      message: '这是扫描件，文字是识别软件认出来的，会有错字：请逐字对照原件',
    },
    facts.scanned.length > 0 && {
      code: 'pdf-scanned',
      message: `第${facts.scanned.join('、')}页是图片，没有文字，没有导入：请先做文字识别`,
    },
    facts.replaced.length > 0 && {
      code: 'pdf-radicals',
      message: `PDF 的字体把${facts.replaced.length}个字写成了形似的部首或连字，已照 Unicode 的对照表换成常用的字`,
      quote: samples(facts.replaced),
    },
    facts.unreadable.length > 0 && {
      code: 'pdf-unreadable',
      message: `有${facts.unreadable.length}个字符 PDF 里没有编码，取出来的不是原来的字：请对照原件补上`,
      quote: samples(facts.unreadable),
    },
    facts.vertical && {
      code: 'pdf-vertical',
      message: '有竖排的文字，从右往左读；它在文中的位置可能不对，请对照原件',
    },
    facts.ruledTables > 0 && {
      code: 'pdf-table',
      message: `有${facts.ruledTables}个表格，照画的线分了格，合并的格子看不出来：请对照原件`,
    },
    facts.looseTables > 0 && {
      code: 'pdf-rows',
      message: `有${facts.looseTables}处没有画线、上下对齐的几行，当作表格收了：请对照原件，不是表格的改回正文`,
    },
    facts.missingPictures.length > 0 && {
      code: 'picture-missing',
      message: `第${[...new Set(facts.missingPictures)].join('、')}页有图片取不出来：请向作者要原图`,
    },
    facts.attachments.length > 0 && {
      code: 'pdf-attachments',
      message: 'PDF 里夹带了别的文件，没有读：要用的话先另存出来，再单独导入',
      quote: facts.attachments.slice(0, MAX_SAMPLES).join('、'),
    },
    facts.hasScripts && {
      code: 'active-content',
      message: 'PDF 里有程序，没有运行，文字不受影响',
    },
  ];
  return found.filter((warning) => warning !== false);
}

function samples(characters: readonly string[]): string {
  return [...new Set(characters)].slice(0, MAX_SAMPLES).join('');
}
