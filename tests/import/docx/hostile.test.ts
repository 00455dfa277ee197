import { describe, expect, it } from 'vitest';
import { startCpuTimer } from '../../lib/cpu-timer.ts';
import { LONG } from '../../lib/long.ts';
import { withoutWhitespace, UnreadableError } from '../../../src/import/manuscript.ts';
import { readDocx } from '../../../src/import/readers/docx/read-docx.ts';
import { rereadDocx } from '../../../src/import/verify/reread-docx.ts';
import {
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
} from '../../lib/docx-builder.ts';
import { madeDocx } from '../../lib/made-docx.ts';
import { summaryOf } from '../../lib/docx-summary.ts';
import { canonText } from '../../lib/manuscript-lines.ts';

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
  /** Part of the numbers that the names of the cases state: a tenth in a short run. */
  const part = LONG ? 1 : 0.1;
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
      p(many(50_000 * part, () => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')) +
        p('甲').repeat(2000 * part),
    ],
    ['50,000 runs', p(many(50_000 * part, (index) => r('甲', index % 2 ? '<w:b/>' : '')))],
    ['20,000 paragraphs that run on', p('甲', '<w:rPr><w:del/></w:rPr>').repeat(20_000 * part)],
    ['50,000 page breaks', p(many(50_000 * part, () => '<w:r><w:br w:type="page"/></w:r>') + r('甲'))],
    ['a paragraph of 4,000,000 characters', p(many(500_000 * part, (index) => `第${index}`))],
  ])('%s', async (_, body, around = '') => {
    const usedCpu = startCpuTimer();
    const bytes = makeDocx({
      body: around + body + around.replaceAll('<', '</'),
      styles:
        STYLES + style('x', '环', '<w:basedOn w:val="y"/>') + style('y', '环', '<w:basedOn w:val="x"/>'),
      numbering: `<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%1%1"/></w:lvl></w:abstractNum>${num(9, 9)}`,
    });
    const manuscript = await readDocx(bytes);
    expect(canonText(manuscript)).toBe(withoutWhitespace(await rereadDocx(bytes)));
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
