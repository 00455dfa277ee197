import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWhitespace, type Manuscript } from '../../src/import/manuscript.ts';
import { readJekyll } from '../../src/import/readers/read-jekyll.ts';
import { readMarkdown } from '../../src/import/readers/read-markdown.ts';
import { printedDay } from '../../src/import/readers/printed-day.ts';
import { readText } from '../../src/import/readers/read-text.ts';
import { findLostText } from '../../src/import/verify/find-lost-text.ts';
import { cases } from '../lib/long.ts';
import { allText, canonText, linesOf, wordsOf } from '../lib/manuscript-lines.ts';

const warned = ({ warnings }: Manuscript) =>
  warnings.map(({ code, line = '-', quote }) => `${code} ${line}${quote === undefined ? '' : ` ${quote}`}`);

describe('plain text', () => {
  it.each<[string, string, string[]]>([
    ['a line is a paragraph', '甲\n　　乙 \n', ['1 甲', '2 乙']],
    ['empty lines are counted', '\n\n甲\n \n　\n乙\n\n', ['3 +2 甲', '6 +2 乙']],
    ['a table of tabs stays', '园区\t产值\n甲\t12.5', ['1 园区\t产值', '2 甲\t12.5']],
    ['Markdown is text', '# **县**\n- 乙', ['1 # **县**', '2 - 乙']],
  ])('%s', (_, text, lines) => expect(linesOf(readText(text).blocks)).toEqual(lines));

  const full = (character: string) => character.repeat(35);
  const WRAPPED = [
    '                某县园区建设报告',
    '',
    `　　${full('甲').slice(2)}`,
    full('乙'),
    `${full('丙').slice(1)}，`,
    '丁。',
    `　　${full('戊').slice(2)}`,
    `${full('己').slice(3)}park`,
    'industry庚。',
    `　　${full('辛').slice(2)}`,
    full('壬'),
    '癸。',
  ];

  it('is joined if all lines are wrapped at one width', () => {
    const manuscript = readText(WRAPPED.join('\n'));
    expect(linesOf(manuscript.blocks)).toEqual([
      '1 某县园区建设报告',
      `3 +1 ${full('甲').slice(2)}${full('乙')}${full('丙').slice(1)}，丁。`,
      `7 ${full('戊').slice(2)}${full('己').slice(3)}park industry庚。`,
      `10 ${full('辛').slice(2)}${full('壬')}癸。`,
    ]);
    expect(manuscript.warnings).toEqual([
      { code: 'lines-joined', message: '原稿每行到固定宽度就换行（共7处），已接成整段，请核对分段', line: 4 },
    ]);
  });

  it.each([
    ['without indents', WRAPPED.map((line) => line.trim())],
    ['where short lines go on too', [...WRAPPED, '甲', '乙', '丙', '丁']],
    ['where lines are longer', WRAPPED.map((line) => line.repeat(2))],
    ['of few lines', WRAPPED.slice(0, 6)],
  ])('is not joined %s', (_, lines) => {
    expect(readText(lines.join('\n')).blocks).toHaveLength(lines.filter(Boolean).length);
  });

  it('keeps every character', () => {
    const unit = fc.constantFrom(...'园区。， 　\n\ta1*_<&-');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(canonText(readText(text))).toBe(withoutWhitespace(text));
      }),
    );
  });
});

describe('Markdown', () => {
  it.each<[string, string, string[], string[]?]>([
    ['headings', '# 一 #\n\n二\n==\n\n正文\n\n### 三', ['1 # 一', '3 # 二', '6 正文', '8 ### 三']],
    [
      'emphasis beside Chinese punctuation',
      '**一是优化。**立足*县域*，~~删~~，10~20与30~40。\n\n二',
      ['1 **一是优化。**立足_县域_，~~删~~，10~20与30~40。', '3 二'],
    ],
    ['continuation lines', '> 引文\n> 第二行 word\n> next', ['1 > 引文第二行 word next']],
    [
      'lines that are paragraphs',
      '# 题\n第一句。\n第二句！”\n第三句',
      ['1 # 题', '2 第一句。', '3 第二句！”', '4 第三句'],
    ],
    ['lines with indents', '# 题\n\n甲，\n　　乙\n丙', ['1 # 题', '3 甲，', '4 乙丙']],
    ['hard breaks', '# 题\n\n甲\\\n乙  \n丙', ['1 # 题', '3 甲↵乙↵丙']],
    [
      'lists in lists',
      '3. 甲\n4. 乙\n   - 丙\n   - 丁\n\n     又\n5. [x] 戊',
      ['1 3. 甲', '2 4. 乙', '3   - 丙', '4   - 丁', '6 又', '7 5. 戊'],
    ],
    ['tables', '|甲|乙|\n|:-|-:|\n|**1**|2|3|\n|4\\|5|', ['1 表 甲|乙 || **1**|2|3 || 4|5']],
    [
      'footnotes, in the order of their calls',
      '[^b]: 乙注\n\n甲[^a]乙[^b]丙[^c]\n\n[^a]: 甲注\n\n    又[^d]\n\n[^d]: 丁注\n[^e]: 戊注',
      ['3 甲[^a]乙[^b]丙[^c]'],
    ],
    [
      'pictures with their captions',
      '甲![说明](图%201.jpg?x=1)乙\n\n![画面](a/b.png "图注｜摄影：甲某")后文',
      ['1 甲乙', '1 图 图 1.jpg｜说明', '3 图 a/b.png｜画面', '3 居中 图注｜摄影：甲某', '3 后文'],
    ],
    [
      'no pictures from elsewhere',
      '甲\n\n![说](https://a.cn/b.jpg "注") ![](//a.cn/c.jpg) ![](/d.jpg) ![](data:image/gif;base64,R0lG) ![](file:///C:/e.jpg)',
      ['1 甲', '3 ⟦没有导入的图片的说明：说注⟧'],
      [
        'picture-remote 3 https://a.cn/b.jpg',
        'picture-remote 3 //a.cn/c.jpg',
        'picture-remote 3 /d.jpg',
        'picture-remote 3 data:image/gif;base64,R0lG',
        'picture-remote 3 file:///C:/e.jpg',
      ],
    ],
    [
      'links that are addresses',
      '[甲](https://a.cn/x_(y) "题") <a@b.cn> www.a.cn，乙 [丙](../d.md) [丁][d] [戊]\n\n[d]: http://d.cn/',
      ['1 甲→https://a.cn/x_(y) a@b.cn→mailto:a@b.cn www.a.cn→http://www.a.cn，乙 丙 丁→http://d.cn/ [戊]'],
    ],
    [
      'no links that run programs',
      '[甲](javascript:alert%281%29) [乙](JAVA&#115;cript:x) [丙](<data:text/html,x>) [丁](vbscript:x) [戊](file:///etc/x)',
      ['1 甲 乙 丙 丁 戊'],
      [
        'link-removed 1 javascript:alert%281%29',
        'link-removed 1 JAVAscript:x',
        'link-removed 1 data:text/html,x',
        'link-removed 1 vbscript:x',
        'link-removed 1 file:///etc/x',
      ],
    ],
    [
      'what only looks like an address',
      '# 题\n\n[注]：甲\n\n[注]: 本文\n\n[1]: http://a.cn/',
      ['1 # 题', '3 [注]：甲', '5 [注]: 本文', '7 [1]: http://a.cn/'],
    ],
    [
      'code',
      '```js 例\nlet **a** = 1;\n\n  二\n```\n\n    缩进',
      ['1 ⟦代码的语言：js 例⟧', '1 let **a** = 1;', '1 二', '7 缩进'],
    ],
    ['rules', '# 题\n\n甲\n\n***\n\n乙', ['1 # 题', '3 甲', '7 乙']],
    ['entities and escapes', '# &#x4e2d;&amp;&nbsp;\\*\\_\n\n二', ['1 # 中& *_', '3 二']],
    [
      'HTML within a line',
      '# 题\n\n甲<b>粗</b><br/>m<sup>2</sup>CO<sub>2</sub><span style="display:none">藏</span><a href="https://a.cn">链</a><a href="javascript:x">坏</a><font color=red>红</font><!-- 注 -->1<y 且 z>0 <abc d><script>x(1)</script>',
      [
        '1 # 题',
        '3 甲**粗**↵m²←2CO₂←2⟦网页上看不见的文字：藏⟧链→https://a.cn坏红⟦网页注释： 注 ⟧1<y 且 z>0 <abc d>⟦网页程序：x(1)⟧',
      ],
      ['link-removed 3 javascript:x'],
    ],
    [
      'HTML in blocks',
      '# 题\n\n<div onclick="x()"><p>甲</p> <p>乙<!-- 注 --></p><script>x<1</script>\n产值1<y\n</div>\n\n丙',
      ['1 # 题', '3 甲', '3 乙⟦网页注释： 注⟧', '3 ⟦网页程序：x<1⟧产值1<y', '7 丙'],
      ['active-content -'],
    ],
  ])('reads %s', (_, text, lines, warnings = []) => {
    const manuscript = readMarkdown(text);
    expect(linesOf(manuscript.blocks)).toEqual(lines);
    expect(warned(manuscript)).toEqual(warnings);
    expect(findLostText(text, allText(manuscript))).toBeUndefined();
  });

  it('keeps footnotes, also unreferenced ones', () => {
    const text =
      '[^b]: 乙注\n\n甲[^a]乙[^b]丙[^c]\n\n[^a]: 甲注\n\n    又[^d]\n\n[^d]: 丁注\n[^e]: 戊注\n[^a]: 重复';
    const { notes, nonBodyText } = readMarkdown(text);
    expect([...notes].map(([id, paragraphs]) => [id, ...paragraphs.map(wordsOf)])).toEqual([
      ['a', '甲注', '又[^d]'],
      ['b', '乙注'],
      ['d', '丁注'],
    ]);
    expect(wordsOf(nonBodyText)).toBe('⟦正文没有提到的注释：戊注⟧⟦正文没有提到的注释：重复⟧');
  });

  it('imports embedded pictures', () => {
    const { blocks, pictures } = readMarkdown('甲\n\n![图](data:image/png;base64,iVBORw0=)');
    expect(linesOf(blocks)).toEqual(['1 甲', '3 图 embedded-1.png｜图']);
    expect(pictures.get('embedded-1.png')).toEqual(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d));
  });

  it('is read as plain text if it has no markup', () => {
    expect(linesOf(readMarkdown('题\n某县**甲**推进\n　　乙，\n丙\n').blocks)).toEqual([
      '1 题',
      '2 某县**甲**推进',
      '3 乙，',
      '4 丙',
    ]);
  });

  it.each([
    ['立足**县产业布局，**市支持。', '立足**县产业布局，**市支持。'],
    ['**县与**市，****县，*县，***区', '**县与**市，****县，*县，***区'],
    ['＊＊县XX县××县', '＊＊县XX县××县'],
    ['**市场主体**增加，**县域经济**壮大', '{市场主体}增加，{县域经济}壮大'],
    ['**关于某事的通知**市直各部门', '{关于某事的通知}市直各部门'],
    ['**一是发展。**在**县，**二是改革。**在**镇', '{一是发展。}在**县，{二是改革。}在**镇'],
    ['在**县**公司', '在**县**公司'],
    ['`**县`与\\**县', '**县与**县'],
  ])('tells masks from emphasis: %s', (text, read) => {
    const source = `# 题\n\n${text}`;
    const [, block] = readMarkdown(source).blocks;
    const spans = block?.type === 'paragraph' ? block.spans : [];
    expect(spans.map(({ text: words, strong }) => (strong ? `{${words}}` : words)).join('')).toBe(read);
    expect(findLostText(source, allText(readMarkdown(source)))).toBeUndefined();
  });

  it.each([
    ['too long', `# 题\n\n${'甲'.repeat(200_000)}`, 'Markdown 文件有 20 万字符，一篇文章不会这么长'],
    ['too deep', `# 题\n\n${'> '.repeat(2000)}甲`, '里面的 Markdown 记号多得不像文章'],
    ['of emphasis', `# 题\n\n${'*a_ '.repeat(2000)}`, '里面的 Markdown 记号多得不像文章'],
    ['of links', `# 题\n\n${'[a]('.repeat(2000)}`, '里面的 Markdown 记号多得不像文章'],
    ['of quotations', `# 题\n\n${'甲\n> 乙\n'.repeat(20_000)}`, '里面的 Markdown 记号多得不像文章'],
  ])('is rejected if it is %s', (_, text, message) => {
    expect(() => readMarkdown(text)).toThrow(message);
  });
});

describe('findLostText()', () => {
  const SOURCE =
    '# 题\n\n**县（一）10-20%，[甲](http://a.cn/b "注")。\n\n1. 乙&amp;\n\n| 丙 | 3 |\n|---|---|\n';
  const READ = '题**县（一）10-20%，甲。乙&丙3';
  it.each([
    [READ, undefined],
    [READ.replace('10-20', '1020'), '-20%，[甲](http://a.cn/b "'],
    [READ.replace('（一）', ''), '（一）10-20%，[甲](http://a.c'],
    [READ.replace('乙&丙', '丙乙&'), '乙&amp; | 丙 | 3 | |---|-'],
    [READ.replace('3', ''), '3 | |---|---|'],
    [`${READ}多`, '多'],
    [READ.replace('&', ''), '&amp; | 丙 | 3 | |---|--'],
    ['', '题 **县（一）10-20%，[甲](http'],
  ])('of %j misses %j', (printed, lost) => expect(findLostText(SOURCE, printed)).toBe(lost));

  const part = fc.oneof(
    fc.constantFrom(
      ...[
        '**',
        '*',
        '_',
        '~~',
        '`',
        '[',
        '](',
        '](http://a.cn "题")',
        ')',
        '![',
        '# ',
        '\n',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '| ',
      ],
      ...[
        '\n|-|\n',
        '<b>',
        '</b>',
        '<br>',
        '<div>',
        '</div>',
        '&amp;',
        '&',
        '\\',
        '[^1]',
        '\n\n[^1]: ',
        '\n[a]: /x ',
        '[a]',
      ],
      ...[
        '\n---\n',
        '===',
        '```',
        '    ',
        '，',
        '。',
        '”',
        'http://a.cn/',
        '<http://c.cn>',
        '**县',
        '(',
        '+',
        '~',
        '- [x] ',
        '2<3',
        '\t',
      ],
    ),
    fc.string({ unit: fc.constantFrom(...'园区发展12aA县市'), minLength: 1, maxLength: 4 }),
  );
  const markdown = fc.array(part, { maxLength: 25 }).map((parts) => parts.join(''));

  it('accepts any text that was read, and detects a lost character', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), (text, at) => {
        const printed = canonText(readMarkdown(text));
        expect(findLostText(text, printed)).toBeUndefined();
        const places = [...printed.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index);
        const lost = places[at % places.length];
        // In an address or a picture's description a character may be no text.
        if (lost === undefined || /\]\(|!\[|\[a\]:|<|\]\[/u.test(text)) return;
        expect(findLostText(text, printed.slice(0, lost) + printed.slice(lost + 1))).toBeDefined();
      }),
      { numRuns: cases(1000) },
    );
  });
});

describe('a post of a static site', () => {
  it('has its front matter dropped, except metadata', () => {
    const text = [
      '---',
      'layout: post',
      'title: "园区&#39;一例"',
      'date: 2022-06-15 07:27:30 +0800',
      'source: 某报',
      'author: 甲某',
      'link: https://a.cn/b',
      'categories: x',
      '---',
      '{% include a.html x="*b*" %}',
      '<p>甲 {{ site.title }}</p> <p>乙</p>',
      '',
      '![丙]({{ site.baseurl }}/a.jpg) [丁]({{ x }})',
    ].join('\n');
    const manuscript = readMarkdown(text);
    expect(manuscript.kind).toBe('jekyll');
    expect(manuscript.meta).toEqual({
      title: '园区&#39;一例',
      date: '2022-06-15',
      source: '某报',
      author: '甲某',
      url: 'https://a.cn/b',
      printed: ['layout: post', 'author: 甲某', 'categories: x'],
    });
    expect(linesOf(manuscript.blocks)).toEqual([
      '2 ⟨printed：layout: post⟩',
      '3 ⟦旧网站的页面信息：title: "⟧⟨title：园区&#39;一例⟩⟦旧网站的页面信息："⟧',
      '4 ⟦旧网站的页面信息：date: ⟧⟨date：2022-06-15⟩⟦旧网站的页面信息： 07:27:30 +0800⟧',
      '5 ⟦旧网站的页面信息：source: ⟧⟨source：某报⟩',
      '6 ⟦旧网站的页面信息：author: ⟧⟨byline：甲某⟩',
      '7 ⟦旧网站的页面信息：link: ⟧⟨reprint：https://a.cn/b⟩',
      '8 ⟨printed：categories: x⟩',
      '10 ⟦模板代码：{% include a.html x="*b*" %}⟧',
      '11 甲 ⟦模板代码：{{ site.title }}⟧',
      '11 乙',
      '13 图 a.jpg｜丙',
      '13 丁',
    ]);
    expect(findLostText(text, allText(manuscript))).toBeUndefined();
  });

  it('keeps words in braces that are no template code', () => {
    const text = '---\ntitle: 题\n---\n用{{变量}}写成，{{ "字" | upcase }}，{{ site.title }}。';
    const manuscript = readMarkdown(text);
    expect(linesOf(manuscript.blocks).at(-1)).toBe(
      '4 用{{变量}}写成，⟦模板代码：{{ "字" | upcase }}⟧，⟦模板代码：{{ site.title }}⟧。',
    );
    expect(findLostText(text, allText(manuscript))).toBeUndefined();
  });

  it.each<[string, string, Manuscript['meta'], string[], string[]]>([
    [
      'values that differ from their source',
      'title: "\\u56ed 区"\ndate: 2022/6/5\nsource: https://a.cn/',
      { title: '园 区', date: '2022-06-05', url: 'https://a.cn/' },
      [
        '2 ⟦旧网站的页面信息：title: ⟧⟨title：园 区←"\\u56ed 区"⟩',
        '3 ⟦旧网站的页面信息：date: ⟧⟨date：2022-06-05←2022/6/5⟩',
        '4 ⟦旧网站的页面信息：source: ⟧⟨reprint：https://a.cn/⟩',
        '6 正文',
      ],
      [],
    ],
    [
      'a title of two lines',
      'title: >\n  园区\n  一例\nx: 1',
      { title: '园区 一例', printed: ['x: 1'] },
      ['2 ⟦旧网站的页面信息：title: ⟧⟨title：园区 一例←>↵  园区↵  一例↵⟩', '5 ⟨printed：x: 1⟩', '7 正文'],
      [],
    ],
    [
      'a bomb of aliases, tags and reserved names',
      'a: &a [x, x]\nb: &b [*a, *a]\n__proto__: {title: x}\ntitle: !!js/function x\nconstructor: 1',
      {
        title: 'x',
        printed: ['a: &a [x, x]', 'b: &b [*a, *a]', '__proto__: {title: x}', 'constructor: 1'],
      },
      [
        '2 ⟨printed：a: &a [x, x]⟩',
        '3 ⟨printed：b: &b [*a, *a]⟩',
        '4 ⟨printed：__proto__: {title: x}⟩',
        '5 ⟦旧网站的页面信息：title: !!js/function ⟧⟨title：x⟩',
        '6 ⟨printed：constructor: 1⟩',
        '8 正文',
      ],
      [],
    ],
    ['nothing', '', {}, ['4 正文'], []],
    ['what may be a heading', '# 题', {}, ['2 # 题', '4 正文'], ['front-matter 1']],
    ['invalid YAML', 'a: [', {}, ['2 a: [', '4 正文'], ['front-matter 1']],
    ['YAML that is not a mapping', '某县\n园区', {}, ['2 某县', '3 园区', '5 正文'], ['front-matter 1']],
  ])('may hold %s', (_, head, meta, lines, warnings) => {
    const text = `---\n${head}\n---\n正文`;
    const manuscript = readJekyll(text);
    expect(manuscript.meta).toEqual(meta);
    expect(linesOf(manuscript.blocks)).toEqual(lines);
    expect(warned(manuscript)).toEqual(warnings);
    expect(findLostText(text, allText(manuscript))).toBeUndefined();
  });

  it('may be TOML', () => {
    const text =
      '+++\ntitle = "油菜"\ndate = 2023-03-11T09:00:00+08:00\nauthor = "甲某"\n[params]\ntitle = "别的"\n+++\n正文';
    const manuscript = readMarkdown(text);
    const printed = ['author = "甲某"', '[params]', 'title = "别的"'];
    expect(manuscript.meta).toEqual({ title: '油菜', date: '2023-03-11', author: '甲某', printed });
    expect(warned(manuscript)).toEqual([]);
    expect(findLostText(text, allText(manuscript))).toBeUndefined();
  });

  it.each([
    ['---js\nprocess.exit(1)\n---\n正文'],
    ['---json\n{"title": "x"}\n---\n正文'],
    [';;;\n{"title": "x"}\n;;;\n正文'],
  ])('is not run: %j', (text) => {
    const manuscript = readMarkdown(text);
    expect(manuscript.meta).toEqual({});
    expect(warned(manuscript)).toEqual(['front-matter 1']);
    expect(linesOf(manuscript.blocks)).toEqual([`2 ⟦旧网站的页面信息：${text.split('\n')[1]}⟧`, '4 正文']);
    expect(findLostText(text, allText(manuscript))).toBeUndefined();
  });

  it.each([
    '---\n\n正文',
    '----\n正文\n---',
    '正文\n---\na: 1\n---',
    `---\n${'a: 1\n'.repeat(9000)}---\n正文`,
  ])('is none without front matter: case %#', (text) => expect(readMarkdown(text).kind).toBe('markdown'));
});

describe('a day', () => {
  it.each([
    ['2022-06-15 07:27:30 +0800', '2022-06-15'],
    ['2022-06-15 23:30:00 -0800', '2022-06-16'],
    ['2022-06-15T16:00:00Z', '2022-06-16'],
    ['2022-06-15T15:59:59.999Z', '2022-06-15'],
    ['2022-01-01T00:30:00+09:00', '2021-12-31'],
    ['2022-06-15 23:59', '2022-06-15'],
    ['2022年6月5日', '2022-06-05'],
    ['2022/6/5 10:00:00', '2022-06-05'],
    ['2022-02-30', undefined],
    ['2022-13-01', undefined],
    ['6月5日', undefined],
    ['', undefined],
  ])('%j is %j', (text, day) => expect(printedDay(text)).toBe(day));
});
