import { stringify } from 'yaml';
import type { z } from 'zod';
import { articleSchema } from '../../src/core/schema/article.ts';
import { issueSchema } from '../../src/core/schema/issue.ts';
import {
  categorySchema,
  parkSchema,
  regionSchema,
  sourceSchema,
  termSchema,
} from '../../src/core/schema/register-entries.ts';
import { pageSchema, siteSchema } from '../../src/core/schema/site.ts';
import { wordListsSchema } from '../../src/core/schema/word-lists.ts';
import { bulletinFiles, type Files } from './bulletin-files.ts';

type Data = Record<string, unknown>;

/** A file of editors with every field of its schema; each text contains a unique mark. */
export interface MarkedFile {
  file: string;
  schema: z.ZodType;
  /** Of a register: the entries after the marked one. */
  others?: Data[];
  data: Data;
  body?: string;
}

const term = (mark: string) => ({
  id: `mark-${mark}`,
  name: `标记名称${mark}`,
  aliases: [`标记别名${mark}`],
  description: `标记说明${mark}`,
  formerIds: [`mark-former-${mark}`],
});

/** The marked files by kind of file. */
export const MARKED: Record<string, MarkedFile> = {
  site: {
    file: 'site.yaml',
    schema: siteSchema,
    data: {
      title: '标记刊名',
      subtitle: '标记刊名小字',
      description: '标记刊物简介',
      url: 'https://mark.example/daokan',
      publisher: '标记编辑出版',
      sponsor: '标记主办',
      contacts: [{ label: '标记联系', value: 'mark@example.com', public: true }],
      records: {
        icp: '标记ICP备00000001号',
        police: '标记公网安备00000000000002号',
        cn: 'CN 00-0003',
        issn: 'ISSN 0000-0000',
        postalCode: '00-04',
        newsLicense: '00000000005',
      },
      review: false,
      theme: { accent: '#0b5d3b', masthead: './images/masthead.svg', icon: './images/icon.svg' },
      menu: [{ label: '标记导航', url: '/issues/' }],
      footer: [{ label: '标记页脚', url: 'https://mark-footer.example/' }],
      lists: ['parks', 'regions', 'series', 'topics', 'industries'],
      labels: {
        categories: '标栏目',
        parks: '标园区',
        regions: '标地区',
        series: '标专栏',
        topics: '标主题',
        industries: '标产业',
      },
      editions: ['epub'],
      license: '标记版权说明',
      model: 1,
      admin: {
        backend: 'github',
        repo: 'mark/repo',
        branch: 'mark-branch',
        folder: 'mark-folder',
        apiRoot: 'https://mark-api.example',
        baseUrl: 'https://mark-login.example',
        appId: 'mark-app',
        publish: true,
      },
    },
  },
  page: {
    file: 'pages/about.md',
    schema: pageSchema,
    data: { title: '标记页面', summary: '标记页面提要', aliases: ['/mark-former-page/'] },
    body: '本刊说明。',
  },
  categories: {
    file: 'categories.yaml',
    schema: categorySchema,
    data: { ...term('categories'), order: 2 },
    others: [{ id: 'other', name: '另一栏目', order: 1 }],
  },
  topics: { file: 'topics.yaml', schema: termSchema, data: term('topics') },
  industries: { file: 'industries.yaml', schema: termSchema, data: term('industries') },
  series: { file: 'series.yaml', schema: termSchema, data: term('series') },
  sources: {
    file: 'sources.yaml',
    schema: sourceSchema,
    data: {
      id: 'mark-source',
      name: '标记来源',
      aliases: ['标记来源别名'],
      url: 'https://mark-source.example/',
    },
    others: [{ id: 'other', name: '另一来源' }],
  },
  regions: {
    file: 'regions.yaml',
    schema: regionSchema,
    data: {
      code: '990101',
      name: '标记县',
      aliases: ['标记县别名'],
      parent: '990100',
      formerIds: ['990109'],
    },
    others: [
      { code: '990000', name: '甲省' },
      { code: '990100', name: '乙市' },
      { code: '990200', name: '丁市' },
      { code: '990201', name: '戊县' },
    ],
  },
  parks: {
    file: 'parks/mark-park.yaml',
    schema: parkSchema,
    data: {
      name: '标记园区全称',
      shortName: '标记园区简称',
      aliases: ['标记园区别名'],
      level: '省级',
      type: '经济开发区',
      parent: '另一园区',
      county: '标记县别名',
      city: '乙市',
      industries: ['标记别名industries'],
      website: 'https://mark-park.example/',
      summary: '标记园区简介',
      formerIds: ['mark-former-park'],
    },
  },
  check: {
    file: 'check.yaml',
    schema: wordListsSchema,
    data: {
      typos: [{ wrong: '标记错字', right: '标记对字', except: ['标记错字典'] }],
      places: [{ wrong: '标记错地', right: '标记对地', except: ['标记错地方'] }],
      phrases: ['甲乙同心'],
      residue: ['某某残留'],
      maps: ['标记示意'],
      doubles: ['甲甲乙'],
      distinct: ['丙丁桐心'],
    },
  },
  issue: {
    file: 'issues/2022-09/issue.yaml',
    schema: issueSchema,
    data: {
      year: 2022,
      number: 1,
      serial: 7,
      months: [9],
      date: '2022-09-30',
      title: '标记期名',
      status: 'published',
      editor: '标记期编辑',
      cover: { src: './images/b.svg', alt: '标记期替代', caption: '标记期图注', credit: '标记期署名' },
      categories: ['标记别名categories'],
      pages: [
        {
          no: 1,
          name: '标记版名',
          image: './pages/1.svg',
          pdf: './pages/1.pdf',
          areas: [{ article: 'marked', x: 1, y: 2, width: 30, height: 40 }],
        },
      ],
      pdf: './2022-09.pdf',
      aliases: ['/issues/2022-08/'],
    },
  },
  article: {
    file: 'issues/2022-09/marked.md',
    schema: articleSchema,
    data: {
      title: '标记标题',
      titleBy: 'editor',
      kicker: '标记引题',
      subtitle: '标记副题',
      shortTitle: '标记短题',
      date: '2022-09-05',
      dateNote: '标记日期说明',
      category: '标记别名categories',
      park: '标记园区别名',
      county: '标记县别名',
      city: '乙市',
      scope: '园区',
      genre: '消息',
      byline: [{ name: '标记姓名', role: '记者', org: '标记单位' }],
      dateline: '标记电头',
      interviewee: { name: '标记受访人', post: '标记职务' },
      source: '标记来源别名',
      reprint: {
        url: 'https://mark-reprint.example/',
        originalTitle: '标记原题',
        originalAuthor: '标记原作者',
        originalDate: '2022-08-15',
      },
      rights: 'reprint',
      editor: '标记编辑',
      review: { first: '标记初审', second: '标记复审', final: '标记终审' },
      masked: false,
      series: '标记别名series',
      topics: ['标记别名topics'],
      industries: ['标记别名industries'],
      page: 3,
      order: 5,
      lead: true,
      summary: '标记提要',
      cover: { src: './images/a.svg', alt: '标记替代', caption: '标记图注', credit: '标记署名' },
      facts: [{ label: '标记名目', value: 12, unit: '个', period: '标记时期', quote: '开工项目12个' }],
      projects: [
        {
          name: '标记项目',
          park: '标记园区别名',
          investment: 3,
          unit: '亿元',
          stage: '标记进度',
          quote: '开工项目12个',
        },
      ],
      milestones: [{ date: '2022-07-06', text: '标记节点', quote: '开工项目12个' }],
      related: ['2022-09/first'],
      aliases: ['/mark-former-article/'],
      corrections: [{ date: '2022-10-31', text: '标记更正' }],
      status: 'ready',
      waivers: [{ rule: 'doubled-character', quote: '新的的', reason: '标记理由' }],
      import: {
        from: '标记来稿',
        sha256: 'a'.repeat(64),
        at: '2022-09-01',
        printed: ['标记印文'],
        warnings: [],
      },
    },
    body: '今年开工项目12个。\n\n标记错字，标记错字典，标记错地，标记错地方。\n\n甲乙桐心，丙丁桐心，丙丁同心。\n\n![标记示意](./images/a.svg)\n\n甲甲乙开工，新的的厂房开工。',
  },
  withdrawn: {
    file: 'issues/2022-09/withdrawn.md',
    schema: articleSchema,
    data: {
      title: '标记撤稿标题',
      category: '标记别名categories',
      genre: '消息',
      rights: 'own',
      status: 'withdrawn',
      withdrawn: { date: '2022-11-08', reason: '标记撤稿理由', hideTitle: false },
    },
    body: '撤下的正文。',
  },
};

/** Kinds of files that consist of one list. */
const REGISTERS = new Set(['categories', 'topics', 'industries', 'series', 'sources', 'regions']);
const DRAWING = (fill: string, height = 600) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${height}"><rect width="900" height="${height}" fill="${fill}"/></svg>`;

/** The bulletin of all marked files; the data of one may be replaced. */
export function markedFiles(changed?: { kind: string; data: Data }): Files {
  const files: Files = {};
  for (const [kind, { file, data, others = [], body }] of Object.entries(MARKED)) {
    const own = changed?.kind === kind ? changed.data : data;
    const text = stringify(REGISTERS.has(kind) ? [own, ...others] : own);
    files[file] = body === undefined ? text : `---\n${text}---\n\n${body}\n`;
  }
  const right = bulletinFiles();
  const more: Files = {};
  for (const name of ['first', 'second']) {
    const text = String(right[`issues/2022-09/${name}.md`]);
    more[`issues/2022-09/${name}.md`] = text
      .replace('category: 园区要闻', `category: ${name === 'first' ? '标记名称categories' : '另一栏目'}`)
      .replace('park: 甲园', 'park: 另一园区')
      .replace('lead: true\n', '');
  }
  return {
    ...files,
    ...more,
    'parks/other.yaml': 'name: 另一园区\ncounty: 戊县\n',
    'images/masthead.svg': DRAWING('brown'),
    'images/other-masthead.svg': DRAWING('gray'),
    'images/icon.svg': DRAWING('brown', 900),
    'images/other-icon.svg': DRAWING('gray', 900),
    'issues/2022-09/images/a.svg': DRAWING('red'),
    'issues/2022-09/images/b.svg': DRAWING('blue'),
    'issues/2022-09/images/c.svg': DRAWING('green'),
    'issues/2022-09/pages/1.svg': DRAWING('black'),
    'issues/2022-09/pages/1.pdf': '%PDF-1.4\n',
    'issues/2022-09/2022-09.pdf': '%PDF-1.4\n',
    'pages/corrections.md': '---\ntitle: 更正\n---\n\n更正和撤稿。\n',
  };
}
