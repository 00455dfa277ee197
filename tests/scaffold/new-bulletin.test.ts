import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../scripts/lib/browser.ts';
import { proofreader } from '../../src/check/proofreader.ts';
import { TYPST } from '../../src/editions/pdf/render-pdf-fs.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { CI_FILES, CI_HOSTS } from '../../src/scaffold/ci-files.ts';
import { bulletinFiles } from '../../src/scaffold/bulletin-files.ts';
import { freePort } from '../lib/command.ts';
import { filesIn } from '../lib/folder.ts';
import { LONG } from '../lib/long.ts';
import { runHere } from '../lib/run-here.ts';
import { temporaryFolder } from '../lib/temporary-folders.ts';

const FLAGS = ['--name', '江畔园区', '--region', '四川省、重庆', '--engine', '0.1.0', '--yes'];

async function newBulletin(dir: string, flags = FLAGS) {
  const { code, stdout, stderr } = await runHere('new', ['bulletin', dir, ...flags]);
  const withoutPath = (text: string) => text.replaceAll(path.dirname(dir), '<文件夹>');
  return { code, stdout: withoutPath(stdout), stderr: withoutPath(stderr) };
}

const emptyFolder = () => temporaryFolder('新的 刊物-');

describe('npm run new -- bulletin', { timeout: 60_000 }, () => {
  it('writes at most 15 files that pass the check unchanged, in a path with spaces and Chinese', async () => {
    const dir = path.join(emptyFolder(), '江畔 园区');
    expect(await newBulletin(dir)).toEqual({
      code: 0,
      stdout:
        '已建 <文件夹>/江畔 园区：13 个文件\n接着做：\n  cd "<文件夹>/江畔 园区"\n  npm install\n  npm start\n第一期已经能看；改 content/ 里的稿件和 site.yaml，再运行一次 npm start。\n',
      stderr: '',
    });
    const files = await filesIn(dir);
    expect(Object.keys(files)).toHaveLength(13);
    expect(files['content/site.yaml']).toBe(
      'title: 江畔园区\ndescription: 江畔园区，每月一期。（这一句会出现在网页的说明里，请改成自己的）\npublisher: 本刊编辑部\nprovinces:\n  - 四川省\n  - 重庆\nmodel: 1\n',
    );
    expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({
      private: true,
      dependencies: { 'park-bulletin': '0.1.0' },
      scripts: { start: 'park-bulletin build && park-bulletin preview', check: 'park-bulletin check' },
    });
    expect(Object.values(files).join('')).not.toMatch(/河北|园区导刊/u);
    const { content, diagnostics } = await readContent(path.join(dir, 'content'), {
      proofreader,
      drafts: true,
    });
    expect(diagnostics).toEqual([]);
    expect(content?.articles.map(({ title, public: isPublic }) => [title, isPublic])).toEqual([
      ['写在第一期前面', true],
    ]);
    expect(content?.regions.find(({ name }) => name === '大邑县')).toMatchObject({
      id: '510129',
      parent: '510100',
    });
    expect(content?.regions.some(({ name }) => name === '无极县')).toBe(false);
  });

  it('keeps the tarball of the engine in the bulletin, where every clone finds it', async () => {
    const dir = path.join(emptyFolder(), '江畔园区');
    const tarball = path.join(emptyFolder(), 'park-bulletin-0.1.0.tgz');
    await writeFile(tarball, 'tarball');
    expect((await newBulletin(dir, ['--engine', tarball, '--yes'])).code).toBe(0);
    const files = await filesIn(dir);
    expect(files['engine/park-bulletin-0.1.0.tgz']).toBe('tarball');
    expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({
      dependencies: { 'park-bulletin': 'file:engine/park-bulletin-0.1.0.tgz' },
    });
  });

  it('says that the tarball of the engine does not exist', async () => {
    const dir = path.join(emptyFolder(), 'a');
    expect(await newBulletin(dir, ['--engine', path.join(dir, '../none.tgz'), '--yes'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '没有写任何文件：程序包 <文件夹>/none.tgz 读不了（ENOENT）\n  改法：用 --engine 写明程序包（.tgz）在哪里，或者写版本号\n',
    });
  });

  it.each([
    ['a name that is too long', ['--name', '长'.repeat(21), '--yes'], 2, '--name：'],
    ['an unknown province', ['--region', '四川盆地', '--yes'], 2, '--region：没有“四川盆地”这个省份'],
    ['an unknown host', ['--ci', 'svn', '--yes'], 2, '--ci：可选：github、gitlab、gitee\n'],
    [
      'an unknown engine',
      ['--engine', '../engine', '--yes'],
      2,
      '--engine：“../engine”不是版本号，也不是程序包（.tgz）',
    ],
    ['no column', ['--categories', '、', '--yes'], 2, '--categories：至少写一个栏目\n'],
  ])('rejects %s and writes nothing', async (_, flags, code, message) => {
    const dir = path.join(emptyFolder(), 'a');
    const result = await newBulletin(dir, flags);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(message);
    expect(await filesIn(path.dirname(dir))).toEqual({});
  });

  it('rejects a folder that is not empty, but accepts a new repository', async () => {
    const dir = emptyFolder();
    await writeFile(path.join(dir, 'a.txt'), '');
    expect(await newBulletin(dir)).toEqual({
      code: 1,
      stdout: '',
      stderr: `没有写任何文件：文件夹 <文件夹>/${path.basename(dir)} 不是空的（里面有 a.txt）\n  改法：换一个新的文件夹，或先把里面的东西移走\n`,
    });
    expect(Object.keys(await filesIn(dir))).toEqual(['a.txt']);
    const repository = emptyFolder();
    await mkdir(path.join(repository, '.git'));
    expect((await newBulletin(repository)).code).toBe(0);
  });

  it('reports that a folder cannot be created', async () => {
    const file = path.join(emptyFolder(), 'a.txt');
    await writeFile(file, '');
    expect(await newBulletin(path.join(file, 'b'))).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '没有写任何文件：<文件夹>/b 不能用（ENOTDIR）\n  改法：换一个文件夹\n',
    });
  });

  it.each(CI_HOSTS)('writes CI files for %s that check and build', (ci) => {
    const files = bulletinFiles({
      name: '某刊',
      publisher: '编辑部',
      provinces: [],
      categories: [{ id: 'news', name: '要闻' }],
      date: '2022-09-30',
      ci,
      engine: '0.1.0',
      allowScripts: {},
    });
    for (const [file, text] of CI_FILES[ci]) {
      expect(files.get(file)).toBe(text);
      for (const command of ['npm ci', 'npm run -s check', 'npm run -s build -- ', '--as-of $TODAY'])
        expect(text).toContain(command);
    }
    const all = CI_HOSTS.flatMap((host) => CI_FILES[host].map(([file]) => file));
    expect([...files.keys()].filter((name) => all.includes(name))).toEqual(
      CI_FILES[ci].map(([file]) => file),
    );
  });
});

describe('npm run new -- park', { timeout: 60_000 }, () => {
  it('writes a park in a known county, and rejects one that exists', async () => {
    const dir = path.join(emptyFolder(), 'a');
    await newBulletin(dir);
    const content = path.join(dir, 'content');
    const park = (...args: string[]) => runHere('new', ['park', ...args, '--content', content]);
    const flags = ['--name', '江畔经济开发区', '--short-name', '江畔经开区', '--county', '大邑县'];
    const made = await park(...flags);
    expect(made.stdout.replaceAll(content, '<内容>')).toBe(
      '已建 <内容>/parks/jiang-pan-jing-ji-kai-fa-qu.yaml：江畔经济开发区\n接着做：在稿件里写 park: 江畔经开区；级别、类型、简介写在这个文件里\n',
    );
    expect(await readFile(path.join(content, 'parks/jiang-pan-jing-ji-kai-fa-qu.yaml'), 'utf8')).toBe(
      'name: 江畔经济开发区\nshortName: 江畔经开区\ncounty: 大邑县\n',
    );
    expect((await readContent(content)).diagnostics).toEqual([]);
    expect(await park(...flags)).toEqual({
      code: 1,
      stdout: '',
      stderr: '没有写任何文件：--name：园区“江畔经济开发区”已经有了\n  改法：直接改 parks 里的那个文件\n',
    });
    expect(await park('--name', '某某园区', '--county', '大邑市')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '没有写任何文件：--county：“大邑市”不在地区名录里\n  改法：你是不是想写“大邑”、“大邑县”？都不是，就先把它加进 regions.yaml\n',
    });
  });
});

/** Runs npm in a folder as an editor would; it has to succeed. */
function npm(dir: string, ...args: string[]): string {
  // Vitest's own settings would change what a build does.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const done = spawnSync('npm', args, {
    cwd: dir,
    encoding: 'utf8',
    env: { ...env, SITE_URL: '', npm_config_prefer_offline: 'true' },
  });
  expect([args.slice(0, 3), done.status, done.status === 0 ? '' : done.stdout + done.stderr]).toEqual([
    args.slice(0, 3),
    0,
    '',
  ]);
  return done.stdout;
}

/** Runs a command of a bulletin, with `--` before its options. */
const command = (dir: string, name: string, ...args: string[]) =>
  npm(dir, '--silent', 'run', name, '--', ...args);

const tarballIn = (folder: string) =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');

/** Makes the next version of a packed engine: another number, and another text on the page for 404. */
async function packNext(tarball: string, folder: string): Promise<string> {
  await mkdir(folder);
  spawnSync('tar', ['-xzf', tarball, '-C', folder]);
  const engine = path.join(folder, 'package');
  const edit = async (file: string, change: (text: string) => string) => {
    const text = await readFile(path.join(engine, file), 'utf8');
    expect(change(text)).not.toBe(text);
    await writeFile(path.join(engine, file), change(text));
  };
  await edit('package.json', (text) => text.replace('"version": "0.1.0"', '"version": "0.1.1"'));
  await edit('src/pages/404.astro', (text) => text.replaceAll('没有这一页', '找不到这一页'));
  await edit('lib/fingerprint.txt', () => 'next\n');
  await edit('CHANGELOG.md', (text) =>
    text.replace('## 未发布', '## 0.1.1\n\n- 换了 404 页的字。\n\n## 0.1.0'),
  );
  npm(engine, 'pack', '--pack-destination', folder);
  return tarballIn(folder);
}

/** How many bytes the files of a folder take on the disk; a file with several names counts once. */
async function sizeOf(folder: string): Promise<number> {
  const files = new Map<number, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { ino, blocks } = await stat(path.join(entry.parentPath, entry.name));
    files.set(ino, blocks * 512);
  }
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** Serves a bulletin's site with its own engine, and searches it in a browser. @returns the results' titles */
async function searchIn(dir: string, query: string): Promise<string[]> {
  const port = await freePort();
  const server = spawn(path.join(dir, 'node_modules/.bin/park-bulletin'), ['preview', '--port', `${port}`], {
    cwd: dir,
  });
  const browser = await launchBrowser(findBrowser());
  try {
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/search/?q=${encodeURIComponent(query)}`);
    const titles = page.locator('[data-search-result] h2');
    await titles.first().waitFor();
    return await titles.allInnerTexts();
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Builds the bulletin with PDF: without Typst it says what to install, and with it it makes the file. */
async function pdfNeedsTypst(dir: string): Promise<void> {
  const site = path.join(dir, 'content/site.yaml');
  const text = await readFile(site, 'utf8');
  const pinned = ['package.json', 'package-lock.json'].map((name) => path.join(dir, name));
  const before = await Promise.all(pinned.map((file) => readFile(file)));
  await writeFile(site, `${text}editions: [pdf]\n`);
  const build = () =>
    spawnSync('npm', ['--silent', 'run', 'build'], { cwd: dir, encoding: 'utf8', env: process.env });
  expect(build().stderr).toContain(
    `site.yaml 的 editions 写了 pdf，还没有装排版程序 Typst\n  改法：运行 npm install --save-exact ${TYPST}，`,
  );
  npm(dir, 'install', '--save-exact', TYPST);
  const done = build();
  expect([done.status, done.status === 0 ? '' : done.stderr]).toEqual([0, '']);
  const month = readdirSync(path.join(dir, 'content/issues'))[0] ?? '';
  const pdf = await readFile(path.join(dir, `dist/issues/${month}/${month}.pdf`));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await writeFile(site, text);
  for (const [index, file] of pinned.entries()) await writeFile(file, before[index] ?? '');
  npm(dir, 'install');
}

// Installs from the registry, so it needs a network.
if (LONG)
  it(
    'works as a package: three commands turn an empty folder into a published bulletin with the same pages; an upgrade changes the page that it names, and can be undone',
    { timeout: 1_800_000 },
    async () => {
      const folder = temporaryFolder('打包 测试-');
      npm('.', 'pack', '--pack-destination', folder);
      const tarball = tarballIn(folder);
      const call = ['exec', '--yes', `--package=file:${tarball}`, '--', 'park-bulletin'];
      npm(folder, ...call, 'new', 'bulletin', '江畔园区', '--region', '四川省', '--yes');
      const dir = path.join(folder, '江畔园区');
      // As in a clone on another computer: only what the bulletin's folder holds.
      const published = path.join(folder, path.basename(tarball));
      await rename(tarball, path.join(folder, 'elsewhere.tgz'));
      npm(dir, 'install');
      await rename(path.join(folder, 'elsewhere.tgz'), published);
      command(dir, 'check');
      command(dir, 'build');
      expect(await sizeOf(path.join(dir, 'node_modules'))).toBeLessThan(350_000_000);
      expect(await searchIn(dir, '第一期前面')).toContain('写在第一期前面');
      const packed = await filesIn(path.join(dir, 'dist'));
      expect(packed['index.html']?.replaceAll('<wbr>', '')).toContain('写在第一期前面');
      expect(Object.values(packed).join('')).not.toMatch(/河北|园区导刊/u);
      const content = path.join(dir, 'content');
      command('.', 'build', '--content', content, '--outDir', path.join(folder, 'site'));
      expect(await filesIn(path.join(folder, 'site'))).toEqual(packed);
      const { findings } = JSON.parse(command(dir, 'doctor', '--json')) as { findings: { state: string }[] };
      expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);

      await pdfNeedsTypst(dir);
      const next = await packNext(tarball, path.join(folder, 'next'));
      const pinned = async () =>
        Promise.all(
          ['package.json', 'package-lock.json'].map((name) => readFile(path.join(dir, name), 'utf8')),
        );
      const before = await pinned();
      expect(JSON.parse(command(dir, 'upgrade', next, '--yes', '--json'))).toEqual({
        from: '0.1.0',
        to: '0.1.1',
        major: false,
        older: false,
        pages: { changed: ['404.html'], added: [], removed: [] },
        migrated: [],
        changes: '## 0.1.1\n\n- 换了 404 页的字。',
        upgraded: true,
      });
      expect((await pinned())[0]).toContain(`"park-bulletin": "file:engine/${path.basename(next)}"`);
      command(dir, 'build');
      const upgraded = await filesIn(path.join(dir, 'dist'));
      expect(upgraded['404.html']).toContain('找不到这一页');
      expect({ ...upgraded, '404.html': packed['404.html'] }).toEqual(packed);
      command(dir, 'upgrade', '--undo');
      expect(await pinned()).toEqual(before);
      command(dir, 'build');
      expect(await filesIn(path.join(dir, 'dist'))).toEqual(packed);
    },
  );
