import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../src/feeds/index.ts';

const ADDRESS = 'https://x.example/daokan/issues/2022-09/a/';

const html = (body: string, head = '<h1>标题</h1>') =>
  articleHtml(
    `<html><head><style>p{}</style></head><body><p>刊头</p><article class="article" data-pagefind-body><header class="article-head">${head}</header><div class="body">${body}</div></article><footer><p>页脚</p></footer></body></html>`,
    ADDRESS,
  );

describe('the text of an article for feeds', () => {
  it.each([
    ['keeps the body alone', '<p>甲<strong>乙</strong></p>', '<p>甲<strong>乙</strong></p>'],
    [
      'leaves out classes, ids and other attributes',
      '<h2 id="a" class="b" data-c="d">题</h2>',
      '<h2>题</h2>',
    ],
    ['leaves out scripts and styles', '<p>甲</p><script>alert(1)</script><style>p{}</style>', '<p>甲</p>'],
    ['leaves out drawings', '<p>甲<svg viewBox="0 0 1 1"><rect width="1"/></svg>乙</p>', '<p>甲乙</p>'],
    ['keeps the content of other elements', '<div><p>甲<span>乙</span></p></div>', '<p>甲乙</p>'],
    [
      'makes addresses absolute',
      '<p><a href="/daokan/about/">甲</a><a href="#note-1">乙</a><a href="https://y.example/?a=1&amp;b">丙</a></p>',
      `<p><a href="https://x.example/daokan/about/">甲</a><a href="${ADDRESS}#note-1">乙</a><a href="https://y.example/?a=1&amp;b">丙</a></p>`,
    ],
    [
      'keeps pictures with their size',
      '<figure class="picture"><a href="/daokan/pictures/a-960.webp" aria-label="查看大图"><img src="/daokan/pictures/a-960.webp" srcset="/b 2x" sizes="1px" width="9" height="8" alt="“图”" loading="lazy"></a><figcaption>图注<span class="credit">摄影：甲</span></figcaption></figure>',
      '<figure><a href="https://x.example/daokan/pictures/a-960.webp"><img src="https://x.example/daokan/pictures/a-960.webp" alt="“图”" width="9" height="8"></a><figcaption>图注　摄影：甲</figcaption></figure>',
    ],
    ['sets a dateline apart', '<p><span class="dateline">本报讯</span>今年</p>', '<p>本报讯　今年</p>'],
    ['escapes text', '<p>1 &lt; 2 &amp;&amp; &quot;3&quot;</p>', '<p>1 &lt; 2 &amp;&amp; &quot;3&quot;</p>'],
    [
      'keeps tables',
      '<table><tr><th scope="row">甲</th><td>1</td></tr></table>',
      '<table><tr><th scope="row">甲</th><td>1</td></tr></table>',
    ],
  ])('%s', (_, body, expected) => expect(html(body)).toBe(expected));

  it('begins with subtitle, notes and cover, without kicker, title and byline', () => {
    const head =
      '<p class="kicker">引题</p><h1>标题</h1><p class="subtitle">——副题</p><p class="byline"><span>甲</span></p><p class="note" data-pagefind-ignore>转载自<a href="/daokan/">某报</a></p><figure class="picture portrait"><img src="/daokan/c.svg" alt="图"></figure>';
    expect(html('<p>正文</p>', head)).toBe(
      '<p>——副题</p><p>转载自<a href="https://x.example/daokan/">某报</a></p><figure><img src="https://x.example/daokan/c.svg" alt="图"></figure><p>正文</p>',
    );
  });

  it('of a page without an article is empty', () => {
    expect(articleHtml('<article class="article plain"><p>说明</p></article>', ADDRESS)).toBe('');
  });
});
