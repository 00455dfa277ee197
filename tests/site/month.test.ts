import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeFiles } from '../lib/bulletin-files.ts';
import { build } from '../lib/builder.ts';
import type { Finished } from '../lib/command.ts';
import { runHere } from '../lib/run-here.ts';
import { brokenLinks } from '../lib/site-files.ts';

const MANUSCRIPT = `园区要闻

某县把服务清单贴上墙

本报讯（记者 张三）某县把服务清单逐条核对，印成一张表，贴在办事大厅的墙上。

来办事的人先看表，再排队。
`;

it('produces two issues from the registers alone, with nine commands', { timeout: 300_000 }, async () => {
  const desk = await writeFiles({ '来稿.txt': MANUSCRIPT });
  const content = path.join(desk, 'content');
  const commands: string[] = [];
  const desks = async (name: string, ...args: string[]): Promise<Finished> => {
    commands.push(name);
    const all = [...args, '--content', content];
    // Astro, which renders the pages, needs its own process.
    const finished = await (name === 'build' ? build(name, all) : runHere(name, all));
    expect([name, finished.code, finished.stderr.replace(/^(?:读取|完成).*\n/gmu, '')]).toEqual([
      name,
      0,
      expect.any(String),
    ]);
    return finished;
  };
  const edit = async (file: string, change: (text: string) => string) => {
    const full = path.join(content, file);
    const before = await readFile(full, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    await writeFile(full, after);
  };
  const ready = (text: string) => text.replace('status: draft', 'status: ready');
  const published = (text: string) => text.replace('status: draft', 'status: published');
  await copyRegisters(content);

  await desks('new', 'issue', '2022-09', '--editor', '本刊编辑部');
  const field = ['--category', '卷首', '--scope', '全国', '--genre', '发刊词', '--rights', 'own'];
  await desks('new', 'article', '2022-09', '--title', '致读者', ...field);
  await edit('issues/2022-09/zhi-du-zhe.md', (text) => `${ready(text)}这是第一期。\n`);
  await edit('issues/2022-09/issue.yaml', published);

  await desks('new', 'issue', '2022-10');
  await desks('import', path.join(desk, '来稿.txt'));
  const draft = 'mou-xian-ba-fu-wu-qing-dan-tie';
  await edit(`inbox/${draft}.md`, (text) =>
    ready(text)
      .replace(/^park:.*$/mu, 'scope: 全国')
      .replace(/^genre:.*$/mu, 'genre: 消息')
      .replace(/^rights:.*$/mu, 'rights: own\nlead: true'),
  );
  await desks('move', path.join(content, `inbox/${draft}.md`), '2022-10');
  const notice = ['--category', '公告', '--scope', '全国', '--genre', '公告', '--rights', 'own'];
  await desks('new', 'article', '2022-10', '--title', '征稿启事', ...notice);
  await edit(
    'issues/2022-10/zheng-gao-qi-shi.md',
    (text) => `${ready(text)}欢迎来稿，见[致读者](../2022-09/zhi-du-zhe.md)。\n`,
  );
  await edit('issues/2022-10/issue.yaml', published);

  const checked = await desks('check');
  expect(checked.stdout).toMatch(/提醒：还没有网址清单.*（规则 no-cover）\n\n0 处错误，2 处提醒。\n$/su);
  const out = path.join(desk, 'site');
  await desks('build', '--outDir', out);
  await desks('addresses');
  expect((await desks('check')).stdout).toMatch(
    /^\S+\/issues\/2022-10\/issue\.yaml:1:1 提醒：首页的这一期没有封面图[^\n]*\n[^\n]*（规则 no-cover）\n\n0 处错误，1 处提醒。\n$/u,
  );
  commands.pop();

  expect(commands.length).toBeLessThan(10);
  // Titles say where a line may break.
  const front = (await readFile(path.join(out, 'index.html'), 'utf8')).replaceAll('<wbr>', '');
  for (const text of ['2022年10月号', '总第2期', '某县把服务清单贴上墙', '征稿启事'])
    expect(front).toContain(text);
  const page = await readFile(path.join(out, 'issues/2022-10', draft, 'index.html'), 'utf8');
  expect(page).toContain('来办事的人先看表，再排队。');
  expect((await readdir(path.join(out, 'issues/2022-09'))).sort()).toEqual([
    '2022-09.epub',
    '2022-09.pdf',
    'index.html',
    'issue.json',
    'print',
    'share.png',
    'zhi-du-zhe',
  ]);
  expect(await brokenLinks(out, '/')).toEqual([]);
});

/** The sample bulletin without issues, drafts, and pages that mention them. */
async function copyRegisters(to: string): Promise<void> {
  for (const entry of await readdir('content', { withFileTypes: true })) {
    if (entry.name === 'parks' || entry.name.endsWith('.yaml')) {
      await cp(path.join('content', entry.name), path.join(to, entry.name), { recursive: true });
    }
  }
}
