import sharp from 'sharp';
import { article, bulletinFiles, type Files } from './bulletin-files.ts';
import type { ProjectCopy } from './project-copy.ts';

/** A bulletin with an example of everything that pages can show. */
export async function everything(): Promise<Files> {
  return bulletinFiles({
    'site.yaml':
      'title: 港城月刊\ndescription: 测试用的小刊\nurl: https://x.example/daokan\npublisher: 本刊编辑部\neditions: [epub]\ncontacts: [{ label: 邮箱, value: a@example.com, public: true }]\n',
    'check.yaml': 'residue: [点此下载全文]\n',
    'pages/about.md': '---\ntitle: 关于\n---\n\n本刊每月出一期。\n',
    'pages/corrections.md': '---\ntitle: 更正\n---\n\n有错必改。\n',
    'issues/2022-09/images/photo.png': await picture('teal'),
    'issues/2022-09/picture.md': article('图片新闻', '', '![厂房](./images/photo.png "车间｜摄影：甲")'),
    'issues/2022-09/chart.mdx': article('图表', 'dateline: 本报讯\n', `开工的多。\n\n${chart(12)}`),
    'issues/2022-09/draft.md': article('未定的稿').replace('status: ready', 'status: draft'),
    'issues/2022-09/gone.md': article(
      '撤下的一篇',
      'withdrawn: { date: 2022-10-08, reason: 数据有误 }\n',
    ).replace('status: ready', 'status: withdrawn'),
    'issues/2022-10/issue.yaml': issue(10),
    'issues/2022-10/lead.md': article('十月头条', 'lead: true\nrelated: [2022-09/first]\n'),
    'issues/2022-10/table.md': article(
      '有表的一篇',
      'series: 园区探访\n',
      '| 甲 | 乙 |\n| --- | --: |\n| 一 | 2 |',
    ),
    'issues/2022-10/source.md': article('转来的一篇', 'source: 甲省日报\ntopics: [营商环境]\n'),
  });
}

export function picture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 700, height: 500, channels: 3, background } })
    .png()
    .toBuffer();
}

const chart = (value: number) => `<BarChart caption="进度" unit="项" data="开工 ${value}；完工 3" />`;

function issue(month: number): string {
  return `year: 2022\nnumber: ${month}\nserial: ${month}\nmonths: [${month}]\ndate: 2022-${month}-28\nstatus: published\neditor: 本刊编辑部\ncategories: [特稿, 园区要闻]\n`;
}

/** What an edit can change; `next` returns a random integer below a limit. */
export interface Desk {
  files: Files;
  next: (below: number) => number;
  /** The same change in every copy of the project. */
  code: ProjectCopy['edit'];
}

type Edit = (desk: Desk) => void | Promise<void>;

/** Applies a change to a text that earlier edits may have changed. */
const inFile =
  (name: string, from: RegExp, to: (number: number) => string): Edit =>
  ({ files, next }) => {
    const before = String(files[name]);
    if (!from.test(before)) throw new Error(`${name} does not hold ${from}`);
    files[name] = before.replace(from, to(next(900) + 100));
  };

const inCode =
  (file: string, from: string, to: string): Edit =>
  ({ code }) =>
    code(file, from, to);

/** Articles that edits may change, move and delete: nothing links to them. */
function anyLoose({ files, next }: Desk): string {
  const names = Object.keys(files).filter((name) =>
    /^issues\/[^/]+\/(?:second|new|moved)[^/]*\.md$/u.test(name),
  );
  return names[next(names.length)] ?? 'issues/2022-09/second.md';
}

const inLoose =
  (from: RegExp, to: (number: number) => string): Edit =>
  (desk) =>
    inFile(anyLoose(desk), from, to)(desk);

const move =
  (folder: string): Edit =>
  (desk) => {
    const name = anyLoose(desk);
    desk.files[`issues/${folder}/moved-${desk.next(900)}.md`] = desk.files[name] ?? null;
    delete desk.files[name];
  };

/** Replaces or removes a line of front matter. */
const field = (key: string, value: (number: number) => string): Edit =>
  inLoose(new RegExp(`^(?:${key}: .*\n)?(?=status: )`, 'mu'), (number) => `${key}: ${value(number)}\n`);

const without = (key: string): Edit => inLoose(new RegExp(`^(?:${key}: .*\n)?(?=status: )`, 'mu'), () => '');

/** All edits by name. Each leaves the bulletin valid. */
export const EDITS: Record<string, Edit> = {
  body: inLoose(/(?<=\n---\n\n)[\s\S]*$/u, (number) => `甲园新开工项目${number}个。\n`),
  title: inLoose(/^title: .*$/mu, (number) => `title: 改过的题目${number}`),
  'article added': ({ files, next }) => {
    files[`issues/2022-${next(2) === 0 ? '09' : '10'}/new-${next(900)}.md`] = article(`新稿${next(900)}`);
  },
  'article removed': (desk) => {
    delete desk.files[anyLoose(desk)];
    desk.files['issues/2022-09/second.md'] ??= article('第二篇');
  },
  'article renamed': move('2022-09'),
  'article moved to another issue': move('2022-10'),
  published: inLoose(/^status: .*$/mu, () => 'status: ready'),
  withdrawn: inLoose(/^status: .*$/mu, () => 'status: withdrawn'),
  'made a draft': inLoose(/^status: .*$/mu, () => 'status: draft'),
  'rights lost': inLoose(/^rights: .*$/mu, () => 'rights: unknown'),
  'rights cleared': inLoose(/^rights: .*$/mu, () => 'rights: own'),
  'old address': field('aliases', (number) => `[/old/${number}/]`),
  'old address taken away': without('aliases'),
  correction: field('corrections', (number) => `[{ date: 2022-11-01, text: 应为${number}个 }]`),
  'place in the column': field('order', String),
  summary: field('summary', (number) => `提要${number}`),
  county: field('county', (number) => (number % 2 === 0 ? '丙县' : '[丙县, 丁市城区]')),
  related: field('related', () => '[2022-10/lead]'),
  category: inLoose(/^category: .*$/mu, (number) => `category: ${number % 2 === 0 ? '特稿' : '双招双引'}`),
  'category name': inFile(
    'categories.yaml',
    /(?<=id: feature, ).*(?= \})/u,
    (number) => `name: 特稿${number}, aliases: [特稿]`,
  ),
  'former id of a park': inFile(
    'parks/jia.yaml',
    /^(?:formerIds: .*\n)?(?=name: )/mu,
    (number) => `formerIds: [jia-${number}]\n`,
  ),
  'old address of a page': inFile(
    'pages/about.md',
    /(?<=^title: .*\n)(?:aliases: .*\n)?/mu,
    (number) => `aliases: [/old-about-${number}/]\n`,
  ),
  'reason of a withdrawal': inFile(
    'issues/2022-09/gone.md',
    /reason: [^ }]+/u,
    (number) => `reason: 数据有误${number}`,
  ),
  'park name': inFile('parks/jia.yaml', /^name: .*$/mu, (number) => `name: 甲县第${number}开发区`),
  'park short name': inFile(
    'parks/jia.yaml',
    /^shortName: .*\naliases: .*$/mu,
    (number) => `shortName: 甲${number}园\naliases: [甲园]`,
  ),
  'region name': inFile(
    'regions.yaml',
    /(?<=code: '990101', ).*(?= \})/u,
    (number) => `name: 丙${number}县, aliases: [丙县]`,
  ),
  'series name': inFile(
    'series.yaml',
    /(?<=id: visits, ).*(?= \})/u,
    (number) => `name: 探访${number}, aliases: [园区探访]`,
  ),
  'topic name': inFile(
    'topics.yaml',
    /(?<=id: environment, ).*(?= \})/u,
    (number) => `name: 环境${number}, aliases: [营商环境]`,
  ),
  'source name': inFile(
    'sources.yaml',
    /(?<=id: daily, ).*(?= \})/u,
    (number) => `name: 日报${number}, aliases: [甲省日报]`,
  ),
  'bulletin name': inFile('site.yaml', /^title: .*$/mu, (number) => `title: 港城月刊${number}`),
  'site setting': inFile('site.yaml', /^publisher: .*$/mu, (number) => `publisher: 本刊第${number}编辑部`),
  contact: inFile('site.yaml', /(?<=value: ).*(?=@)/u, (number) => `a${number}`),
  'words of the check': inFile('check.yaml', /\[.*\]/u, (number) => `[点此下载第${number}份]`),
  'order of the columns': inFile('issues/2022-10/issue.yaml', /^categories: .*$/mu, (number) =>
    number % 2 === 0 ? 'categories: [特稿, 园区要闻]' : 'categories: [园区要闻, 特稿]',
  ),
  'issue closed': inFile('issues/2022-10/issue.yaml', /^status: .*$/mu, () => 'status: draft'),
  'issue opened': inFile('issues/2022-10/issue.yaml', /^status: .*$/mu, () => 'status: published'),
  'issue editor': inFile('issues/2022-09/issue.yaml', /^editor: .*$/mu, (number) => `editor: 编辑${number}`),
  'issue added': ({ files }) => {
    files['issues/2022-11/issue.yaml'] = issue(11);
    files['issues/2022-11/new-lead.md'] = article('十一月头条');
  },
  page: inFile('pages/about.md', /每月.*/u, (number) => `每月出${number}页。`),
  'page title': inFile('pages/about.md', /^title: .*$/mu, (number) => `title: 关于${number}`),
  'page added': ({ files, next }) => {
    files[`pages/page-${next(9)}.md`] = '---\ntitle: 又一页\n---\n\n几句话。\n';
  },
  chart: inFile('issues/2022-09/chart.mdx', /开工 \d+/u, (number) => `开工 ${number}`),
  'picture under the same name': async ({ files, next }) => {
    files['issues/2022-09/images/photo.png'] = await picture(`rgb(${next(256)}, 90, 90)`);
  },
  caption: inFile('issues/2022-09/picture.md', /"[^｜]*/u, (number) => `"第${number}车间`),
  cover: inFile(
    'issues/2022-09/picture.md',
    /^(?:cover: .*\n)?(?=status: )/mu,
    (number) => `cover: { src: ./images/photo.png, alt: 厂房${number}, credit: 摄影：甲 }\n`,
  ),
  template: inCode('src/components/ArticleFoot.astro', '>相关稿件<', '>参看<'),
  layout: inCode('src/components/Footer.astro', '编辑出版：', '出版：'),
  style: inCode('src/styles/article.css', '\n', '\n.edited { color: red; }\n'),
  'script of a page': inCode('src/search/browser/mark.ts', "'mark'", "'ma' + 'rk'"),
  view: inCode('src/views/article-view.ts', 'SAME_PARK_CARDS = 5', 'SAME_PARK_CARDS = 1'),
  'Markdown plugin': inCode('src/markdown/rehype-tables.ts', "tables === 1 ? '表格'", "tables === 1 ? '表'"),
  'rule of the summary': inCode('src/core/text/first-sentence.ts', 'limit = 120', 'limit = 8'),
  encoder: inCode('src/pictures/encode-fs.ts', 'quality: 78', 'quality: 40'),
  configuration: inCode('src/config.ts', 'syntaxHighlight: false,', 'syntaxHighlight: false, gfm: false,'),
  'address of a folder': inCode(
    'src/config.ts',
    "inlineStylesheets: 'never'",
    "assets: 'made', inlineStylesheets: 'never'",
  ),
  'shape of the icons': inCode('src/pictures/icons-fs.ts', 'RADIUS = 72', 'RADIUS = 71'),
};
