import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { rawText } from '../../src/editions/hast.ts';
import { articleText, type ArticleDocument } from '../../src/editions/index.ts';
import { wechatText } from '../../src/editions/wechat/wechat-text.ts';
import { articleDocument, EVERYTHING, madeMarkdown } from '../lib/article-document.ts';

const HEAD =
  '<p class="kicker">引题</p><h1>标题</h1><p class="subtitle">——副题</p><p class="byline"><span><i>记者</i>甲、乙</span><span><i>来源</i><a href="https://z.example/p">某报</a></span><time>2022年9月1日</time></p><p class="note">地名已隐去</p>';
const FOOT =
  '<section class="corrections"><h2>更正</h2><p><time>2022年10月1日</time>　“5”应为“6”</p></section><dl class="facts"><div><dt>权利</dt><dd>本刊稿件</dd></div></dl>';

it('writes everything with literal styles, without addresses of pictures and links', async () => {
  const { html, pictures } = wechatText(await articleDocument(EVERYTHING, { head: HEAD, foot: FOOT }));
  expect(html).toMatchSnapshot();
  expect(pictures).toEqual([{ name: '01', hash: '0a1b2c3d4e5f', alt: '画面' }]);
  expect(html).not.toMatch(/<a |<img|class=|id=|var\(|<style|<script|href=/u);
});

it('without a public address, links inside the site are text only', async () => {
  const document = await articleDocument('见[站里的](/about/)和[外面的](https://y.example/)。', {
    urls: createUrls('/'),
  });
  const { html } = wechatText(document);
  expect(html).toContain('见站里的和外面的<sup>[链1]</sup>。');
  expect(html).toContain('[链1] 外面的：https://y.example/');
  expect(html).not.toContain('about');
});

it('a picture that occurs twice has one number', async () => {
  const picture = '![画面](./images/a.png "图注｜摄影：甲")';
  const { html, pictures } = wechatText(await articleDocument(`${picture}\n\n文\n\n${picture}`));
  expect(pictures).toHaveLength(1);
  expect(html.match(/【在这里插入图片 01】/gu)).toHaveLength(2);
});

it('a table of five columns scrolls sideways, a smaller one fits', async () => {
  const table = (columns: number) =>
    `|${' 甲 |'.repeat(columns)}\n|${' --- |'.repeat(columns)}\n|${' 乙 |'.repeat(columns)}`;
  const { html } = wechatText(await articleDocument(`${table(5)}\n\n文\n\n${table(4)}`));
  expect(html.match(/<section style="overflow-x:auto"><table style="[^"]*;min-width:30em">/gu)).toHaveLength(
    1,
  );
  expect(html.match(/<table /gu)).toHaveLength(2);
});

it('throws at an unknown element', async () => {
  const document = await articleDocument('甲');
  const video = { type: 'element' as const, tagName: 'video', properties: {}, children: [] };
  expect(() => wechatText({ ...document, body: { type: 'root', children: [video] } })).toThrow(
    '稿件“2022-09/a”里有电子版、印刷版不认识的内容：<video>',
  );
});

/** The text of the article in WeChat's HTML, without what the writer adds. */
function textIn(html: string): string {
  const links = html.indexOf('文中的链接');
  const facts = html.indexOf('权利：');
  const own = links < 0 ? html : html.slice(0, links) + html.slice(facts);
  return rawText(fromHtml(own, { fragment: true }))
    .replaceAll(/【在这里插入图片 \d+】|\[链?\d+\]/gu, '')
    .replaceAll(/[\s：]/gu, '');
}

/** The text of the article without its title, which has a field of its own, and without the numbers of notes. */
function expectedText(document: ArticleDocument): string {
  const withoutMarks = <T extends ArticleDocument['body'] | ArticleDocument['body']['children'][number]>(
    node: T,
  ): T =>
    'children' in node
      ? {
          ...node,
          children: node.children
            .filter((child) => child.type !== 'element' || child.properties.dataNoteRef === undefined)
            .map((child) => withoutMarks(child as never)),
        }
      : node;
  return articleText({ ...document, title: '', body: withoutMarks(document.body) }).replaceAll(
    /[\s：]/gu,
    '',
  );
}

it('no character of an article is lost or changes its place', async () => {
  const document = await articleDocument(EVERYTHING, { head: HEAD, foot: FOOT });
  expect(textIn(wechatText(document).html)).toBe(expectedText(document));
});

it('no character of a made article is lost or changes its place', async () => {
  const choices = fc.array(fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(choices, async (made) => {
      const document = await articleDocument(madeMarkdown(made), { foot: FOOT });
      expect(textIn(wechatText(document).html)).toBe(expectedText(document));
    }),
    { numRuns: 40 },
  );
});
