import { decodeAddress } from '#core/text/decode-address.ts';
import { fold, foldWidth } from '../shared/fold.ts';
import { loosePattern } from './pattern.ts';

/** Highlights the search phrases of the address (`?mark=…`) in an article and scrolls to the first match. */
const phrases = new URLSearchParams(location.search).getAll('mark').slice(0, 5);
const sources = phrases.map((phrase) => loosePattern(fold(phrase))).filter(Boolean);

if (sources.length > 0) {
  const pattern = new RegExp(sources.join('|'), 'giu');
  const blocks = document.querySelectorAll<HTMLElement>(
    'article :is(h1, h2, h3, h4, p, li, td, th, figcaption, caption):not(nav *)',
  );
  for (const block of blocks) markIn(block, pattern);
  const start = document.getElementById(decodeAddress(location.hash.slice(1)));
  const marks = [...document.querySelectorAll('article mark')];
  const after = marks.filter(
    (mark) => start && start.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const first = after[0] ?? marks.find((mark) => !mark.closest('h1')) ?? marks[0];
  first?.scrollIntoView({ block: 'center' });
}

/** Marks the matches in a block. A match may span bold text and links: each text node is marked separately. */
function markIn(block: HTMLElement, pattern: RegExp): void {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const hits = [...foldWidth(texts.map(({ data }) => data).join('')).matchAll(pattern)];
  for (const hit of hits.reverse()) {
    let end = 0;
    const ends = texts.map(({ data }) => (end += data.length));
    for (let index = texts.length - 1; index >= 0; index -= 1) {
      const text = texts[index] as Text;
      const offset = (ends[index] ?? 0) - text.data.length;
      const from = Math.max(hit.index - offset, 0);
      const to = Math.min(hit.index + hit[0].length - offset, text.data.length);
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
