import type { RulesById } from './content-rule.ts';

/** Rules for bodies: text that Markdown would change, and text that must not be published. */
export const BODY_RULES = {
  'empty-body': {
    severity: 'error',
    title: '没有正文',
    why: '可以发布的稿件要有正文。',
    examples: [
      {
        in: 'body',
        bad: '',
        problem: '稿件没有正文',
        fix: '在第二行 --- 的下面写正文；还没写好就改成 status: draft',
        good: '甲园今年前八个月开工项目12个。',
      },
    ],
  },
  'raw-html': {
    severity: 'error',
    title: '正文里有网页代码',
    why: '尖括号里的网页代码不会照样子显示，要改用 Markdown 的写法。',
    examples: [
      {
        in: 'body',
        bad: '<b>甲园</b>今年开工项目12个。',
        problem: '正文里有 HTML：<b>',
        fix: '删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<',
        also: [
          {
            problem: '正文里有 HTML：</b>',
            fix: '删去尖括号里的代码，改用 Markdown（表格用 |，图片用 ![]()）；要印出尖括号，写成 \\<',
          },
        ],
        good: '**甲园**今年开工项目12个。',
      },
    ],
  },
  mdx: {
    severity: 'error',
    title: '带图表的稿件里有 < 或 {',
    why: '.mdx 稿件里，小于号和花括号是程序的记号，文字里的要在前面加反斜线。',
    examples: [
      {
        in: 'body',
        format: 'mdx',
        bad: '误差 <0.5 毫米。',
        problem: '这里的 < 或 { 不合 MDX 的写法',
        fix: '文字里的 < 写成 \\<，{ 写成 \\{；没有用图表的稿件把文件名改成 .md 即可',
        good: '误差 \\<0.5 毫米。',
      },
    ],
  },
  component: {
    severity: 'error',
    title: '图表写法不对',
    why: '图表的每一项写成 名称="文字"，数据写成“名称 数字；名称 数字”。',
    examples: [
      {
        in: 'body',
        format: 'mdx',
        bad: '<BarChart caption="进度" data="开工，完工" />',
        problem: 'BarChart 图表：data 要写成“名称 数字；名称 数字”',
        fix: '<BarChart caption="投资进度" unit="亿元" data="计划投资 4209.0；完成投资 4122.0" source="省商务厅" />',
        good: '<BarChart caption="进度" unit="个" data="开工 12；完工 3" />',
      },
    ],
  },
  heading: {
    severity: 'error',
    title: '正文里用了一级标题',
    why: '一个 # 是文章的标题，小标题用两个 #。',
    examples: [
      {
        in: 'body',
        bad: '# 先备好地\n\n地备好了。',
        problem: '正文里用了一级标题“#”，一级标题只能是文章的标题',
        fix: '## 先备好地',
        good: '## 先备好地\n\n地备好了。',
      },
    ],
  },
  'lost-text': {
    severity: 'error',
    title: '有字印不出来',
    why: '表格多出的格子、没人提到的注、链接引号里的字，网页上都看不到。',
    examples: [
      {
        in: 'body',
        bad: '| 园区 | 产值 |\n| --- | --- |\n| 甲园 | 8 | 12 |',
        problem: '表格这一行有3格，表头只有2格，多出的“12”会不见',
        fix: '在表头和 --- 那一行补上这一栏；格子里的竖线写成 \\|',
        good: '| 园区 | 产值 | 增幅 |\n| --- | --- | --- |\n| 甲园 | 8 | 12 |',
      },
      {
        in: 'body',
        bad: '甲园开工。\n\n[^1]: 快报数。',
        problem: '正文里没有“[^1]”，这条注不会印出来',
        fix: '在正文里要加注的地方写 [^1]',
        good: '甲园开工[^1]。\n\n[^1]: 快报数。',
      },
    ],
  },
  'list-number': {
    severity: 'error',
    title: '清单编号',
    why: '清单的编号由网页自己排，写得不连贯的会印成别的数；“2022. 9. 30”这样的日期会变成清单。',
    examples: [
      {
        in: 'body',
        bad: '1. 备地\n3. 招商',
        problem: '编号“3.”会印成“2.”',
        fix: '改成 2.；要照样印 3.，写成 3\\.，上面空一行',
        good: '1. 备地\n2. 招商',
      },
    ],
  },
  'mark-left': {
    severity: 'error',
    title: '记号不起作用',
    why: '全角的星号、井号，没有注文的注，别的软件的写法，都会照样印出来。',
    examples: [
      {
        in: 'body',
        bad: '甲园＊＊今年＊＊开工。',
        problem: '“＊＊今年＊＊”用了全角的记号，不起作用',
        fix: '改成半角：**今年**；隐去的姓名写成 ××',
        good: '甲园**今年**开工。',
      },
      {
        in: 'body',
        bad: '增速8%[^9]。',
        problem: '注“[^9]”没有注文',
        fix: '在文末加一行 [^9]: 注文；不是注就删去',
        good: '增速8%[^9]。\n\n[^9]: 快报数。',
      },
    ],
  },
  'joined-lines': {
    severity: 'warning',
    title: '只打了一个回车',
    why: '短行下面没有空行，会和下一行连成一段；段末有句号，或下一行开头有空格的，照样分段。',
    examples: [
      {
        in: 'body',
        bad: '地址：甲园一号\n电话：见封底',
        problem: '这一行会和上一行连成一段',
        fix: '要另起一段，上面空一行；只换行，在上一行末尾打两个空格',
        good: '地址：甲园一号\n\n电话：见封底',
      },
    ],
  },
  nested: {
    severity: 'error',
    title: '套得太深',
    why: '引用和清单套了三十层以上，是拿错了文件，或粘贴时带来了多余的记号。',
    examples: [
      {
        in: 'body',
        bad: `${'>'.repeat(31)} 先把地备好。`,
        problem: '行首的“>”“-”或空格太多，引用和清单套了 30 层以上',
        fix: '删去多余的，引用写一个“>”，清单最多套两三层',
        good: '> 先把地备好。',
      },
    ],
  },
  'task-list': {
    severity: 'error',
    title: '选框',
    why: '“- [ ]”会变成点不动的选框。',
    examples: [
      {
        in: 'body',
        bad: '- [ ] 备地\n- [ ] 招商',
        problem: '“- [ ]”会变成不能点的选框',
        fix: '删去方括号，写成普通的“- ”清单',
        also: [{ problem: '“- [ ]”会变成不能点的选框', fix: '删去方括号，写成普通的“- ”清单' }],
        good: '- 备地\n- 招商',
      },
    ],
  },
  'personal-number': {
    severity: 'error',
    title: '手机号码',
    why: '个人的手机号码不能公开，名录、版权说明、图注、链接里的也一样；换成全角、汉字数字，中间夹着空格、加粗，都认得出；确实要公开的，写进 site.yaml 的联系方式，标 public: true。',
    examples: [
      {
        in: 'body',
        bad: '投稿请打 13800138000。',
        problem: '这里有手机号码 138****8000',
        fix: '删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true',
        good: '投稿请发电子邮件到编辑部。',
      },
      {
        in: 'body',
        bad: '投稿加微信：138**0013**8000。',
        problem: '这里有手机号码 138****8000',
        fix: '删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true',
        good: '投稿请发电子邮件到编辑部。',
      },
      {
        in: 'topics.yaml',
        bad: '- { id: green, name: 绿色发展, description: 来电１３８００１３８０００ }',
        problem: '这里有手机号码 138****8000',
        fix: '删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true',
        good: '- { id: green, name: 绿色发展, description: 节能降碳 }',
      },
    ],
  },
  'control-character': {
    severity: 'error',
    title: '控制字符',
    why: '从别的软件粘贴来的控制字符看不见，却会弄乱网页、订阅和检索；写成“\\u2028”“&#12;”这样也不行。',
    examples: [
      {
        in: 'body',
        bad: '甲园\u0007今年开工项目12个。',
        problem: '这里有看不见的控制字符 U+0007',
        fix: '删去；看不见的话，把这一行重新打一遍',
        good: '甲园今年开工项目12个。',
      },
      {
        in: 'front matter',
        bad: 'kicker: "某某\\u2028经开区"',
        problem: '这里有看不见的控制字符 U+2028',
        fix: '删去；看不见的话，把这一行重新打一遍',
        good: 'kicker: 某某经开区',
      },
    ],
  },
} satisfies RulesById;
