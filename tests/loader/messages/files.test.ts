import { describe, expect, it } from 'vitest';
import { bulletinFiles, messagesOf } from '../../lib/bulletin-files.ts';
import { ARTICLE, THIRD, third, added } from '../../lib/third-article.ts';

describe('files and folders', () => {
  it('two leads', async () =>
    expect(await added('lead: true\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:7 错误：本期已有头条：first.md
      改法：一期只留一篇头条，删去这里的 lead 一行",
    ]
  `));
  it('a slug twice', async () =>
    expect(await messagesOf({ 'issues/2022-09/second.mdx': THIRD })).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/second.mdx 错误：与 second.md 的网址相同
        改法：给其中一个换个文件名",
      ]
    `));
  it('a Chinese file name', async () =>
    expect(await messagesOf({ 'issues/2022-09/第三篇.md': THIRD })).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/第三篇.md 错误：文件名“第三篇”只能用小写英文字母、数字和连字符
        改法：改名，例如 some-article.md；文件名就是网址的一部分",
      ]
    `));
  it('an issue without issue.yaml', async () =>
    expect(await messagesOf({ 'issues/2022-11/third.md': THIRD })).toMatchInlineSnapshot(`
      [
        "content/issues/2022-11 错误：这一期没有 issue.yaml
        改法：从别的一期复制 issue.yaml 过来，改好年份、月份、期号和日期",
      ]
    `));
  it('an issue.yaml that lacks fields', async () =>
    expect(await messagesOf({ 'issues/2022-10/issue.yaml': 'year: 2022\nmonths: [10, 13]\n' }))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-10/issue.yaml:1:1 错误：缺少“年内期号”(number)
          改法：加一行，例如 number: 1",
          "content/issues/2022-10/issue.yaml:1:1 错误：缺少“总期号”(serial)
          改法：加一行，例如 serial: 1",
          "content/issues/2022-10/issue.yaml:1:1 错误：缺少“出刊日期”(date)
          改法：加一行，例如 date: 2022-09-30",
          "content/issues/2022-10/issue.yaml:1:1 错误：缺少“状态”(status)
          改法：加一行，例如 status: published",
          "content/issues/2022-10/issue.yaml:2:14 错误：“月份”(months)不能大于 12
          改法：months: [9]",
        ]
      `));
  it('folders that are not issues', async () =>
    expect(await messagesOf({ 'issues/2022年9月/third.md': THIRD, 'issues/2022-13/third.md': THIRD }))
      .toMatchInlineSnapshot(`
      [
        "content/issues/2022-13 错误：文件夹名“2022-13”不是期
        改法：改名，写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1",
        "content/issues/2022年9月 错误：文件夹名“2022年9月”不是期
        改法：改名，写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1",
      ]
    `));
  it('an issue that is not its folder', async () =>
    expect(
      await messagesOf({
        'issues/2022-10/issue.yaml':
          'year: 2021\nnumber: 1\nserial: 1\nmonths: [9]\ndate: 2022-10-31\nstatus: published\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-10/issue.yaml:1:7 错误：年份 2021 与文件夹名 2022-10 不符
        改法：year: 2022",
        "content/issues/2022-10/issue.yaml:3:9 错误：总第 1 期已是 2022-09
        改法：总期号一期一个，照印刷的写",
        "content/issues/2022-10/issue.yaml:4:9 错误：月份 [9] 与文件夹名 2022-10 不符
        改法：months: [10]",
      ]
    `));
  it('not UTF-8', async () =>
    expect(await messagesOf({ [ARTICLE]: Uint8Array.of(0xc8, 0xd5, 0xb1, 0xa8) })).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md 错误：文件不是 UTF-8 编码
        改法：用记事本打开，“另存为”时把编码选成 UTF-8",
      ]
    `));
  it('a Markdown file of 5 MB', async () =>
    expect(await third(THIRD + '字'.repeat(1_700_000))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md 错误：文件太大（4.9 MB）
        改法：文稿不超过 4 MB；图片要单独存成文件，不要嵌在文字里",
      ]
    `));
  it('files that are not published', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/来稿.docx': 'x',
        'issues/2022-09/B.MD': 'x',
        'issues/2022-09/sub/c.md': 'x',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/B.MD 提醒：这个文件不会发布
        改法：改名为 B.md；不要的就删去",
        "content/issues/2022-09/sub/c.md 提醒：这个文件不会发布
        改法：稿件直接放在期的文件夹里，文件名以 .md 或 .mdx 结尾；图片放进 images；其他文件移走",
        "content/issues/2022-09/来稿.docx 提醒：这个文件不会发布
        改法：来稿先用 npm run import 变成草稿，再用 npm run move 移进来；原件移到别处",
      ]
    `));
  it('no site.yaml', async () =>
    expect(await messagesOf({ 'site.yaml': null })).toMatchInlineSnapshot(`
    [
      "content/site.yaml 错误：缺少文件 site.yaml
      改法：从本项目自带的 content 复制一份再改",
    ]
  `));
  it('no articles', async () =>
    expect(await messagesOf({ 'issues/2022-09/first.md': null, 'issues/2022-09/second.md': null }))
      .toMatchInlineSnapshot(`
      [
        "content/issues 错误：没有一篇可以发布的稿件（读到 1 期、0 篇稿件，其中 0 期还在编辑，0 篇不是 ready，0 篇权利未明）
        改法：稿件写 status: ready 和 rights: own，所在期的 issue.yaml 写 status: published",
      ]
    `));
  it('an empty folder', async () => {
    const nothing = Object.fromEntries(Object.keys(bulletinFiles()).map((name) => [name, null]));
    expect(await messagesOf(nothing)).toMatchInlineSnapshot(`
      [
        "content 错误：内容文件夹是空的，或者不存在
        改法：放入 site.yaml、categories.yaml 和 issues 文件夹；可以从本项目自带的 content 复制一份再改",
      ]
    `);
  });
});
