import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../lib/bulletin-files.ts';
import { THIRD, third, added } from '../../lib/third-article.ts';

it('reports nothing in a valid bulletin', async () => {
  expect(await messagesOf({})).toEqual([]);
  expect(await third(THIRD)).toEqual([]);
});

describe('YAML that does not parse', () => {
  it('Chinese colon', async () =>
    expect(await third(THIRD.replace('title: ', 'title：'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:2:1 错误：字段名“title”后面用了中文冒号“：”
        改法：title: 第三篇",
      ]
    `));
  it('quotation marks around the beginning of a title', async () =>
    expect(await third(THIRD.replace('title: 第三篇', 'title: "早班车": 办事不再等'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:2:1 错误：“title”的内容以英文引号开头，引号后面还有字
        改法：title: '"早班车": 办事不再等'",
      ]
    `));
  it('no space', async () =>
    expect(await third(`---\ntitle:第三篇\nstatus: ready\n---\n文`)).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:2:1 错误：“title:”的冒号后面少一个空格
        改法：title: 第三篇",
      ]
    `));
  it('two colons', async () =>
    expect(await added('kicker: 创新: "突破"\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:1 错误：“kicker”的内容里有“: ”，读起来像又一个字段
        改法：kicker: '创新: "突破"'",
      ]
    `));
  it('open quote', async () =>
    expect(await added('kicker: "创新\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:1 错误：内容里有 YAML 另作他用的符号，要加引号
        改法：kicker: '"创新'",
      ]
    `));
  it('a mask at the start', async () =>
    expect(await added('kicker: *县\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:1 错误：“kicker”的内容以“*”开头
      改法：kicker: "*县"",
    ]
  `));
  it('a tab', async () =>
    expect(await added('topics:\n\t- 营商环境\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:10:1 错误：行首用了 Tab 键
      改法：把行首的 Tab 换成两个空格",
    ]
  `));
  it('a tab before a field', async () =>
    expect(await added('kicker: 创新\n\tsubtitle: 突破\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:10:1 错误：行首用了 Tab 键
        改法：subtitle: 突破",
      ]
    `));
  it('spaces before a field', async () =>
    expect(await added('kicker: 创新\n  subtitle: 突破\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:10:1 错误：行首多了空格
        改法：subtitle: 突破",
      ]
    `));
  it('spaces before a field of a list', async () =>
    expect(await added('corrections:\n  - date: 2022-10-01\n      text: 改正\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：行首多了空格
        改法：    text: 改正",
      ]
    `));
  it('a key twice', async () =>
    expect(await added('title: 又一题\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:1 错误：同一个字段写了两次
      改法：留下一行，删去另一行",
    ]
  `));
  it('front matter not closed', async () =>
    expect(await third('---\ntitle: 甲\n正文')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:1:1 错误：文件开头的 --- 没有结束
        改法：在稿件信息之后、正文之前加一行 ---",
      ]
    `));
  it('no front matter', async () =>
    expect(await third('正文')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:1:1 错误：文件开头没有稿件信息
      改法：第一行写 ---，下面写 title: 标题 等各项，再写一行 ---，然后是正文",
    ]
  `));
  it('an alias bomb', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd'])
      lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    expect(await messagesOf({ 'topics.yaml': lines.join('\n') })).toMatchInlineSnapshot(`
      [
        "content/topics.yaml:1:1 错误：“a”的内容以“&”开头
        改法：a: "&a [x, x, x, x, x, x, x, x, x]"",
        "content/topics.yaml:2:1 错误：“b”的内容以“&”开头
        改法：b: "&b [*a, *a, *a, *a, *a, *a, *a, *a, *a]"",
        "content/topics.yaml:3:1 错误：“c”的内容以“&”开头
        改法：c: "&c [*b, *b, *b, *b, *b, *b, *b, *b, *b]"",
        "content/topics.yaml:4:1 错误：“d”的内容以“&”开头
        改法：d: "&d [*c, *c, *c, *c, *c, *c, *c, *c, *c]"",
      ]
    `);
  });
});

describe('names', () => {
  it('an unknown park with neighbours', async () =>
    expect(await third(THIRD.replace('park: 甲园', 'park: 甲开放区'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:4:7 错误：园区“甲开放区”不在名录里
        改法：你是不是想写“甲开发区”、“甲县经济开发区”？都不是，就先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）",
      ]
    `));
  it('an unknown park in a list', async () =>
    expect(await third(THIRD.replace('park: 甲园', 'park: [甲园, 完全不同]'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:4:12 错误：园区“完全不同”不在名录里
        改法：改成名录里有的名称，或先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）",
      ]
    `));
  it('an unknown column', async () =>
    expect(await third(THIRD.replace('category: 园区要闻', 'category: 要问'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:3:11 错误：栏目“要问”不在名录里
        改法：你是不是想写“要闻”？都不是，就先把它加进 categories.yaml（可选：园区要闻、特稿、双招双引）",
      ]
    `));
  it('a county of which there are two', async () =>
    expect(await added('county: 城区\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:9 错误：县区“城区”不止一个
        改法：你是不是想写“乙市城区”、“丁市城区”？",
      ]
    `));
  it('a city in the county field', async () =>
    expect(await added('county: 乙市\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:9 错误：“乙市”不是县区
      改法：设区市写在 city 里",
    ]
  `));
  it('the same county by its alias is right', async () => expect(await added('county: 丙\n')).toEqual([]));
  it('a county that does not hold the park', async () => {
    expect(await added('county: 丁市城区\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:9 错误：园区“甲园”在丙县，不在丁市城区
        改法：county: 丙县，或删去这一行（县区可以从园区推出）；园区名录错了，就改 parks 里的文件",
      ]
    `);
    expect(await added('county: [丁市城区, 乙市城区]\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:9 错误：园区“甲园”在丙县，不在丁市城区、乙市城区
        改法：county: [丁市城区, 乙市城区, 丙县]，或删去这一行（县区可以从园区推出）；园区名录错了，就改 parks 里的文件",
      ]
    `);
    expect(await added('county: [丁市城区, 丙县]\n')).toEqual([]);
  });
  it('a county outside the city of a park without a county', async () => {
    const park = { 'parks/port.yaml': 'name: 港口保税区\ncity: 丁市\n' };
    const atPort = (county: string) =>
      third(THIRD.replace('park: 甲园', `park: 港口保税区\ncounty: ${county}`), park);
    expect(await atPort('丙县')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:5:9 错误：园区“港口保税区”在丁市，不在丙县
        改法：county: 丁市的县区，或删去这一行（县区可以从园区推出）；园区名录错了，就改 parks 里的文件",
      ]
    `);
    expect(await atPort('丁市城区')).toEqual([]);
  });
});
