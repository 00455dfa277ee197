import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startCpuTimer } from '../lib/cpu-timer.ts';
import {
  type Block,
  withoutWhitespace,
  type Manuscript,
  originalOf,
  type Span,
  spansOf,
  UnreadableError,
} from '../../src/import/manuscript.ts';
import { formatNumber } from '../../src/import/readers/docx/number-format.ts';
import { readDocx } from '../../src/import/readers/docx/read-docx.ts';
import { rereadDocx } from '../../src/import/verify/reread-docx.ts';
import {
  escapeXml,
  field,
  list,
  makeDocx,
  makeZip,
  num,
  numbered,
  p,
  picture,
  r,
  STYLES,
  style,
  table,
  textBox,
} from '../lib/docx-builder.ts';
import { cases } from '../lib/long.ts';
import { madeDocx } from '../lib/made-docx.ts';

/** A manuscript as readable lines, with all its properties. */
function summaryOf({ blocks, notes, nonBodyText, pictures, warnings }: Manuscript) {
  return {
    blocks: blocks.map(summaryOfBlock),
    ...(notes.size > 0 && {
      notes: [...notes].map(([id, paragraphs]) => `${id}｜${paragraphs.map(summaryOfSpans).join('／')}`),
    }),
    ...(nonBodyText.length > 0 && { nonBodyText: nonBodyText.map((span) => summaryOfSpans([span])) }),
    ...(pictures.size > 0 && { pictures: [...pictures.keys()] }),
    ...(warnings.length > 0 && {
      warnings: warnings.map(({ code, line = '', quote = '' }) => `${code} ${line}：${quote}`),
    }),
  };
}

function summaryOfBlock(block: Block): string {
  if (block.type === 'picture') return `${block.line} 图 ${block.name}｜${block.alt}`;
  if (block.type === 'table') {
    const cells = (row: Span[][][]) => row.map((cell) => cell.map(summaryOfSpans).join('／')).join('｜');
    return `${block.line} 表 ${block.rows.map(cells).join('∥')}`;
  }
  const { line, level, gap, centered, size, item, spans } = block;
  const properties = [
    line,
    level && `标题${level}`,
    gap && `空${gap}`,
    centered && '居中',
    size && `${size}磅`,
    item && `${item.ordered ? '编号' : '圆点'}${item.depth}`,
  ].filter(Boolean);
  return `${properties.join(' ')}｜${summaryOfSpans(spans)}`;
}

function summaryOfSpans(spans: Span[]): string {
  return spans
    .map(({ text, strong, emphasis, strike, link, note, dropped, added, was }) => {
      let out = text.replaceAll('\n', '⏎');
      if (strong) out = `**${out}**`;
      if (emphasis) out = `_${out}_`;
      if (strike) out = `~~${out}~~`;
      if (link !== undefined) out = `[${out}](${link})`;
      if (note !== undefined) out = `[^${note}]`;
      if (added !== undefined) out = `{+${out} ${added}}`;
      if (dropped !== undefined) out = `{-${out} ${dropped}}`;
      return was === undefined ? out : `{${was}→${out}}`;
    })
    .join('');
}

function originals({ blocks, notes, nonBodyText }: Manuscript): string {
  const spans = [...blocks.flatMap(spansOf), ...[...notes.values()].flat(2), ...nonBodyText];
  return withoutWhitespace(spans.map(originalOf).join(''));
}

async function summaryOfBody(body: string, more: Omit<Parameters<typeof makeDocx>[0], 'body'> = {}) {
  return summaryOf(await readDocx(makeDocx({ body, ...more })));
}

describe('samples', () => {
  it.each(Object.keys(madeDocx) as (keyof typeof madeDocx)[])('%s', async (name) => {
    expect(summaryOf(await readDocx(await madeDocx[name]()))).toEqual(SAMPLES[name]);
  });

  it.each(Object.entries(madeDocx))('%s has the same text in both readers', async (_, make) => {
    const bytes = await make();
    expect(originals(await readDocx(bytes))).toBe(withoutWhitespace(await rereadDocx(bytes)));
  });

  it.each([
    ['tables', '表前跨两列丙跨两行乙一丙一乙二外一里一里二外二左右图旁的字表后'],
    ['notes', '甲乙删丙第一段第二段尾注后写的脚注没人引用'],
    ['changes', '计划三四年移走留下移来这一段的段落标记删去了'],
    ['outside', '空三万亩内部资料第1页某县请核对数字尽快改好了'],
    ['boxes', '锚段框里一框里二只有框格格里的框'],
    ['fields', '目录第一章3图1如表网页信箱域链接。坏数本机文内码果没有结束的域圈生成的目录'],
    ['characters', '戆zhuàng直面积5m2，H2O，注［甲］明暗样式暗网页暗是\uF0D8甲乙丙丁戊设yx2<甲>&乙<丙>'],
  ] as const)('the second reader returns all text of %s in order', async (name, text) => {
    expect(withoutWhitespace(await rereadDocx(await madeDocx[name]()))).toBe(text);
  });

  it('have warnings in Chinese', async () => {
    const all = await Promise.all(Object.values(madeDocx).map(async (make) => readDocx(await make())));
    const messages = all.flatMap(({ warnings }) =>
      warnings.map(({ code, message }) => `${code}：${message}`),
    );
    expect([...new Set(messages)].toSorted()).toMatchInlineSnapshot(`
      [
        "comment：有批注，没有收，请看要不要改稿",
        "formula：有公式，只收了其中的文字，分式、根号、上下标等请对照原稿",
        "graphic：这里嵌着别的程序的对象（公式、Excel 表等），里面的文字没有收，请对照原稿",
        "graphic：这里有一个 SmartArt 图示，里面的文字没有收；请截成图片放进来",
        "graphic：这里有一个图表，里面的文字和数字没有收；请截成图片放进来",
        "hidden-text：隐藏文字没有收，请核对",
        "link-removed：链接的地址不能用，只留下了文字",
        "note-missing：这里有一个脚注号，脚注的内容不在文件里",
        "picture-linked：图片没有存在文件里，只是链接过来的，没有收；请向作者要图片",
        "superscript：上标没有对应的字符，写成了普通字，请核对",
        "symbol：有一个符号用了特殊字体，认不出来，请对照原稿补上（在这段文字后面）",
        "table-merged：表格里有合并的单元格，文字放在第一格，其余留空，请核对",
        "table-nested：表格里还有表格，里层的文字依次放进了外层的格子，请核对",
        "table-picture：表格里有图片，放到了表格后面，请核对",
        "tracked-changes：修订还没有定稿：删去的文字没有收，请核对",
        "tracked-changes：修订还没有定稿：加进的文字收下了，请核对",
        "tracked-changes：脚注里：修订还没有定稿：删去的文字没有收，请核对",
      ]
    `);
  });
});

describe('lists', () => {
  const levels = list(1, [
    ['decimal', '%1.'],
    ['lowerLetter', '%2)'],
    ['decimal', '%1-%3', '<w:lvlRestart w:val="1"/>'],
    ['decimal', '%4.', '<w:lvlRestart w:val="0"/>'],
  ]);
  it('restart below a higher level by default', async () => {
    const depths = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3];
    const { blocks } = await summaryOfBody(depths.map((depth) => p('条', numbered(1, depth))).join(''), {
      numbering: levels + num(1, 1),
    });
    expect(blocks.map((line) => /\+(\S+)/u.exec(line)?.[1])).toEqual([
      '1.',
      'a)',
      '1-1',
      '1.',
      'b)',
      '1-2',
      '2.',
      '2.',
      'a)',
      '2-1',
      '3.',
    ]);
  });

  it('share a counter if they share a definition, unless one overrides its start', async () => {
    const { blocks } = await summaryOfBody([1, 2, 3, 3, 1].map((id) => p('条', numbered(id))).join(''), {
      numbering:
        levels +
        num(1, 1) +
        num(2, 1) +
        num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    });
    expect(blocks.map((line) => /\+(\S+)/u.exec(line)?.[1])).toEqual(['1.', '2.', '1.', '2.', '3.']);
  });

  it('are found through a list style', async () => {
    const { blocks } = await summaryOfBody(p('条', numbered(2)), {
      styles: style('l', '列表', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', 'numbering'),
      numbering: `${levels}<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="l"/></w:abstractNum>${num(1, 1)}${num(2, 2)}`,
    });
    expect(blocks).toEqual(['1｜{+1.  自动编号}条']);
  });

  it('do not count paragraphs deleted by a tracked change', async () => {
    const { blocks } = await summaryOfBody(
      p('甲', numbered(1)) +
        p('<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>', `${numbered(1)}<w:rPr><w:del/></w:rPr>`) +
        p('丙', numbered(1)),
      { numbering: levels + num(1, 1) },
    );
    expect(blocks).toEqual(['1｜{+1.  自动编号}甲', '2｜{-乙 修订中删去的文字}{+2.  自动编号}丙']);
  });

  it.each([
    ['decimal', [1, 12], '1 12'],
    ['decimalZero', [1, 12], '01 12'],
    ['decimalFullWidth', [12], '１２'],
    ['decimalEnclosedCircle', [1, 20, 21, 36, 50, 51], '① ⑳ ㉑ ㊱ ㊿ 51'],
    ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
    ['decimalEnclosedFullstop', [1], '⒈'],
    ['ideographDigital', [1, 10, 21], '一 一〇 二一'],
    ['chineseCounting', [1, 10, 11, 20, 99, 105], '一 十 十一 二十 九十九 一〇五'],
    [
      'chineseCountingThousand',
      [10, 19, 100, 105, 110, 1010, 10000],
      '十 十九 一百 一百零五 一百一十 一千零一十 10000',
    ],
    ['japaneseCounting', [3, 10, 21, 105, 110, 1234], '三 十 二十一 百五 百十 千二百三十四'],
    ['chineseLegalSimplified', [1, 10, 203], '壹 壹拾 贰佰零叁'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['upperLetter', [1, 26, 27, 1_000_000], 'A Z AA 1000000'],
    ['lowerLetter', [2, 28], 'b bb'],
    ['upperRoman', [4, 1999, 4000], 'IV MCMXCIX 4000'],
    ['lowerRoman', [9, 40], 'ix xl'],
    ['none', [1], ''],
    ['someday', [7], '7'],
  ] as [string, number[], string][])('write %s', (format, numbers, expected) => {
    expect(numbers.map((each) => formatNumber(each, format)).join(' ')).toBe(expected);
  });
});

describe('both readers return the same text', () => {
  const text = fc
    .string({
      unit: fc.constantFrom(...'园区建设 １２%，。“”（）&<>"3m²\u00A0\u3000—😀𠮷\uF0FE\u00AD'),
      maxLength: 8,
    })
    .map(String);
  const looks = fc.constantFrom(
    '',
    '<w:b/>',
    '<w:i/><w:strike/>',
    '<w:vanish/>',
    '<w:vertAlign w:val="superscript"/>',
    '<w:vertAlign w:val="subscript"/>',
    '<w:rStyle w:val="secret"/>',
    '<w:sz w:val="44"/>',
  );
  const run = fc.tuple(text, looks).map(([each, look]) => r(each, look));
  const sign = fc.constantFrom(
    '<w:r><w:tab/><w:br/><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/></w:r>',
    '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
    '<w:r><w:footnoteReference w:id="2"/></w:r>',
    '<w:r><w:endnoteReference w:id="1"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r>',
    picture('media-1'),
  );
  const wrap =
    (name: string, more = '') =>
    (inner: string[]) =>
      `<${name}${more}>${inner.join('')}</${name}>`;
  const { blocks } = fc.letrec<{ inline: string; content: string[]; block: string; blocks: string }>(
    (tie) => ({
      inline: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        run,
        sign,
        ...[
          wrap('w:ins'),
          wrap('w:del'),
          wrap('w:moveFrom'),
          wrap('w:moveTo'),
          wrap('w:hyperlink', ' w:anchor="a"'),
          wrap('w:fldSimple', ' w:instr="SEQ 图"'),
          wrap('w:smartTag'),
          wrap('m:oMath'),
          wrap('w:whatever'),
          (inner: string[]) =>
            `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inner.join('')}</w:sdtContent></w:sdt>`,
          (inner: string[]) => field('REF a', inner.join('')),
          (inner: string[]) =>
            `<mc:AlternateContent><mc:Choice>${inner.join('')}</mc:Choice><mc:Choice>${r('第二个')}</mc:Choice><mc:Fallback>${r('旧的')}</mc:Fallback></mc:AlternateContent>`,
        ].map((make) => tie('content').map(make)),
        text.map((each) => `<w:del><w:r><w:delText>${escapeXml(each)}</w:delText></w:r></w:del>`),
        fc
          .tuple(run, run)
          .map(
            ([above, base]) =>
              `<w:r><w:ruby><w:rt>${above}</w:rt><w:rubyBase>${base}</w:rubyBase></w:ruby></w:r>`,
          ),
        tie('blocks').map(textBox),
      ),
      content: fc.array(tie('inline'), { maxLength: 3 }),
      block: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc
          .tuple(
            tie('content'),
            fc.constantFrom(
              '',
              '<w:pStyle w:val="1"/>',
              '<w:pStyle w:val="toc1"/>',
              '<w:jc w:val="center"/>',
              '<w:framePr w:dropCap="drop"/>',
              '<w:rPr><w:del/></w:rPr>',
              numbered(1),
              numbered(2),
              numbered(1, 1),
            ),
          )
          .map(([inner, properties]) => p(inner.join(''), properties)),
        fc
          .array(
            fc.array(
              tie('blocks').map((inner) => `<w:tcPr/>${inner}`),
              { minLength: 1, maxLength: 3 },
            ),
            { minLength: 1, maxLength: 3 },
          )
          .map(table),
        tie('blocks').map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
        run,
      ),
      blocks: fc.array(tie('block'), { maxLength: 3 }).map((all) => all.join('')),
    }),
  );

  it('for any file', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, blocks, blocks, blocks, async (body, first, second, margin) => {
        const bytes = makeDocx({
          body,
          styles: STYLES,
          numbering:
            list(1, [
              ['chineseCounting', '%1、'],
              ['decimal', '%1.%2'],
            ]) +
            list(2, [['bullet', '●']]) +
            num(1, 1) +
            num(2, 2),
          footnotes: `<w:footnote w:id="1">${first}</w:footnote><w:footnote w:id="2">${second}</w:footnote>`,
          endnotes: `<w:endnote w:id="1">${second}</w:endnote>`,
          comments: `<w:comment w:id="1">${first}</w:comment>`,
          headers: [margin, first],
          footers: [second],
          external: { 'media-1': 'http://example.com/a.png' },
        });
        expect(originals(await readDocx(bytes))).toBe(withoutWhitespace(await rereadDocx(bytes)));
      }),
      { numRuns: cases(100) },
    );
  }, 60_000);
});

describe('files that are rejected', () => {
  const compound = (...texts: string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      ...texts.map((each) => Buffer.from(each, 'utf16le')),
    ]);
  const document = (xml: string) => makeDocx({ body: '', entries: { 'word/document.xml': xml } });
  const deep = (count: number) =>
    `<w:document xmlns:w="w"><w:body>${'<w:sdt>'.repeat(count)}${'</w:sdt>'.repeat(count)}</w:body></w:document>`;

  it.each([
    ['an old .doc', compound('WordDocument'), '这是旧的 .doc 文件'],
    ['a file with a password', compound('EncryptionInfo', 'EncryptedPackage'), '这个文件加了密码'],
    [
      'a page with another name',
      Buffer.from('<html></html>'),
      '这不是 .docx 文件，可能没有下载完整，或者改过扩展名',
    ],
    ['nothing', new Uint8Array(), '这不是 .docx 文件，可能没有下载完整，或者改过扩展名'],
    [
      'a zip that is no document',
      makeZip({ 'a.txt': '甲' }),
      '压缩包里没有 Word 文档的内容（缺 [Content_Types].xml）',
    ],
    [
      'a package without relationships',
      makeDocx({ body: '', entries: { '_rels/.rels': undefined } }),
      '压缩包里没有 Word 文档的正文',
    ],
    [
      'a package without its document',
      makeDocx({ body: '', entries: { 'word/document.xml': undefined } }),
      '压缩包里没有 Word 文档的正文',
    ],
    [
      'a workbook with another name',
      document('<workbook/>'),
      '这不是 Word 文档，可能是改了扩展名的 Excel 或 PPT',
    ],
    [
      'a document that breaks off',
      document('<w:document xmlns:w="w"><w:body><w:p>'),
      '文件里的 word/document.xml 损坏了',
    ],
    ['an empty part', document(''), '文件里的 word/document.xml 损坏了'],
    [
      'a part in another charset',
      makeDocx({ body: '', entries: { 'word/document.xml': Uint8Array.from([0x3c, 0xd5, 0xc5]) } }),
      '文件里的 word/document.xml 不是 UTF-8',
    ],
    [
      'entities of a document type',
      document('<!DOCTYPE d [<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'),
      '文件里的 word/document.xml 有文档类型声明（DOCTYPE），Word 不会这样写',
    ],
    [
      'entities without one',
      document('<w:document xmlns:w="w"><w:body>&nbsp;</w:body></w:document>'),
      '文件里的 word/document.xml 损坏了',
    ],
    [
      '10,000 elements in each other',
      document(deep(10_000)),
      '文件里的 word/document.xml 一层套一层，超过 300 层',
    ],
    [
      'a deep part beside the text',
      makeDocx({ body: '', styles: '<w:style>'.repeat(400) + '</w:style>'.repeat(400) }),
      '文件里的 word/styles.xml 一层套一层，超过 300 层',
    ],
    [
      'a document in the document',
      makeDocx({ body: '<w:altChunk r:id="a"/>' }),
      '正文是嵌在里面的另一个文件（多半是程序导出的）',
    ],
    [
      'a bomb',
      makeDocx({ body: `<w:t>${' '.repeat(20_000_000)}</w:t>` }),
      '压缩包里的“word/document.xml”解开后大得不合常理',
    ],
    [
      'a table of 16,000 columns',
      makeDocx({
        body: table([
          Array.from({ length: 16_000 }, () => '甲'),
          ...Array.from({ length: 20 }, () => ['乙']),
        ]),
      }),
      '有一个 21 行、16000 列的表格，太大了',
    ],
  ])('%s', async (_, bytes, message) => {
    const usedCpu = startCpuTimer();
    const error = await readDocx(bytes).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(UnreadableError);
    expect((error as UnreadableError).message).toBe(message);
    expect((error as UnreadableError).fix).not.toBe('');
    expect(usedCpu()).toBeLessThan(5000);
  });

  it('a truncated file', async () => {
    const bytes = await madeDocx.article();
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part));
      await expect(readDocx(cut)).rejects.toThrow(UnreadableError);
      await expect(rereadDocx(cut)).rejects.toThrow(UnreadableError);
    }
  });
});

describe('hostile files that are still read', () => {
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('');
  const huge = 2_000_000_000;
  it.each([
    ['296 elements in each other', p('深'), `<w:sdt>`.repeat(140)],
    ['styles based on each other', p('甲', '<w:pStyle w:val="x"/>')],
    ['numbers without end', p('甲', numbered(9))],
    ['cells over columns without end', table([[`<w:tcPr><w:gridSpan w:val="${huge}"/></w:tcPr>${p('甲')}`]])],
    [
      'names of objects',
      p('甲', '<w:pStyle w:val="__proto__"/>') +
        '<w:constructor><w:__proto__/></w:constructor>' +
        p('<w:hyperlink r:id="constructor"/>'),
    ],
    [
      '50,000 fields that never end',
      p(many(50_000, () => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')) + p('甲').repeat(2000),
    ],
    ['50,000 runs', p(many(50_000, (index) => r('甲', index % 2 ? '<w:b/>' : '')))],
    ['20,000 paragraphs that run on', p('甲', '<w:rPr><w:del/></w:rPr>').repeat(20_000)],
    ['50,000 page breaks', p(many(50_000, () => '<w:r><w:br w:type="page"/></w:r>') + r('甲'))],
    ['a paragraph of 4,000,000 characters', p(many(500_000, (index) => `第${index}`))],
  ])('%s', async (_, body, around = '') => {
    const usedCpu = startCpuTimer();
    const bytes = makeDocx({
      body: around + body + around.replaceAll('<', '</'),
      styles:
        STYLES + style('x', '环', '<w:basedOn w:val="y"/>') + style('y', '环', '<w:basedOn w:val="x"/>'),
      numbering: `<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%1%1"/></w:lvl></w:abstractNum>${num(9, 9)}`,
    });
    const manuscript = await readDocx(bytes);
    expect(originals(manuscript)).toBe(withoutWhitespace(await rereadDocx(bytes)));
    expect(manuscript.blocks.length).toBeGreaterThan(0);
    expect(usedCpu()).toBeLessThan(5000);
  });

  it('loads nothing from outside the file', async () => {
    const bytes = makeDocx({
      body: p(picture('media-1')) + p(picture('image-far')),
      external: { 'image-far': 'file:///etc/hostname' },
      entries: {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="media-1" Type="x/image" Target="../../../etc/hostname"/><Relationship Id="image-far" Type="x/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>',
      },
    });
    expect(summaryOf(await readDocx(bytes))).toEqual({
      blocks: ['1 图 hostname｜'],
      warnings: ['picture-linked 2：file:///etc/hostname'],
    });
  });
});

const SAMPLES: Record<keyof typeof madeDocx, ReturnType<typeof summaryOf>> = {
  article: {
    blocks: [
      '1 标题1 居中 22磅｜某县高新区新车间投产',
      '2 居中 10.5磅｜本报记者 张三',
      '3 10.5磅｜本报讯 昨天，某县高新区的新车间投产[^footnote-2]。',
      '4 图 image1.png｜工人在车间里装机器',
      '5 居中 10.5磅｜车间里，工人正在装机器。',
      '6 表 项目｜数量∥新车间｜三个',
    ],
    notes: ['footnote-2｜数据截至九月底。'],
    pictures: ['image1.png'],
  },
  headings: {
    blocks: [
      '1 标题1 居中 22磅｜总题',
      '2 标题1 22磅｜一级',
      '3 标题2 16磅｜二级',
      '4 标题2 居中 16磅｜自定',
      '5 标题3 10.5磅｜大纲',
      '6 22磅｜**正文**',
      '7 10.5磅｜没有这个样式',
    ],
  },
  looks: {
    blocks: [
      '1 10.5磅｜**粗**不粗_斜_~~删~~',
      '2 10.5磅｜**样式粗**又不粗',
      '3 10.5磅｜_**粗的连着**_',
      '4 10.5磅｜**导语按样式是粗的**',
      '5 标题2 16磅｜标题里**标出**',
      '6 居中 9磅｜大多数是小字',
    ],
  },
  numbering: {
    blocks: [
      '1 10.5磅｜{+一、 自动编号}第一部分',
      '2 10.5磅｜{+（一） 自动编号}其一',
      '3 10.5磅｜{+（二） 自动编号}其二',
      '4 10.5磅｜{+1.  自动编号}细目',
      '5 10.5磅｜{+① 自动编号}小点',
      '6 10.5磅｜{+二、 自动编号}第二部分',
      '7 10.5磅｜{+（一） 自动编号}其一又从头起',
      '8 10.5磅｜{+**1. ** 自动编号}**粗的条目**',
      '9 10.5磅｜{+1.1  自动编号}下一层',
      '10 10.5磅 圆点1｜圆点',
      '11 10.5磅 圆点2｜里层圆点',
      '12 10.5磅｜{+7.  自动编号}从七起',
      '13 10.5磅｜{+8.  自动编号}接着八',
      '14 标题1 10.5磅｜{+第一章  自动编号}总论',
      '15 标题2 10.5磅｜{+1.1  自动编号}由来',
      '16 标题1 10.5磅｜不要编号',
      '17 标题1 10.5磅｜{+第二章  自动编号}分论',
      '18 标题2 10.5磅｜{+2.1  自动编号}做法',
    ],
  },
  tables: {
    blocks: [
      '1｜表前',
      '2 表 跨两列｜｜丙∥跨两行｜乙一｜丙一∥｜乙二｜',
      '9 表 外一／里一／里二／外二｜左／右',
      '15 图 image1.png｜甲图',
      '16 图 image1.png｜',
      '17 表 ｜图旁的字',
      '17 图 image1.png｜乙图',
      '19｜表后',
    ],
    pictures: ['image1.png'],
    warnings: ['table-merged 2：', 'table-nested 9：', 'table-picture 17：'],
  },
  pictures: {
    blocks: ['1｜前后', '1 图 image1.png｜画面', '2 图 image2.png｜', '3 图 image1.png｜旧式图', '5 空1｜末'],
    pictures: ['image1.png', 'image2.png'],
    warnings: ['picture-linked 4：file:///C:/Users/a/photo.jpg'],
  },
  notes: {
    blocks: [
      '1｜甲[^footnote-2]乙[^endnote-2]',
      '2｜{-删 修订中删去的文字}{-[^footnote-3] 修订中删去的文字}丙',
    ],
    notes: ['footnote-2｜第一段／第二段', 'endnote-2｜尾注', 'footnote-3｜{-后写的脚注 修订中删去的文字}'],
    nonBodyText: ['{-没人引用⏎ 没有引用的脚注}'],
    warnings: ['note-missing 2：', 'tracked-changes 2：删', 'tracked-changes ：后写的脚注'],
  },
  changes: {
    blocks: [
      '1｜计划{-三 修订中删去的文字}四年',
      '2｜{-移走 修订中移走的文字}留下',
      '3｜移来',
      '4｜这一段的段落标记删去了',
    ],
    warnings: [
      'tracked-changes 1：三',
      'tracked-changes 1：四',
      'tracked-changes 2：移走',
      'tracked-changes 3：移来',
    ],
  },
  outside: {
    blocks: ['1｜空', '2｜三万亩'],
    nonBodyText: [
      '{-内部资料⏎ 页眉页脚}',
      '{-第1页⏎ 页眉页脚}',
      '{-某县⏎ 页眉页脚}',
      '{-请核对数字⏎尽快⏎ 批注}',
      '{-改好了⏎ 批注}',
    ],
    warnings: ['comment 2：请核对数字 尽快', 'comment ：改好了'],
  },
  boxes: {
    blocks: [
      '1｜锚段',
      '2｜框里一',
      '3｜框里二',
      '5｜只有框',
      '6｜{+艺术字报头 艺术字}',
      '7 表 格／格里的框',
    ],
  },
  fields: {
    blocks: [
      '1｜{-目录 目录}',
      '2｜{-第一章3 目录}',
      '3 10.5磅｜图1　如表',
      '4 10.5磅｜[网页](https://example.com/a?b=1)[信箱](mailto:a@example.com)[域链接](http://example.com/)。',
      '5 10.5磅｜坏数本机文内',
      '6 10.5磅｜{-码 域代码}果',
      '7 10.5磅｜没有结束的域',
      '8 10.5磅｜圈',
      '9｜{-生成的目录 目录}',
    ],
    warnings: [
      'link-removed 5：javascript:alert(1)',
      'link-removed 5：data:text/html,x',
      'link-removed 5：file:///C:/a.docx',
      'formula 8：EQ \\o\\ac(○,1)',
    ],
  },
  characters: {
    blocks: [
      '1 10.5磅｜戆{+（ 注音的括号}zhuàng{+） 注音的括号}直',
      '2 10.5磅｜面积 5 m{2→²}，H{2→₂}O，注［甲］',
      '3 10.5磅｜明{-暗样式暗 隐藏文字}网页暗',
      '4 10.5磅｜{+☑ 符号字体}是{+□ 符号字体}{\uF0D8→➢}',
      '5 10.5磅｜甲 乙⏎丙{+- 不断字连字符}丁戊',
      '6 10.5磅｜设yx2',
      '7 10.5磅｜<甲> & 乙<丙>',
    ],
    warnings: ['superscript 2：［甲］', 'hidden-text 3：暗样式暗', 'symbol 4：☑是', 'formula 6：yx2'],
  },
  wrapped: {
    blocks: [
      '1｜控件里的段落',
      '2｜智能方向自定不认识',
      '3｜姓名：{-单击此处输入 控件里的提示文字}甲某',
      '4｜段落外的字',
      '5｜套着的段落',
      '6｜字首下沉的一段',
    ],
  },
  gaps: {
    blocks: [
      '1｜一',
      '4 空2｜二',
      '6 空1｜三',
      '7｜四',
      '8 空1｜五',
      '9 空1｜六',
      '10 空1｜七',
      '11｜八',
      '12 空1｜九',
    ],
  },
  strict: { blocks: ['1 居中｜严格', '1 图 图 一.png｜严格的图'], pictures: ['图 一.png'] },
  objects: { blocks: ['1｜表', '2｜图', '3｜式'], warnings: ['graphic 1：', 'graphic 2：', 'graphic 3：'] },
};
