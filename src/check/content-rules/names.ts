import type { ContentRule } from './content-rule.ts';

/** Names of columns, parks and places, and the registers that they stand in. */
export const NAME_RULES: readonly ContentRule[] = [
  {
    id: 'unknown-name',
    severity: 'error',
    title: '名称不在名录里',
    why: '栏目、园区、县区、来源、专栏、主题、产业都要是名录里有的名称（简称、别名也行），才能归到一起。',
    examples: [
      { in: 'front matter', bad: 'category: 园区要问', good: 'category: 园区要闻' },
      { in: 'front matter', bad: 'park: 甲开放区', good: 'park: 甲开发区' },
      { in: 'front matter', bad: 'topics: [营商环镜]', good: 'topics: [营商环境]' },
    ],
  },
  {
    id: 'county-park',
    severity: 'error',
    title: '县区与园区不合',
    why: '写了县区，就要是园区所在的县区；园区名录里已有的，不写也行。',
    examples: [{ in: 'front matter', bad: 'county: 丁市城区', good: 'county: 丙县' }],
  },
  {
    id: 'region-level',
    severity: 'error',
    title: '县区、市写错了地方',
    why: 'county 写县、县级市、区，city 写设区市。',
    examples: [{ in: 'front matter', bad: 'scope: 市\ncounty: 乙市', good: 'scope: 市\ncity: 乙市' }],
  },
  {
    id: 'duplicate-name',
    severity: 'error',
    title: '重名',
    why: '名录里同一个名称（包括别名）只能属于一个条目，否则不知道说的是哪一个。',
    examples: [
      {
        in: 'topics.yaml',
        bad: '- { id: business, name: 企业服务, aliases: [营商环境] }',
        good: '- { id: business, name: 企业服务, aliases: [助企] }',
      },
    ],
  },
  {
    id: 'duplicate-id',
    severity: 'error',
    title: '编号重复',
    why: '编号就是网址，名录里每一条要有自己的编号。',
    examples: [
      {
        in: 'topics.yaml',
        bad: '- { id: environment, name: 绿色发展 }',
        good: '- { id: green, name: 绿色发展 }',
      },
    ],
  },
  {
    id: 'former-id',
    severity: 'error',
    title: '旧编号不对',
    why: '改了编号，把旧编号写进 formerIds，旧网址会转到新网址；旧编号不能是现在还在用的，也不能给两项。',
    examples: [
      {
        in: 'topics.yaml',
        bad: '- { id: green, name: 绿色发展, formerIds: [environment] }',
        good: '- { id: green, name: 绿色发展, formerIds: [green-growth] }',
      },
      {
        in: 'parks/jia-inner.yaml',
        bad: 'formerIds: [jia]',
        good: 'formerIds: [inner]',
      },
    ],
  },
  {
    id: 'unknown-parent',
    severity: 'error',
    title: '上级代码不在表里',
    why: '地区写了上级代码，表里就要有那个代码。',
    examples: [
      {
        in: 'regions.yaml',
        bad: "- { code: '990103', name: 新县, parent: '980000' }",
        good: "- { code: '990103', name: 新县, parent: '990100' }",
      },
    ],
  },
  {
    id: 'park-circle',
    severity: 'error',
    title: '园区绕回自己',
    why: '上级园区一级一级往上，不能又回到自己。',
    examples: [
      {
        in: 'parks/new.yaml',
        bad: 'name: 新产业园\ncounty: 丙县\nparent: 新产业园',
        good: 'name: 新产业园\ncounty: 丙县\nparent: 甲园',
      },
    ],
  },
];
