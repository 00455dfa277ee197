import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { createRenderer } from '../../src/markdown/render.ts';
import { cases } from '../lib/long.ts';

const picture: Picture = { hash: '0123456789ab', format: 'jpeg', width: 1200, height: 800, file: '/x/a.jpg' };
let render: ReturnType<typeof createRenderer>;
// Not while the file loads: mutation runs do not see what runs then.
beforeAll(() => {
  render = createRenderer(createUrls('/daokan/'));
});
const html = (body: string, dateline?: string) =>
  render({
    body,
    file: '/content/issues/2022-09/a.md',
    pictures: { './images/a.jpg': { picture } },
    ...(dateline && { dateline }),
  });

const IMG = (alt: string) =>
  `<img src="/daokan/pictures/0123456789ab-1200.webp" sizes="(min-width: 760px) 720px, calc(100vw - 36px)" width="1200" height="800" srcset="/daokan/pictures/0123456789ab-480.webp 480w, /daokan/pictures/0123456789ab-960.webp 960w, /daokan/pictures/0123456789ab-1200.webp 1200w" alt="${alt}" loading="lazy" decoding="async">`;

/** A figure with a caption. */
const FIGURE = (alt: string, caption = '') =>
  `<figure class="picture"><a href="/daokan/pictures/0123456789ab-1200.webp" aria-label="查看大图：${alt}">${IMG(alt)}</a>${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
const ROBOT = '![机械臂](./images/a.jpg "总装车间｜摄影：本刊编辑部")';
const GATE = '![大门](./images/a.jpg "甲园｜摄影：乙某")';
const ROBOT_FIGURE = FIGURE('机械臂', '总装车间<span class="credit">摄影：本刊编辑部</span>');
/** Pictures side by side. */
const row = (...figures: string[]) =>
  `<div class="pictures">${figures.join('').replaceAll('(min-width: 760px) 720px,', '(min-width: 760px) 350px, (min-width: 525px) 47vw,')}</div>`;
const GATE_FIGURE = FIGURE('大门', '甲园<span class="credit">摄影：乙某</span>');

const CASES: Record<string, [string, string][]> = {
  'emphasis beside Chinese punctuation': [
    ['**一是优化体系。**立足县域', '<p><strong>一是优化体系。</strong>立足县域</p>'],
    ['**“实力高新”**再上台阶', '<p><strong><span class="opening">“</span>实力高新”</strong>再上台阶</p>'],
    ['围绕**“大跃升”。**抓项目', '<p>围绕<strong>“大跃升”。</strong>抓项目</p>'],
    ['他说**“好”**！', '<p>他说<strong>“好”</strong>！</p>'],
    ['*斜体。*后文', '<p><em>斜体。</em>后文</p>'],
    ['不是*口号*', '<p>不是<em>口号</em></p>'],
    [
      '不是*一句口号*，而是*写进章程*。长*宽*高。',
      '<p>不是<em>一句口号</em>，而是<em>写进章程</em>。长*宽*高。</p>',
    ],
    ['*first asked*', '<p><em class="latin">first asked</em></p>'],
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
    [
      '“5+5”产业（含1—8月）……',
      '<p><span class="opening">“</span>5+5”产业（含1<span class="kept">—</span>8月）……</p>',
    ],
    ['5 < 6 & 7 > 3', '<p>5 &#x3C; 6 &#x26; 7 > 3</p>'],
    ['+10%的增速', '<p>+10%的增速</p>'],
    ['_下划线_与a_b_c', '<p>_下划线_与a_b_c</p>'],
  ],
  'an opening mark that begins a line': [
    ['> 《办法》第三条', '<blockquote>\n<p><span class="opening">《</span>办法》第三条</p>\n</blockquote>'],
    [
      '- （一）1—8月\n- 看《办法》',
      '<ul>\n<li><span class="opening">（</span>一）1<span class="kept">—</span>8月</li>\n<li>看《办法》</li>\n</ul>',
    ],
    ['“甲”、“乙”', '<p><span class="opening">“</span>甲”、“乙”</p>'],
    ['## “碳中和”试验', '<h2 id="碳中和试验"><span class="opening">“</span>碳中和”<wbr>试验</h2>'],
    ['`（`（一）', '<p><code>（</code>（一）</p>'],
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
    ['行一；\\\n二是行二\\\n□ 行三', '<p>行一；<br>\n二是行二<br>\n□ 行三</p>'],
    ['行一  \n行二', '<p>行一<br>\n行二</p>'],
  ],
  'paragraphs without typed indent': [['　　首行空两格\n\n　　第二段', '<p>首行空两格</p>\n<p>第二段</p>']],
  'marks that begin no line': [
    ['5×8米，20～25度', '<p>5<span class="kept">×</span>8米，20<span class="kept">～</span>25度</p>'],
    [
      '约翰·史密斯**来访**——他',
      '<p>约翰<span class="kept">·</span>史密斯<strong>来访</strong><span class="kept">——</span>他</p>',
    ],
    ['`1—8`与××县', '<p><code>1—8</code>与××县</p>'],
    ['## 园区1—8月运行', '<h2 id="园区18月运行">园区<wbr>1<span class="kept">—</span>8月<wbr>运行</h2>'],
  ],
  headings: [
    ['## 一、创新机制，夯实“基”', '<h2 id="一创新机制夯实基">一、创新<wbr>机制，<wbr>夯实“基”</h2>'],
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
      '<p><a href="https://example.com/a" rel="noopener" class="address">https://example.com/a</a>。后文</p>',
    ],
    [
      '见https://example.com',
      '<p>见<a href="https://example.com" rel="noopener" class="address">https://example.com</a></p>',
    ],
  ],
  'tables of many columns, whose heads break between words': [
    [
      '| 甲 | 计划投资 | 丙 | 丁 | 戊 |\n| - | - | - | - | - |',
      '<div class="table many" role="region" aria-label="表格" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">甲</th>\n<th scope="col">计划<wbr>投资</th>\n<th scope="col">丙</th>\n<th scope="col">丁</th>\n<th scope="col">戊</th>\n</tr>\n</thead>\n</table></div>',
    ],
  ],
  'tables without inline styles': [
    [
      '| 名目 | 数值 |\n| --- | --: |\n| 投资 | 4209.0 |',
      '<div class="table" role="region" aria-label="表格" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">名目</th>\n<th scope="col" class="align-right">数值</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>投资</td>\n<td class="align-right">4209.0</td>\n</tr>\n</tbody>\n</table></div>',
    ],
  ],
  pictures: [
    [ROBOT, ROBOT_FIGURE],
    [
      '![机械臂](./images/a.jpg "摄影：本刊编辑部")',
      FIGURE('机械臂', '<span class="credit">摄影：本刊编辑部</span>'),
    ],
    ['![机械臂](./images/a.jpg)', FIGURE('机械臂')],
    ['![](./images/a.jpg)', FIGURE('').replace('查看大图：', '查看大图')],
  ],
  'pictures in lines of text': [
    [`甲园开工。${ROBOT}接着说。`, `<p>甲园开工。</p>${ROBOT_FIGURE}<p class="continued">接着说。</p>`],
    [`${ROBOT}接着说。`, `${ROBOT_FIGURE}<p>接着说。</p>`],
    [`甲园开工。 ${ROBOT}`, `<p>甲园开工。</p>${ROBOT_FIGURE}`],
    [`甲园开工。\n${ROBOT}\n接着说。`, `<p>甲园开工。</p>\n${ROBOT_FIGURE}<p>接着说。</p>`],
    [`甲园开工\\\n${ROBOT}\\\n接着说`, `<p>甲园开工</p>${ROBOT_FIGURE}<p class="continued">接着说</p>`],
    [`如图：${ROBOT}。`, `<p>如图：。</p>${ROBOT_FIGURE}`],
    [`开工（见图${ROBOT}）。接着说`, `<p>开工（见图）。</p>${ROBOT_FIGURE}<p class="continued">接着说</p>`],
    [`${ROBOT}${GATE}`, `${row(ROBOT_FIGURE, GATE_FIGURE)}`],
    [`${ROBOT} \n${GATE}`, `${row(ROBOT_FIGURE, GATE_FIGURE)}`],
    [
      `甲${ROBOT}乙${GATE}丙`,
      `<p>甲</p>${ROBOT_FIGURE}<p class="continued">乙</p>${GATE_FIGURE}<p class="continued">丙</p>`,
    ],
    [
      `**一是${ROBOT}二是**。`,
      `<p><strong>一是</strong></p>${ROBOT_FIGURE}<p class="continued"><strong>二是</strong>。</p>`,
    ],
    [`***${ROBOT}***`, ROBOT_FIGURE],
    [`- 甲${ROBOT}\n- 乙`, `<ul>\n<li>甲${ROBOT_FIGURE}</li>\n<li>乙</li>\n</ul>`],
    [`- ${ROBOT}\n\n- 乙`, `<ul>\n<li>\n${ROBOT_FIGURE}\n</li>\n<li>\n<p>乙</p>\n</li>\n</ul>`],
    [
      `1. 甲\n   - **${ROBOT}**${GATE}乙`,
      `<ol>\n<li>甲\n<ul>\n<li>${row(ROBOT_FIGURE, GATE_FIGURE)}乙</li>\n</ul>\n</li>\n</ol>`,
    ],
    [`> 甲${ROBOT}`, `<blockquote>\n<p>甲</p>${ROBOT_FIGURE}\n</blockquote>`],
    [
      `| 甲 | 乙 |\n| --- | --- |\n| ${ROBOT} | 丙${GATE} |`,
      `<div class="table" role="region" aria-label="表格" tabindex="0"><table>\n<thead>\n<tr>\n<th scope="col">甲</th>\n<th scope="col">乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>${ROBOT_FIGURE}</td>\n<td>丙${GATE_FIGURE}</td>\n</tr>\n</tbody>\n</table></div>`,
    ],
    [
      `文[^1]\n\n[^1]: 注${ROBOT}`,
      `<p>文<sup><a href="#note-fn-1" id="note-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>\n<section data-footnotes class="footnotes"><h2 class="footnotes-title" id="footnote-label">注释</h2>\n<ol>\n<li id="note-fn-1">\n<p>注</p>${ROBOT_FIGURE}<p class="continued"><a href="#note-fnref-1" data-footnote-backref="" aria-label="回到正文注1" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>`,
    ],
  ],
  'pictures where no figure can stand, which are errors': [
    ['## 小题![大门](./images/a.jpg)', `<h2 id="小题">小题${IMG('大门')}</h2>`],
    ['[看![大门](./images/a.jpg)](/about/)', `<p><a href="/daokan/about/">看${IMG('大门')}</a></p>`],
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

it('inserts the dateline before the first paragraph, not before a heading', async () => {
  expect(await html('## 小题\n\n今年以来。\n\n又。', '本报讯')).toBe(
    '<h2 id="小题">小题</h2>\n<p><span class="dateline">本报讯</span>今年以来。</p>\n<p>又。</p>',
  );
});

it('inserts the dateline before the first text, not beside a picture', async () => {
  expect(await html(`${ROBOT}\n\n今年以来。`, '本报讯')).toBe(
    `${ROBOT_FIGURE}\n<p><span class="dateline">本报讯</span>今年以来。</p>`,
  );
});

it('marks portraits and transparent pictures with classes, and links to the largest copy', async () => {
  const figureOf = async (changes: Partial<Picture>) => {
    const text = await render({
      body: '![图](a.png)',
      file: 'a.md',
      pictures: { 'a.png': { picture: { ...picture, ...changes } } },
    });
    return /<figure class="(.*?)"><a href="(.*?)"/u.exec(text)?.slice(1);
  };
  expect(await figureOf({ width: 600, height: 900, transparent: true })).toEqual([
    'picture portrait transparent',
    '/daokan/pictures/0123456789ab-600.webp',
  ]);
  expect(await figureOf({ format: 'svg' })).toEqual(['picture', '/daokan/pictures/0123456789ab.svg']);
  expect(await figureOf({ width: 9000, height: 1000 })).toEqual([
    'picture',
    '/daokan/pictures/0123456789ab-6400.webp',
  ]);
});

/** Characters of a text, without white space. */
const withoutTagsAndSpace = (text: string) => text.replace(/<[^>]*>|\s/gu, '');
const piece = fc.constantFrom('甲园', '，', '。', '**', ' ', '\n', '\n\n', '- ', '> ', '乙', ROBOT, GATE);

it('preserves the order of characters and captions, and puts no figure into a paragraph', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const body = pieces.join('');
      const count = (text: string, part: string) => text.split(part).length - 1;
      const made = await html(body);
      const pictures = pieces.filter((each) => each === ROBOT || each === GATE).length;
      expect(count(made, '<figure')).toBe(pictures);
      expect(count(made, '<figcaption>')).toBe(pictures);
      expect(made).not.toMatch(/<p[^>]*>(?:(?!<\/p>)[\s\S])*<(?:figure|div)/u);
      const bare = withoutTagsAndSpace(await html(body.replaceAll(ROBOT, '').replaceAll(GATE, ''))).replace(
        /[>*-]/gu,
        '',
      );
      const captions = /总装车间摄影：本刊编辑部|甲园摄影：乙某/gu;
      expect(withoutTagsAndSpace(made).replace(captions, '').replace(/[>*-]/gu, '')).toBe(bare);
    }),
    { numRuns: cases(300) },
  );
});
