import type { CataloguedArticle } from '../shared/catalogue.ts';
import { BOUNDARY, fold, spellOut } from '../shared/fold.ts';
import { TITLE_LENGTH } from '../shared/positions.ts';

/** Ends of blocks; beginnings of what stands inside a block but apart from its text: lists, credits, names. */
const APART_FROM_TEXT =
  /^(?:\/(?:p|h[1-6]|li|td|th|dt|dd|caption|figcaption|blockquote|pre|header|table|figure)|(?:ul|ol|table|blockquote|pre|figure|span)(?: .*)?)$/u;
/** What is on the page but not in the text: marks of footnotes, drawings, what the page says to ignore. */
const APART =
  /<(sup|svg)\b[\s\S]*?<\/\1>|<a [^>]*data-footnote-backref[\s\S]*?<\/a>|<(p|time|span)\b[^>]*data-pagefind-ignore[\s\S]*?<\/\2>/gu;

export interface IndexedArticle extends Omit<CataloguedArticle, 'segment' | 'hash'> {
  /** Title first and of fixed length, one token a character, blocks kept apart by boundaries. */
  tokens: string[];
  /** What a result shows besides: title, kicker, column, issue, day. */
  meta: Record<string, string>;
  /** Ids of headings, and the numbers of the tokens that they begin with. */
  anchors: { id: string; location: number }[];
  /** The text that is indexed, folded. */
  text: string;
}

/**
 * Reads what is indexed of an article off its page.
 * @param page the built page
 * @throws where the page holds no article
 */
export function indexHtml(page: string): IndexedArticle {
  const article = /<article class="article"[^>]*data-pagefind-body[^>]*>([\s\S]*?)<\/article>/u.exec(
    page,
  )?.[1];
  const title = /<h1>([\s\S]*?)<\/h1>/u.exec(article ?? '')?.[1];
  if (article === undefined || title === undefined) throw new Error('The page holds no article');
  const metas = [...page.matchAll(/<meta (?:"[^"]*"|[^">])*>/gu)].map(([tag]) => tag);
  const shown = metas.filter((tag) => tag.includes(' data-pagefind-meta='));
  const heading = fold(decode(title));
  const tokens = spellOut(heading);
  tokens.push(...Array<string>(Math.max(1, TITLE_LENGTH - tokens.length)).fill(BOUNDARY));
  const { anchors, text } = spelled(article.replace(/<h1>[\s\S]*?<\/h1>/u, '').replace(APART, ''), tokens);
  return {
    tokens,
    meta: Object.fromEntries(shown.map((tag) => [fieldOf(tag), attribute(tag, 'content')])),
    anchors,
    date: attribute(metas.find((tag) => tag.includes(' data-search-date')) ?? '', 'content'),
    filters: metas
      .filter((tag) => tag.includes(' data-search-filter'))
      .map((tag) => [attribute(tag, 'name'), attribute(tag, 'content')]),
    text: heading + text,
  };
}

/**
 * Spells out a body, each text from one kept tag to the next as a whole, with all its white space.
 * @param tokens what is before it; the body's are added
 */
function spelled(html: string, tokens: string[]): Pick<IndexedArticle, 'anchors' | 'text'> {
  const anchors: IndexedArticle['anchors'] = [];
  let text = '';
  let run = '';
  const end = () => {
    for (const token of spellOut(run)) tokens.push(token);
    text += run;
    run = '';
  };
  for (const [index, part] of html.split(/<((?:"[^"]*"|'[^']*'|[^'">])*)>/u).entries()) {
    if (index % 2 === 0) {
      run += fold(decode(part));
      continue;
    }
    const id = /^h[2-6] [^>]*id="([^"]*)"/u.exec(part)?.[1];
    const apart = APART_FROM_TEXT.test(part);
    if (id === undefined && !apart) continue;
    end();
    if (id !== undefined) anchors.push({ id: decode(id), location: tokens.length });
    if (apart) tokens.push(BOUNDARY);
  }
  end();
  return { anchors, text };
}

/** The field of what is shown: `title[content]`. */
function fieldOf(tag: string): string {
  return attribute(tag, 'data-pagefind-meta').replace('[content]', '');
}

function attribute(tag: string, name: string): string {
  return decode(new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decode(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/giu, (_, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? '';
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
