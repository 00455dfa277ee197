import { describe, expect, it } from 'vitest';
import { articleOnPage, placeOnPage } from '../../src/editions/print/article-on-page.ts';
import { createBodyRenderer } from '../../src/markdown/render.ts';
import { linkParagraphs } from '../../src/views/paragraph-links.ts';
import { EVERYTHING, PICTURE, PUBLIC_URLS } from '../lib/article-document.ts';

const CONTEXT = {
  article: '2022-09/a',
  title: '题',
  articles: new Set(['2022-09/a', '2022-09/b']),
  urls: PUBLIC_URLS,
};
const pageOf = (html: string) =>
  `<html><head></head><body><main><article class="article" data-pagefind-body>${html}</article><footer>下面的</footer></main></body></html>`;
const repeated = (html: string) => articleOnPage(pageOf(html), CONTEXT);
/** The visible text of HTML. */
const textOf = (html: string) => html.replace(/<[^>]*>/gu, '');

describe('an article on a page with others', () => {
  it('has unique ids, and headings one level lower', () => {
    expect(repeated('<h1>题</h1><h2 id="小-题">小题</h2><h6>最小</h6><p id="p-1">文</p>')).toBe(
      '<h2>题</h2><h3 id="a_小-题">小题</h3><h6>最小</h6><p id="a_p-1">文</p>',
    );
    expect(repeated('<section aria-labelledby="t u"><td headers="v">1</td></section>')).toBe(
      '<section aria-labelledby="a_t a_u"><td headers="a_v">1</td></section>',
    );
  });

  it.each([
    ['a place in itself', '#p-1', '#a_p-1'],
    ['itself', '/daokan/issues/2022-09/a/', '#a'],
    ['another article of the page', '/daokan/issues/2022-09/b/', '#b'],
    ['a place in another article of the page', '/daokan/issues/2022-09/b/#p-2', '#b_p-2'],
    ['an article of another issue', '/daokan/issues/2022-10/b/', '/daokan/issues/2022-10/b/'],
    ['another page of the site', '/daokan/about/', '/daokan/about/'],
  ])('leads to %s', (_, href, expected) => {
    expect(repeated(`<a href="${href}">去</a>`)).toBe(`<a href="${expected}">去</a>`);
  });

  it('prints the address of a link to another site, unless the text is the address', () => {
    expect(repeated('<a href="https://y.example/?a=1&#x26;b=2">出处</a>')).toBe(
      '<a href="https://y.example/?a=1&amp;b=2" class="with-address">出处</a>',
    );
    const shown = '<a href="https://y.example/?a=1&#x26;b=2">https://y.example/<wbr>?a=1&#x26;b=2</a>';
    expect(repeated(shown)).toBe(shown);
  });

  it('leaves out parts that only its own page needs', () => {
    const own =
      '<p>文<a class="to-paragraph" href="#p-1" aria-label="本段链接"></a></p><nav class="toc"><ol><li>节<br></li></ol></nav>' +
      '<p class="byline"><time data-pagefind-ignore>今天</time><span data-pagefind-ignore>约1000字</span></p><p class="to-top"><a href="#main">↑</a></p>';
    expect(repeated(own)).toBe('<p>文</p><p class="byline"><time>今天</time></p>');
  });

  it('gives the frames of its tables names with its title', () => {
    expect(repeated('<div class="table" role="region" aria-label="表格" tabindex="0"></div>')).toBe(
      '<div class="table" role="region" aria-label="《题》表格" tabindex="0"></div>',
    );
  });

  it('loads its pictures eagerly, with their sizes', () => {
    expect(
      repeated(
        '<img src="/a.webp" srcset="/a.webp 480w" sizes="100vw" width="3" height="2" alt="" loading="lazy" decoding="async">',
      ),
    ).toBe(
      '<img src="/a.webp" srcset="/a.webp 480w" sizes="100vw" width="3" height="2" alt="" decoding="async">',
    );
  });

  it('keeps every character of a text with everything in it', async () => {
    const pictures = { './images/a.png': { picture: PICTURE, alt: '画面' } };
    const { html } = await createBodyRenderer(PUBLIC_URLS)({ body: EVERYTHING, file: 'a.md', pictures });
    const written = repeated(linkParagraphs(html));
    expect(textOf(written)).toBe(textOf(html));
    const ids = [...written.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !id?.startsWith('a_'))).toEqual([]);
    const places = [...written.matchAll(/ href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(places.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('throws if the article is not on the page', () => {
    expect(() => articleOnPage('<main></main>', CONTEXT)).toThrow('The page of 2022-09/a has no article');
  });
});

it('ids of articles never collide, whatever their names', () => {
  expect(placeOnPage('2022-09/a', 'b-c')).toBe('a_b-c');
  expect(placeOnPage('2022-09/a-b', 'c')).toBe('a-b_c');
  expect(placeOnPage('2022-09/a')).toBe('a');
});
