import type { ContentRule } from './content-rule.ts';

/** What is written at the head of an article, and what it must say. */
export const FIELD_RULES: readonly ContentRule[] = [
  {
    id: 'front-matter',
    severity: 'error',
    title: '缺稿件信息',
    why: '每个稿件文件的开头，两行 --- 之间要有稿件信息。',
    examples: [
      {
        in: 'file',
        bad: '园区开出“直通车”\n\n正文从这里开始。',
        good: '---\ntitle: 园区开出“直通车”\nstatus: draft\n---\n\n正文从这里开始。',
      },
      {
        in: 'file',
        bad: '---\ntitle: 园区开出“直通车”\nstatus: draft\n\n正文从这里开始。',
        good: '---\ntitle: 园区开出“直通车”\nstatus: draft\n---\n\n正文从这里开始。',
      },
    ],
  },
  {
    id: 'yaml',
    severity: 'error',
    title: '稿件信息写法',
    why: '稿件信息一行写一个“字段: 内容”，冒号用英文的，后面空一格；内容里有冒号、星号的用英文引号括起来。',
    examples: [
      { in: 'front matter', bad: 'kicker：某某经开区', good: 'kicker: 某某经开区' },
      { in: 'front matter', bad: 'kicker:某某经开区', good: 'kicker: 某某经开区' },
      { in: 'front matter', bad: 'kicker: 创新: 突破', good: 'kicker: "创新: 突破"' },
    ],
  },
  {
    id: 'typed-text',
    severity: 'error',
    title: '写的和读出来的不一样',
    why: '有的符号 YAML 另作他用，写的字会读丢或读错：“ #”后面的、写成几行的、光是数字的、反斜线、开头末尾的空格。照改法那一行改；备注另起一行，以 # 开头。',
    examples: [
      { in: 'front matter', bad: 'kicker: 电厂 #2 机组并网', good: 'kicker: "电厂 #2 机组并网"' },
      { in: 'front matter', bad: 'kicker: 2022', good: 'kicker: "2022"' },
      { in: 'front matter', bad: 'kicker: [图解]', good: 'kicker: "[图解]"' },
      { in: 'topics.yaml', bad: '- { id: port, name: "港口 " }', good: '- { id: port, name: 港口 }' },
    ],
  },
  {
    id: 'unknown-key',
    severity: 'error',
    title: '不认识的字段',
    why: '字段名拼错了，写的内容就不会起作用。',
    examples: [{ in: 'front matter', bad: 'subtitel: 记服务专班的一天', good: 'subtitle: 记服务专班的一天' }],
  },
  {
    id: 'schema',
    severity: 'error',
    title: '字段内容不对',
    why: '有的字段只能从几个词里选，有的不能太长，有的要写成日期、数字或网址。',
    examples: [
      { in: 'front matter', bad: 'genre: 特写', good: 'genre: 通讯' },
      { in: 'front matter', bad: 'date: 2022年9月30日', good: 'date: 2022-09-30' },
      { in: 'front matter', bad: 'masked: 是', good: 'masked: true' },
    ],
  },
  {
    id: 'missing-field',
    severity: 'error',
    title: '缺必填字段',
    why: '可以发布的稿件（status: ready）要有标题、栏目、体裁、权利；按范围写园区、县区或设区市；除公告、发刊词、工作报告外要有署名；转载的要有来源；网站设了三审三校的要有审校。',
    examples: [
      { in: 'front matter', bad: 'rights:', good: 'rights: own' },
      {
        in: 'front matter',
        bad: 'genre: 访谈',
        good: 'genre: 访谈\ninterviewee: { name: 甲某, post: 某县开发区管委会主任 }',
      },
      {
        in: 'front matter',
        bad: 'rights: reprint',
        good: 'rights: reprint\nsource: 甲省日报\nreprint: { originalTitle: 原题 }',
      },
    ],
  },
  {
    id: 'byline',
    severity: 'error',
    title: '署名读不懂',
    why: '署名写“身份 姓名、姓名；身份 姓名”；两个字的名字中间不要加空格。',
    examples: [{ in: 'front matter', bad: 'byline: 来源：甲报', good: 'byline: 记者 甲某、乙某' }],
  },
  {
    id: 'date-after-issue',
    severity: 'error',
    title: '日期晚于出刊',
    why: '稿件的日期不能晚于这一期的出刊日期。',
    examples: [{ in: 'front matter', bad: 'date: 2022-10-08', good: 'date: 2022-09-28' }],
  },
  {
    id: 'date-too-old',
    severity: 'error',
    title: '日期太早',
    why: '比本期早两个多月的，或者是转载，或者要写明为什么刊用旧稿。',
    examples: [{ in: 'front matter', bad: 'date: 2021-09-28', good: 'date: 2021-09-28\ndateNote: 旧稿补刊' }],
  },
  {
    id: 'quote',
    severity: 'error',
    title: '数据没有原文',
    why: '数据、项目、节点都要附上正文里一字不差的那一句，读者才能核对。',
    examples: [
      {
        in: 'front matter',
        bad: 'facts: [{ label: 开工项目, value: 12, unit: 个, quote: 开工项目一十二个 }]',
        good: 'facts: [{ label: 开工项目, value: 12, unit: 个, quote: 开工项目12个 }]',
      },
    ],
  },
  {
    id: 'withdrawn',
    severity: 'error',
    title: '写了撤稿说明，没有撤稿',
    why: '撤稿要写 status: withdrawn；withdrawn 里写撤稿那天的日期，可以写理由。',
    examples: [
      {
        in: 'front matter',
        bad: 'withdrawn: { date: 2022-10-31, reason: 数据有误 }',
        good: 'status: withdrawn\nwithdrawn: { date: 2022-10-31, reason: 数据有误 }',
      },
    ],
  },
  {
    id: 'two-leads',
    severity: 'error',
    title: '两个头条',
    why: '一期只有一篇头条。',
    examples: [{ in: 'front matter', bad: 'lead: true', good: 'lead: false' }],
  },
];
