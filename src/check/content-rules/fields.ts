import type { RulesById } from './content-rule.ts';

/** Rules for the front matter of articles. */
export const FIELD_RULES = {
  'front-matter': {
    severity: 'error',
    title: '缺稿件信息',
    why: '每个稿件文件的开头，两行 --- 之间要有稿件信息。',
    examples: [
      {
        in: 'file',
        bad: '园区开出“直通车”\n\n正文从这里开始。',
        problem: '文件开头没有稿件信息',
        fix: '第一行写 ---，下面写 title: 标题 等各项，再写一行 ---，然后是正文',
        good: '---\ntitle: 园区开出“直通车”\nstatus: draft\n---\n\n正文从这里开始。',
      },
      {
        in: 'file',
        bad: '---\ntitle: 园区开出“直通车”\nstatus: draft\n\n正文从这里开始。',
        problem: '文件开头的 --- 没有结束',
        fix: '在稿件信息之后、正文之前加一行 ---',
        good: '---\ntitle: 园区开出“直通车”\nstatus: draft\n---\n\n正文从这里开始。',
      },
    ],
  },
  yaml: {
    severity: 'error',
    title: '稿件信息写法',
    why: '稿件信息一行写一个“字段: 内容”，冒号用英文的，后面空一格；内容里有冒号、星号的用英文引号括起来。',
    examples: [
      {
        in: 'front matter',
        bad: 'kicker：某某经开区',
        problem: '字段名“kicker”后面用了中文冒号“：”',
        fix: 'kicker: 某某经开区',
        good: 'kicker: 某某经开区',
      },
      {
        in: 'front matter',
        bad: 'kicker:某某经开区',
        problem: '“kicker:”的冒号后面少一个空格',
        fix: 'kicker: 某某经开区',
        good: 'kicker: 某某经开区',
      },
      {
        in: 'front matter',
        bad: 'kicker: 创新: 突破',
        problem: '“kicker”的内容里有“: ”，读起来像又一个字段',
        fix: 'kicker: "创新: 突破"',
        good: 'kicker: "创新: 突破"',
      },
    ],
  },
  'typed-text': {
    severity: 'error',
    title: '写的和读出来的不一样',
    why: '有的符号 YAML 另作他用，写的字会读丢或读错：“ #”后面的、写成几行的、光是数字的、反斜线、开头末尾的空格。照改法那一行改；备注另起一行，以 # 开头。',
    examples: [
      {
        in: 'front matter',
        bad: 'kicker: 电厂 #2 机组并网',
        problem: '“引题”(kicker)里的“ #”后面读不到（“#2 机组并网”会丢）',
        fix: 'kicker: "电厂 #2 机组并网"',
        good: 'kicker: "电厂 #2 机组并网"',
      },
      {
        in: 'front matter',
        bad: 'kicker: 2022',
        problem: '“引题”(kicker)要写成文字，“2022”会读成数字或是否',
        fix: 'kicker: "2022"',
        good: 'kicker: "2022"',
      },
      {
        in: 'front matter',
        bad: 'kicker: [图解]',
        problem: '“引题”(kicker)以“[”开头，要加引号才读得对',
        fix: 'kicker: "[图解]"',
        good: 'kicker: "[图解]"',
      },
      {
        in: 'topics.yaml',
        bad: '- { id: port, name: "港口 " }',
        problem: '“名称”(name)开头或末尾有空格',
        fix: '- { id: port, name: 港口 }',
        good: '- { id: port, name: 港口 }',
      },
    ],
  },
  'unknown-key': {
    severity: 'error',
    title: '不认识的字段',
    why: '字段名拼错了，写的内容就不会起作用。',
    examples: [
      {
        in: 'front matter',
        bad: 'subtitel: 记服务专班的一天',
        problem: '不认识的字段“subtitel”',
        fix: '你是不是想写 subtitle（副题）？不需要就删去这一行',
        good: 'subtitle: 记服务专班的一天',
      },
    ],
  },
  schema: {
    severity: 'error',
    title: '字段内容不对',
    why: '有的字段只能从几个词里选，有的不能太长，有的要写成日期、数字或网址。',
    examples: [
      {
        in: 'front matter',
        bad: 'genre: 特写',
        problem: '“体裁”(genre)不能是“特写”',
        fix: '改成其中一个：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告',
        good: 'genre: 通讯',
      },
      {
        in: 'front matter',
        bad: 'date: 2022年9月30日',
        problem: '“日期”(date)不能写成“2022年9月30日”',
        fix: '写成 2022-09-30',
        good: 'date: 2022-09-30',
      },
      {
        in: 'front matter',
        bad: 'masked: 是',
        problem: '“隐名”(masked)的写法不对',
        fix: 'masked: true',
        good: 'masked: true',
      },
    ],
  },
  'missing-field': {
    severity: 'error',
    title: '缺必填字段',
    why: '可以发布的稿件（status: ready）要有标题、栏目、体裁、权利；按范围写园区、县区或设区市；除公告、发刊词、工作报告外要有署名；转载的要有来源；网站设了三审三校的要有审校。',
    examples: [
      {
        in: 'front matter',
        bad: 'rights:',
        problem: '可发布的稿件缺少“权利”(rights)',
        fix: '在文件开头的两行 --- 之间加一行，例如 rights: own',
        good: 'rights: own',
      },
      {
        in: 'front matter',
        bad: 'genre: 访谈',
        problem: '可发布的稿件缺少“受访人”(interviewee)',
        fix: '在文件开头的两行 --- 之间加一行，例如 interviewee: { name: 某某, post: 某县开发区管委会主任 }',
        good: 'genre: 访谈\ninterviewee: { name: 甲某, post: 某县开发区管委会主任 }',
      },
      {
        in: 'front matter',
        bad: 'rights: reprint',
        problem: '可发布的稿件缺少“来源”(source)',
        fix: '在文件开头的两行 --- 之间加一行，例如 source: 某某日报',
        also: [
          {
            problem: '可发布的稿件缺少“转载”(reprint)',
            fix: '在文件开头的两行 --- 之间加一行，例如 reprint: { originalTitle: 原题, originalDate: 2022-06-15 }',
          },
        ],
        good: 'rights: reprint\nsource: 甲省日报\nreprint: { originalTitle: 原题 }',
      },
    ],
  },
  byline: {
    severity: 'error',
    title: '署名读不懂',
    why: '署名写“身份 姓名、姓名；身份 姓名”；两个字的名字中间不要加空格。',
    examples: [
      {
        in: 'front matter',
        bad: 'byline: 来源：甲报',
        problem: '读不懂署名“来源：甲报”',
        fix: 'byline: 记者 甲某、乙某；通讯员 丙某',
        good: 'byline: 记者 甲某、乙某',
      },
    ],
  },
  'date-after-issue': {
    severity: 'error',
    title: '日期晚于出刊',
    why: '稿件的日期不能晚于这一期的出刊日期。',
    examples: [
      {
        in: 'front matter',
        bad: 'date: 2022-10-08',
        problem: '日期 2022-10-08 晚于本期的出刊日期 2022-09-30',
        fix: '改正日期，或把稿件移到后面的一期',
        good: 'date: 2022-09-28',
      },
    ],
  },
  'date-too-old': {
    severity: 'error',
    title: '日期太早',
    why: '比本期早两个多月的，或者是转载，或者要写明为什么刊用旧稿。',
    examples: [
      {
        in: 'front matter',
        bad: 'date: 2021-09-28',
        problem: '日期 2021-09-28 比本期早两个多月',
        fix: '转载的稿件加 reprint；其他的加一行 dateNote: 说明为什么刊用旧稿',
        good: 'date: 2021-09-28\ndateNote: 旧稿补刊',
      },
    ],
  },
  quote: {
    severity: 'error',
    title: '数据没有原文',
    why: '数据、项目、节点都要附上正文里一字不差的那一句，读者才能核对。',
    examples: [
      {
        in: 'front matter',
        bad: 'facts: [{ label: 开工项目, value: 12, unit: 个, quote: 开工项目一十二个 }]',
        problem: '正文里没有这句原文：“开工项目一十二个”',
        fix: '从正文里原样复制，一个字、一个标点都不要改',
        good: 'facts: [{ label: 开工项目, value: 12, unit: 个, quote: 开工项目12个 }]',
      },
    ],
  },
  withdrawn: {
    severity: 'error',
    title: '写了撤稿说明，没有撤稿',
    why: '撤稿要写 status: withdrawn；withdrawn 里写撤稿那天的日期，可以写理由。',
    examples: [
      {
        in: 'front matter',
        bad: 'withdrawn: { date: 2022-10-31, reason: 数据有误 }',
        problem: '写了撤稿说明（withdrawn），状态却是 ready，并没有撤稿',
        fix: '要撤稿，写 status: withdrawn；不撤稿，删去 withdrawn',
        good: 'status: withdrawn\nwithdrawn: { date: 2022-10-31, reason: 数据有误 }',
      },
    ],
  },
  'two-leads': {
    severity: 'error',
    title: '两个头条',
    why: '一期只有一篇头条。',
    examples: [
      {
        in: 'front matter',
        bad: 'lead: true',
        problem: '本期已有头条：first.md',
        fix: '一期只留一篇头条，删去这里的 lead 一行',
        good: 'lead: false',
      },
    ],
  },
} satisfies RulesById;
