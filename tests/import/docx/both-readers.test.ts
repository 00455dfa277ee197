import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWhitespace } from '../../../src/import/manuscript.ts';
import { readDocx } from '../../../src/import/readers/docx/read-docx.ts';
import { rereadDocx } from '../../../src/import/verify/reread-docx.ts';
import {
  escapeXml,
  field,
  list,
  makeDocx,
  num,
  numbered,
  p,
  picture,
  r,
  STYLES,
  table,
  textBox,
} from '../../lib/docx-builder.ts';
import { cases } from '../../lib/long.ts';
import { canonText } from '../../lib/manuscript-lines.ts';

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
        expect(canonText(await readDocx(bytes))).toBe(withoutWhitespace(await rereadDocx(bytes)));
      }),
      { numRuns: cases(100) },
    );
  }, 60_000);
});
