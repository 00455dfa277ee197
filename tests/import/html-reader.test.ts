import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWhitespace, type Manuscript } from '../../src/import/manuscript.ts';
import { readHtml, readHtmlFragment } from '../../src/import/readers/read-html.ts';
import { rereadHtml } from '../../src/import/verify/reread-html.ts';
import { cases, LONG } from '../lib/long.ts';
import { canonText, linesOf } from '../lib/manuscript-lines.ts';

const warned = ({ warnings }: Pick<Manuscript, 'warnings'>) =>
  warnings.map(({ code, line = '-', quote }) => `${code} ${line}${quote === undefined ? '' : ` ${quote}`}`);

/** Expects both readers to return the same text. */
function expectSameText(html: string, manuscript = readHtml(html)): void {
  expect(canonText(manuscript)).toBe(withoutWhitespace(rereadHtml(html)));
}

describe('a page', () => {
  it.each<[string, string, string[], string[]?]>([
    [
      'paragraphs, headings, text in boxes',
      '<h1>一</h1>甲<div>乙<p>丙<p>丁</div><section>戊<h3>三</h3></section>己',
      ['1 # 一', '1 甲', '1 乙', '1 丙', '1 丁', '1 戊', '1 ### 三', '1 己'],
    ],
    [
      'lines and white space',
      '<p>\n  园区\n  建设 <b> word\nnext</b>\n of&nbsp;&nbsp;park　\n<p>&nbsp;</p>\n<p>乙',
      ['2 园区建设 **word next** of park', '7 +1 乙'],
    ],
    [
      'line breaks: two of them, or one before an indent, separate paragraphs',
      '　　甲<br>　　乙<br><br/>丙<br>丁<br>&nbsp;&nbsp;&nbsp;&nbsp;<b>戊</b><br> <br>',
      ['1 甲', '1 乙', '1 丙↵丁', '1 **戊**'],
    ],
    [
      'formatting',
      '<p><strong>甲</strong><i>乙</i><del>丙</del><span style="color:red; font-weight: bold">丁</span><font>戊</font><u>己</u>',
      ['1 **甲**_乙_~~丙~~**丁**戊己'],
    ],
    [
      'raised and lowered figures',
      '<p>5 m<sup>2</sup>，CO<sub>2</sub>，甲<sup>[1]</sup>，x<sup>甲</sup>，10<sup>-3</sup>，2<sup><b>3</b></sup>',
      ['1 5 m²←2，CO₂←2，甲[1]，x甲，10⁻³←-3，2**3**'],
    ],
    [
      'lists in lists',
      '<ol start=3><li>甲<li value=7><p>乙</p><p>又</p><ul><li>丙</ul></ol><li>丁',
      ['1 3. 甲', '1 7. 乙', '1 又', '1   - 丙', '1 - 丁'],
    ],
    [
      'quotations and typewriting',
      '<blockquote><p>甲<p>乙</blockquote><pre>a  b\n\n  c</pre>',
      ['1 > 甲', '1 > 乙', '1 a  b', '1 c'],
    ],
    [
      'centred text',
      '<p align=center>甲</p><p style="text-align: center">乙</p><center>丙</center>',
      ['1 居中 甲', '1 居中 乙', '1 居中 丙'],
    ],
    [
      'tables with merged cells',
      '<table><caption>表一</caption><tr><th colspan=2>名</th><th rowspan=2>数</th></tr><tr><td>甲<br>一<td><p>乙</p><p>二</p></tr><tr><td>丙</table>',
      ['1 居中 表一', '1 表 名||数 || 甲↵一|乙／二| || 丙'],
    ],
    [
      'layout tables',
      '<table><tr><td>左<td><h2>题</h2><table><tr><td>1<td>2<tr><td>3<td>4</table>后</table><table><tr><td>甲<td>乙</table>',
      ['1 左', '1 ## 题', '1 表 1|2 || 3|4', '1 后', '1 甲', '1 乙'],
    ],
    [
      'pictures',
      '<p>甲<img src="a%20b_files/1.jpg?x" alt=" 图 ">乙</p><figure><img src=".\\c.png"><figcaption>图注</figcaption></figure><img data-src="d.jpg"><img src="">',
      ['1 甲乙', '1 图 a b_files/1.jpg｜图', '1 图 ./c.png｜', '1 居中 图注', '1 图 d.jpg｜'],
    ],
    [
      'no pictures from elsewhere',
      '<img src="https://a.cn/b.jpg"><img src="//a.cn/c.jpg"><img src="/d.jpg"><img src="FILE:///C:/e.jpg"><img src="data:image/svg+xml,x">',
      [],
      [
        'picture-remote 1 https://a.cn/b.jpg',
        'picture-remote 1 //a.cn/c.jpg',
        'picture-remote 1 /d.jpg',
        'picture-remote 1 FILE:///C:/e.jpg',
        'picture-remote 1 data:image/svg+xml,x',
      ],
    ],
    [
      'links that are addresses',
      '<a href="https://a.cn/?a=1&amp;b=2">甲</a><a href="mailto:a@b.cn"><b>乙</b></a><a href="../c.html">丙</a><a href="#d">丁</a><a name=e>戊</a>',
      ['1 甲→https://a.cn/?a=1&b=2**乙**→mailto:a@b.cn丙丁戊'],
    ],
    [
      'no script links',
      '<a href="javascript:x()">甲</a><a href="&#106;ava&Tab;script:x">乙</a><a href=" \u0001java\nscript:x">丙</a><a href="data:text/html,x">丁</a><a href="VBScript:x">戊</a><a href="https://">己</a>',
      ['1 甲乙丙丁戊己'],
      [
        'active-content -',
        'link-removed 1 甲',
        'link-removed 1 乙',
        'link-removed 1 丙',
        'link-removed 2 丁',
        'link-removed 2 戊',
        'link-removed 2 己',
      ],
    ],
    [
      'no programs, styles, frames, forms',
      '<body onload=x()><p onclick="x()">甲<script>document.write("<p>乙")</script><style>p{}</style><noscript>丙</noscript><iframe>丁</iframe><object>戊</object><svg><text>己</text></svg><select><option>庚</select><textarea>辛</textarea><button>壬</button><template>癸</template><!-- 子 --><math><mi>丑</mi></math>乙',
      ['1 甲乙'],
      ['active-content -'],
    ],
    [
      'hidden text as dropped text',
      '<p>甲<span hidden>乙</span><span style="DISPLAY : none">丙</span><span style="x:y;visibility:hidden">丁</span><span style="font-size:0px">戊</span><span style="font-size:0.5em">己</span><div style="display:none"><p>庚<img src=a.jpg></div>',
      ['1 甲⟦网页上看不见的文字：乙丙丁戊⟧己', '1 ⟦网页上看不见的文字：庚⟧'],
    ],
    [
      'text in boxes of font size 0 that set a size again, and pictures in them',
      '<section style="font-size: 0px"><section style="font-size:15px">甲</section><img src="a.jpg">乙<p>丙<b style="font-size:1em">丁</b></p></section>',
      ['1 甲', '1 图 a.jpg｜', '1 ⟦网页上看不见的文字：乙⟧', '1 ⟦网页上看不见的文字：丙⟧**丁**'],
    ],
    [
      'the picture itself in place of its placeholder',
      '<img src="data:image/svg+xml,x" data-src="a.jpg"><img src="data:image/gif;base64,R0lGOD" data-original="b.jpg"><img src="c.jpg" data-src="https://a.cn/c.jpg">',
      ['1 图 a.jpg｜', '1 图 b.jpg｜', '1 图 c.jpg｜'],
    ],
    ['entities', '<p>&lt;b&gt; &amp;amp; &#20013;&copy;&ldquo;', ['1 <b> &amp; 中©“']],
    ['unknown elements', '<p>甲<o:p>乙</o:p><x-y>丙</x-y>', ['1 甲乙丙']],
    [
      'markup saved by Word',
      '<p><!--[if gte mso 9]><xml>x</xml><![endif]-->甲<![if !supportLists]>一、<![endif]>乙',
      ['1 甲一、乙'],
    ],
  ])('gives %s', (_, html, lines, warnings = []) => {
    const manuscript = readHtml(html);
    expect(linesOf(manuscript.blocks)).toEqual(lines);
    expect(warned(manuscript)).toEqual(warnings);
    expectSameText(html, manuscript);
  });

  it('contains embedded pictures', () => {
    const { blocks, pictures } = readHtml(
      '<p>甲<img src="data:image/JPEG; base64,/9j/4AA="><img src="data:image/png;base64,iVBORw0=">',
    );
    expect(linesOf(blocks)).toEqual(['1 甲', '1 图 embedded-1.jpg｜', '1 图 embedded-2.png｜']);
    expect([...pictures].map(([name, bytes]) => `${name} ${bytes.length}`)).toEqual([
      'embedded-1.jpg 5',
      'embedded-2.png 5',
    ]);
  });

  it('has metadata in its meta elements', () => {
    const html = `<head><title>园区一例_新闻_某县人民政府门户网站</title>
<meta name="ArticleTitle" content="园区&quot;一例&quot;"><meta name="PubDate" content="2022-06-15 23:10">
<meta name="ContentSource" content="来源：某报"><meta name="Author" content="甲某"><meta name="Url" content="https://a.cn/b">
<meta name="author" content="另一"></head><p>正文`;
    expect(readHtml(html).meta).toEqual({
      title: '园区"一例"',
      date: '2022-06-15',
      source: '某报',
      author: '甲某',
      url: 'https://a.cn/b',
    });
  });

  it.each([
    ['<title>园区一例_某县人民政府网</title><h1>园区一例</h1><p>甲', { title: '园区一例' }],
    ['<title>首页_某县人民政府网</title><h1>园区一例</h1><p>甲', {}],
    ['<meta property="og:title" content="园区一例 - 某网"><p>甲', { title: '园区一例' }],
    [
      '<meta name=author content="网站管理员"><meta name=PubDate content="昨天"><meta name=ContentSource content=" "><meta name=url content="javascript:x">',
      {},
    ],
  ])('with implausible metadata: %s', (html, meta) => expect(readHtml(html).meta).toEqual(meta));

  const PROSE = `<p>${'某县把园区作为主要平台，一年来完成投资。'.repeat(8)}</p>`;
  const NAVIGATION = '<div class=nav><a href="/">首页</a> <a href="/x">要闻</a></div>';
  it.each<[string, string, string[]]>([
    [
      'between its title and its foot',
      `${NAVIGATION}<h1>园区一例</h1><div>发布时间：2022-06-15 来源：某报</div><div>字号 打印</div><div class="TRS_Editor">${PROSE}${PROSE}<p>尾</div><div class=side><a href="https://a.cn">相关</a></div><p>某县人民政府主办 版权所有</p>`,
      [
        '⟦网页的导航和页脚：首页 要闻⟧',
        '# 园区一例',
        '发布时间：2022-06-15 来源：某报',
        '⟦网页的导航和页脚：字号 打印⟧',
        '正文',
        '正文',
        '尾',
        '⟦网页的导航和页脚：相关→https://a.cn⟧⟦网页的导航和页脚：↵⟧⟦网页的导航和页脚：某县人民政府主办 版权所有⟧',
      ],
    ],
    [
      'in the narrowest of the elements that hold it',
      `<div id=content>${NAVIGATION}<div class="article-content">${PROSE}${PROSE}</div><p>上一篇</p></div>`,
      ['⟦网页的导航和页脚：首页 要闻⟧', '正文', '正文', '⟦网页的导航和页脚：上一篇⟧'],
    ],
    [
      'with a title that is a plain line',
      `<title>园区一例</title><p>栏目</p><p>园区一例</p><article>${PROSE}${PROSE}</article>`,
      ['⟦网页的导航和页脚：栏目⟧', '园区一例', '正文', '正文'],
    ],
    [
      'in all of it, where prose stands elsewhere too',
      `<p>栏目</p><div class=content>${PROSE}${PROSE}</div><div>${PROSE}</div>`,
      ['栏目', '正文', '正文', '正文'],
    ],
    [
      'that another site copied from WeChat',
      `${NAVIGATION}<h1>园区一例</h1><div class="rich_media_content" style="visibility:hidden">${PROSE}${PROSE}</div><p><a href="https://mp.weixin.qq.com/s/a">看公众号</a></p>`,
      [
        '⟦网页的导航和页脚：首页 要闻⟧',
        '# 园区一例',
        '正文',
        '正文',
        '⟦网页的导航和页脚：看公众号→https://mp.weixin.qq.com/s/a⟧',
      ],
    ],
    [
      'that scripts show later',
      `${NAVIGATION}<h1>园区一例</h1><div class="article" style="display:none">${PROSE}${PROSE}</div>`,
      ['⟦网页的导航和页脚：首页 要闻⟧', '# 园区一例', '正文', '正文'],
    ],
    ['in all of it, where it is short', '<p>栏目</p><div class=content><p>短</p></div>', ['栏目', '短']],
    [
      'in all of it, where no element is named so',
      `<p>栏目</p><div>${PROSE}${PROSE}</div>`,
      ['栏目', '正文', '正文'],
    ],
  ])('has its article %s', (_, html, lines) => {
    const manuscript = readHtml(html);
    const found = linesOf(manuscript.blocks).map((line) =>
      line.replace(/^\d+ /u, '').replace(/^某县把.*/u, '正文'),
    );
    expect(found).toEqual(lines);
    expectSameText(html, manuscript);
  });

  it('has no warnings about dropped text', () => {
    const html = `<img src="https://a.cn/logo.png"><a href="javascript:x">首页</a><div class=content>${PROSE}${PROSE}<img src="https://a.cn/b.jpg"></div>`;
    expect(warned(readHtml(html))).toEqual(['active-content -', 'picture-remote 1 https://a.cn/b.jpg']);
  });

  it('counts its lines', () => {
    const html =
      '<!doctype html>\n<body>\n<p>\n\n甲\n<p>乙\n<table><tr><td>1<td>2\n<tr><td>3<td>4</table>\n<img src=a.jpg>';
    expect(linesOf(readHtml(html).blocks)).toEqual(['5 甲', '6 乙', '7 表 1|2 || 3|4', '9 图 a.jpg｜']);
  });
});

describe('HTML within another text', () => {
  it('keeps scripts and comments as dropped text', () => {
    const { blocks, warnings } = readHtmlFragment(
      '<p>甲<!-- 乙 --></p>\n<script>丙<1</script><td>丁</td><y',
      8,
    );
    expect(linesOf(blocks)).toEqual(['8 甲⟦网页注释： 乙⟧', '9 ⟦网页程序：丙<1⟧丁<y']);
    expect(warned({ warnings })).toEqual(['active-content -']);
  });
});

describe('both readers return the same text', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'园区县项12 \n\u3000&<>*"'), minLength: 1, maxLength: 6 })
    .map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const wrap = (tag: string, content: string[]) => `<${tag}>${content.join('')}</${tag.split(' ')[0]}>`;
  const { flow } = fc.letrec<Record<'inline' | 'flow' | 'row' | 'cell', string>>((tie) => {
    const some = (name: 'inline' | 'flow' | 'row' | 'cell') => fc.array(tie(name), { maxLength: 3 });
    const depth = { depthSize: 'small', withCrossShrink: true } as const;
    return {
      inline: fc.oneof(
        depth,
        word,
        fc.constantFrom(
          '<br>',
          '<img src="a.jpg" alt="图">',
          '<script>a<b</script>',
          '<!-- c -->',
          '<style>x</style>',
        ),
        fc.constantFrom(
          '&nbsp;',
          '<sup>2</sup>',
          '<svg><text>x</text></svg>',
          '<select><option>x<option>y</select>',
          '<o:p>乙',
        ),
        fc
          .tuple(
            fc.constantFrom('b', 'i', 'span', 'font', 'a href="x"', 'sup', 'del', 'span hidden', 'label'),
            some('inline'),
          )
          .map(([tag, content]) => wrap(tag, content)),
      ),
      cell: some('flow').map((content) => content.join('')),
      row: fc
        .array(fc.tuple(fc.constantFrom('td', 'th colspan=2', 'td rowspan=2'), tie('cell')), { maxLength: 3 })
        .map((cells) => cells.map(([tag, content]) => wrap(tag, [content])).join('')),
      flow: fc.oneof(
        depth,
        tie('inline'),
        some('inline').map((content) => wrap('p', content)),
        fc
          .tuple(
            fc.constantFrom(
              'div',
              'div class=content',
              'blockquote',
              'h2',
              'article',
              'center',
              'pre',
              'div hidden',
              'nav',
            ),
            some('flow'),
          )
          .map(([tag, content]) => wrap(tag, content)),
        fc.tuple(fc.constantFrom('ul', 'ol'), some('cell')).map(([tag, items]) =>
          wrap(
            tag,
            items.map((item) => wrap('li', [item])),
          ),
        ),
        fc
          .tuple(fc.constantFrom('', '<caption>表</caption>'), some('row'))
          .map(([caption, rows]) => wrap('table', [caption, ...rows.map((row) => wrap('tr', [row]))])),
      ),
    };
  });
  const left = fc.constantFrom(/$^/gu, /<\/p>/gu, /<\/li>/gu, /<\/t[dhr]>/gu, /<\/(?:p|li|t[dhr])>/gu);

  it('for any page, also with unclosed paragraphs, items, cells and rows', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 5 }), left, (parts, closings) => {
        expectSameText(parts.join('').replace(closings, ''));
      }),
      { numRuns: cases(500) },
    );
  });

  it('except for text in a table outside its cells: browsers move it, so the page is rejected later', () => {
    const html = '<table><tr><td>甲</td></tr>乙</table>';
    expect([canonText(readHtml(html)), withoutWhitespace(rereadHtml(html))]).toEqual(['乙甲', '甲乙']);
  });
});

describe('a hostile page', () => {
  const numbers = (count: number, write: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => write(index)).join('');
  it.each<[string, string, string]>([
    ['deep boxes', '<div>'.repeat(10_000), '网页代码嵌套超过 500 层'],
    ['deep emphasis', `${'<b>'.repeat(10_000)}甲`, '网页代码嵌套超过 500 层'],
    [
      'open elements in each paragraph',
      `<p>${numbers(400, (index) => `<b id=${index}>`)}${'<p>甲'.repeat(50_000)}`,
      '网页代码里有大量没有关闭的标签',
    ],
    ['attributes', `<p ${numbers(100_000, (index) => ` a${index}`)}>甲`, '网页代码里标签的属性太多'],
    ['tags', '<br>'.repeat(100_000), '网页代码有 60000 个以上的标签，一篇文章的网页不会这么多'],
    ['comments', '<!---->'.repeat(100_000), '网页代码有 60000 个以上的标签，一篇文章的网页不会这么多'],
    ['text', '甲'.repeat(5_000_000), '网页里的文字有几百万，一篇文章不会这么长'],
    ['anything of 40 MB', ' '.repeat(40_000_000), '网页有 40 百万字符，一篇文章的网页不会这么大'],
    ['frames', '<html><frameset><frame src=a.html></frameset></html>', '这是框架网页，正文在另外的网页里'],
  ])('with %s is rejected', (_, html, message) => expect(() => readHtml(html)).toThrow(message));

  /** Part of the largest sizes: a tenth in a short run. */
  const part = LONG ? 1 : 0.1;
  it.each<[string, string]>([
    ['paragraphs', '<p>甲'.repeat(50_000 * part)],
    ['links', '<a href=x>甲'.repeat(50_000 * part)],
    [
      'merged cells',
      `<table><tr>${'<td rowspan=9999 colspan=9999>甲'.repeat(500 * part)}${'<tr><td>乙'.repeat(20_000 * part)}</table>`,
    ],
    ['signs', '<'.repeat(3_000_000 * part)],
    ['white space', `甲${' \u00A0\n'.repeat(500_000 * part)}<br>${' \u00A0'.repeat(500_000 * part)}`],
    ['deep tables', '<table><tr><td>甲'.repeat(120)],
    ['a program', `<p>甲<script>${'x<'.repeat(5_000_000 * part)}`],
  ])('with %s is read in limited time', { timeout: 30_000 }, (_, html) => expectSameText(html));
});
