import { describe, expect, it } from 'vitest';
import { withoutWhitespace } from '../../../src/import/manuscript.ts';
import { readDocx } from '../../../src/import/readers/docx/read-docx.ts';
import { rereadDocx } from '../../../src/import/verify/reread-docx.ts';
import { madeDocx } from '../../lib/made-docx.ts';
import { summaryOf } from '../../lib/docx-summary.ts';
import { canonText } from '../../lib/manuscript-lines.ts';

describe('samples', () => {
  it.each(Object.keys(madeDocx) as (keyof typeof madeDocx)[])('%s', async (name) => {
    expect(summaryOf(await readDocx(await madeDocx[name]()))).toEqual(SAMPLES[name]);
  });

  it.each(Object.entries(madeDocx))('%s has the same text in both readers', async (_, make) => {
    const bytes = await make();
    expect(canonText(await readDocx(bytes))).toBe(withoutWhitespace(await rereadDocx(bytes)));
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
        "formula：有公式，写成了一行字，分式、根号、上下标等请对照原稿",
        "graphic：这里嵌着别的程序的对象（公式、Excel 表等），里面的文字没有收，请对照原稿",
        "graphic：这里有一个 SmartArt 图示，没有收，里面的文字列在报告里；请截成图片放进来",
        "graphic：这里有一个图表，没有收，里面的文字和数字列在报告里；请截成图片放进来",
        "hidden-text：隐藏文字没有收，请核对",
        "link-removed：链接的地址不能用，只留下了文字",
        "note-missing：这里有一个脚注号，脚注的内容不在文件里",
        "picture-linked：图片没有存在文件里，只是链接过来的，没有收；请向作者要图片",
        "superscript：上标没有对应的字符，写成了普通字，请核对",
        "symbol：有一个符号用了特殊字体，认不出来，请对照原稿补上（在这段文字后面）",
        "table-layout：这个表格是排版用的，已经拆成段落，请核对",
        "table-merged：表格里有合并的单元格，文字放在第一格，其余留空，请核对",
        "table-nested：表格里还有表格，里层的文字依次放进了外层的格子，请核对",
        "tracked-changes：修订还没有定稿：删去的文字没有收，请核对",
        "tracked-changes：修订还没有定稿：加进的文字收下了，请核对",
        "tracked-changes：脚注里：修订还没有定稿：删去的文字没有收，请核对",
      ]
    `);
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
      '17 图 image1.png｜乙图',
      '18｜图旁的字',
      '19｜表后',
    ],
    pictures: ['image1.png'],
    warnings: ['table-merged 2：', 'table-nested 9：', 'table-layout 17：'],
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
      '7｜格',
      '8｜格里的框',
    ],
    warnings: ['table-layout 7：'],
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
      '8 10.5磅｜圈{+① 域里的文字}',
      '9｜{-生成的目录 目录}',
    ],
    warnings: [
      'link-removed 5：javascript:alert(1)',
      'link-removed 5：data:text/html,x',
      'link-removed 5：file:///C:/a.docx',
    ],
  },
  characters: {
    blocks: [
      '1 10.5磅｜戆{+（ 注音的括号}zhuàng{+） 注音的括号}直',
      '2 10.5磅｜面积 5 m{2→²}，H{2→₂}O，注［甲］',
      '3 10.5磅｜明{-暗样式暗 隐藏文字}网页暗',
      '4 10.5磅｜{+☑ 符号字体}是{+□ 符号字体}{\uF0D8→➢}',
      '5 10.5磅｜甲\t乙⏎丙{+- 不断字连字符}丁戊',
      '6 10.5磅｜设yx{2→²}',
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
