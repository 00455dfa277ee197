import { originalText, type WrittenArticle } from '../conservation.ts';
import { type Manuscript, UnreadableError } from '../manuscript.ts';
import { witnessDocx } from '../witness/docx.ts';
import { witnessHtml } from '../witness/html.ts';
import { markupFault } from '../witness/markup.ts';
import { witnessText } from '../witness/text.ts';
import { damagedCharacters, decodeText } from './decode.ts';
import { readDocx } from './docx/read-docx.ts';
import { decodeHtml, readHtml } from './html.ts';
import { readJekyll } from './jekyll.ts';
import type { FileKind } from './kind.ts';
import { refuseEndless } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

export interface ReadInput {
  manuscript: Manuscript;
  /** The text by the second reader; undefined where a law of its own holds. */
  witness?: string;
  /** Faults by the law of markup: of the source, nothing but markup may be missing. */
  law(written: WrittenArticle[]): string[];
}

const NO_LAW: ReadInput['law'] = () => [];

/**
 * Reads a file into the common form, and reads it a second time by other means for the conservation
 * check.
 * @throws UnreadableError where it cannot be read
 */
export async function readInput(kind: FileKind, bytes: Uint8Array): Promise<ReadInput> {
  switch (kind) {
    case 'docx':
      return { manuscript: await readDocx(bytes), witness: await witnessDocx(bytes), law: NO_LAW };
    case 'html': {
      const { text } = decodeHtml(bytes);
      return { manuscript: readHtml(text), witness: witnessHtml(text), law: NO_LAW };
    }
    case 'pdf': {
      const manuscript = readText(pdfText(bytes));
      manuscript.warnings.push({
        code: 'pdf-text',
        message: '文字是从 PDF 里取出来的，次序、断行、生僻字都可能不对，请逐字对照原件',
      });
      return {
        manuscript: { ...manuscript, kind: 'pdf' },
        witness: witnessText(bytes, 'utf-8'),
        law: NO_LAW,
      };
    }
    case 'markdown':
    case 'text':
      return readTextual(kind, bytes);
    default:
      throw new UnreadableError('这不是稿件', '换成 .docx、.txt、.md 或 .html 再导入');
  }
}

function pdfText(bytes: Uint8Array): string {
  const { text } = decodeText(bytes);
  refuseEndless(text, 'text');
  return text;
}

/** Text of any kind: pages, posts of old sites, Markdown and plain text tell themselves apart by how they begin. */
function readTextual(kind: 'markdown' | 'text', bytes: Uint8Array): ReadInput {
  const { text, encoding } = decodeText(bytes);
  refuseEndless(text, kind);
  const damage = damagedCharacters(text);
  if (/^\s*(?:<!doctype html|<html[\s>])/iu.test(text)) {
    const manuscript = readHtml(text);
    manuscript.warnings.push(...damage);
    return { manuscript, witness: witnessHtml(text), law: NO_LAW };
  }
  const isPost = /^---[ \t]*\n(?:[\w-]+[ \t]*:.*\n|[ \t#-].*\n|\n)+---[ \t]*(?:\n|$)/u.test(text);
  if (isPost || kind === 'markdown') {
    const manuscript = isPost ? readJekyll(text) : readMarkdown(text);
    manuscript.warnings.push(...damage);
    if (manuscript.kind === 'text') return { manuscript, witness: witnessText(bytes, encoding), law: NO_LAW };
    return {
      manuscript,
      law: (written) => {
        const lost = markupFault(text, originalText(manuscript, written));
        return lost === undefined ? [] : [`原件里的“${lost}”没有读入`];
      },
    };
  }
  const manuscript = readText(text);
  manuscript.warnings.push(...damage);
  return { manuscript, witness: witnessText(bytes, encoding), law: NO_LAW };
}
