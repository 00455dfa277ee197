import { stringify } from 'yaml';
import { CONTENT_MODEL } from '#core/content-model.ts';
import { CI_FILES, type CiHost } from './ci-files.ts';

/** Input for a new bulletin: answers of the editor, or defaults. */
export interface NewBulletin {
  name: string;
  publisher: string;
  provinces: readonly string[];
  /** Columns in their order; ids come from `slugOf`. */
  categories: readonly { id: string; name: string }[];
  /** Publication date of the first issue, `2022-09-30`. */
  date: string;
  ci: CiHost;
  /** Version of the engine for package.json: a version number or a tarball. */
  engine: string;
  /** Packages that may run install scripts, in the format of npm's `allowScripts`. */
  allowScripts: Readonly<Record<string, boolean>>;
}

/** Commands that are npm scripts of a new bulletin. */
export const SCRIPTS = [
  'dev',
  'build',
  'preview',
  'release',
  'upload',
  'verify-site',
  'new',
  'import',
  'check',
  'move',
  'addresses',
  'wechat',
  'archive',
  'stats',
  'doctor',
  'upgrade',
];
/** JSON schemas that the engine provides, each with the files that it applies to. */
const SCHEMAS: Record<string, string | string[]> = {
  issue: 'content/issues/*/issue.yaml',
  park: 'content/parks/*.yaml',
  site: 'content/site.yaml',
  check: 'content/check.yaml',
  categories: 'content/categories.yaml',
  terms: ['content/topics.yaml', 'content/industries.yaml', 'content/series.yaml'],
  sources: 'content/sources.yaml',
  regions: 'content/regions.yaml',
};

/** Returns all files of a new bulletin, by path. They pass the check and the build unchanged. */
export function bulletinFiles(bulletin: NewBulletin): Map<string, string> {
  const { name, publisher, provinces, categories, date } = bulletin;
  const month = date.slice(0, 7);
  const [first] = categories;
  const site = {
    title: name,
    description: `${name}，每月一期。（这一句会出现在网页的说明里，请改成自己的）`,
    publisher,
    ...(provinces.length > 0 && { provinces }),
    model: CONTENT_MODEL,
  };
  const issue = {
    year: Number(date.slice(0, 4)),
    number: 1,
    serial: 1,
    months: [Number(date.slice(5, 7))],
    date,
    title: '创刊号',
    status: 'published',
    editor: publisher,
  };
  return new Map([
    ['package.json', packageJson(bulletin)],
    ['README.md', readme(bulletin)],
    [
      '.gitignore',
      'node_modules/\ndist/\ndist.hosting/\ndist-drafts/\n/wechat/\n/archive/\n.astro/\n.park-bulletin/\n',
    ],
    ['.gitattributes', '* text=auto eol=lf\ncontent/addresses.txt merge=union\n'],
    ['.npmrc', 'loglevel=error\nfund=false\naudit=false\nupdate-notifier=false\nsave-exact=true\n'],
    ['.vscode/settings.json', editorSettings()],
    ...CI_FILES[bulletin.ci],
    ['content/site.yaml', yaml(site)],
    ['content/categories.yaml', yaml(categories)],
    ['content/parks/example-park.yaml', EXAMPLE_PARK],
    [`content/issues/${month}/issue.yaml`, yaml(issue)],
    [`content/issues/${month}/first-words.md`, firstArticle(first?.name ?? '')],
    ['content/pages/about.md', aboutPage(name, publisher)],
  ]);
}

const EXAMPLE_PARK = `# 一个园区一个文件，文件名就是网址。把它改成真正的园区，或者删去；再建用 npm run new -- park
name: 示例产业园区
shortName: 示例园区
`;

function packageJson({ engine, allowScripts }: NewBulletin): string {
  const scripts = Object.fromEntries(SCRIPTS.map((name) => [name, `park-bulletin ${name}`]));
  const content = {
    private: true,
    type: 'module',
    scripts: { start: 'park-bulletin build && park-bulletin preview', ...scripts },
    dependencies: { 'park-bulletin': engine },
    allowScripts,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function editorSettings(): string {
  const folder = './node_modules/park-bulletin/.vscode/schemas';
  const schemas = Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, files]) => [`${folder}/${name}.json`, files]),
  );
  const settings = {
    'files.encoding': 'utf8',
    'files.eol': '\n',
    'editor.wordWrap': 'on',
    'yaml.schemas': schemas,
    'yaml.schemaStore.enable': false,
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function firstArticle(category: string): string {
  return `---
title: 写在第一期前面
category: ${category}
scope: 全国
genre: 发刊词
rights: own
lead: true
status: ready
---

这是自动生成的第一篇稿件，请改写成自己的发刊词。

段落之间空一行，段首不用空格。小标题写成下面这样：

## 这一期有什么

图片放在旁边的 \`images\` 文件夹里。写好以后运行 \`npm run check\` 核对，再运行 \`npm start\` 在本机看。
`;
}

function aboutPage(name: string, publisher: string): string {
  return `---
title: 关于本刊
---

${name}由${publisher}编辑出版。

这一页是自动生成的，请改写：本刊登什么，由谁编，怎样联系。
`;
}

function readme({ name, publisher }: NewBulletin): string {
  return `# ${name}

${publisher}的月刊。稿件在 \`content/\` 里，编辑只改那里；网页由 park-bulletin 生成。

机器上要有 Node.js 20 或更新的版本。第一次先运行 \`npm install\`，以后：

| 做什么 | 怎么做 |
| --- | --- |
| 边改边看，草稿也显示；表单在 /admin/，手册在 /admin/handbook/ | \`npm run dev\` |
| 新建一期 | \`npm run new -- issue 2023-01\` |
| 新建一篇稿件 | \`npm run new -- article 2023-01\` |
| 新建一个园区 | \`npm run new -- park\` |
| 把 Word、网页、文本变成草稿 | \`npm run import -- 来稿文件夹\` |
| 把草稿移进一期 | \`npm run move -- content/inbox/x.md 2023-01\` |
| 核对 | \`npm run check\` |
| 生成网站并在本机打开 | \`npm start\` |
| 发布以后记下网址，和稿件一起提交 | \`npm run addresses\` |

每个命令后面加 \`-- --help\`，看它的选项。生成的网站在 \`dist/\`，整个传到网站空间即可；发布前在 \`content/site.yaml\` 里写上备案号（\`records\`）和首页的网址（\`url\`，有了它才有订阅和网站地图）。

用 Git 存：\`git init\`，以后每次 \`git add -A\`、\`git commit\`，\`package-lock.json\` 和 \`engine/\`（程序包，有的话）一起提交。别的电脑上 \`git clone\` 以后，运行 \`npm ci\` 就能接着编。

换新版本：运行 \`npm run upgrade -- 新的程序包.tgz\`（程序装自 npm 的，后面不用写）。它先用新旧两个版本各生成一遍，列出哪些网页会变，问过才换；不满意，用 \`npm run upgrade -- --undo\` 退回。命令出了怪事，先运行 \`npm run doctor\`。
`;
}

/** Formats a value as YAML without wrapping long lines. */
function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, flowCollectionPadding: false });
}
