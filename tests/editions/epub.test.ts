import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article, Category, Issue, Picture } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { readArticlePage } from '../../src/editions/article-page.ts';
import {
  articlesOf,
  articleText,
  type EditionMedia,
  epubWriter,
  type IssueDocument,
} from '../../src/editions/index.ts';
import { epubProblems } from '../lib/epubcheck.ts';

const urls = createUrls('/daokan/', 'https://x.example');
const PICTURE = { hash: '0a1b2c3d4e5f', format: 'png', width: 30, height: 40, file: '/a.png' } as Picture;
const DRAWING = { hash: 'ffeeddccbbaa', format: 'svg', width: 30, height: 20, file: '/a.svg' } as Picture;
/** Thirty pictures of one article. */
const MANY = Array.from(
  { length: 30 },
  (_, index) =>
    ({ ...PICTURE, hash: `0000000000${String(index).padStart(2, '0')}`, format: 'jpeg' }) as Picture,
);
const figure = (name: string) =>
  `<figure class="picture"><a href="/daokan/pictures/${name}"><img src="/daokan/pictures/${name}" alt="画面“一”"></a><figcaption>图注<span class="credit">摄影：甲</span></figcaption></figure>`;
const row = (cell: string, count: number) => `<tr>${cell.repeat(count)}</tr>`;

const HARD = `<p id="p-1"><span class="dateline">本报讯</span>生僻字𠀀𪜶，表情👩‍🏭🎉，<em>着重</em><em class="latin">Latin</em><strong>粗</strong><del>删</del>H<sub>2</sub>O<br>\n<code>a &lt; b &amp;&amp; "c"</code><sup><a href="#note-fn-1" id="note-fnref-1" data-footnote-ref>1</a></sup>，见<a href="/daokan/issues/2022-09/b/#%E5%B0%8F%E6%A0%87%E9%A2%98">乙文</a>、<a href="/daokan/about/">关于</a>、<a href="https://y.example/?a=1&amp;b=2">外站</a>、<a href="#nowhere">无处</a>。</p>
<h2 id="4月">4月</h2>${figure('0a1b2c3d4e5f-30.webp')}<div class="pictures">${figure('ffeeddccbbaa.svg')}${figure('0a1b2c3d4e5f-30.webp')}</div>
<div class="table many" role="region"><table><thead>${row('<th scope="col">列</th>', 12)}</thead><tbody>${row('<td class="align-right">数<sup><a href="#note-fn-1" id="note-fnref-1-2" data-footnote-ref>1</a></sup></td>'.replace(' id="note-fnref-1-2"', ' id="note-fnref-1-2"'), 1)}</tbody></table></div>
<figure class="chart"><table><caption>投资（单位：亿元）</caption><tbody><tr><th scope="row">甲</th><td class="bar"><svg viewBox="0 0 100 10"><rect width="97.93" height="10"></rect></svg></td><td>4122.0</td></tr></tbody></table><figcaption>资料来源：某厅</figcaption></figure>
<ol start="3"><li>项<ul><li>小项</li></ul></li></ol><blockquote><p>引</p></blockquote><pre><code>一\n二</code></pre><hr>
<p>${'长文'.repeat(10_000)}</p>
<section data-footnotes class="footnotes"><h2 id="footnote-label">注释</h2><ol><li id="note-fn-1"><p>说明。 <a href="#note-fnref-1" data-footnote-backref class="data-footnote-backref">↩</a> <a href="#note-fnref-1-2" data-footnote-backref class="data-footnote-backref">↩<sup>2</sup></a></p></li></ol></section>`;

const GALLERY = MANY.map(({ hash }) => figure(`${hash}-30.webp`)).join('');

function articleOf(slug: string, title: string, body: string) {
  const article = {
    id: `2022-09/${slug}`,
    slug,
    issue: '2022-09',
    corrections: [{ date: '2022-10-31', text: '“5”应为“6”' }],
    pictures: {
      './a.png': { picture: PICTURE, alt: '画面' },
      './a.svg': { picture: DRAWING, alt: '画面' },
      ...Object.fromEntries(MANY.map((picture) => [picture.hash, { picture, alt: '画面' }])),
    },
  } as unknown as Article;
  return readArticlePage(
    `<article class="article" data-pagefind-body><header class="article-head"><p class="kicker">引题</p><h1>${title}</h1><p class="subtitle">——副题</p><p class="byline"><span><i>记者</i>甲、乙</span><time>2022年9月1日</time></p><p class="note"><a href="#article-corrections">本文有更正，见文末</a></p></header><div class="body">${body}</div></article><footer class="article-foot"><section class="corrections"><h2>更正</h2><p><time>2022年10月31日</time>　“5”应为“6”</p></section><dl class="facts"><div><dt>责任编辑</dt><dd>丙</dd></div></dl></footer>`,
    article,
    urls,
  );
}

const DOCUMENT: IssueDocument = {
  site: {
    title: '港城月刊',
    description: '测试用的小刊',
    publisher: '本刊编辑部',
    license: '未经授权不得转载 <&>',
    records: { issn: 'ISSN 0000-0000' },
  } as IssueDocument['site'],
  issue: { id: '2022-09', year: 2022, months: [9], date: '2022-09-30', serial: 1, editor: '丁' } as Issue,
  label: '2022年9月号',
  number: '第1期　总第1期',
  url: 'https://x.example/daokan/issues/2022-09/',
  columns: [
    {
      category: { id: 'features', name: '特稿' } as Category,
      articles: [articleOf('a', '四十个字的标题'.repeat(6).slice(0, 40), HARD)],
    },
    {
      category: { id: 'news', name: '要闻' } as Category,
      articles: [
        articleOf('b', '乙', '<h2 id="小标题">小标题</h2><p>正文</p>'),
        articleOf('c', '丙', GALLERY),
      ],
    },
  ],
};

let media: EditionMedia;
let epub: Uint8Array;
let files: Record<string, Uint8Array>;
const text = (name: string) => strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());

beforeAll(async () => {
  const blank = sharp({ create: { width: 30, height: 40, channels: 3, background: '#888' } });
  const jpeg = await blank.jpeg().toBuffer();
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20"/></svg>',
  );
  media = {
    picture: ({ format }) =>
      Promise.resolve(
        format === 'svg' ? { bytes: svg, type: 'image/svg+xml' } : { bytes: jpeg, type: 'image/jpeg' },
      ),
    cover: () => Promise.resolve(jpeg),
  };
  epub = await epubWriter(media).write(DOCUMENT);
  files = unzipSync(epub);
});

describe('the EPUB of an issue', () => {
  it('has no error and no warning of EPUBCheck', () => {
    expect(epubProblems(epub)).toEqual([]);
  });

  it('contains every character of its articles, in order', () => {
    for (const document of articlesOf(DOCUMENT)) {
      const page = text(`article-${document.article.slug}.xhtml`);
      const printed = page
        .replace(/^[\s\S]*<body>/u, '')
        .replace(/<a class="number"[^>]*>[^<]*<\/a>/gu, '')
        .replace(/<[^>]+>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const bare = (value: string) => value.replace(/\s/gu, '');
      expect(bare(printed).replaceAll('责任编辑：', '责任编辑')).toBe(bare(articleText(document)));
    }
  });

  it('contains each of thirty pictures once', () => {
    const packed = Object.keys(files).filter((name) => name.startsWith('EPUB/pictures/0000000000'));
    expect(packed).toEqual(MANY.map(({ hash }) => `EPUB/pictures/${hash}.jpg`));
    expect(text('article-c.xhtml').match(/<img [^>]*>/gu)).toHaveLength(30);
  });

  it('is the same, byte for byte, when it is made again', async () => {
    expect(Buffer.from(await epubWriter(media).write(DOCUMENT)).equals(epub)).toBe(true);
  });

  it('begins with its media type, uncompressed', () => {
    expect(strFromU8(epub.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
  });

  it('links to other articles of the issue or to the web; a link without target is text', () => {
    const page = text('article-a.xhtml');
    expect(page).toContain('<a href="article-b.xhtml#place-1">乙文</a>');
    expect(page).toContain('<a href="https://x.example/daokan/about/">关于</a>');
    expect(page).toContain('<a href="https://y.example/?a=1&amp;b=2">外站</a>、无处。');
    expect(page).toContain('<a href="#article-corrections">本文有更正，见文末</a>');
    expect(text('article-b.xhtml')).toContain('<h2 id="place-1">小标题</h2>');
  });

  it('links notes in both directions, with one link back for each mark', () => {
    expect(text('article-a.xhtml')).toContain(
      '<aside id="note-fn-1" epub:type="footnote" role="doc-footnote"><p>' +
        '<a class="number" role="doc-backlink" href="#note-fnref-1" aria-label="回到正文注1">1</a>' +
        '<a class="number" role="doc-backlink" href="#note-fnref-1-2" aria-label="回到正文注1第2处">↩2</a> 说明。</p></aside>',
    );
  });

  it('lists its articles by column', () => {
    expect(text('nav.xhtml')).toContain(
      '<li><span>要闻</span><ol><li><a href="article-b.xhtml">乙</a></li><li><a href="article-c.xhtml">丙</a></li></ol></li>',
    );
  });

  it('says what it is: serial, number, ISSN, day of the last correction', () => {
    const opf = text('package.opf');
    expect(opf).toContain('<dc:identifier id="id">https://x.example/daokan/issues/2022-09/</dc:identifier>');
    expect(opf).toContain('<dc:title>《港城月刊》2022年9月号</dc:title>');
    expect(opf).toContain('<meta property="group-position" refines="#bulletin">1</meta>');
    expect(opf).toContain(
      '<meta property="dcterms:identifier" refines="#bulletin">urn:issn:0000-0000</meta>',
    );
    expect(opf).toContain('<meta property="dcterms:modified">2022-10-31T00:00:00Z</meta>');
    expect(opf).toContain('<meta property="schema:accessMode">textual</meta>');
  });
});
