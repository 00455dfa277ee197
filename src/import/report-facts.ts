import type { Draft } from './draft.ts';
import { type Block, type PageLink, type Span, spansOf } from './manuscript.ts';
import { isInBody } from './spans.ts';
import { AROUND_ARTICLE } from './readers/html/page-reading.ts';

/** A removed sentence of at least this length is prose, not navigation. */
const SENTENCE = /[^。！？\n]{12,}[。！？]/gu;
/** A shorter body is suspicious if more text than this was removed. */
const MIN_BODY_LENGTH = 50;
const MAX_REMOVED_LENGTH = 200;

/** Links in an article, also those in text that was removed; without those around the article. */
export function linksIn(blocks: Block[]): PageLink[] {
  return blocks
    .flatMap((block) => joinedLinks(spansOf(block)))
    .map(({ text, url }) => ({ text: text.replace(/\s+/gu, ' ').trim(), url }))
    .filter(({ text }) => text !== '');
}

/** The links of a block. Neighbouring spans with the same address are one link, also with white space between them. */
function joinedLinks(spans: readonly Span[]): PageLink[] {
  const links: PageLink[] = [];
  let last: PageLink | undefined;
  for (const { text, link, dropped } of spans) {
    const isLink = link !== undefined && dropped !== AROUND_ARTICLE;
    if (isLink && last?.url === link) last.text += text;
    else if (isLink) {
      last = { text, url: link };
      links.push(last);
    } else if (text.trim() !== '') last = undefined;
  }
  return links;
}

/** A warning if more prose was removed from a file than was imported. */
export function warningIfMostlyRemoved(
  removed: { text: string }[],
  drafts: Pick<Draft, 'blocks' | 'notes'>[],
): string | undefined {
  const body = drafts
    .flatMap(({ blocks }) => blocks.flatMap(spansOf))
    .filter(isInBody)
    .map(({ text }) => text)
    .join('');
  const left = body.replace(/\s/gu, '').length;
  const all = removed.map(({ text }) => text).join('\n');
  const hasPicture = drafts.some(({ blocks }) => blocks.some(({ type }) => type === 'picture'));
  if (left === 0 && !hasPicture) return '没有收到正文，请对照原件；正文是图片的，把文字抄下来';
  const prose = [...all.matchAll(SENTENCE)].reduce((sum, [sentence]) => sum + sentence.length, 0);
  const taken = all.replace(/\s/gu, '').length;
  if (prose <= left && (left >= MIN_BODY_LENGTH || taken <= MAX_REMOVED_LENGTH)) return undefined;
  return `大半文字没有收进稿件（收了 ${left} 字，没有收 ${taken} 字），多半是没有认出正文，请对照原件，缺的自己补上`;
}
