import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { article, bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { start } from '../lib/command.ts';
import { runHere } from '../lib/run-here.ts';

/* The published content is exactly the content that was checked. */

const newOutput = async () => path.join(await writeFiles({}), 'site');

/** Front matter that other parsers end early: the rest would become headings that contain code. */
const CODE = (proof: string) =>
  `{globalThis.process.getBuiltinModule("fs").writeFileSync("${proof}", "ran")}`;
const atHead = (line: string) => article('甲').replace('---\n', `---\n${line}\n`);
const HIDDEN: [name: string, file: (code: string) => string][] = [
  ['a start of document with a comment', (code) => atHead(`--- # ${code}`)],
  ['a comment that begins with dashes', (code) => atHead(`# 注\n--- # ${code}`)],
  ['carriage returns alone', (code) => atHead(`# ${code}`).replaceAll('\n', '\r')],
  ['carriage returns alone in front matter', (code) => atHead(`# 注\r# ${code}`).replace('---\n', '---\r')],
  ['plus signs in a text', (code) => article('甲', `dateNote: "注\n\n  +++\n\n\n  # ${code}"\n`)],
  ['three plus signs', (code) => article('甲', `# 注\n+++ # ${code}\n`)],
  ['dashes in a text', (code) => article('甲', `dateNote: '注\n---x\n\n# ${code}'\n`)],
  ['a second front matter', (code) => article('甲', '', `---\nlayout: ${code}\n---\n\n正文。`)],
  ['plus signs at the head of the body', (code) => article('甲', '', `+++\n# ${code}\n+++\n\n正文。`)],
];

it('publishes what was checked, whatever is saved meanwhile, and runs no code hidden in an .mdx article', async () => {
  const proofs = await writeFiles({});
  const slug = (index: number) => `hidden-${index}`;
  const hidden = HIDDEN.map(([, file], index) => [
    `issues/2022-09/${slug(index)}.mdx`,
    file(CODE(path.join(proofs, slug(index)))),
  ]);
  const dir = await writeFiles(
    bulletinFiles({
      ...Object.fromEntries(hidden),
      'pages/about.md': '---\ntitle: 关于\n---\n\n看过的说明。\n',
      'issues/2022-09/first.md': article('第一篇', 'lead: true\n', '看过的第一篇。'),
      'issues/2022-09/third.mdx': article('第三篇', 'dateline: 本报讯\n', '看过的第三篇。'),
    }),
  );
  const outDir = await newOutput();

  // A build refuses the same files; the process of a check starts sooner.
  const refused = await runHere('check', ['--content', dir]);
  expect(refused.stdout).not.toMatch(/\n +at /u);
  const names = new Set(
    [...refused.stdout.matchAll(/\/(hidden-\d)\.mdx:\d+:\d+ 错误/gu)].map(([, name]) => name),
  );
  expect(refused.code).toBe(1);
  for (const name of names) await rm(`${dir}/issues/2022-09/${name}.mdx`);

  const { child, output } = start('build', ['--outDir', outDir], { BULLETIN_CONTENT: dir, SITE_URL: '' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await expect.poll(() => output.stderr, { timeout: 120_000, interval: 1 }).toContain('生成页面…');
  for (const name of ['pages/about.md', 'issues/2022-09/first.md', 'issues/2022-09/third.mdx']) {
    const text = await readFile(path.join(dir, name), 'utf8');
    await writeFile(path.join(dir, name), text.replace('看过', '<script>没看过</script>'));
  }
  expect([await ended, output.stderr.split('\n').at(-2)]).toEqual([0, expect.stringMatching(/^完成/u)]);
  expect(output.stderr).not.toMatch(/\n +at /u);
  const page = (name: string) => readFile(path.join(outDir, name, 'index.html'), 'utf8');
  const body = async (name: string) => /看过的[^<"]+/u.exec(await page(name))?.[0];
  expect(await body('about')).toBe('看过的说明。');
  expect(await body('issues/2022-09/first')).toBe('看过的第一篇。');
  expect(await body('issues/2022-09/third')).toBe('看过的第三篇。');

  const published = HIDDEN.map((_, index) => slug(index)).filter((name) => !names.has(name));
  expect([names.size > 0, published.length > 0]).toEqual([true, true]);
  for (const name of published) expect(await page(`issues/2022-09/${name}`)).not.toContain('undefined');
  expect(await readdir(proofs)).toEqual([]);
});

it('stops if a picture is saved while pages are rendered', async () => {
  const drawing = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600" fill="${colour}"/></svg>`;
  const dir = await writeFiles(
    bulletinFiles({
      'issues/2022-09/first.md': article('第一篇', '', '![画](./images/a.svg "摄影：甲")'),
      'issues/2022-09/images/a.svg': drawing('teal'),
    }),
  );
  const outDir = await newOutput();
  const { child, output } = start('build', ['--outDir', outDir], { BULLETIN_CONTENT: dir, SITE_URL: '' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await expect.poll(() => output.stderr, { timeout: 120_000, interval: 1 }).toContain('生成页面…');
  await writeFile(path.join(dir, 'issues/2022-09/images/a.svg'), drawing('red'));
  expect([await ended, output.stderr]).toEqual([
    1,
    `读取和核对内容…
生成页面…
图片“a.svg”在生成的途中改过。再运行一次 npm run build

没有发布任何东西，上一次的结果没有改动。
`,
  ]);
  expect(existsSync(outDir)).toBe(false);
});
