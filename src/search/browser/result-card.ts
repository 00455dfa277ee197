import { KEPT_CLASS, splitAtKeptMarks } from '#core/text/kept-marks.ts';
import type { Card } from './card.ts';
import { element } from './element.ts';
import type { Part } from './excerpts.ts';

/** The element of one result. */
export function resultCard({ url, kicker, title, breaks, excerpts, facts, isRelated }: Card): HTMLElement {
  const card = element('article', { className: 'card' });
  card.dataset.searchResult = '';
  if (kicker) card.append(element('p', { className: 'kicker' }, kicker));
  const about = element('p', { className: 'meta' });
  if (isRelated) about.append(element('span', { className: 'related' }, '相关'));
  about.append(...facts.map((text) => element('span', {}, text)));
  const [first, ...others] = excerpts;
  card.append(element('h2', {}, element('a', { href: url }, ...withBreaks(title, breaks))));
  if (first) card.append(element('p', { className: 'summary' }, ...withMarks(first.parts)));
  if (others.length > 0) {
    const places = others.map((each) =>
      element('li', {}, element('a', { href: each.url }, ...withMarks(each.parts))),
    );
    card.append(element('ul', { className: 'places' }, ...places));
  }
  card.append(about);
  return card;
}

function withMarks(parts: Part[]): (string | HTMLElement)[] {
  return parts.flatMap(({ text, marked }) => {
    const kept = withKeptMarks(text);
    return marked ? element('mark', {}, ...kept) : kept;
  });
}

/** A text whose lines do not begin with `· — ～ ×`, as on the pages. */
function withKeptMarks(text: string): (string | HTMLElement)[] {
  return splitAtKeptMarks(text).map((part, index) =>
    index % 2 === 1 ? element('span', { className: KEPT_CLASS }, part) : part,
  );
}

/** The parts of a title with `<wbr>` where its lines may break. */
function withBreaks(parts: Part[], breaks: number[]): (string | HTMLElement)[] {
  let start = 0;
  return parts.flatMap(({ text, marked }) => {
    const cuts = breaks.map((at) => at - start).filter((at) => at > 0 && at < text.length);
    const pieces = [0, ...cuts].map((at, index) => text.slice(at, cuts[index] ?? text.length));
    start += text.length;
    const broken = pieces.flatMap((piece, index) => [
      ...(index > 0 ? [element('wbr', {})] : []),
      ...withKeptMarks(piece),
    ]);
    const isEnd = breaks.includes(start);
    return [marked ? element('mark', {}, ...broken) : broken, isEnd ? element('wbr', {}) : []].flat();
  });
}
