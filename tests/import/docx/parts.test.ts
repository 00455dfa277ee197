import { describe, expect, it } from 'vitest';
import { withoutWhitespace } from '../../../src/import/manuscript.ts';
import { readDocx } from '../../../src/import/readers/docx/read-docx.ts';
import { rereadDocx } from '../../../src/import/verify/reread-docx.ts';
import { field, makeDocx, p, png, r } from '../../lib/docx-builder.ts';
import { summaryOf, summaryOfBody } from '../../lib/docx-summary.ts';
import { canonText } from '../../lib/manuscript-lines.ts';

const bare = (code: string, begin = '') =>
  `<w:r><w:fldChar w:fldCharType="begin">${begin}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;

describe('fields', () => {
  it.each([
    ['a circled number', ' EQ \\o\\ac(○,3) ', '③'],
    ['a circled character', 'eq \\o\\ac(○,二)', '㊁'],
    ['a framed character', ' EQ \\o\\ac(□,急)', '（急）'],
    ['a phonetic guide', ' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(zhàn),蘸)', '蘸（zhàn）'],
    ['a fraction', ' EQ \\f(2,3)', '2/3'],
    ['a button', ' MACROBUTTON NoMacro 点这里填 ', '点这里填'],
    ['a symbol', ' SYMBOL 252 \\f "Wingdings" \\s 12', '✓'],
    ['a character by its code', ' SYMBOL 176 ', '°'],
  ])('%s', async (_, code, shown) => {
    const { blocks, warnings } = await summaryOfBody(p(`${r('前')}${bare(code)}${r('后')}`));
    expect(blocks).toEqual([`1｜前{+${shown} 域里的文字}后`]);
    expect(warnings).toBeUndefined();
  });

  it('of forms', async () => {
    const box = (checked: string) =>
      `<w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData>`;
    const list =
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲类"/><w:listEntry w:val="乙类"/></w:ddList></w:ffData>';
    const { blocks } = await summaryOfBody(
      p(bare('FORMCHECKBOX', box('<w:checked/>')) + r('是') + bare('FORMCHECKBOX', box('')) + r('否')) +
        p(bare('FORMDROPDOWN', list)) +
        p(field(' FORMTEXT ', r('白杨县'))),
    );
    expect(blocks).toEqual(['1｜{+☑ 域里的文字}是{+□ 域里的文字}否', '2｜{+乙类 域里的文字}', '3｜白杨县']);
  });

  it('whose text is not in the file are reported, and silent ones are not', async () => {
    const { warnings } = await summaryOfBody(
      p(`${bare('LISTNUM')}${r('甲')}${bare(' XE "词" ')}${bare('EQ \\r(3,8)')}`),
    );
    expect(warnings).toEqual(['field 1：LISTNUM', 'formula 1：EQ \\r(3,8)']);
  });

  it('tables of contents without their styles are dropped', async () => {
    const entry = (text: string) => `${r(text)}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1', r('3'))}`;
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const { blocks } = await summaryOfBody(
      p(begin + entry('先通电')) +
        p(entry('再通路')) +
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
        p('正文开始'),
    );
    expect(blocks).toEqual(['1｜{-先通电\t3 目录}', '2｜{-再通路\t3 目录}', '4 空1｜正文开始']);
  });
});

describe('notes', () => {
  it('with a mark of their author have it once', async () => {
    const { blocks, notes } = await summaryOfBody(
      p(
        `${r('居第三')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>※</w:t></w:r>${r('。又')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ),
      {
        footnotes: `<w:footnote w:id="2">${p('快报数。')}</w:footnote><w:footnote w:id="3">${p(`${r('※')}${r(' 按增速排。')}`)}</w:footnote>`,
      },
    );
    expect(blocks).toEqual(['1｜居第三[^footnote-3]{-※ 脚注的自定符号}。又[^footnote-2]']);
    expect(notes).toEqual(['footnote-3｜{-※ 脚注的自定符号} 按增速排。', 'footnote-2｜快报数。']);
  });
});

describe('marks of notes', () => {
  it('may be in the next run, or have a colon', async () => {
    const reference = (kind: string, id: number) =>
      `<w:r><w:${kind}noteReference w:customMarkFollows="1" w:id="${id}"/></w:r>`;
    const { blocks, notes } = await summaryOfBody(
      p(`${r('甲')}${reference('foot', 2)}${r('①')}${r('乙')}${reference('end', 3)}${r('注')}`),
      {
        footnotes: `<w:footnote w:id="2">${p('① 快报数。')}</w:footnote>`,
        endnotes: `<w:endnote w:id="3">${p('注：按增速排。')}</w:endnote>`,
      },
    );
    expect(blocks).toEqual(['1｜甲[^footnote-2]{-① 脚注的自定符号}乙[^endnote-3]{-注 脚注的自定符号}']);
    expect(notes).toEqual([
      'footnote-2｜{-① 脚注的自定符号} 快报数。',
      'endnote-3｜{-注： 脚注的自定符号}按增速排。',
    ]);
  });
});

describe('formulas', () => {
  it('have their bars, roots, brackets and exponents as characters', async () => {
    const { blocks, warnings } = await summaryOfBody(
      p(
        `<m:oMath>${m('v=')}<m:f><m:num>${m('s')}</m:num><m:den>${m('t+1')}</m:den></m:f></m:oMath>${r('，')}<m:oMath><m:rad><m:deg>${m('3')}</m:deg><m:e>${m('x')}</m:e></m:rad></m:oMath>${r('，')}<m:oMath><m:sSup><m:e>${m('x')}</m:e><m:sup>${m('2')}</m:sup></m:sSup></m:oMath>${r('，')}<m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${m('a')}</m:e></m:d></m:oMath>`,
      ),
    );
    expect(blocks).toEqual([
      '1｜v=s{+/ 公式的记号}{+( 公式的记号}t+1{+) 公式的记号}，{3→³}{+√ 公式的记号}x，x{2→²}，{+[ 公式的记号}a{+] 公式的记号}',
    ]);
    expect(warnings).toEqual(['formula 1：v=st+13xx2a']);
  });
});

describe('graphics', () => {
  it('charts and SmartArt: their text is reported', async () => {
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const chart =
      '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><a:t>出口额</a:t></c:title><c:ser><c:tx><c:f>S!A1</c:f><c:v>竹席</c:v></c:tx><c:pt><c:v>12.5</c:v></c:pt></c:ser></c:chart></c:chartSpace>';
    const diagram =
      '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><a:t>先修路</a:t></dgm:pt></dgm:dataModel>';
    const bytes = makeDocx({
      body: p('正文'),
      entries: {
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${types}/chart" Target="charts/chart1.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData" Target="diagrams/data1.xml"/></Relationships>`,
        'word/charts/chart1.xml': chart,
        'word/diagrams/data1.xml': diagram,
      },
    });
    const manuscript = await readDocx(bytes);
    expect(summaryOf(manuscript).nonBodyText).toEqual([
      '{-出口额 竹席 12.5⏎ 图表里的文字}',
      '{-先修路⏎ SmartArt 图示里的文字}',
    ]);
    expect(canonText(manuscript)).toBe(withoutWhitespace(await rereadDocx(bytes)));
  });

  it('cropped and turned pictures, and ink, are reported', async () => {
    const drawing = (inner: string, transform = '') =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="media-1"/>${inner}</pic:blipFill><pic:spPr><a:xfrm${transform}/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const { warnings } = await summaryOfBody(
      p(drawing('<a:srcRect l="25000"/>')) +
        p(drawing('<a:srcRect l="12"/>', ' rot="0"')) +
        p(drawing('', ' rot="5400000"')) +
        p(
          '<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:contentPart/></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>',
        ),
      { media: { '1.png': await png() } },
    );
    expect(warnings).toEqual(['picture-altered 1：1.png', 'picture-altered 3：1.png', 'graphic 4：']);
  });
});

describe('tracked changes', () => {
  it('deleted rows and cells are dropped', async () => {
    const row = (name: string, properties = '', more = '') =>
      `<w:tr>${properties}<w:tc><w:tcPr>${more}</w:tcPr>${p(name)}</w:tc><w:tc>${p('数')}</w:tc></w:tr>`;
    const { blocks } = await summaryOfBody(
      `<w:tbl>${row('甲')}${row('乙', '<w:trPr><w:del w:id="1"/></w:trPr>')}${row('丙', '', '<w:cellDel w:id="2"/>')}</w:tbl>`,
    );
    expect(blocks).toEqual([
      '1 表 甲｜数∥{-乙 修订中删去的文字}｜{-数 修订中删去的文字}∥{-丙 修订中删去的文字}｜数',
    ]);
  });

  it('a style separator joins a heading with the text behind it', async () => {
    const { blocks } = await summaryOfBody(
      p('先通电。', '<w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p('灯亮了。'),
    );
    expect(blocks).toEqual(['1｜先通电。灯亮了。']);
  });
});
