import { originalText, type WrittenArticle } from '../verify/conservation.ts';
import { type ImportWarning, type Manuscript, originalOf, UnreadableError } from '../manuscript.ts';
import { rereadDocx } from '../verify/reread-docx.ts';
import { rereadHtml } from '../verify/reread-html.ts';
import { findLostText } from '../verify/find-lost-text.ts';
import { rereadText } from '../verify/reread-text.ts';
import { damagedCharacters, decodeText } from './decode-text.ts';
import { readDocx } from './docx/read-docx.ts';
import { decodeHtml, readHtml } from './read-html.ts';
import { openMhtml } from './mhtml/read-mhtml.ts';
import { pageInMhtml } from '../verify/reread-mhtml.ts';
import { readJekyll } from './read-jekyll.ts';
import type { FileKind } from './file-kind.ts';
import { PICTURE_FIX } from './foreign-kinds.ts';
import { checkTextLimits } from './text-limits.ts';
import { readMarkdown } from './read-markdown.ts';
import { splitFrontMatter } from './split-typed-file.ts';
import { readText } from './read-text.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { rereadPdf } from '../verify/reread-pdf.ts';
import { type DrawnRun, runsOutOfOrder } from '../verify/compare-order.ts';
import { compareCharacters } from '../verify/compare-characters.ts';
import { splitBySecondReader } from './pdf/split-page.ts';

export interface ReadInput {
  manuscript: Manuscript;
  /** The text from the second reader; undefined for formats that `verifyMarkup` checks. */
  secondReading?: string;
  /** Returns findings in Chinese for source text that was neither read nor is markup. */
  verifyMarkup(written: WrittenArticle[]): string[];
}

const NOTHING_TO_VERIFY: ReadInput['verifyMarkup'] = () => [];

/**
 * Reads a file into the common form, and a second time by other means, to detect lost text.
 * @throws UnreadableError if it cannot be read
 */
export async function readInput(kind: FileKind, bytes: Uint8Array): Promise<ReadInput> {
  switch (kind) {
    case 'docx':
      return {
        manuscript: await readDocx(bytes),
        secondReading: await rereadDocx(bytes),
        verifyMarkup: NOTHING_TO_VERIFY,
      };
    case 'html': {
      const { text } = decodeHtml(bytes);
      return { manuscript: readHtml(text), secondReading: rereadHtml(text), verifyMarkup: NOTHING_TO_VERIFY };
    }
    case 'mhtml': {
      const { html, attached } = openMhtml(bytes);
      const secondReading = rereadHtml(pageInMhtml(bytes));
      return { manuscript: readHtml(html, attached), secondReading, verifyMarkup: NOTHING_TO_VERIFY };
    }
    case 'pdf':
      return readPrinted(bytes);
    case 'markdown':
    case 'text':
      return readTextual(kind, bytes);
    case 'picture':
      throw new UnreadableError('这是图片，里面的文字读不出来', PICTURE_FIX);
    default:
      throw new UnreadableError('这不是稿件', '换成 .docx、.txt、.md 或 .html 再导入');
  }
}

/**
 * Reads a PDF file. The text of a page has no order of its own, so the two readings are compared character by
 * character; the order is compared within runs and columns, and differences are left to the editor.
 */
async function readPrinted(bytes: Uint8Array): Promise<ReadInput> {
  const manuscript = await readPdf(bytes);
  const { text: secondReading, runs } = await rereadPdf(bytes);
  manuscript.warnings.push(...orderWarnings(runsOutOfOrder(runs, manuscript)));
  return {
    manuscript,
    verifyMarkup: (written) => {
      const { seen, perhaps } = splitBySecondReader(manuscript.nonBodyText);
      return compareCharacters(
        secondReading,
        originalText({ ...manuscript, nonBodyText: seen }, written),
        perhaps.map(originalOf).join(''),
      );
    },
  };
}

function orderWarnings(runs: DrawnRun[]): ImportWarning[] {
  return runs.map(({ text, page }) => ({
    code: 'pdf-order',
    message: `第${page}页这一行的次序和 PDF 里画的不一样，可能接错了栏：请对照原件`,
    quote: text.trim(),
  }));
}

/** Reads a text file. Its start decides between web page, Jekyll post, and Markdown or plain text. */
function readTextual(kind: 'markdown' | 'text', bytes: Uint8Array): ReadInput {
  const { text, encoding } = decodeText(bytes);
  checkTextLimits(text, kind);
  const damage = damagedCharacters(text);
  if (/^\s*(?:<!doctype html|<html[\s>])/iu.test(text)) {
    const manuscript = readHtml(text);
    manuscript.warnings.push(...damage);
    return { manuscript, secondReading: rereadHtml(text), verifyMarkup: NOTHING_TO_VERIFY };
  }
  const isPost =
    /^---[ \t]*\n(?:[\w-]+[ \t]*:.*\n|[ \t#-].*\n|\n)+---[ \t]*(?:\n|$)/u.test(text) ||
    (/^title[ \t]*:/mu.test(text) && splitFrontMatter(text)?.firstLine === 1);
  if (isPost || kind === 'markdown') {
    const manuscript = isPost ? readJekyll(text) : readMarkdown(text);
    manuscript.warnings.push(...damage);
    if (manuscript.kind === 'text')
      return { manuscript, secondReading: rereadText(bytes, encoding), verifyMarkup: NOTHING_TO_VERIFY };
    return {
      manuscript,
      verifyMarkup: (written) => {
        const lost = findLostText(text, originalText(manuscript, written));
        return lost === undefined ? [] : [`原件里的“${lost}”没有读入`];
      },
    };
  }
  const manuscript = readText(text);
  manuscript.warnings.push(...damage);
  return { manuscript, secondReading: rereadText(bytes, encoding), verifyMarkup: NOTHING_TO_VERIFY };
}
