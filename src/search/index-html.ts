import type { CataloguedArticle } from './catalogue.ts';
import { BOUNDARY, fold, spellOut, TOKEN_END, tokensOf } from './fold.ts';
import { TITLE_LENGTH } from './positions.ts';

/** Ends of blocks; beginnings of what stands inside a block but apart from its text: lists, credits, names. */
const APART_FROM_TEXT =
  /^(?:\/(?:p|h[1-6]|li|td|th|dt|dd|caption|figcaption|blockquote|pre|header|table|figure)|(?:ul|ol|table|blockquote|pre|figure|span)(?: .*)?)$/u;
/** What is on the page but not in the text: marks of footnotes, drawings, what the page says to ignore. */
const APART =
  /<(sup|svg)\b[\s\S]*?<\/\1>|<a [^>]*data-footnote-backref[\s\S]*?<\/a>|<(p|time|span)\b[^>]*data-pagefind-ignore[\s\S]*?<\/\2>/gu;

export interface IndexedArticle extends Omit<CataloguedArticle, 'segment' | 'hash'> {
  /** HTML for Pagefind alone; the page itself stays as it is. */
  html: string;
  /** The text that is indexed, folded. */
  text: string;
}

/**
 * Makes the copy of an article's page that Pagefind indexes: title first and of fixed length, every
 * character a token, paragraphs kept apart, headings with their anchors.
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
  const padding = (BOUNDARY + TOKEN_END).repeat(Math.max(1, TITLE_LENGTH - tokensOf(heading).length));
  const { body, text } = spelled(article.replace(/<h1>[\s\S]*?<\/h1>/u, '').replace(APART, ''));
  return {
    html: `<!doctype html><html lang="zh-cn"><head>${shown.join('')}</head><body data-pagefind-body data-pagefind-weight="1"><h1>${encode(spellOut(heading))}${padding}</h1><div>${body}</div></body></html>`,
    date: attribute(metas.find((tag) => tag.includes(' data-search-date')) ?? '', 'content'),
    filters: metas
      .filter((tag) => tag.includes(' data-search-filter'))
      .map((tag) => [attribute(tag, 'name'), attribute(tag, 'content')]),
    text: heading + text,
  };
}

/** Spells out a body, each text from one kept tag to the next as a whole, with all its white space. */
function spelled(html: string): { body: string; text: string } {
  let body = '';
  let text = '';
  let run = '';
  const end = (kept: string) => {
    body += encode(spellOut(run)) + kept;
    text += run;
    run = '';
  };
  for (const [index, part] of html.split(/<((?:"[^"]*"|'[^']*'|[^'">])*)>/u).entries()) {
    const kept = index % 2 === 1 ? tag(part) : '';
    if (kept !== '') end(kept);
    else if (index % 2 === 0) run += fold(decode(part));
  }
  end('');
  return { body, text };
}

/** Of the tags, headings with an anchor are kept, and what parts one text from another becomes a boundary. */
function tag(inside: string): string {
  if (/^h[2-6] [^>]*id="/u.test(inside)) return `<${inside}>`;
  if (/^\/h[2-6]$/u.test(inside)) return `${BOUNDARY}${TOKEN_END}<${inside}>`;
  return APART_FROM_TEXT.test(inside) ? `${BOUNDARY}${TOKEN_END}` : '';
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

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
