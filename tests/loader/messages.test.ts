import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { article, bulletinFiles, type Files, messagesOf } from '../lib/bulletin-files.ts';

/** Messages about the third article after a change. */
const ARTICLE = 'issues/2022-09/third.md';
const THIRD = article('第三篇');
const third = (text: string, more: Files = {}) => messagesOf({ [ARTICLE]: text, ...more });
const added = (lines: string, more: Files = {}) => third(article('第三篇', lines), more);
const body = (text: string, more: Files = {}) => third(article('第三篇', '', text), more);

const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

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

describe('fields', () => {
  it('unknown keys', async () =>
    expect(await added('catagory: 要闻\n标题: 好\nxyz: 1\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:1 错误：不认识的字段“catagory”
        改法：你是不是想写 category（栏目）？不需要就删去这一行",
        "content/issues/2022-09/third.md:10:1 错误：不认识的字段“标题”
        改法：你是不是想写 title（标题）？不需要就删去这一行",
        "content/issues/2022-09/third.md:11:1 错误：不认识的字段“xyz”
        改法：删去这一行，或改成可用的字段：title 标题、titleBy 标题来源、kicker 引题、subtitle 副题、shortTitle 短题、date 日期、dateNote 日期说明、category 栏目、park 园区、county 县区、city 设区市、scope 范围、genre 体裁、byline 署名、dateline 电头、interviewee 受访人、source 来源、reprint 转载、rights 权利、editor 责任编辑、review 审校、masked 隐名、series 专栏、topics 主题、industries 产业、page 版次、order 顺序、lead 头条、summary 提要、cover 题图、facts 数据、projects 项目、milestones 节点、related 相关、aliases 旧址、corrections 更正、status 状态、withdrawn 撤稿、waivers 豁免、import 导入记录",
      ]
    `));
  it('what a ready article lacks', async () =>
    expect(await third('---\nstatus: ready\n---\n文')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“标题”(title)
        改法：在文件开头的两行 --- 之间加一行，例如 title: 园区开出“直通车”",
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“栏目”(category)
        改法：在文件开头的两行 --- 之间加一行，例如 category: 园区要闻",
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“体裁”(genre)
        改法：在文件开头的两行 --- 之间加一行，例如 genre: 消息",
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“权利”(rights)
        改法：在文件开头的两行 --- 之间加一行，例如 rights: own",
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“园区”(park)
        改法：在文件开头的两行 --- 之间加一行，例如 park: 某某高新区（不写园区的话，用 scope 注明范围：县区、市、省、全国）",
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“署名”(byline)
        改法：在文件开头的两行 --- 之间加一行，例如 byline: 记者 甲某、乙某；通讯员 丙某",
      ]
    `));
  it('a draft may lack it', async () =>
    expect(await third('---\ntitle: 草稿\nkicker:\n---\n文')).toEqual([]));
  it('an article without a body', async () =>
    expect(await body('')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md 错误：稿件没有正文
      改法：在第二行 --- 的下面写正文；还没写好就改成 status: draft",
    ]
  `));
  it('a blank title', async () =>
    expect(await third(THIRD.replace('title: 第三篇', "title: '  '"))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:2:8 错误：“标题”(title)是空的
        改法：写上内容，或删去这一行",
      ]
    `));
  it('but not be wrong', async () =>
    expect(await third('---\ntitle: 草稿\ngenre: 新闻\n---\n文')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:3:8 错误：“体裁”(genre)不能是“新闻”
        改法：你是不是想写 genre: 图片新闻？（可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告）",
      ]
    `));
  it('a choice in the newsroom’s words, and one that is nothing like any', async () =>
    expect(await third('---\ntitle: 草稿\nrights: 本刊的\nstatus: 可以发了\n---\n文')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:3:9 错误：“权利”(rights)不能是“本刊的”
        改法：你是不是想写 rights: own？（可选：own 本刊、reprint 转载、cleared 已获授权、unknown 未明）",
        "content/issues/2022-09/third.md:4:9 错误：“状态”(status)不能是“可以发了”
        改法：你是不是想写 status: ready？（可选：draft 草稿、ready 可发、withdrawn 撤稿）",
      ]
    `));
  it('a date as it is printed', async () =>
    expect(await added('date: 2022年9月3日\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:7 错误：“日期”(date)不能写成“2022年9月3日”
        改法：写成 2022-09-03",
      ]
    `));
  it('fields of another system', async () =>
    expect(await added('tags: [招商]\nauthor: 张某\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:1 错误：不认识的字段“tags”
        改法：删去这一行，或改成可用的字段：title 标题、titleBy 标题来源、kicker 引题、subtitle 副题、shortTitle 短题、date 日期、dateNote 日期说明、category 栏目、park 园区、county 县区、city 设区市、scope 范围、genre 体裁、byline 署名、dateline 电头、interviewee 受访人、source 来源、reprint 转载、rights 权利、editor 责任编辑、review 审校、masked 隐名、series 专栏、topics 主题、industries 产业、page 版次、order 顺序、lead 头条、summary 提要、cover 题图、facts 数据、projects 项目、milestones 节点、related 相关、aliases 旧址、corrections 更正、status 状态、withdrawn 撤稿、waivers 豁免、import 导入记录",
        "content/issues/2022-09/third.md:10:1 错误：不认识的字段“author”
        改法：删去这一行，或改成可用的字段：title 标题、titleBy 标题来源、kicker 引题、subtitle 副题、shortTitle 短题、date 日期、dateNote 日期说明、category 栏目、park 园区、county 县区、city 设区市、scope 范围、genre 体裁、byline 署名、dateline 电头、interviewee 受访人、source 来源、reprint 转载、rights 权利、editor 责任编辑、review 审校、masked 隐名、series 专栏、topics 主题、industries 产业、page 版次、order 顺序、lead 头条、summary 提要、cover 题图、facts 数据、projects 项目、milestones 节点、related 相关、aliases 旧址、corrections 更正、status 状态、withdrawn 撤稿、waivers 豁免、import 导入记录",
      ]
    `));
  it('a number for a text', async () =>
    expect(await added('kicker: 2022\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:9 错误：“引题”(kicker)要写成文字，“2022”会读成数字或是否
        改法：kicker: "2022"",
      ]
    `));
  it('a title too long', async () =>
    expect(await third(THIRD.replace('第三篇', '长'.repeat(61)))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:2:8 错误：“标题”(title)太长，最多 60 个字
        改法：删到 60 个字以内",
      ]
    `));
  it('a reprint without source', async () =>
    expect(await third(THIRD.replace('rights: own', 'rights: reprint'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“来源”(source)
        改法：在文件开头的两行 --- 之间加一行，例如 source: 某某日报",
        "content/issues/2022-09/third.md:1:1 错误：可发布的稿件缺少“转载”(reprint)
        改法：在文件开头的两行 --- 之间加一行，例如 reprint: { originalTitle: 原题, originalDate: 2022-06-15 }",
      ]
    `));
  it('a byline that cannot be read', async () =>
    expect(await third(THIRD.replace('署名单位 本刊', '首席 张某 本刊'))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:6:9 错误：读不懂署名“首席 张某 本刊编辑部”
        改法：byline: 记者 甲某、乙某；通讯员 丙某",
      ]
    `));
  it('a role that is none', async () =>
    expect(await third(THIRD.replace('署名单位 本刊编辑部', '[{ name: 张某, role: 主笔 }]')))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:6:28 错误：“身份”(role)不能是“主笔”
          改法：改成其中一个：记者、通讯员、特约记者、摄影、整理、署名单位、作者",
        ]
      `));
  it('a quote that is not in the body', async () =>
    expect(await added('facts: [{ label: 项目, value: 12, quote: 开工项目13个 }]\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:40 错误：正文里没有这句原文：“开工项目13个”
        改法：从正文里原样复制，一个字、一个标点都不要改",
      ]
    `));
  it('三审三校 where the site asks for it', async () =>
    expect(
      await messagesOf({
        'site.yaml': `${bulletinFiles()['site.yaml']}review: true\n`,
        'issues/2022-09/second.md': null,
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/first.md:1:1 错误：可发布的稿件缺少“审校”(review)
        改法：在文件开头的两行 --- 之间加一行，例如 review: { first: 甲, second: 乙, final: 丙 }",
      ]
    `));
});

describe('dates', () => {
  it('not of the calendar', async () =>
    expect(await added('date: 2022-02-30\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:7 错误：“日期”(date)不是日历上的日期
      改法：写成 2022-09-30 或 2022-09",
    ]
  `));
  it('after the issue', async () =>
    expect(await added('date: 2022-10-01\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:7 错误：日期 2022-10-01 晚于本期的出刊日期 2022-09-30
      改法：改正日期，或把稿件移到后面的一期",
    ]
  `));
  it('after the issue, in Shanghai', async () =>
    expect(await added('date: 2022-09-30T16:30:00Z\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:7 错误：日期 2022-10-01 晚于本期的出刊日期 2022-09-30
        改法：改正日期，或把稿件移到后面的一期",
      ]
    `));
  it('too old', async () =>
    expect(await added('date: 2022-06-15\n')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:9:7 错误：日期 2022-06-15 比本期早两个多月
      改法：转载的稿件加 reprint；其他的加一行 dateNote: 说明为什么刊用旧稿",
    ]
  `));
  it('old with a reason', async () =>
    expect(await added('date: 2022-06-15\ndateNote: 旧稿补刊\n')).toEqual([]));
  it('a month', async () => expect(await added('date: 2022-09\n')).toEqual([]));
});

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
  it('folders that are no issues', async () =>
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
  it('files that nobody will see', async () =>
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

describe('pictures', () => {
  const shows = (name: string, file?: string | Uint8Array) =>
    body(
      `![画面](./images/${name} "摄影：乙")`,
      file === undefined ? {} : { [`issues/2022-09/images/${name}`]: file },
    );
  it('missing', async () =>
    expect(await shows('x.jpg')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.jpg”找不到
      改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
    ]
  `));
  it('without alt', async () =>
    expect(await body('![](./images/x.png "图注｜摄影：乙")', { 'issues/2022-09/images/x.png': png }))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.png”没有替代文字
          改法：![画面里有什么](./images/x.png "图注｜摄影：乙")",
          "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.png”只有 10×10 像素，放大会模糊
          改法：换成长边 600 像素以上的原图；没有的话，照用也行",
        ]
      `));
  it('broken', async () =>
    expect(await shows('x.jpg', 'not a picture')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.jpg”打不开，可能已损坏或不是图片
      改法：用看图软件打开，另存一份再用",
    ]
  `));
  it('truncated', async () =>
    expect(await shows('x.png', png.subarray(0, 20))).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.png”打不开，可能已损坏或不是图片
      改法：用看图软件打开，另存一份再用",
    ]
  `));
  it('an SVG with a script', async () =>
    expect(
      await shows('x.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.svg”第 1 行有脚本 <script>
        改法：用绘图软件另存为“纯 SVG”，或存成 PNG",
      ]
    `));
  it('outside the content folder', async () =>
    expect(await body('![甲](../../../x.png)')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“../../../x.png”不在内容文件夹里
        改法：把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg",
      ]
    `));
  it('a cover without alt and credit', async () =>
    expect(await added('cover: { src: ./images/x.png }\n', { 'issues/2022-09/images/x.png': png }))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:9:8 错误：缺少“替代文字”(alt)
          改法：加一行，例如 alt: 厂房里的机械臂正在装配",
          "content/issues/2022-09/third.md:9:8 错误：缺少“图片署名”(credit)
          改法：加一行，例如 credit: 摄影：本刊编辑部",
        ]
      `));
  it('of 40 megapixels is right', async () => {
    const large = await sharp({ create: { width: 8000, height: 5000, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    expect(await shows('x.jpg', large)).toEqual([]);
  });
  it('of more than 20 MB', async () =>
    expect(await shows('x.jpg', Buffer.concat([png, Buffer.alloc(25 * 1024 * 1024)]))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.jpg”太大（25.0 MB）
        改法：另存为质量 90 的 JPG，或把长边缩小到 4000 像素，不超过 20 MB",
      ]
    `));
  it('too small', async () =>
    expect(await shows('x.png', png)).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.png”只有 10×10 像素，放大会模糊
      改法：换成长边 600 像素以上的原图；没有的话，照用也行",
    ]
  `));
  it('without credit', async () => {
    const large = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const files = { 'issues/2022-09/images/x.jpg': large };
    expect(await body('![画面](./images/x.jpg "图注")', files)).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.jpg”没有署名
        改法：![画面](./images/x.jpg "图注｜摄影：某某")",
      ]
    `);
  });
  it('with the place where it was taken', async () => {
    const plain = sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } }).jpeg();
    const located = plain.clone().withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 2/1 3/1' } });
    expect(await shows('x.jpg', await located.toBuffer())).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.jpg”里面记着拍摄地点（经纬度）
        改法：网站上的图片会自动去掉；稿件文件夹也要公开的，先用看图软件去掉“位置信息”再放进来",
      ]
    `);
    const dated = plain.clone().withExif({ IFD0: { Copyright: '本刊编辑部' } });
    expect(await shows('x.jpg', await dated.toBuffer())).toEqual([]);
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="38,2N"/></rdf:RDF></x:xmpmeta>';
    expect(await shows('x.jpg', await plain.clone().withXmp(xmp).toBuffer())).toHaveLength(1);
  });
});

describe('links and addresses', () => {
  it('to a heading that another article does not have', async () => {
    const other = { 'issues/2022-09/other.md': article('第四篇', '', '## 备好地\n\n先把地备好。') };
    expect(await body('见[备好地](./other.md#备好地)。', other)).toEqual([]);
    expect(await body('见[备好地](./other.md#没有的)，也见[二](/issues/2022-09/other/#也没有)。', other))
      .toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：“第四篇”里没有“#没有的”这个小标题
        改法：# 后面写那一篇的小标题，去掉标点和空格；或删去 # 和它后面的字",
        "content/issues/2022-09/third.md:11:1 错误：“第四篇”里没有“#也没有”这个小标题
        改法：# 后面写那一篇的小标题，去掉标点和空格；或删去 # 和它后面的字",
      ]
    `);
  });
  it('to what does not exist', async () =>
    expect(await third(article('第三篇', 'related: [2022-09/none]\n', '见[乙](../2022-08/x.md)。')))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:9:11 错误：没有“2022-09/none”这篇稿件
          改法：写成“期/文件名”，例如 2022-09/some-article",
          "content/issues/2022-09/third.md:12:1 错误：链接的“../2022-08/x.md”不存在
          改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
        ]
      `));
  it('old addresses', async () =>
    expect(await added('aliases: [old/a, /parks/x/, /old/A/]\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“old/a”的写法不对
        改法：以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/",
        "content/issues/2022-09/third.md:9:18 错误：旧址“/parks/x/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/issues/2022-09/third.md:9:29 错误：旧址“/old/A/”的写法不对
        改法：以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/",
      ]
    `));
  it('to an article that is not published', async () =>
    expect(
      await body('见[另一篇](fourth.md)，[又见](/issues/2022-09/fourth/)。', {
        'issues/2022-09/fourth.md': article('第四篇').replace('status: ready', 'status: draft'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：链接的稿件“fourth.md”还没有发布
        改法：等那一篇发布以后再加链接，或删去链接",
        "content/issues/2022-09/third.md:11:1 错误：链接的稿件“/issues/2022-09/fourth/”还没有发布
        改法：等那一篇发布以后再加链接，或删去链接",
      ]
    `));
  it('inside the site', async () =>
    expect(
      await body(
        '[有](/parks/jia/) [有](/issues/2022-09/) [有](/regions/990101/) [没有](/regions/990201/) [没有](/no/such/)',
      ),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：链接的“/regions/990201/”不存在
        改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
        "content/issues/2022-09/third.md:11:1 错误：链接的“/no/such/”不存在
        改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
      ]
    `));
  it('an old address that is a page', async () =>
    expect(
      await added('aliases: [/about/, /issues/2022-09/second/, /index.html/, /issues/2022-08/moved/]\n', {
        'pages/about.md': '---\ntitle: 关于\n---\n文\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“/about/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/issues/2022-09/third.md:9:20 错误：旧址“/issues/2022-09/second/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/issues/2022-09/third.md:9:45 错误：旧址“/index.html/”里的“/index.html”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
      ]
    `));
  it('an old address where a file is, or below one', async () =>
    expect(
      await added(
        'aliases: [/favicon.svg/x/, /a/index.html/b/, /about/feed.xml/, /issues/2022-09/issue.json/, /old/a.html/]\n',
        { 'pages/about.md': '---\ntitle: 关于\n---\n文\n' },
      ),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“/favicon.svg/x/”里的“/favicon.svg”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
        "content/issues/2022-09/third.md:9:28 错误：旧址“/a/index.html/b/”里的“/a/index.html”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
        "content/issues/2022-09/third.md:9:46 错误：旧址“/about/feed.xml/”里的“/about/feed.xml”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
        "content/issues/2022-09/third.md:9:64 错误：旧址“/issues/2022-09/issue.json/”里的“/issues/2022-09/issue.json”是本站文件的地址
        改法：旧址不能和本站的文件相同，也不能在文件的下面；删去这个旧址",
      ]
    `));
  it('old addresses of issues and pages, and former ids', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/issue.yaml': `${bulletinFiles()['issues/2022-09/issue.yaml']}aliases: [/issues/2022/, /old/]\n`,
        'pages/about.md': '---\ntitle: 关于\naliases: [/old/, /us]\n---\n文\n',
        'topics.yaml':
          '- { id: a, name: 甲, formerIds: [b, a] }\n- { id: b, name: 乙, formerIds: [c] }\n- { id: d, name: 丁, formerIds: [c, C] }\n',
        'parks/jia.yaml': `${bulletinFiles()['parks/jia.yaml']}formerIds: [jia-inner]\n`,
        'regions.yaml': `${bulletinFiles()['regions.yaml']}- { code: '990300', name: 戊市, formerIds: ['990100', 9] }\n`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/issue.yaml:9:11 错误：旧址“/issues/2022/”是本站已有的地址
        改法：旧址不能和本站的页面相同",
        "content/pages/about.md:3:11 错误：旧址“/old/”已给了 2022-09
        改法：一个旧址只能转到一页",
        "content/pages/about.md:3:18 错误：旧址“/us”的写法不对
        改法：以 / 开头、以 / 结尾，只用小写英文字母、数字、连字符，例如 /old/a/",
        "content/parks/jia.yaml:5:13 错误：旧编号“jia-inner”是现在还在用的编号
        改法：删去；要合并的话，先删去用这个编号的那一项",
        "content/regions.yaml:7:53 错误：“旧代码”(formerIds)要写成文字，“9”会读成数字或是否
        改法：- { code: '990300', name: 戊市, formerIds: ['990100', "9"] }",
        "content/topics.yaml:1:33 错误：旧编号“b”是现在还在用的编号
        改法：删去；要合并的话，先删去用这个编号的那一项",
        "content/topics.yaml:1:36 错误：旧编号“a”是现在还在用的编号
        改法：删去：这就是它现在的编号",
        "content/topics.yaml:3:36 错误：“旧编号”(formerIds)只能用小写英文字母、数字和连字符
        改法：例如 park-news",
      ]
    `));
  it('to a withdrawn article', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/third.md': article(
          '第三篇',
          'related: [2022-09/fourth]\n',
          '见[另一篇](fourth.md)。',
        ),
        'issues/2022-09/fourth.md': article('第四篇').replace(
          'status: ready',
          'status: withdrawn\nwithdrawn: { date: 2022-10-31 }',
        ),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 提醒：相关稿件“2022-09/fourth”已撤稿，不再显示
        改法：删去这一项",
        "content/issues/2022-09/third.md:12:1 提醒：链接的稿件“fourth.md”已撤稿，读者点开是撤稿说明
        改法：删去链接，或改成别的稿件；要留着，不改也行",
      ]
    `));
  it('an article that says it is withdrawn and is not', async () =>
    expect(await added('withdrawn: { date: 2022-10-31 }\n')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:12 错误：写了撤稿说明（withdrawn），状态却是 ready，并没有撤稿
        改法：要撤稿，写 status: withdrawn；不撤稿，删去 withdrawn",
      ]
    `));
  it('an old address twice', async () =>
    expect(
      await added('aliases: [/old/a/]\n', {
        'issues/2022-09/fourth.md': article('第四篇', 'aliases: [/old/a/]\n'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:11 错误：旧址“/old/a/”已给了 2022-09/fourth
        改法：一个旧址只能转到一页",
      ]
    `));
});

describe('pages', () => {
  it('are checked as articles are', async () =>
    expect(
      await messagesOf({
        'pages/关于.md': '---\ntitle: 关于\n---\n文\n',
        'pages/search.md': '---\ntitle: 检索\n---\n文\n',
        'pages/about.md': '---\ntitle: 关于\n---\n![画](./none.jpg)\n\n[乙](../issues/2022-09/none.md)\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pages/about.md:4:1 错误：图片“./none.jpg”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/pages/about.md:6:1 错误：链接的“../issues/2022-09/none.md”不存在
        改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样",
        "content/pages/search.md 错误：文件名“search”是本站已有的地址
        改法：改名，例如 about.md；文件名就是网址",
        "content/pages/关于.md 错误：文件名“关于”只能用小写英文字母、数字和连字符
        改法：改名，例如 about.md；文件名就是网址",
      ]
    `));
});

describe('personal numbers', () => {
  it('are never published', async () =>
    expect(await body('电话138 1234 5678，编号NW202206152412544522')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：这里有手机号码 138****5678
        改法：删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true",
      ]
    `));
  it('but those of public contacts', async () =>
    expect(
      await body('电话13812345678', {
        'site.yaml': `${bulletinFiles()['site.yaml']}contacts: [{ label: 热线, value: 138-1234-5678, public: true }]\n`,
      }),
    ).toEqual([]));
});

describe('registers', () => {
  it('parks', async () =>
    expect(
      await messagesOf({
        'parks/乙.yaml': 'name: 乙园\ncounty: 丁市\n',
        'parks/ring.yaml': 'name: 丙园\nparent: 丙园\ncounty: 丙县\n',
        'parks/level.yaml': 'name: 戊园\ncounty: 丙县\nlevel: 国家\n',
        'parks/twin.yaml': 'name: 甲园\ncounty: 丙县\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/first.md:4:7 错误：园区“甲园”不止一个
        改法：你是不是想写“甲县经济开发区”、“twin”？",
        "content/issues/2022-09/second.md:4:7 错误：园区“甲园”不止一个
        改法：你是不是想写“甲县经济开发区”、“twin”？",
        "content/parks/jia-inner.yaml:2:9 错误：上级园区“甲园”不止一个
        改法：你是不是想写“甲县经济开发区”、“twin”？",
        "content/parks/jia.yaml:1:7 错误：“甲园”还是另一个园区的名称
        改法：同一个名称只能属于一个园区",
        "content/parks/level.yaml:3:8 错误：“级别”(level)不能是“国家”
        改法：你是不是想写 level: 国家级？（可选：国家级、省级、市级、县级）",
        "content/parks/ring.yaml:2:9 错误：上级园区绕回了自己
        改法：改正或删去 parent 这一行",
        "content/parks/twin.yaml:1:7 错误：“甲园”还是另一个园区的名称
        改法：同一个名称只能属于一个园区",
        "content/parks/twin.yaml:1:7 错误：“甲园”还是另一个园区的名称
        改法：同一个名称只能属于一个园区",
        "content/parks/乙.yaml 错误：文件名“乙”只能用小写英文字母、数字和连字符
        改法：改名，例如 some-park.yaml",
        "content/parks/乙.yaml:2:9 错误：“丁市”不是县区
        改法：换一个字段写",
      ]
    `));
  it('lists', async () =>
    expect(
      await messagesOf({
        'topics.yaml': 'id: a\nname: b\n',
        'sources.yaml':
          '- { id: x, name: 甲 }\n- { id: x, name: 乙 }\n- { id: y, name: 丙, url: ftp://a }\n- name: 丁\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/sources.yaml:2:9 错误：“x”重复了
        改法：每一项要有自己的编号，留下一项",
        "content/sources.yaml:3:26 错误：“网址”(url)不是网址
        改法：网址以 https:// 或 http:// 开头",
        "content/sources.yaml:4:3 错误：缺少“编号”(id)
        改法：加一行，例如 id: park-news",
        "content/topics.yaml:1:1 错误：这个文件应当是一张清单
        改法：每一项以“- id: …”开头",
      ]
    `));
});

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
