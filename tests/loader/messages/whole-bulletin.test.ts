import { expect, it } from 'vitest';
import { article, messagesOf } from '../../lib/bulletin-files.ts';
import { THIRD } from '../../lib/third-article.ts';

it('checks the right fields of an article, and the articles of an issue, though others are wrong', async () => {
  const messages = await messagesOf({
    'issues/2022-09/issue.yaml': 'year: 2022\n',
    'issues/2022-09/second.md': article('第二篇', 'date: 明天\ncounty: 无此县\n'),
    'issues/2022-10/issue.yaml':
      'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: published\neditor: 甲\n',
    'issues/2022-10/third.md': article(
      '第三篇',
      'related: [2022-09/first]\n',
      '见[甲](../2022-09/first.md)。',
    ),
  });
  expect(messages).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/issue.yaml:1:1 错误：缺少“年内期号”(number)
      改法：加一行，例如 number: 1",
      "content/issues/2022-09/issue.yaml:1:1 错误：缺少“总期号”(serial)
      改法：加一行，例如 serial: 1",
      "content/issues/2022-09/issue.yaml:1:1 错误：缺少“月份”(months)
      改法：加一行，例如 months: [9]",
      "content/issues/2022-09/issue.yaml:1:1 错误：缺少“出刊日期”(date)
      改法：加一行，例如 date: 2022-09-30",
      "content/issues/2022-09/issue.yaml:1:1 错误：缺少“状态”(status)
      改法：加一行，例如 status: published",
      "content/issues/2022-09/second.md:9:7 错误：“日期”(date)不是日历上的日期
      改法：写成 2022-09-30 或 2022-09",
      "content/issues/2022-09/second.md:10:9 错误：县区“无此县”不在名录里
      改法：改成名录里有的名称，或先把它加进 regions.yaml（可选：甲省、乙市、丙县、城区、丁市、城区）",
    ]
  `);
});

it('tells every problem of every file at once', async () => {
  const messages = await messagesOf({
    'issues/2022-09/first.md': THIRD.replace('park: 甲园', 'park: 无此园'),
    'issues/2022-09/second.md': article(
      '第二篇',
      'date: 2022-12-01\nwrong: 1\n',
      '<b>粗</b>\n\n![](./images/none.jpg)',
    ),
    'issues/2022-09/third.md': '---\ntitle：坏\n---\n',
  });
  expect(messages).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/first.md:4:7 错误：园区“无此园”不在名录里
      改法：改成名录里有的名称，或先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）",
      "content/issues/2022-09/second.md:9:7 错误：日期 2022-12-01 晚于本期的出刊日期 2022-09-30
      改法：改正日期，或把稿件移到后面的一期",
      "content/issues/2022-09/second.md:10:1 错误：不认识的字段“wrong”
      改法：删去这一行，或改成可用的字段：title 标题、titleBy 标题来源、kicker 引题、subtitle 副题、shortTitle 短题、date 日期、dateNote 日期说明、category 栏目、park 园区、county 县区、city 设区市、scope 范围、genre 体裁、byline 署名、dateline 电头、interviewee 受访人、source 来源、reprint 转载、rights 权利、editor 责任编辑、review 审校、masked 隐名、series 专栏、topics 主题、industries 产业、page 版次、order 顺序、lead 头条、summary 提要、cover 题图、facts 数据、projects 项目、milestones 节点、related 相关、aliases 旧址、corrections 更正、status 状态、withdrawn 撤稿、waivers 豁免、import 导入记录",
      "content/issues/2022-09/second.md:13:1 错误：正文里有 HTML：<b>
      改法：删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<",
      "content/issues/2022-09/second.md:13:5 错误：正文里有 HTML：</b>
      改法：删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<",
      "content/issues/2022-09/second.md:15:1 错误：图片“./images/none.jpg”没有替代文字
      改法：![画面里有什么](./images/none.jpg)",
      "content/issues/2022-09/second.md:15:1 错误：图片“./images/none.jpg”找不到
      改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
      "content/issues/2022-09/third.md:2:1 错误：字段名“title”后面用了中文冒号“：”
      改法：title: 坏",
    ]
  `);
});
