import type { Page } from 'playwright-core';

export interface SearchAnswer {
  state: string;
  mode: string;
  total: number;
  /** Addresses of all results in order, without `?mark=`. */
  urls: string[];
  titles: string[];
  related: number;
}

/**
 * Runs a query on an open search page.
 * @param most number of results to load; default all
 */
export function ask(
  page: Pick<Page, 'evaluate'>,
  query: string,
  most = Number.MAX_SAFE_INTEGER,
): Promise<SearchAnswer> {
  return page.evaluate(
    async ([text, wanted]) => {
      const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector) as T;
      const list = find('[data-search-results]');
      const more = find<HTMLButtonElement>('[data-search-more]');
      find<HTMLInputElement>('[data-search-form] input[name=q]').value = text;
      find<HTMLFormElement>('[data-search-form]').requestSubmit();
      const until = async (holds: () => boolean) => {
        for (let waited = 0; !holds(); waited += 1) {
          if (waited > 4000) throw new Error(`No answer for ${text}`);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      };
      await until(() => list.dataset.searchState === 'done' || list.dataset.searchState === 'idle');
      const total = Number(list.dataset.searchTotal);
      while (list.querySelectorAll('[data-search-result]').length < Math.min(total, wanted)) {
        const before = list.children.length;
        if (!more.hidden) more.click();
        await until(() => list.children.length > before);
      }
      const links = [...list.querySelectorAll<HTMLAnchorElement>('[data-search-result] h2 a')];
      return {
        state: list.dataset.searchState ?? '',
        mode: list.dataset.searchMode ?? '',
        total,
        urls: links.map((link) => link.pathname),
        titles: links.map((link) => link.textContent ?? ''),
        related: list.querySelectorAll('[data-search-result] .related').length,
      };
    },
    [query, most] as const,
  );
}

export interface PrintedArticle {
  url: string;
  title: string;
  /** Texts of title, paragraphs, cells, captions, corrections and summary, as printed. */
  blocks: string[];
}

/** The printed text of the articles, which the browser reads from their pages. */
export function printedArticles(page: Page, urls: string[]): Promise<PrintedArticle[]> {
  return page.evaluate(async (addresses) => {
    const read = async (url: string) => {
      const html = await (await fetch(url)).text();
      const page = new DOMParser().parseFromString(html, 'text/html');
      const article = page.querySelector('article') as Element;
      const below = [...page.querySelectorAll('[data-search-part] :is(h2, p)')];
      const summary = page.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '';
      for (const apart of article.querySelectorAll(
        'sup, svg, [data-footnote-backref], [data-pagefind-ignore]',
      )) {
        apart.remove();
      }
      // Names, credits and nested lists are separate from the surrounding text; marks kept off a line's start are not.
      for (const part of article.querySelectorAll('span:not(.kept), li ul, li ol')) part.prepend('\uE000');
      const blocks = [...article.querySelectorAll('h1, h2, h3, h4, p, li, td, th, caption, figcaption')];
      const title = article.querySelector('h1')?.textContent ?? '';
      return {
        url,
        title,
        blocks: [...blocks, ...below]
          .flatMap((block) => (block.textContent ?? '').split('\uE000'))
          .concat(summary.replace(/…$/u, ''))
          .map((text) => text.trim())
          .filter(Boolean),
      };
    };
    const articles = [];
    // Browsers reject thousands of simultaneous requests.
    for (let at = 0; at < addresses.length; at += 50) {
      articles.push(...(await Promise.all(addresses.slice(at, at + 50).map(read))));
    }
    return articles;
  }, urls);
}
