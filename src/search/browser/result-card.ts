import type { Document } from './engine.ts';
import { element } from './element.ts';
import { marked, markPattern, type Part, excerptsOf } from './excerpts.ts';
import type { Answer } from './search.ts';

/** The card of one result: title, category, issue and date, and up to three excerpts. */
export function resultCard(document: Document, answer: Answer): HTMLElement {
  const hits = markPattern(answer.phrases, answer.mode);
  const card = element('article', { className: 'card' });
  card.dataset.searchResult = '';
  if (document.kicker) card.append(element('p', { className: 'kicker' }, document.kicker));
  const link = element(
    'a',
    { href: addressOf(document.url, answer) },
    ...withBreaks(marked(document.title, hits), document.breaks),
  );
  const about = element('p', { className: 'meta' });
  about.append(
    ...[document.category, document.issue, document.date]
      .filter(Boolean)
      .map((text) => element('span', {}, text)),
  );
  if (answer.mode === 'related') about.prepend(element('span', { className: 'related' }, '相关'));
  const [first, ...others] = excerptsOf(document, hits);
  card.append(element('h2', {}, link));
  if (first) card.append(element('p', { className: 'summary' }, ...withMarks(first.parts)));
  if (others.length > 0) {
    const list = element('ul', { className: 'places' });
    for (const { parts, anchor } of others) {
      const place = element('a', { href: addressOf(document.url, answer, anchor) }, ...withMarks(parts));
      list.append(element('li', {}, place));
    }
    card.append(list);
  }
  card.append(about);
  return card;
}

/** The address of a result, with the phrases that the article page highlights. */
function addressOf(url: string, { phrases }: Answer, anchor?: string): string {
  const marks = String(new URLSearchParams(phrases.slice(0, 5).map((phrase) => ['mark', phrase])));
  return `${url}${marks && `?${marks}`}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}

function withMarks(parts: Part[]): (string | HTMLElement)[] {
  return parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}

/** The parts of a title with `<wbr>` where its lines may break. */
function withBreaks(parts: Part[], breaks: number[]): (string | HTMLElement)[] {
  let start = 0;
  return parts.flatMap(({ text, marked }) => {
    const cuts = breaks.map((at) => at - start).filter((at) => at > 0 && at < text.length);
    const pieces = [0, ...cuts].map((at, index) => text.slice(at, cuts[index] ?? text.length));
    start += text.length;
    const broken = pieces.flatMap((piece, index) => (index > 0 ? [element('wbr', {}), piece] : [piece]));
    const isEnd = breaks.includes(start);
    return [marked ? element('mark', {}, ...broken) : broken, isEnd ? element('wbr', {}) : []].flat();
  });
}
