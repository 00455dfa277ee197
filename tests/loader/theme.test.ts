import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { STANDARD_ACCENT, themeCss, THEME_PROPERTIES, themeColour } from '../../src/core/theme.ts';
import { contrastOf, darkenUntil, lightenUntil } from '../../src/core/colour.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { parseThemeStyle } from '../../src/loader/theme-style-fs.ts';
import { bulletinFiles, inFolder, writeFiles } from '../lib/bulletin-files.ts';

const SITE = String(bulletinFiles()['site.yaml']);
const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="9" height="9"/></svg>';
const WIDE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="120"><rect width="9" height="9"/></svg>';

/** Reads a bulletin with these additions to `site.yaml` and this `theme/style.css`. */
async function read(site: string, style?: string) {
  const files = bulletinFiles({
    'site.yaml': `${SITE}${site}`,
    'images/icon.svg': SQUARE,
    'images/wide.svg': WIDE,
  });
  const root = await writeFiles({
    ...inFolder('content', files),
    ...(style !== undefined && { 'theme/style.css': style }),
  });
  const dir = path.join(root, 'content');
  const { content, diagnostics } = await readContent(dir);
  const messages = diagnostics
    .filter(({ rule }) => rule !== 'stray-file')
    .map((diagnostic) => formatDiagnostic(diagnostic));
  const strays = diagnostics.filter(({ rule }) => rule === 'stray-file').map(({ file }) => file);
  return { content, messages, strays, root, dir };
}

it('makes an accent readable in dark mode and high contrast', async () => {
  const { content, messages } = await read("theme: { accent: '0B5D3B' }\n");
  expect(messages).toEqual([]);
  expect(content?.theme).toEqual({
    css: '--light-accent:#0b5d3b;--dark-accent:#17bf79;--high-light-accent:#0b5c3a;--high-dark-accent:#16b875;',
    colours: {
      accent: '#0b5d3b',
      paper: '#fbf8f1',
      ink: '#211d19',
      inkSoft: '#57504a',
      darkPaper: '#181613',
    },
  });
});

it('reads pictures for masthead and icon', async () => {
  const { content, messages } = await read('theme: { masthead: ./images/wide.svg, icon: images/icon.svg }\n');
  expect(messages).toEqual([]);
  expect([content?.theme.masthead?.width, content?.theme.icon?.width]).toEqual([640, 64]);
});

it.each([
  [
    "theme: { accent: '#e8b400' }\n",
    "content/site.yaml:4:18 错误：主色 #e8b400 在底色 #f3ede0 上看不清：对比只有 1.6，要 4.5 以上\n  改法：换深一点的，例如 '#846700'",
  ],
  [
    'theme: { acent: red }\n',
    'content/site.yaml:4:10 错误：不认识的字段“acent”\n  改法：你是不是想写 accent（主色）？不需要就删去这一行',
  ],
  [
    'theme: { icon: ./images/wide.svg }\n',
    'content/site.yaml:4:16 错误：图片“./images/wide.svg”不是方的（640×120 像素）\n  改法：裁成长宽一样的方图',
  ],
  [
    'theme: { masthead: ./images/none.svg }\n',
    'content/site.yaml:4:20 错误：图片“./images/none.svg”找不到\n  改法：把图片放进内容文件夹的 images 文件夹，文件名和稿件里写的要一样（分大小写）',
  ],
  [
    'menu: [{ label: 往期, url: /isues/ }]\n',
    'content/site.yaml:4:1 错误：链接的“/isues/”不存在\n  改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样',
  ],
  [
    'footer: [{ label: 主办, url: example.com }]\n',
    'content/site.yaml:4:28 错误：“网址”(url)不是网址\n  改法：本站的网址写成 /about/ 这样，别的网站以 https:// 或 http:// 开头',
  ],
  [
    'lists: [park]\n',
    'content/site.yaml:4:9 错误：“列表”(lists)不能是“park”\n  改法：你是不是想写 parks？（可选：parks 园区、regions 地区、series 专栏、topics 主题、industries 产业）',
  ],
])('refuses %s', async (site, message) => {
  expect((await read(site)).messages).toEqual([message]);
});

it('leaves out the lists that are switched off, and everything that would lead to them', async () => {
  const { content, messages } = await read(
    'lists: [regions, topics, industries]\nmenu: [{ label: 园区, url: /parks/ }]\n',
  );
  expect(messages).toEqual([
    'content/site.yaml:5:1 错误：链接的“/parks/”不存在\n  改法：核对地址；站内页面写 /about/ 这样，稿件写 ../2022-10/some-article.md 这样',
  ]);
  expect(content?.kinds).toEqual(['categories', 'regions', 'topics', 'industries']);
  const archive = content && createArchive(content);
  expect([archive?.entries('parks'), archive?.parks.get('jia')]).toEqual([[], undefined]);
});

it('does not take the pictures of an unreadable site.yaml for unused', async () => {
  const { content, strays } = await read('theme: { masthead: ./images/wide.svg }\nrecords: none\n');
  expect([content, strays]).toEqual([undefined, []]);
});

it('reads a style sheet beside the content folder', async () => {
  const style =
    '/* 白纸 */\n:root {\n  --light-paper: #FFFFFF;\n  --fonts-serif: "FZ Song",\n    serif;\n  --line-width: 42rem;\n}\n';
  const { content, messages } = await read('', style);
  expect(messages).toEqual([]);
  expect(content?.theme.css).toBe('--light-paper:#FFFFFF;--fonts-serif:"FZ Song", serif;--line-width:42rem;');
});

const SEE = '编辑手册的“外观”一节列着能改的名字';

it.each([
  [
    ':root { --lite-paper: #ffffff; }',
    1,
    '没有“--lite-paper”这个名字',
    `你是不是想写“--light-paper”？${SEE}`,
  ],
  [
    ':root { --accent: #0b5d3b; }',
    1,
    '“--accent”不写在这里',
    "主色写在 site.yaml 里：theme: { accent: '#0b5d3b' }",
  ],
  [':root { color: red; }', 1, '没有“color”这个名字', SEE],
  [
    '\nbody { display: none }',
    2,
    '这里只能有 :root { … } 一种写法',
    `只留 :root { … }，里面写要改的颜色、字体、宽度；${SEE}`,
  ],
  [
    '@import url(https://x.example/a.css);',
    1,
    '这里只能有 :root { … } 一种写法',
    `只留 :root { … }，里面写要改的颜色、字体、宽度；${SEE}`,
  ],
  [
    ':root { --fonts-serif: url(https://x.example/f.woff2); }',
    1,
    '“--fonts-serif”的值不对：标题和正文的字体，读者机器上有的',
    "写成字体名，用逗号隔开，例如 'Songti SC', serif；字体用读者机器上有的，不能用网址",
  ],
  [
    ':root { --light-paper: #fff }',
    1,
    '“--light-paper”的值不对：浅色：纸色',
    '写成 # 加六位数字或字母，例如 #fbf8f1',
  ],
  [
    ':root { --fonts-serif: "</style><script>"; }',
    1,
    '“--fonts-serif”的值不对：标题和正文的字体，读者机器上有的',
    "写成字体名，用逗号隔开，例如 'Songti SC', serif；字体用读者机器上有的，不能用网址",
  ],
  [
    ':root { --light-paper: #ffffff',
    1,
    '不是完整的样式：引号、括号要成对，每一项以分号结尾',
    '照手册的例子写',
  ],
  [
    ':root {\n --light-ink: #999999; }',
    2,
    '--light-ink（#999999）在--light-paper（没有改）上看不清：对比只有 2.7，要 4.5 以上',
    '把文字和底色的深浅拉开',
  ],
])('refuses the style %s', async (css, line, problem, fix) => {
  const { findings } = await parseThemeStyle(css);
  expect(findings[0]).toMatchObject({ line, problem, fix });
});

it('names the file of the style sheet as the editor knows it', async () => {
  const { messages } = await read('', ':root { --page-width: wide; }');
  expect(messages).toEqual([
    'theme/style.css:1:9 错误：“--page-width”的值不对：版心最宽多少\n  改法：写成数字加 rem，例如 40rem',
  ]);
});

it('does not follow a link that leads elsewhere', async () => {
  const { dir, root } = await read('');
  await writeFile(path.join(root, 'secret'), ':root { --light-paper: #ffffff; }');
  await mkdir(path.join(root, 'theme'));
  await symlink('../secret', path.join(root, 'theme/style.css'));
  const { diagnostics } = await readContent(dir);
  expect(diagnostics.map(({ file, problem }) => [file, problem])).toContainEqual([
    '../theme/style.css',
    '这不是一个文件',
  ]);
});

it('describes the properties that tokens.css reads, with their standard values', async () => {
  const tokens = await readFile('src/styles/tokens.css', 'utf8');
  const read = [...tokens.matchAll(/var\(\s*(--(?:light|dark|fonts|page|line)-[a-z-]+),\s*([^,)]+)/gu)];
  const found = Object.fromEntries(read.map(([, name = '', value = '']) => [name, value]));
  expect(found['--light-accent']).toBe(STANDARD_ACCENT);
  const described = Object.entries(THEME_PROPERTIES).map(([name, { standard }]) => [
    name,
    standard.split(',')[0],
  ]);
  const { '--light-accent': _light, '--dark-accent': _dark, ...others } = found;
  expect(others).toEqual(Object.fromEntries(described));
});

it('moves only the lightness of a colour', () => {
  expect(contrastOf('#000000', '#ffffff')).toBe(21);
  expect(darkenUntil('#a61f17', '#ffffff', 4.5)).toBe('#a61f17');
  expect(darkenUntil('#ffffff', '#ffffff', 4.5)).toBe('#757575');
  expect(lightenUntil('#000000', '#000000', 21)).toBe('#ffffff');
  expect(themeColour({}, '--dark-paper')).toBe('#181613');
  expect(themeCss({}, undefined)).toBe('');
});
