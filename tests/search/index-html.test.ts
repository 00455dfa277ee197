import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/search/browser/engine.ts';
import { charactersOf, sumCounts } from '../../src/search/indexing/build-catalogue.ts';
import { PostingLists } from '../../src/search/indexing/pagefind/posting-lists.ts';
import { BOUNDARY } from '../../src/search/shared/fold.ts';
import { indexHtml } from '../../src/search/indexing/index-html.ts';
import { TITLE_LENGTH } from '../../src/search/shared/positions.ts';

describe('the indexed text of a page', () => {
  const shown = (printed: string) => printed.replaceAll(BOUNDARY, '¶');
  const page = (article: string) =>
    `<html><head><meta name="park" content="&#34;jia&#34;" data-search-filter><meta name="date" content="2022-09-30" data-search-date><meta name="shown-title" content="题" data-pagefind-meta="title[content]"></head><body><nav>不入</nav><article class="article" data-pagefind-body>${article}</article><article class="card">也不入</article></body></html>`;

  it('begins with the title, padded to 64 positions, and separates paragraphs', () => {
    const { words, printed, meta, anchors, date, filters } = indexHtml(
      page(
        '<header><p class="kicker">引</p><h1>题 Ａ</h1><p class="byline"><span>甲</span><time data-pagefind-ignore>今</time></p></header><p>头<strong>“粗</strong>尾<sup><a>1</a></sup>。</p><h2 id="x">小</h2><p>&lt;b&gt; &#x26;</p>',
      ),
    );
    expect(shown(printed)).toBe('题 Ａ¶引¶¶甲¶¶头“粗尾。¶小¶<b> &¶');
    expect({ meta, anchors }).toEqual({ meta: { title: '题' }, anchors: [{ id: 'x', location: 16 }] });
    expect({ date, filters }).toEqual({ date: '2022-09-30', filters: [['park', '"jia"']] });
    expect(words.join('').replaceAll(BOUNDARY, '')).toBe('题a引甲头“粗尾。小<b>&');
    expect(words.slice(0, TITLE_LENGTH).join('')).toBe(`题a${BOUNDARY.repeat(62)}`);
    const lists = new PostingLists();
    lists.add(0, words);
    expect(charactersOf(sumCounts([lists.counts(), lists.counts()]))).toEqual({
      symbols: '&<>“。',
      common: '&<>ab“。头小尾引甲粗题',
    });
  });

  it.each([
    ['<p><b>甲</b> <b>乙</b></p>', '甲 乙¶'],
    ['<p>甲 <b>乙</b></p>', '甲 乙¶'],
    ['<p>甲<b> 乙</b></p>', '甲 乙¶'],
    ['<p>甲 <b> </b>\n乙</p>', '甲 乙¶'],
    ['<p>甲<br>\n乙　丙</p>', '甲 乙　丙¶'],
    ['<p>甲<b>乙</b>丙</p>', '甲乙丙¶'],
    ['<p>1<span class="kept">—</span>8月</p>', '1—8月¶'],
    ['<p>甲<span class="credit">乙</span></p>', '甲¶乙¶'],
    ['<h2 id="x">电子<wbr>信息</h2>', '电子信息¶'],
    ['<p> 甲 </p>\n<p><b> </b>乙</p>', '甲¶乙¶'],
    ['<p>甲 </p> <h2 id="x"> 乙 <i>丙</i> </h2> <p>丁</p>', '甲¶乙 丙¶丁¶'],
    ['<p>甲 &lt; "乙" & 丙</p>', '甲 < "乙" & 丙¶'],
  ])('keeps white space between two characters, whatever tags are there: %s', (body, expected) => {
    const { printed } = indexHtml(page(`<h1>题</h1>${body}`));
    expect(shown(printed)).toBe(`题¶${expected}`);
  });

  it('includes the corrections below the article, and a summary that the article does not contain', () => {
    const html = (summary: string) =>
      `<html><head><meta name="description" content="${summary}"></head><body><main><article class="article" data-pagefind-body><h1>题</h1><p class="note">转载自某报</p><h2 id="x">小</h2><p>头一句。</p></article><footer><section data-search-part id="c"><h2>更正</h2><p><time>今</time>　改</p></section><dl><dt>期</dt></dl></footer><footer>不入</footer></main></body></html>`;
    const { printed, anchors } = indexHtml(html('另写的提要'));
    expect(shown(printed)).toBe('题¶转载自某报¶小¶头一句。¶更正¶今　改¶另写的提要¶');
    expect(anchors.map(({ id, location }) => [id, printed.slice(location, location + 2)])).toEqual([
      ['x', '小\u2063'],
      ['c', '更正'],
      ['', '另写'],
    ]);
    for (const summary of ['头一句。', '头一…', '题', ''])
      expect(shown(indexHtml(html(summary)).printed)).toMatch(/今　改¶$/u);
  });

  it.each([
    ['nothing', ''],
    ['a card', '<article class="card" data-pagefind-body><h1>题</h1></article>'],
    ['another article', '<article class="article"><h1>题</h1></article>'],
    ['another element', '<div class="article" data-pagefind-body><h1>题</h1></div>'],
    ['no title', '<article class="article" data-pagefind-body><p>甲</p></article>'],
    ['no end', '<article class="article" data-pagefind-body><h1>题</h1><p>甲</p>'],
    ['no end of the title', '<article class="article" data-pagefind-body><h1>题'],
  ])('throws for a page without an article: %s', (_, html) => {
    expect(() => indexHtml(html)).toThrow('The page contains no article');
  });

  it.each([
    ['<p>甲<sup>1<sup>2</sup></sup>乙</p>', '甲乙¶'],
    ['<p>甲<svg><text>图<svg></svg></text></svg>乙</p>', '甲乙¶'],
    ['<p>甲<a data-footnote-backref="">↩</a><a href="/a/">乙</a></p>', '甲乙¶'],
    ['<p data-pagefind-ignore>甲<b>乙</b><p data-pagefind-ignore>丙</p></p><p>丁</p>', '丁¶'],
    ['<nav data-pagefind-ignore>甲</nav><nav>乙</nav>', '乙'],
    ['<div data-pagefind-ignore>甲</div>', '甲'],
    ['<ul><li>甲<ul><li>乙</li></ul></li></ul>', '¶甲¶乙¶¶'],
    ['<blockquote><p>甲</p></blockquote>', '¶甲¶¶'],
    ['<table><tr><th>甲</th><td>乙</td></tr></table>', '¶甲¶乙¶¶'],
    ['<figure><img alt="甲"><figcaption>乙</figcaption></figure>', '¶乙¶¶'],
    ['<h1>又题</h1>', '又题¶'],
  ])('knows what stands in an element: %s', (body, expected) => {
    expect(shown(indexHtml(page(`<h1>题</h1>${body}`)).printed)).toBe(`题¶${expected}`);
  });

  it('takes the first date, and every filter', () => {
    const head =
      '<meta name="date" content="2022-09-30" data-search-date><meta name="date" content="2023-01-01" data-search-date><meta name="park" content="甲" data-search-filter><meta name="park" content="乙" data-search-filter><meta data-search-filter><meta name="author" content="丙">';
    const { date, filters, meta } = indexHtml(`${head}${page('<h1>题</h1>')}`);
    expect(date).toBe('2022-09-30');
    expect(filters.slice(0, 3)).toEqual([
      ['park', '甲'],
      ['park', '乙'],
      ['', ''],
    ]);
    expect(meta).toEqual({ title: '题' });
    const { date: none } = indexHtml('<article class="article" data-pagefind-body><h1>题</h1></article>');
    expect(none).toBe('');
  });

  it('is read back as blocks, each with the anchor of its heading', () => {
    const document = documentOf({
      url: '/a/',
      content: '题¶引言¶小 题¶< 乙"㎡丙¶尾¶'.replaceAll('¶', BOUNDARY),
      anchors: [
        { id: 'x', location: 5 },
        { id: '', location: 16 },
      ],
      meta: { title: '题', breaks: '3 12', category: '要闻', issue: '9月号', day: '9月30日' },
    });
    expect(document).toEqual({
      url: '/a/',
      title: '题',
      breaks: [3, 12],
      category: '要闻',
      issue: '9月号',
      date: '9月30日',
      blocks: [
        { text: '题' },
        { text: '引言' },
        { text: '小 题', anchor: 'x' },
        { text: '< 乙"㎡丙', anchor: 'x' },
        { text: '尾' },
      ],
    });
  });
});
