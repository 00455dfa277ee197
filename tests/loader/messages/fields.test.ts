import { describe, expect, it } from 'vitest';
import { bulletinFiles, messagesOf } from '../../lib/bulletin-files.ts';
import { THIRD, third, added, body } from '../../lib/third-article.ts';

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
  it('a draft must not be wrong', async () =>
    expect(await third('---\ntitle: 草稿\ngenre: 新闻\n---\n文')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:3:8 错误：“体裁”(genre)不能是“新闻”
        改法：你是不是想写 genre: 图片新闻？（可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告）",
      ]
    `));
  it('a choice in the newsroom’s words, and one without similar values', async () =>
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
  it('an unknown role', async () =>
    expect(await third(THIRD.replace('署名单位 本刊编辑部', '[{ name: 张某, role: 主笔 }]')))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:6:28 错误：“身份”(role)不能是“主笔”
          改法：改成其中一个：记者、通讯员、特约记者、特约通讯员、见习记者、实习生、摄影、整理、署名单位、作者",
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
