import { hash } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** Number of letters and digits at each end of a paragraph from which its id is made. */
const END_LENGTH = 6;
/** Hexadecimal digits for each end. */
const HALF_LENGTH = 4;

interface Paragraph {
  /** Where `<p` ends, and where `</p>` begins. */
  open: number;
  close: number;
  text: string;
}

/**
 * Gives each paragraph of an article's finished body an id and a link to itself. An id has two halves, from the
 * first and from the last letters of the paragraph: it survives changes between them and of other paragraphs; if
 * one end changes, the other half still finds the paragraph, see `components/find-paragraph.ts`. The idea is that
 * of Emphasis of The New York Times.
 */
export function linkParagraphs(html: string): string {
  const used = new Map<string, number>();
  let result = '';
  let at = 0;
  for (const { open, close, text } of paragraphsOf(html)) {
    const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
    if (letters.length === 0) continue;
    const base = `p-${half(letters.slice(0, END_LENGTH))}${half(letters.slice(-END_LENGTH))}`;
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    const id = count > 1 ? `${base}-${count}` : base;
    const link = `<a class="to-paragraph" href="#${id}" aria-label="本段链接"></a>`;
    result += `${html.slice(at, open)} id="${id}"${html.slice(open, close)}${link}`;
    at = close;
  }
  return result + html.slice(at);
}

/**
 * The paragraphs outside lists, quotations and tables, without the rest of a paragraph that was split at a picture.
 */
function paragraphsOf(html: string): Paragraph[] {
  const found: Paragraph[] = [];
  let depth = 0;
  let notes = 0;
  let current: Paragraph | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (name === 'sup') notes += 1;
      const isPlain = attributes.id === undefined && attributes.class !== 'continued';
      if (depth === 1 && name === 'p' && isPlain) {
        current = { open: parser.startIndex + '<p'.length, close: 0, text: '' };
      }
    },
    ontext: (text) => {
      // Numbers of footnotes change with every new one.
      if (current && notes === 0) current.text += text;
    },
    onclosetag: (name) => {
      depth -= 1;
      if (name === 'sup') notes -= 1;
      if (depth > 0 || !current) return;
      current.close = parser.startIndex;
      found.push(current);
      current = undefined;
    },
  });
  parser.end(html);
  return found;
}

function half(letters: string[]): string {
  return hash('sha256', letters.join('')).slice(0, HALF_LENGTH);
}
