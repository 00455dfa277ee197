import type { Element, ElementContent } from 'hast';
import { type Block, withoutWhitespace, type Paragraph, type Span, spansOf } from '../../manuscript.ts';
import type { Flow } from '../paragraph-flow.ts';
import { NOT_TEXT } from './not-text.ts';
import { AROUND_ARTICLE, childrenOf } from './page-reading.ts';
import { isMedia } from '#core/byline/orgs.ts';
import { isPageTools } from '../../patterns/page-tools.ts';
import { readDateLine } from '../../patterns/source-line.ts';
import { isHidden } from './element-style.ts';

/** Ids and classes that content management systems give to the element with the article. */
const NAMED =
  /(?:^|[\s_-])(?:content|article|zoom|text|detail|details|main|body|news|post|entry|editor|info|js_content|正文|内容|文章)(?:$|[\s_-])|trs_editor|vsb_content|articlecon|newscontent|contentbox|detailcon|conzoom|ucap-content|js_content|正文/iu;
/** Ids and classes that only the element with the article has. */
const CERTAIN =
  /(?:^|\s)(?:zoom|ozoom|trs_editor|trs_ueditor|view|vsb_content(?:_\d+)?|v_news_content|ucap-content|articlecontent|article-content|article_content|news_content|newscontent|conzoom|js_content|mce-body|enpcontent|founder-content)(?:$|\s)/iu;
/** Minimum length of the prose in an element that its name marks as the article, in characters. */
const MIN_CERTAIN_LENGTH = 30;
/** Characters of an article, and its share of the page's text outside links. */
const MIN_ARTICLE_LENGTH = 200;
const MIN_ARTICLE_SHARE = 0.5;
const MIN_HIDDEN_SHARE = 0.8;
/** Prefer an inner element if it has this share of the longest candidate's text. */
const MIN_INNER_SHARE = 0.9;
/** Text of this length with a full stop is prose. */
const MIN_PROSE_LENGTH = 60;
const FOOTER = /版权|备案|ICP|主办|承办|免责|技术支持|未经.{0,12}(?:授权|许可|书面)/iu;
/** Distance in blocks above the article, and length in characters, of a line with source, date or author. */
const MAX_HEADER_DISTANCE = 8;
const MAX_MASTHEAD_DISTANCE = 14;
const MAX_SOURCE_LENGTH = 80;
const SOURCE = /来源|作者|发布时间|时间|日期/u;

interface Measure {
  /** Characters outside links, and inside links. */
  prose: number;
  links: number;
}

/** Finds the element with the article; undefined if that is uncertain. */
export function findMain(body: Element): Element | undefined {
  return findMainIn(body, false) ?? findMainIn(body, true);
}

/** @param withHidden also among hidden elements, which scripts show; then it must have almost all text */
function findMainIn(body: Element, withHidden: boolean): Element | undefined {
  const candidates: { element: Element; measure: Measure }[] = [];
  const total = measure(body, false, candidates, withHidden);
  if (withHidden && !candidates.some(({ element }) => isHidden(element))) return undefined;
  const best = candidates.reduce((most, { measure: { prose } }) => Math.max(most, prose), 0);
  const share = withHidden ? MIN_HIDDEN_SHARE : MIN_ARTICLE_SHARE;
  const isShort = best < MIN_ARTICLE_LENGTH || best < total.prose * share;
  if (isShort) return withHidden ? undefined : certainOf(candidates);
  return candidates
    .filter(({ measure: { prose } }) => prose >= best * MIN_INNER_SHARE)
    .toSorted((a, b) => a.measure.prose + a.measure.links - b.measure.prose - b.measure.links)[0]?.element;
}

/** The element of a short article, if it is the only one that is named like that. */
function certainOf(candidates: { element: Element; measure: Measure }[]): Element | undefined {
  const named = candidates.filter(
    ({ element, measure: { prose } }) => prose >= MIN_CERTAIN_LENGTH && CERTAIN.test(namesOf(element)),
  );
  const [inner] = named;
  const areNested = named.every(
    ({ element }) => element === inner?.element || contains(element, inner?.element),
  );
  return areNested ? inner?.element : undefined;
}

function contains(element: Element, wanted: Element | undefined): boolean {
  return childrenOf(element).some((child) => child === wanted || contains(child, wanted));
}

function namesOf({ properties }: Element): string {
  const classes = Array.isArray(properties.className) ? properties.className.join(' ') : '';
  return `${typeof properties.id === 'string' ? properties.id : ''} ${classes}`;
}

/** Whether an element is inside an element that is hidden, or hidden itself: a script shows it later. */
export function isHiddenIn(root: Element, wanted: Element): boolean {
  const visit = (element: Element, hidden: boolean): boolean | undefined => {
    const isNowHidden = hidden || isHidden(element);
    if (element === wanted) return isNowHidden;
    for (const child of childrenOf(element)) {
      const found = visit(child, isNowHidden);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(root, false) ?? false;
}

/** Measures the text of an element; inner candidates come before outer ones. */
function measure(
  element: Element,
  linked: boolean,
  candidates: { element: Element; measure: Measure }[],
  withHidden: boolean,
): Measure {
  const sum: Measure = { prose: 0, links: 0 };
  if (NOT_TEXT.has(element.tagName) || (!withHidden && isHidden(element))) return sum;
  const inLink = linked || element.tagName === 'a';
  const add = (child: ElementContent): void => {
    if (child.type === 'text') sum[inLink ? 'links' : 'prose'] += child.value.trim().length;
    if (child.type !== 'element') return;
    const { prose, links } = measure(child, inLink, candidates, withHidden);
    sum.prose += prose;
    sum.links += links;
  };
  element.children.forEach(add);
  if (isCandidate(element)) candidates.push({ element, measure: sum });
  return sum;
}

function isCandidate(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'article' || tagName === 'main') return true;
  if (tagName === 'body' || tagName === 'html') return false;
  const names = namesOf(element);
  return NAMED.test(names) || CERTAIN.test(names);
}

/**
 * Drops the text around the article, except the title and source lines just above it. Drops nothing if
 * there is prose outside: the article was then not found correctly.
 * @param title the page's title from its metadata
 * @returns the blocks, and whether the text outside was dropped
 */
export function dropOutside(
  { blocks, outside }: Flow,
  title: string | undefined,
): { blocks: Block[]; cut: boolean } {
  if (outside.size === 0 || [...outside].some(isProse)) return { blocks, cut: false };
  const first = blocks.findIndex((block) => !outside.has(block));
  if (first < 0) return { blocks, cut: false };
  const head = linesByTitle(blocks.slice(0, first), title);
  const out: Block[] = [];
  let dropped: Paragraph | undefined;
  blocks.forEach((block, index) => {
    const isKept =
      !outside.has(block) ||
      (index < first &&
        (block.type === 'table' || belongsToHeader(block, first - index, title) || head.has(block)));
    if (isKept) {
      out.push(block);
      dropped = undefined;
    } else if (dropped) dropped.spans.push({ text: '\n', dropped: AROUND_ARTICLE }, ...droppedSpans(block));
    else if (spansOf(block).length > 0) {
      dropped = { type: 'paragraph', line: block.line, spans: droppedSpans(block) };
      out.push(dropped);
    }
  });
  return { blocks: out, cut: true };
}

/** The kicker above the title, and the lines between the title and the article: subtitle, byline. */
function linesByTitle(above: Block[], title: string | undefined): Set<Block> {
  const at = above.findLastIndex((block) => isTitleOf(block, title));
  if (at < 0 || above.length - at > MAX_HEADER_DISTANCE) return new Set();
  const kicker = above[at - 1];
  const isKicker = kicker?.type === 'paragraph' && kicker.level !== undefined && isPlainLine(kicker);
  return new Set([...(isKicker ? [kicker] : []), ...above.slice(at + 1).filter(isPlainLine)]);
}

function isPlainLine(block: Block): boolean {
  return (
    block.type === 'paragraph' &&
    textOf(block).length <= MAX_SOURCE_LENGTH &&
    !isPageTools(textOf(block)) &&
    block.spans.every(({ link }) => link === undefined)
  );
}

function isTitleOf(block: Block, title: string | undefined): boolean {
  const text = withoutWhitespace(textOf(block));
  return (
    text !== '' &&
    (text === withoutWhitespace(title ?? '') || (block.type === 'paragraph' && block.level === 1))
  );
}

function droppedSpans(block: Block): Span[] {
  return spansOf(block).map((span) => ({ dropped: AROUND_ARTICLE, ...span }));
}

/** Whether a block above the article is its title or source line. */
function belongsToHeader(block: Block, distance: number, title: string | undefined): boolean {
  if (block.type !== 'paragraph') return false;
  const text = textOf(block);
  const isTitle =
    title !== undefined &&
    withoutWhitespace(text) !== '' &&
    withoutWhitespace(text) === withoutWhitespace(title);
  const isLink = block.spans.every(({ link }) => link !== undefined);
  if (isTitle || (block.level === 1 && !isLink)) return true;
  const isNamed = SOURCE.test(text) || isMedia(text.trim()) || readDateLine(text) !== undefined;
  return distance <= MAX_MASTHEAD_DISTANCE && text.length <= MAX_SOURCE_LENGTH && isNamed && !isLink;
}

function isProse(block: Block): boolean {
  const text = spansOf(block)
    .filter(({ link, dropped }) => link === undefined && dropped === undefined)
    .map((span) => span.text)
    .join('');
  return text.length >= MIN_PROSE_LENGTH && /[。！？]/u.test(text) && !FOOTER.test(text);
}

function textOf(block: Block): string {
  return spansOf(block)
    .map(({ text }) => text)
    .join('')
    .trim();
}
