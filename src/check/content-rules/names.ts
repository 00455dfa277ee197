import type { RulesById } from './content-rule.ts';

/** Rules for names of columns, parks and places, and for the registers. */
export const NAME_RULES = {
  'unknown-name': {
    severity: 'error',
    title: '名称不在名录里',
    why: '栏目、园区、县区、来源、专栏、主题、产业都要是名录里有的名称（简称、别名也行），才能归到一起。',
    examples: [
      {
        in: 'front matter',
        bad: 'category: 园区要问',
        problem: '栏目“园区要问”不在名录里',
        fix: '你是不是想写“园区要闻”？都不是，就先把它加进 categories.yaml（可选：园区要闻、特稿、双招双引）',
        good: 'category: 园区要闻',
      },
      {
        in: 'front matter',
        bad: 'park: 甲开放区',
        problem: '园区“甲开放区”不在名录里',
        fix: '你是不是想写“甲开发区”、“甲县经济开发区”？都不是，就先把它加进 parks 文件夹（一个园区一个 .yaml 文件）（可选：甲园电子信息产业园、甲县经济开发区）',
        good: 'park: 甲开发区',
      },
      {
        in: 'front matter',
        bad: 'topics: [营商环镜]',
        problem: '主题“营商环镜”不在名录里',
        fix: '你是不是想写“营商环境”？都不是，就先把它加进 topics.yaml（可选：营商环境）',
        good: 'topics: [营商环境]',
      },
    ],
  },
  'county-park': {
    severity: 'error',
    title: '县区与园区不合',
    why: '写了县区，就要是园区所在的县区；园区名录里已有的，不写也行。',
    examples: [
      {
        in: 'front matter',
        bad: 'county: 丁市城区',
        problem: '园区“甲园”在丙县，不在丁市城区',
        fix: 'county: 丙县，或删去这一行（县区可以从园区推出）；园区名录错了，就改 parks 里的文件',
        good: 'county: 丙县',
      },
    ],
  },
  'region-level': {
    severity: 'error',
    title: '县区、市写错了地方',
    why: 'county 写县、县级市、区，city 写设区市。',
    examples: [
      {
        in: 'front matter',
        bad: 'scope: 市\ncounty: 乙市',
        problem: '“乙市”不是县区',
        fix: '设区市写在 city 里',
        good: 'scope: 市\ncity: 乙市',
      },
    ],
  },
  'duplicate-name': {
    severity: 'error',
    title: '重名',
    why: '名录里同一个名称（包括别名）只能属于一个条目，否则不知道说的是哪一个。',
    examples: [
      {
        in: 'topics.yaml',
        bad: '- { id: business, name: 企业服务, aliases: [营商环境] }',
        problem: '名称“营商环境”用了不止一次',
        fix: '同一个名称只能属于一个条目',
        also: [{ problem: '名称“营商环境”用了不止一次', fix: '同一个名称只能属于一个条目' }],
        good: '- { id: business, name: 企业服务, aliases: [助企] }',
      },
    ],
  },
  'duplicate-id': {
    severity: 'error',
    title: '编号重复',
    why: '编号就是网址，名录里每一条要有自己的编号。',
    examples: [
      {
        in: 'topics.yaml',
        bad: '- { id: environment, name: 绿色发展 }',
        problem: '“environment”重复了',
        fix: '每一项要有自己的编号，留下一项',
        good: '- { id: green, name: 绿色发展 }',
      },
    ],
  },
  'former-id': {
    severity: 'error',
    title: '旧编号不对',
    why: '改了编号，把旧编号写进 formerIds，旧网址会转到新网址；旧编号不能是现在还在用的，也不能给两项。',
    examples: [
      {
        in: 'topics.yaml',
        bad: '- { id: green, name: 绿色发展, formerIds: [environment] }',
        problem: '旧编号“environment”是现在还在用的编号',
        fix: '删去；要合并的话，先删去用这个编号的那一项',
        good: '- { id: green, name: 绿色发展, formerIds: [green-growth] }',
      },
      {
        in: 'parks/jia-inner.yaml',
        bad: 'formerIds: [jia]',
        problem: '旧编号“jia”是现在还在用的编号',
        fix: '删去；要合并的话，先删去用这个编号的那一项',
        good: 'formerIds: [inner]',
      },
    ],
  },
  'unknown-parent': {
    severity: 'error',
    title: '上级代码不在表里',
    why: '地区写了上级代码，表里就要有那个代码。',
    examples: [
      {
        in: 'regions.yaml',
        bad: "- { code: '990103', name: 新县, parent: '980000' }",
        problem: '上级代码“980000”不在这张表里',
        fix: '改成表里有的代码',
        good: "- { code: '990103', name: 新县, parent: '990100' }",
      },
    ],
  },
  'park-circle': {
    severity: 'error',
    title: '园区绕回自己',
    why: '上级园区一级一级往上，不能又回到自己。',
    examples: [
      {
        in: 'parks/new.yaml',
        bad: 'name: 新产业园\ncounty: 丙县\nparent: 新产业园',
        problem: '上级园区绕回了自己',
        fix: '改正或删去 parent 这一行',
        good: 'name: 新产业园\ncounty: 丙县\nparent: 甲园',
      },
    ],
  },
} satisfies RulesById;
