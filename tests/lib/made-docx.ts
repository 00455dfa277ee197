import {
  type DocxParts,
  field,
  list,
  makeDocx,
  num,
  numbered,
  p,
  picture,
  png,
  r,
  STYLES,
  style,
  table,
  textBox,
} from './docx-builder.ts';

const change = 'w:id="1" w:author="甲某" w:date="2022-09-01T00:00:00Z"';
const breakOf = (type: string) => `<w:r><w:br w:type="${type}"/></w:r>`;

/** @param parts the document's content and the names of its pictures, which are generated */
function made({ pictures = [], ...parts }: DocxParts & { pictures?: string[] }): () => Promise<Uint8Array> {
  return async () => {
    const bytes = await png();
    return makeDocx({ ...parts, media: Object.fromEntries(pictures.map((name) => [name, bytes])) });
  };
}

/** Word files for tests, each for one feature of the format. */
export const madeDocx = {
  article: made({
    styles: STYLES,
    pictures: ['image1.png'],
    footnotes: `<w:footnote w:id="2">${p('数据截至九月底。')}</w:footnote>`,
    body: [
      p('某县高新区新车间投产', '<w:pStyle w:val="title"/>'),
      p('本报记者 张三', '<w:jc w:val="center"/>'),
      p(`${r('本报讯 昨天，某县高新区的新车间投产')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}`),
      p(picture('media-1', '工人在车间里装机器')),
      p('车间里，工人正在装机器。', '<w:jc w:val="center"/>'),
      table([
        ['项目', '数量'],
        ['新车间', '三个'],
      ]),
    ].join(''),
  }),
  headings: made({
    styles: STYLES,
    body: [
      p('总题', '<w:pStyle w:val="title"/>'),
      p('一级', '<w:pStyle w:val="1"/>'),
      p('二级', '<w:pStyle w:val="2"/>'),
      p('自定', '<w:pStyle w:val="own"/>'),
      p('大纲', '<w:outlineLvl w:val="2"/>'),
      p('正文', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
      p('没有这个样式', '<w:pStyle w:val="none"/>'),
    ].join(''),
  }),
  looks: made({
    styles: STYLES,
    body: [
      p(`${r('粗', '<w:b/>')}${r('不粗', '<w:b w:val="0"/>')}${r('斜', '<w:i/>')}${r('删', '<w:strike/>')}`),
      p(
        `${r('样式粗', '<w:rStyle w:val="strong"/>')}${r('又不粗', '<w:rStyle w:val="strong"/><w:b w:val="false"/>')}`,
      ),
      p(`${r('粗的', '<w:b/><w:i/>')}${r('连着', '<w:b/><w:i/>')}`),
      p('导语按样式是粗的', '<w:pStyle w:val="lead"/>'),
      p(`${r('标题里')}${r('标出', '<w:b/>')}`, '<w:pStyle w:val="2"/>'),
      p(`${r('大', '<w:sz w:val="36"/>')}${r('多数是小字', '<w:sz w:val="18"/>')}`, '<w:jc w:val="center"/>'),
    ].join(''),
  }),
  numbering: made({
    styles:
      STYLES +
      style('h1', '章', '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>') +
      style('h2', '节', '<w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
    numbering: [
      list(1, [
        ['chineseCountingThousand', '%1、'],
        ['japaneseCounting', '（%2）'],
        ['decimal', '%3.'],
        ['decimalEnclosedCircle', '%4'],
      ]),
      list(2, [
        ['decimal', '%1.'],
        ['decimal', '%1.%2'],
      ]),
      list(3, [
        ['bullet', '●'],
        ['bullet', '○'],
      ]),
      list(4, [
        ['chineseCounting', '第%1章', '<w:pStyle w:val="h1"/><w:suff w:val="space"/>'],
        ['decimal', '%1.%2', '<w:pStyle w:val="h2"/><w:isLgl/>'],
      ]),
      num(1, 1),
      num(2, 2),
      num(3, 3),
      num(4, 4),
      num(5, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
    ].join(''),
    body: [
      p('第一部分', numbered(1)),
      p('其一', numbered(1, 1)),
      p('其二', numbered(1, 1)),
      p('细目', numbered(1, 2)),
      p('小点', numbered(1, 3)),
      p('第二部分', numbered(1)),
      p('其一又从头起', numbered(1, 1)),
      p(r('粗的条目', '<w:b/>'), numbered(2)),
      p('下一层', numbered(2, 1)),
      p('圆点', numbered(3)),
      p('里层圆点', numbered(3, 1)),
      p('从七起', numbered(5)),
      p('接着八', numbered(5)),
      p('总论', '<w:pStyle w:val="h1"/>'),
      p('由来', '<w:pStyle w:val="h2"/>'),
      p('不要编号', '<w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      p('分论', '<w:pStyle w:val="h1"/>'),
      p('做法', '<w:pStyle w:val="h2"/>'),
    ].join(''),
  }),
  tables: made({
    pictures: ['image1.png'],
    body: [
      p('表前'),
      table([
        [`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('跨两列')}`, '丙'],
        [`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('跨两行')}`, '乙一', '丙一'],
        [`<w:tcPr><w:vMerge/></w:tcPr>${p('')}`, '乙二'],
      ]),
      table([[p('外一') + table([['里一', '里二']]) + p('外二'), p('左') + p('右')]]),
      table([[p(picture('media-1', '甲图')), p(picture('media-1'))]]),
      table([[p(picture('media-1', '乙图')), '图旁的字']]),
      p('表后'),
    ].join(''),
  }),
  pictures: made({
    pictures: ['image1.png', 'image2.png'],
    external: { 'image-far': 'file:///C:/Users/a/photo.jpg' },
    body: [
      p(`${r('前')}${picture('media-1', '画面')}${r('后')}`),
      p(picture('media-2', 'IMG_2022.jpg')),
      p(`<w:r><w:pict><v:shape alt="旧式图"><v:imagedata r:id="media-1"/></v:shape></w:pict></w:r>`),
      p(picture('image-far', '', 'r:link')),
      p(`<w:del ${change}>${picture('media-2')}</w:del>${r('末')}`),
    ].join(''),
  }),
  notes: made({
    footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="3">${p('后写的脚注')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r('第一段')}`)}${p('第二段')}</w:footnote><w:footnote w:id="4">${p('没人引用')}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${p('尾注')}</w:endnote>`,
    body: [
      p(
        `${r('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('乙')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
      ),
      p(
        `<w:del ${change}><w:r><w:delText>删</w:delText></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:del>${r('丙')}<w:r><w:footnoteReference w:id="9"/></w:r>`,
      ),
    ].join(''),
  }),
  changes: made({
    body: [
      p(
        `${r('计划')}<w:del ${change}><w:r><w:delText>三</w:delText></w:r></w:del><w:ins ${change}>${r('四')}</w:ins>${r('年')}`,
      ),
      p(`<w:moveFrom ${change}>${r('移走')}</w:moveFrom>${r('留下')}`),
      p(`<w:moveTo ${change}>${r('移来')}</w:moveTo>`),
      p('这一段的段落标记', `<w:rPr><w:del ${change}/></w:rPr>`),
      p('删去了'),
    ].join(''),
  }),
  outside: made({
    comments: `<w:comment w:id="0" w:author="甲某">${p('请核对数字')}${p('尽快')}</w:comment><w:comment w:id="1" w:author="乙某">${p('改好了')}</w:comment>`,
    headers: [p('内部资料'), p(`${r('第')}${field(' PAGE ', r('1'))}${r('页')}`)],
    footers: [p('某县')],
    body:
      p('空') +
      p(
        `<w:commentRangeStart w:id="0"/>${r('三万亩')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
  }),
  boxes: made({
    body: [
      p(`${r('锚')}${textBox(p('框里一') + p('框里二'))}${r('段')}`),
      p(textBox(p('只有框'))),
      p(`<w:r><w:pict><v:shape><v:textpath string="艺术字报头"/></v:shape></w:pict></w:r>`),
      table([[p(`${r('格')}${textBox(p('格里的框'))}`)]]),
    ].join(''),
  }),
  fields: made({
    styles: STYLES,
    external: {
      good: 'https://example.com/a?b=1',
      mail: 'mailto:a@example.com',
      bad: 'javascript:alert(1)',
      data: 'data:text/html,x',
      local: 'file:///C:/a.docx',
    },
    body: [
      p('目录', '<w:pStyle w:val="toch"/>'),
      p(
        `${field('TOC \\o "1-3"', `<w:hyperlink w:anchor="_Toc1">${r('第一章')}${field('PAGEREF _Toc1', r('3'))}</w:hyperlink>`)}`,
        '<w:pStyle w:val="toc1"/>',
      ),
      p(
        `${r('图')}<w:fldSimple w:instr=" SEQ 图 ">${r('1')}</w:fldSimple>${r('　')}${field(' REF a ', r('如表'))}`,
      ),
      p(
        `<w:hyperlink r:id="good">${r('网页')}</w:hyperlink><w:hyperlink r:id="mail">${r('信箱')}</w:hyperlink>${field(' HYPERLINK "http://example.com/" ', r('域链接'))}${r('。')}`,
      ),
      p(
        `<w:hyperlink r:id="bad">${r('坏')}</w:hyperlink><w:hyperlink r:id="data">${r('数')}</w:hyperlink><w:hyperlink r:id="local">${r('本机')}</w:hyperlink><w:hyperlink w:anchor="b">${r('文内')}</w:hyperlink>`,
      ),
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${r('码')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('果')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      p(
        `${r('没有结束的域')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>`,
      ),
      p(
        `${r('圈')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
        p('生成的目录') +
        '</w:sdtContent></w:sdt>',
    ].join(''),
  }),
  characters: made({
    body: [
      p(
        `<w:r><w:ruby><w:rubyPr/><w:rt>${r('zhuàng')}</w:rt><w:rubyBase>${r('戆')}</w:rubyBase></w:ruby></w:r>${r('直')}`,
      ),
      p(
        `${r('面积 5 m')}${r('2', '<w:vertAlign w:val="superscript"/>')}${r('，H')}${r('2', '<w:vertAlign w:val="subscript"/>')}${r('O，注')}${r('［甲］', '<w:vertAlign w:val="superscript"/>')}`,
      ),
      p(
        `${r('明')}${r('暗', '<w:vanish/>')}${r('样式暗', '<w:rStyle w:val="secret"/>')}${r('网页暗', '<w:webHidden/>')}`,
      ),
      p(
        `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${r('是')}<w:r><w:sym w:font="某某字体" w:char="F041"/></w:r>${r('\uF0D8', '<w:rFonts w:ascii="Wingdings"/>')}`,
      ),
      p(
        `<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t><w:softHyphen/><w:t>戊</w:t></w:r>`,
      ),
      p(
        `${r('设')}<m:oMath><m:r><m:t>y</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
      ),
      p('<w:r><w:t>&lt;甲&gt; &amp; &#x4E59;<![CDATA[<丙>]]></w:t></w:r>'),
    ].join(''),
    styles: STYLES,
  }),
  wrapped: made({
    body: [
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('控件里的段落')}</w:sdtContent></w:sdt>`,
      p(
        `<w:smartTag w:element="place">${r('智能')}</w:smartTag><w:bdo w:val="ltr">${r('方向')}</w:bdo><w:customXml w:element="x">${r('自定')}</w:customXml><w:unknown><w:deep>${r('不认识')}</w:deep></w:unknown>`,
      ),
      p(
        `${r('姓名：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>${r('甲某')}</w:sdtContent></w:sdt>`,
      ),
      r('段落外的字'),
      `<w:customXml>${p('套着的段落')}</w:customXml>`,
      p('字', '<w:framePr w:dropCap="drop"/>'),
      p('首下沉的一段'),
    ].join(''),
  }),
  gaps: made({
    body: [
      p('一'),
      '<w:p/>',
      p(' '),
      p('二'),
      p(breakOf('page')),
      p('三'),
      p(`${r('四')}${breakOf('page')}`),
      p('五'),
      p(`${breakOf('page')}${r('六')}`),
      p('七', '<w:pageBreakBefore/>'),
      p('八', '<w:sectPr/>'),
      p('九'),
    ].join(''),
  }),
  strict: made({
    strict: true,
    document: 'body/main.xml',
    pictures: ['图 一.png'],
    body: p(`${r('严格')}${picture('media-1', '严格的图')}`, '<w:jc w:val="center"/>'),
  }),
  objects: made({
    body: [
      p(
        `${r('表')}<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      ),
      p(
        `${r('图')}<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
      ),
      p(`${r('式')}<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>`),
    ].join(''),
  }),
};
