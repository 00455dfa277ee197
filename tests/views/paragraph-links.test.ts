import { describe, expect, it } from 'vitest';
import { linkParagraphs } from '../../src/views/paragraph-links.ts';

const idsOf = (html: string) => [...linkParagraphs(html).matchAll(/ id="(p-[^"]*)"/gu)].map(([, id]) => id);

const FIRST = '<p>甲园今年前八个月开工项目<b>12</b>个，完成投资3.4亿元。</p>';
const SECOND = '<p>园区的人说，下半年还要再开工六个。</p>';

describe('the links of paragraphs', () => {
  it('give a paragraph an id and a link', () => {
    const [id] = idsOf(FIRST);
    expect(id).toMatch(/^p-[\da-f]{8}$/u);
    expect(linkParagraphs(FIRST)).toBe(
      `<p id="${id}">甲园今年前八个月开工项目<b>12</b>个，完成投资3.4亿元。<a class="to-paragraph" href="#${id}" aria-label="本段链接"></a></p>`,
    );
  });

  it('stay when the middle, the punctuation, a footnote or another paragraph changes', () => {
    const before = idsOf(FIRST + SECOND);
    expect(idsOf(`<p>新加的一段。</p>${FIRST}${SECOND}`).slice(1)).toEqual(before);
    expect(idsOf(FIRST.replace('12', '13').replace('，', '；') + SECOND)).toEqual(before);
    expect(idsOf(FIRST.replace('。', '<sup><a href="#fn-1">1</a></sup>。') + SECOND)).toEqual(before);
  });

  it('keep one half when one end changes', () => {
    const [before = ''] = idsOf(FIRST);
    const [opening = ''] = idsOf(FIRST.replace('甲园', '乙园'));
    const [ending = ''] = idsOf(FIRST.replace('3.4亿元', '3.5亿元'));
    expect(opening).not.toBe(before);
    expect(opening.slice(-4)).toBe(before.slice(-4));
    expect(ending).not.toBe(before);
    expect(ending.slice(0, -4)).toBe(before.slice(0, -4));
  });

  it('are different for equal paragraphs', () => {
    const [first, second] = idsOf(SECOND + SECOND);
    expect(second).toBe(`${first}-2`);
  });

  it('leave everything else as it is: lists, quotations, tables, figures, code, the rest of a split paragraph', () => {
    const html =
      '<h2 id="a">小标题</h2><ul><li><p>一项</p></li></ul><blockquote><p>引文</p></blockquote>' +
      '<pre><code>&#x3C;p>码&#x3C;/p></code></pre><figure><img src="/a.webp" alt="<p>画</p>"></figure>' +
      '<p class="continued">接着说。</p><p id="own">有名的。</p><p>……</p>\n<br>';
    expect(linkParagraphs(html)).toBe(html);
  });

  it('cost an article of forty paragraphs less than 5 kB', () => {
    const html = Array.from({ length: 40 }, (_, index) => `<p>第${index}段写的是这一段自己的事。</p>`).join(
      '\n',
    );
    expect(linkParagraphs(html).length - html.length).toBeLessThan(5000);
  });
});
