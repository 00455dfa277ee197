import { decodeAddress } from '#core/text/decode-address.ts';
import { anyOf, matches, matchesIn } from './matches.ts';
import { loosePattern, pattern } from './pattern.ts';
import { fold } from '../shared/fold.ts';

const BLOCKS = 'h1, h2, h3, h4, p, li, td, th, dt, dd, figcaption, caption';
/** What is indexed. */
const SEARCHED = 'article.article, [data-search-part]';
/** On the page, but not in the index. */
const NOT_INDEXED = 'sup, svg, [data-footnote-backref], [data-pagefind-ignore]';

/** Highlights the search phrases of the address (`?mark=…`) in an article and scrolls to the first match. */
const phrases = new URLSearchParams(location.search).getAll('mark').slice(0, 5);

if (phrases.length > 0) {
  const blocks = [...document.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) => block.parentElement?.closest(SEARCHED) && !block.closest('nav'),
  );
  const marks = anyOf(phrases.map((phrase) => sourceFor(fold(phrase), blocks)));
  for (const block of blocks) markIn(block, marks);
  const start = document.getElementById(decodeAddress(location.hash.slice(1)));
  const marked = [...document.querySelectorAll('mark')];
  const after = marked.filter(
    (mark) => start && start.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const first = after[0] ?? marked.find((mark) => !mark.closest('h1')) ?? marked[0];
  first?.scrollIntoView({ block: 'center' });
}

/** The pattern of a phrase; if it is not printed as such, ignoring punctuation, as the search did. */
function sourceFor(folded: string, blocks: HTMLElement[]): string {
  const exact = pattern(folded);
  const all = exact && new RegExp(exact, 'gu');
  return all && blocks.some((block) => matches(joined(textsOf(block)), all)) ? exact : loosePattern(folded);
}

/** The text of a block that is indexed, without the blocks inside it. */
function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const around = text.parentElement;
    if (around?.closest(BLOCKS) === block && !around.closest(NOT_INDEXED)) texts.push(text);
  }
  return texts;
}

function joined(texts: Text[]): string {
  return texts.map(({ data }) => data).join('');
}

/** Marks the matches in a block. A match may span bold text and links: each text node is marked separately. */
function markIn(block: HTMLElement, marks: RegExp | undefined): void {
  const texts = textsOf(block);
  const hits = matchesIn(joined(texts), marks);
  for (const { start, end: stop } of [...hits].reverse()) {
    let end = 0;
    const ends = texts.map(({ data }) => (end += data.length));
    for (let index = texts.length - 1; index >= 0; index -= 1) {
      const text = texts[index] as Text;
      const offset = (ends[index] ?? 0) - text.data.length;
      const from = Math.max(start - offset, 0);
      const to = Math.min(stop - offset, text.data.length);
      if (from < to) wrap(text, from, to);
    }
  }
}

function wrap(text: Text, from: number, to: number): void {
  const hit = text.splitText(from);
  hit.splitText(to - from);
  const mark = document.createElement('mark');
  hit.replaceWith(mark);
  mark.append(hit);
}
