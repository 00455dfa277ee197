import type { RulesById, RuleText } from './content-rule.ts';

/** Rules for files, folders and issues. */
export const FILE_RULES = {
  'file-name': {
    severity: 'error',
    title: '文件名不对',
    why: '文件名就是网址，只能用小写英文字母、数字和连字符。',
    examples: [
      {
        in: 'file name',
        bad: 'issues/2022-09/第三篇.md',
        problem: '文件名“第三篇”只能用小写英文字母、数字和连字符',
        fix: '改名，例如 some-article.md；文件名就是网址的一部分',
        good: 'issues/2022-09/third.md',
      },
      {
        in: 'file name',
        bad: 'issues/2022-09/print.md',
        problem: '文件名“print”是本站已有的地址',
        fix: '改名，例如 some-article.md；文件名就是网址的一部分',
        good: 'issues/2022-09/third.md',
      },
    ],
  },
  'duplicate-slug': {
    severity: 'error',
    title: '网址相同',
    why: '同一期里两个文件不能只差后缀：它们的网址会一样。',
    examples: [
      {
        in: 'file name',
        bad: 'issues/2022-09/second.mdx',
        problem: '与 second.md 的网址相同',
        fix: '给其中一个换个文件名',
        good: 'issues/2022-09/third.mdx',
      },
    ],
  },
  'issue-folder': {
    severity: 'error',
    title: '期的文件夹名不对',
    why: '一期一个文件夹，名字是“年-月”，合刊是“年-月-月”，增刊、特刊是“年-月-s1”（同一个月再出就是 -s2）；issue.yaml 里的年份、月份要和它一致。',
    examples: [
      {
        in: 'file name',
        bad: 'issues/2022年9月/third.md',
        problem: '文件夹名“2022年9月”不是期',
        fix: '改名，写成“年-月”，例如 2022-09；合刊写 2023-01-02，增刊、特刊写 2022-09-s1',
        good: 'issues/2022-09/third.md',
      },
      {
        in: 'file name',
        bad: 'issues/2023-01-02-s1/third.md',
        problem: '文件夹名“2023-01-02-s1”不是期',
        fix: '改名，增刊、特刊只写一个月份，写成 2023-01-s1',
        good: 'issues/2022-09/third.md',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'months: [10]',
        problem: '月份 [10] 与文件夹名 2022-09 不符',
        fix: 'months: [9]',
        good: 'months: [9]',
      },
    ],
  },
  'issue-file': {
    severity: 'error',
    title: '缺 issue.yaml',
    why: '一期的文件夹里要有 issue.yaml，写明期号和日期；用 npm run new -- issue 建的期都有，自己建的文件夹，从别的一期复制一份再改。',
    examples: [
      {
        in: 'file name',
        bad: 'issues/2022-10/third.md',
        problem: '这一期没有 issue.yaml',
        fix: '从别的一期复制 issue.yaml 过来，改好年份、月份、期号和日期',
        good: 'issues/2022-09/third.md',
      },
    ],
  },
  serial: {
    severity: 'error',
    title: '总期号重复',
    why: '总期号照印刷的写，一期一个。',
    examples: [
      {
        in: 'issues/2022-10/issue.yaml',
        bad: 'year: 2022\nnumber: 2\nserial: 1\nmonths: [10]\ndate: 2022-10-31\nstatus: draft',
        problem: '总第 1 期已是 2022-09',
        fix: '总期号一期一个，照印刷的写',
        good: 'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: draft',
      },
    ],
  },
  'stray-file': {
    severity: 'warning',
    title: '不会发布的文件',
    why: '内容文件夹里的每个文件都要有用处：期的文件夹里放 issue.yaml、稿件和 images，固定页面在 pages 里、以 .md 结尾，园区在 parks 里、以 .yaml 结尾；Word 文件先用 npm run import 导入；没有稿件用到的图片也会提醒。',
    examples: [
      {
        in: 'file name',
        bad: 'issues/2022-09/third.docx',
        problem: '这个文件不会发布',
        fix: '来稿先用 npm run import 变成草稿，再用 npm run move 移进来；原件移到别处',
        good: 'issues/2022-09/third.md',
      },
      {
        in: 'file name',
        bad: 'issues/2022-09/third.md.txt',
        problem: '这个文件不会发布',
        fix: '改名为 third.md；不要的就删去',
        good: 'issues/2022-09/third.md',
      },
    ],
  },
  'page-area': {
    severity: 'error',
    title: '版面区域不对',
    why: '版面图上的稿件区域用百分数写，读者点它打开稿件：不能超出版面，不能重叠，稿件要在这一期里。',
    examples: [
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pages: [{ no: 2 }, { no: 1 }]',
        problem: '第 1 版排在第 2 版后面',
        fix: '按版号从小到大排',
        good: 'pages: [{ no: 1 }, { no: 2 }]',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pages: [{ no: 1 }, { no: 1 }]',
        problem: '第 1 版写了两次',
        fix: '改成这一版的版号，一版只写一次',
        good: 'pages: [{ no: 1 }, { no: 2 }]',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pages: [{ no: 1, areas: [{ article: first, x: 0, y: 0, width: 60, height: 40 }] }]',
        problem: '第 1 版画了稿件区域，却没有版面图',
        fix: '加一行 image: ./pages/1.jpg（这一版的图片），或删去 areas',
        good: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: first, x: 0, y: 0, width: 60, height: 40 }] }]',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: first, x: 60, y: 0, width: 60, height: 40 }] }]',
        problem: '第 1 版“first”的区域超出版面',
        fix: '四个数都是百分数：x、y 不小于 0，宽、高大于 0，x 加宽、y 加高不超过 100',
        good: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: first, x: 60, y: 0, width: 40, height: 40 }] }]',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: first, x: 0, y: 0, width: 60, height: 40 }, { article: second, x: 30, y: 20, width: 60, height: 40 }] }]',
        problem: '第 1 版“second”和“first”的区域重叠',
        fix: '改小其中一块；一篇稿件不是长方形，就分成几块来写',
        good: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: first, x: 0, y: 0, width: 60, height: 40 }, { article: second, x: 60, y: 20, width: 40, height: 40 }] }]',
      },
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: frist, x: 0, y: 0, width: 60, height: 40 }] }]',
        problem: '第 1 版：这一期没有“frist”这篇稿件',
        fix: '写这一期里稿件的文件名，不带 .md；稿件没收进来，就删去这块区域',
        good: 'pages: [{ no: 1, image: ./images/large.jpg, areas: [{ article: first, x: 0, y: 0, width: 60, height: 40 }] }]',
      },
    ],
  },
  'named-file': {
    severity: 'error',
    title: '写的文件不在',
    why: 'issue.yaml 里 pdf、pages 写的文件要在这一期的文件夹里，名字一样（分大小写）。',
    examples: [
      {
        in: 'issues/2022-09/issue.yaml',
        bad: 'pdf: ./2022-09.pdf',
        problem: '文件“./2022-09.pdf”找不到',
        fix: '把文件放进这一期的文件夹，名字写得一样（分大小写）；没有就删去这一项',
        good: 'serial: 1',
      },
    ],
  },
  'newer-model': {
    severity: 'error',
    title: '内容比程序新',
    why: 'site.yaml 的 model 是内容按哪一版格式写的。比程序认得的新，程序看不懂，也不改：命令都停下来，一个字不写。',
    examples: [
      {
        in: 'site.yaml',
        bad: 'model: 2',
        problem: '内容是按第 2 版格式写的，这个程序只认到第 1 版',
        fix: '换新版本的程序：npx park-bulletin upgrade；内容不要改',
        good: 'model: 1',
      },
    ],
  },
  'theme-contrast': {
    severity: 'error',
    title: '颜色看不清',
    why: '文字和底色的对比要 4.5 以上（无障碍标准 WCAG AA），主色在纸色、表头底色上都一样；深色模式和高对比的主色由程序算出，不用自己配。',
    examples: [
      {
        in: 'site.yaml',
        bad: "theme: { accent: '#e8b400' }",
        problem: '主色 #e8b400 在底色 #f3ede0 上看不清：对比只有 1.6，要 4.5 以上',
        fix: "换深一点的，例如 '#846700'",
        good: "theme: { accent: '#846700' }",
      },
    ],
  },
} satisfies RulesById;

/** Rules without examples: what they find shows only in several files, or in a picture. */
export const UNSHOWN_RULES = {
  'page-without-area': {
    severity: 'warning',
    title: '版面图和稿件对不上',
    why: '稿件写了版次，版面图上就该有它的区域；已撤的、隐去地名的稿件，版面图也要遮去。',
  },
  'empty-issue': {
    severity: 'error',
    title: '出刊的期没有稿件',
    why: '已出刊的期至少要有一篇可以发布的稿件；全部撤了稿的期留着，读者看到撤稿说明。',
  },
  'no-lead': {
    severity: 'warning',
    title: '首页没有头条',
    why: '一期选一篇 lead: true，放在首页最上面、印在封面上；没有就用第一篇代替。只看首页上的那一期。',
  },
  'no-cover': {
    severity: 'warning',
    title: '首页没有图',
    why: '封面用 issue.yaml 的 cover，没有就用头条的题图或第一张图；都没有，封面和首页头条只有字。只看首页上的那一期。',
  },
  'date-ahead': {
    severity: 'warning',
    title: '日期还没到',
    why: '日期晚于今天的期和稿件，现在发布就会登出来；要到那天才登，发布时加 --as-of 今天的日期：以后的期和稿件哪里都没有，网址清单里有它们也不算断。只写月份的，从那个月的 1 日算。',
  },
  'theme-style': {
    severity: 'error',
    title: '外观文件写错',
    why: 'theme/style.css 里只有一段 :root { … }，里面是手册“外观”一节列着的名字和值，例如 --light-paper: #ffffff;；别的样式不收，也不能引用别的文件和网址，这样程序升级以后外观还是好的。',
  },
  file: {
    severity: 'error',
    title: '文件读不了',
    why: '文件要是 UTF-8 编码，文稿不超过 4 MB；不能是指向别处的快捷方式。用记事本“另存为”时，把编码选成 UTF-8。',
  },
  empty: {
    severity: 'error',
    title: '没有可以发布的',
    why: '内容文件夹里至少要有一篇 status: ready 的稿件，所在的期是 status: published。',
  },
  address: {
    severity: 'error',
    title: '网址断了',
    why: '发布过的网址永远要能打开：稿件改名、移期用 npm run move，它会把旧网址写进 aliases；期、固定页面改名，旧址写进 aliases；园区、栏目、地区等改编号，旧编号写进 formerIds；撤稿写 status: withdrawn 和 withdrawn: { date: 撤稿那天的日期 }，不要删文件。',
  },
  'address-line': {
    severity: 'error',
    title: '网址清单里有一行不是网址',
    why: 'addresses.txt 一行一个网址，以 / 开头、以 / 结尾；它由 npm run addresses 写，不用手改。',
  },
  'address-list': {
    severity: 'warning',
    title: '网址清单缺网址',
    why: '发布以后运行 npm run addresses，把新的网址记进 addresses.txt，以后断了才查得出来。',
  },
  history: {
    severity: 'warning',
    title: 'Git 历史查不全',
    why: '删去的稿件，也和 Git 历史对照；历史只取了一部分，或者读不了，就查不全，要取全历史。',
  },
  'link-withdrawn': {
    severity: 'warning',
    title: '链接的稿件已撤稿',
    why: '链接还打得开，读者看到的是撤稿说明；“相关”里的已撤稿件不再显示。',
  },
  waiver: {
    severity: 'error',
    title: '豁免写法不对',
    why: '豁免一条规则要写理由：waivers: [{ rule: 规则, quote: 原文, reason: 理由 }]；没有用上的豁免会提醒删去。',
  },
} satisfies RulesById<Omit<RuleText, 'examples'>>;
