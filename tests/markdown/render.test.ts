import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { createRenderer } from '../../src/markdown/render.ts';

const picture: Picture = { hash: '0123456789ab', format: 'jpeg', width: 1200, height: 800, file: '/x/a.jpg' };
const render = createRenderer(createUrls('/daokan/'));
const html = (body: string, dateline?: string) =>
  render({
    body,
    file: '/content/issues/2022-09/a.md',
    pictures: { './images/a.jpg': { picture } },
    ...(dateline && { dateline }),
  });

const IMG = (alt: string) =>
  `<img src="/daokan/pictures/0123456789ab-1200.webp" sizes="(min-width: 48rem) 42rem, 100vw" width="1200" height="800" srcset="/daokan/pictures/0123456789ab-480.webp 480w, /daokan/pictures/0123456789ab-960.webp 960w, /daokan/pictures/0123456789ab-1200.webp 1200w" alt="${alt}" loading="lazy" decoding="async">`;

const CASES: Record<string, [string, string][]> = {
  'emphasis beside Chinese punctuation': [
    ['**一是优化体系。**立足县域', '<p><strong>一是优化体系。</strong>立足县域</p>'],
    ['**“实力高新”**再上台阶', '<p><strong>“实力高新”</strong>再上台阶</p>'],
    ['围绕**“大跃升”。**抓项目', '<p>围绕<strong>“大跃升”。</strong>抓项目</p>'],
    ['他说**“好”**！', '<p>他说<strong>“好”</strong>！</p>'],
    ['*斜体。*后文', '<p><em>斜体。</em>后文</p>'],
    ['***粗斜***后', '<p><em><strong>粗斜</strong></em>后</p>'],
    ['\\*\\*县', '<p>**县</p>'],
    ['××县与XX县', '<p>××县与XX县</p>'],
  ],
  'tildes, marks and figures as printed': [
    ['1~3月与4~6月', '<p>1~3月与4~6月</p>'],
    ['10~20%', '<p>10~20%</p>'],
    ['~~删除~~', '<p><del>删除</del></p>'],
    ['他说"好"...还有--破折号 (c) 1/2', '<p>他说"好"...还有--破折号 (c) 1/2</p>'],
    ["it's 'quoted'", "<p>it's 'quoted'</p>"],
    ['“5+5”产业（含1—8月）……', '<p>“5+5”产业（含1—8月）……</p>'],
    ['5 < 6 & 7 > 3', '<p>5 &#x3C; 6 &#x26; 7 > 3</p>'],
    ['+10%的增速', '<p>+10%的增速</p>'],
    ['_下划线_与a_b_c', '<p>_下划线_与a_b_c</p>'],
  ],
  'soft lines join': [
    ['得到大\n幅提升。\n\n下一段', '<p>得到大幅提升。</p>\n<p>下一段</p>'],
    ['共2022\n年', '<p>共2022年</p>'],
    ['完成GDP\n增长', '<p>完成GDP增长</p>'],
    ['他说“先备地”\n再招商', '<p>他说“先备地”再招商</p>'],
    [
      '今年以来，全区坚持先备好土地，\n再等项目上门，开工了十二个。\n还有三个项目正在商谈之中。',
      '<p>今年以来，全区坚持先备好土地，再等项目上门，开工了十二个。还有三个项目正在商谈之中。</p>',
    ],
    ['**粗**\n文字', '<p><strong>粗</strong>文字</p>'],
    ['**粗\n体**文字', '<p><strong>粗体</strong>文字</p>'],
    ['made in\nChina', '<p>made in China</p>'],
    ['made in\n**China**', '<p>made in <strong>China</strong></p>'],
    ['行一\\\n行二', '<p>行一<br>\n行二</p>'],
    ['行一  \n行二', '<p>行一<br>\n行二</p>'],
  ],
  'paragraphs without typed indent': [['　　首行空两格\n\n　　第二段', '<p>首行空两格</p>\n<p>第二段</p>']],
  headings: [
    ['## 一、创新机制，夯实“基”', '<h2 id="一创新机制夯实基">一、创新机制，夯实“基”</h2>'],
    ['## 同题\n\n## 同题', '<h2 id="同题">同题</h2>\n<h2 id="同题-1">同题</h2>'],
  ],
  links: [
    ['[关于](/about/)', '<p><a href="/daokan/about/">关于</a></p>'],
    ['[外站](https://example.com/?b=1)', '<p><a href="https://example.com/?b=1" rel="noopener">外站</a></p>'],
    ['[另一篇](../2022-10/other.md#x)', '<p><a href="/daokan/issues/2022-10/other/#x">另一篇</a></p>'],
    ['[同期](second.mdx)', '<p><a href="/daokan/issues/2022-09/second/">同期</a></p>'],
    ['[本页](#x)', '<p><a href="#x">本页</a></p>'],
    [
      'www.example.com，后文',
      '<p><a href="http://www.example.com" rel="noopener">www.example.com</a>，后文</p>',
    ],
    [
      'https://example.com/a。后文',
      '<p><a href="https://example.com/a" rel="noopener">https://example.com/a</a>。后文</p>',
    ],
    [
      '见https://example.com',
      '<p>见<a href="https://example.com" rel="noopener">https://example.com</a></p>',
    ],
  ],
  'tables without inline styles': [
    [
      '| 名目 | 数值 |\n| --- | --: |\n| 投资 | 4209.0 |',
      '<div class="table" role="region" aria-label="表格" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">名目</th>\n<th scope="col" class="align-right">数值</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>投资</td>\n<td class="align-right">4209.0</td>\n</tr>\n</tbody>\n</table></div>',
    ],
  ],
  pictures: [
    [
      '![机械臂](./images/a.jpg "总装车间｜摄影：本刊编辑部")',
      `<figure class="picture">${IMG('机械臂')}<figcaption>总装车间<span class="credit">摄影：本刊编辑部</span></figcaption></figure>`,
    ],
    [
      '![机械臂](./images/a.jpg "摄影：本刊编辑部")',
      `<figure class="picture">${IMG('机械臂')}<figcaption><span class="credit">摄影：本刊编辑部</span></figcaption></figure>`,
    ],
    ['![机械臂](./images/a.jpg)', `<figure class="picture">${IMG('机械臂')}</figure>`],
    ['文中![小图](./images/a.jpg)图', `<p>文中${IMG('小图')}图</p>`],
  ],
  'footnotes in Chinese': [
    [
      '正文[^1]。\n\n[^1]: 第一条注。',
      '<p>正文<sup><a href="#note-fn-1" id="note-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>。</p>\n<section data-footnotes class="footnotes"><h2 class="footnotes-title" id="footnote-label">注释</h2>\n<ol>\n<li id="note-fn-1">\n<p>第一条注。 <a href="#note-fnref-1" data-footnote-backref="" aria-label="回到正文注1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%j', async (markdown, expected) => {
    expect(await html(markdown)).toBe(expected);
  });
});

it('sets the dateline before the first paragraph, not before a heading', async () => {
  expect(await html('## 小题\n\n今年以来。\n\n又。', '本报讯')).toBe(
    '<h2 id="小题">小题</h2>\n<p><span class="dateline">本报讯</span>今年以来。</p>\n<p>又。</p>',
  );
});
