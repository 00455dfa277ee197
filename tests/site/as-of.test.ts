import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../lib/builder.ts';
import { article, type Files, writeFiles } from '../lib/bulletin-files.ts';
import { everything, picture } from '../lib/edits.ts';
import { LONG } from '../lib/long.ts';
import { copyProject, type ProjectCopy } from '../lib/project-copy.ts';
import { brokenLinks, digestsOf, htmlPages, siteFiles } from '../lib/site-files.ts';

/* Every text of later content contains the first mark, each of its addresses the second. */
const MARK = '未来';
const LATER = /2022-11|2023|mark-later|later/u;

let clean: ProjectCopy;
let files: Files;
let content: string;

beforeAll(async () => {
  clean = await copyProject();
  const issue = (year: number, month: number, more: string) =>
    `year: ${year}\nmonths: [${month}]\nstatus: published\neditor: 未来的编辑\n${more}`;
  const withdrawn = article('未来撤下的', 'withdrawn: { date: 2022-11-08 }\n').replace('ready', 'withdrawn');
  files = {
    ...(await everything()),
    'issues/2022-10-s1/issue.yaml': issue(2022, 10, 'date: 2022-10-29\ntitle: 招商特刊\n').replace(
      '未来的',
      '',
    ),
    'issues/2022-10-s1/fair.md': article('特刊头条', 'lead: true\n'),
    // Published on the first of its month; one of its articles comes later.
    'issues/2022-11/issue.yaml': issue(2022, 11, 'number: 11\nserial: 11\ndate: 2022-11\ntitle: 未来期名\n'),
    'issues/2022-11/opening.md': article('未来的月初', 'date: 2022-11-01\nlead: true\n'),
    'issues/2022-11/mark-later.md': article('未来的月中', 'date: 2022-11-15\n', '未来正文。'),
    'issues/2023-01/issue.yaml': issue(
      2023,
      1,
      'number: 1\nserial: 12\ndate: 2023-01-31\naliases: [/old/later-issue/]\ncover: { src: ./images/a.png, alt: 未来封面, credit: 摄影：未来 }\n',
    ),
    'issues/2023-01/images/a.png': await picture('crimson'),
    'issues/2023-01/a.md': article(
      '未来头条',
      'lead: true\naliases: [/old/later/]\n',
      '未来正文，![未来](./images/a.png)',
    ),
    'issues/2023-01/gone.md': withdrawn,
    'issues/2022-09/second.md': article('第二篇', 'related: [2023-01/a]\n'),
    'addresses.txt': [
      '/issues/2022/',
      '/issues/2022-11/mark-later/',
      '/issues/2023-01/',
      '/issues/2023-01/a/',
      '/issues/2023-01/gone/',
      '/issues/2023/',
      '/old/later-issue/',
      '/old/later/',
      '',
    ].join('\n'),
  };
  files['site.yaml'] += 'records: { icp: 甲ICP备00000000号-1, postalCode: 00-00 }\n';
  content = await writeFiles(files);
});

/**
 * Builds the bulletin of a day with the caches of the earlier builds. In a long run the first build of a day must
 * equal a clean build; every later build of that day must equal the first.
 */
async function builtOn(day?: string): Promise<string> {
  const outDir = path.join(await writeFiles({}), 'site');
  const args = day === undefined ? [] : ['--as-of', day];
  const [{ code, stderr }, right] = await Promise.all([
    build('build', ['--outDir', outDir, ...args], { BULLETIN_CONTENT: content, SITE_URL: '' }),
    // Before the first build there are no caches.
    known.get(day) ?? (LONG && known.size > 0 ? cleanBuild(args) : undefined),
  ]);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  const built = await digestsOf(outDir);
  expect(built).toEqual(right ?? built);
  known.set(day, built);
  expect(await brokenLinks(outDir, '/daokan/')).toEqual([]);
  return outDir;
}

const known = new Map<string | undefined, Record<string, string>>();

async function cleanBuild(args: string[]): Promise<Record<string, string>> {
  await rm(path.join(clean.dir, 'node_modules/.astro'), { recursive: true, force: true });
  const outDir = path.join(await writeFiles({}), 'site');
  const { code, stderr } = await clean.build(await writeFiles(files), outDir, {}, args);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  return digestsOf(outDir);
}

/** Files of a site that contain the mark, or whose names belong to later content. */
async function marked(dir: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await siteFiles(dir)) {
    const bytes = await readFile(path.join(dir, name));
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    if (text.includes(MARK) || LATER.test(text.toString('latin1')) || LATER.test(name)) found.push(name);
  }
  return found;
}

it('a site of a day contains no trace of later content, whatever was built before', async () => {
  const all = await builtOn();
  const everywhere = await marked(all);
  expect(everywhere).toEqual(
    expect.arrayContaining([
      ...[
        'index.html',
        'issues/index.html',
        'issues/2023/index.html',
        'issues/2022-11/mark-later/index.html',
      ],
      ...[
        'issues/2023-01/gone/index.html',
        'old/later/index.html',
        'search/names.json',
        'parks/jia/index.html',
      ],
    ]),
  );
  const pictures = async (dir: string) =>
    (await siteFiles(dir)).filter((name) => name.startsWith('pictures/'));

  // Every page except redirects shows the numbers that are set.
  for (const [name, html] of await htmlPages(all)) {
    const numbers =
      '<p class="records"><span>邮发代号 00-00</span>　<a href="https://beian.miit.gov.cn/" rel="noopener">甲ICP备00000000号-1</a></p></footer>';
    expect([name, html.includes(numbers) || html.includes('http-equiv="refresh"')]).toEqual([name, true]);
  }

  const october = await builtOn('2022-10-31');
  expect(await marked(october)).toEqual([]);
  expect((await pictures(october)).length).toBeLessThan((await pictures(all)).length);
  // Titles say where a line may break.
  const page = async (name: string) =>
    (await readFile(path.join(october, name), 'utf8')).replaceAll('<wbr>', '');
  expect(await page('issues/2022-10-s1/index.html')).toContain('<h1>2022年10月招商特刊</h1>');
  // The latest issue on that day, a special one.
  expect(await page('index.html')).toContain('2022年10月招商特刊');

  if (LONG) {
    const november = await siteFiles(await builtOn('2022-11-01'));
    expect(november).toContain('issues/2022-11/opening/index.html');
    expect(november.filter((name) => /mark-later|2023|old/u.test(name))).toEqual([]);
    await builtOn('2022-10-31');
    await builtOn();
  }
}, 900_000);
