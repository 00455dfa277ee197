import { describe, expect, it } from 'vitest';
import type { Article, Picture } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { articleText, plainText } from '../../src/editions/index.ts';
import { readArticlePage } from '../../src/editions/article-page.ts';

const PICTURE = { hash: '0a1b2c3d4e5f', format: 'png', width: 300, height: 200, file: '/a.png' } as Picture;
const ARTICLE = {
  id: '2022-09/a',
  pictures: { './images/a.png': { picture: PICTURE, alt: '画面' } },
} as unknown as Article;

const read = (body: string, head = '<h1>标<wbr>题</h1>', foot = '') =>
  readArticlePage(
    `<html><body><article class="article" data-pagefind-body><header class="article-head">${head}</header><nav class="toc"><ol><li>目录</li></ol></nav><div class="body">${body}</div><p class="to-top">↑</p></article><footer class="article-foot">${foot}</footer></body></html>`,
    ARTICLE,
    createUrls('/daokan/', 'https://x.example'),
  );
const IMAGE =
  '<a href="/daokan/pictures/0a1b2c3d4e5f-300.webp" aria-label="查看大图"><img src="/daokan/pictures/0a1b2c3d4e5f-300.webp" alt="画面"></a>';

describe('the tree of an article', () => {
  it('joins texts that were split for typography, and leaves out links of paragraphs to themselves', () => {
    expect(
      read(
        '<p id="p-1"><span class="opening">“</span>甲<span class="kept">——</span>乙<a class="to-paragraph" href="#p-1"></a></p>\n',
      ).body,
    ).toEqual({
      type: 'root',
      children: [
        {
          type: 'element',
          tagName: 'p',
          properties: { id: 'p-1' },
          children: [{ type: 'text', value: '“甲——乙' }],
        },
      ],
    });
  });

  it('keeps the picture of a figure with its hash, caption and credit', () => {
    const { body, pictures } = read(
      `<figure class="picture">${IMAGE}<figcaption>图注<span class="credit">摄影：甲</span></figcaption></figure>`,
    );
    expect(body.children).toMatchObject([
      {
        tagName: 'figure',
        properties: { className: ['picture'] },
        children: [
          {
            tagName: 'img',
            properties: { dataPicture: '0a1b2c3d4e5f', alt: '画面', width: 300, height: 200 },
          },
          {
            tagName: 'figcaption',
            children: [{ value: '图注' }, { tagName: 'span', properties: { className: ['credit'] } }],
          },
        ],
      },
    ]);
    expect(pictures.get('0a1b2c3d4e5f')).toBe(PICTURE);
  });

  it('keeps the values of a chart and the length of its bars', () => {
    expect(
      read(
        '<figure class="chart"><table><caption>投资</caption><tbody><tr><th scope="row">甲</th><td class="bar"><svg><rect width="97.93" height="10"></rect></svg></td><td>4122.0</td></tr></tbody></table></figure>',
      ).body.children,
    ).toMatchObject([
      {
        properties: { className: ['chart'] },
        children: [
          {
            tagName: 'table',
            children: [
              { tagName: 'caption' },
              {
                children: [
                  {
                    children: [
                      { tagName: 'th', properties: { scope: 'row' } },
                      { tagName: 'td', properties: { dataShare: '97.93' }, children: [{ value: '4122.0' }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('reads notes, their marks and the links back', () => {
    const { body } = read(
      '<p>甲<sup><a href="#note-fn-1" id="note-fnref-1" data-footnote-ref>1</a></sup></p><section data-footnotes class="footnotes"><h2 class="footnotes-title" id="footnote-label">注释</h2>\n<ol>\n<li id="note-fn-1">\n<p>说明。 <a href="#note-fnref-1" data-footnote-backref class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
    );
    expect(body.children).toMatchObject([
      {
        children: [{ value: '甲' }, { tagName: 'sup', properties: { dataNoteRef: '1', id: 'note-fnref-1' } }],
      },
      {
        tagName: 'section',
        properties: { className: ['notes'] },
        children: [
          { tagName: 'h2' },
          {
            tagName: 'ol',
            children: [
              {
                properties: { id: 'note-fn-1', dataNote: '1', dataReferences: ['note-fnref-1'] },
                children: [{ tagName: 'p', children: [{ value: '说明。' }] }],
              },
            ],
          },
        ],
      },
    ]);
    expect(plainText(body)).toBe('甲1\n注释\n说明。');
  });

  it('takes tables out of their frames, with the alignment of cells', () => {
    expect(
      read(
        '<div class="table many" role="region"><table><tbody><tr><td class="align-right" rowspan="2">1</td></tr></tbody></table></div>',
      ).body.children,
    ).toMatchObject([
      {
        tagName: 'table',
        children: [
          { children: [{ children: [{ tagName: 'td', properties: { dataAlign: 'right', rowSpan: 2 } }] }] },
        ],
      },
    ]);
  });

  it.each([
    ['/daokan/about/', { href: 'https://x.example/daokan/about/' }],
    [
      '/daokan/issues/2022-10/b/#p-1',
      { href: 'https://x.example/daokan/issues/2022-10/b/#p-1', dataArticle: '2022-10/b' },
    ],
    ['https://y.example/?a=1', { href: 'https://y.example/?a=1' }],
    ['mailto:a@x.example', { href: 'mailto:a@x.example' }],
    ['#p-1', { href: '#p-1' }],
  ])('makes the address %s absolute', (href, properties) => {
    expect(read(`<p><a href="${href}" rel="noopener">甲</a></p>`).body.children).toMatchObject([
      { children: [{ properties }] },
    ]);
  });

  it.each([
    ['<p>甲<video class="wide"></video></p>', '<video .wide>'],
    ['<p><img src="/daokan/pictures/ffff-960.webp"></p>', '<img>'],
    [
      '<figure class="picture"><a href="/b"><img src="/daokan/pictures/ffff-960.webp"></a></figure>',
      '<img src="/daokan/pictures/ffff-960.webp">',
    ],
    [`<figure>${IMAGE}<p>乙</p></figure>`, '<figure> <p>'],
    ['<div class="box"><p>甲</p></div>', '<div .box>'],
  ])('refuses %s', (body, shown) => {
    expect(() => read(body)).toThrow(`稿件“2022-09/a”里有电子版、印刷版不认识的内容：${shown}`);
  });

  it('refuses an unknown part of the head', () => {
    expect(() => read('', '<h1>标题</h1><p class="motto">甲</p>')).toThrow('<p .motto>');
  });
});

describe('the text of an article', () => {
  it('has the head, the text, the corrections and the facts, as on the page', () => {
    const document = read(
      '<p><span class="dateline">本报讯</span>今年</p>',
      '<p class="kicker">引<wbr>题</p><h1>标题</h1><p class="subtitle"><span class="kept">——</span>副题</p><p class="byline"><span><i>记者</i>甲、乙</span><span><i>来源</i><a href="https://y.example/">某报</a></span><time>2022年9月1日</time><span data-pagefind-ignore>约1200字</span></p><p class="note">地名已隐去</p>',
      '<section class="corrections"><h2>更正</h2><p><time>2022年10月1日</time>　“5”应为“6”</p></section><dl class="facts"><div><dt>期</dt><dd>2022年9月号</dd></div><div><dt>权利</dt><dd>本刊稿件</dd></div></dl>',
    );
    expect(document.byline).toEqual([
      { role: '记者', text: '甲、乙' },
      { role: '来源', text: '某报', url: 'https://y.example/' },
    ]);
    expect(articleText(document)).toBe(
      '引题\n标题\n——副题\n记者\n甲、乙\n来源\n某报\n2022年9月1日\n地名已隐去\n本报讯今年\n更正\n2022年10月1日\n“5”应为“6”\n权利\n本刊稿件',
    );
  });
});
