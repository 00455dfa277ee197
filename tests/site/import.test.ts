import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { runHere } from '../lib/run-here.ts';

const PROSE = '丙县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。';
const MANUSCRIPT = `园区要闻

甲园
把服务送进车间

本报讯（记者 张三）${PROSE}

先通水电 再通车

投资396.54亿元的项目排成一张表，“谁来办、何时办”写得清清楚楚，比例是10％，不是10~20家。

黄某某 供图
`;

/** A page of two columns, and what its source says. */
const PDF = path.join(import.meta.dirname, '../fixtures/pdf/two-columns.pdf');
const PDF_GOLD = path.join(import.meta.dirname, '../fixtures/pdf/gold.json');

it('publishes the text of imported manuscripts unchanged', async () => {
  const content = await writeFiles(bulletinFiles());
  const manuscript = path.join(await writeFiles({ '稿.txt': MANUSCRIPT }), '稿.txt');
  const { code, stdout } = await runHere('import', [manuscript, PDF, '--content', content, '--json']);
  expect(code).toBe(0);
  const [typed, printed] = JSON.parse(stdout).articles;
  expect(typed.blanks.map(({ field }: { field: string }) => field)).toEqual(['genre', 'rights']);
  for (const { file } of [typed, printed]) {
    const filled = (await readFile(file, 'utf8'))
      .replace(/^category: #.*$/mu, 'category: 园区要闻')
      .replace(/^park: #.*$/mu, 'park: 甲园')
      .replace(/^genre:.*$/mu, 'genre: 消息')
      .replace(/^rights:.*$/mu, 'rights: own')
      .replace('status: draft', 'status: ready');
    await writeFile(path.join(content, 'issues/2022-09', path.basename(file)), filled);
  }
  const out = path.join(await writeFiles({}), 'out');
  const built = await run('build', ['--outDir', out], { BULLETIN_CONTENT: content });
  expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('完成')]);
  const lines = MANUSCRIPT.split('\n').filter((line) => line !== '' && line !== '黄某某 供图');
  const typedText = await textOfPage(out, typed.file);
  for (const line of lines) expect(typedText).toContain(line.replace(/\s/gu, ''));
  const [gold] = JSON.parse(await readFile(PDF_GOLD, 'utf8'))['two-columns.pdf'].articles;
  const printedText = await textOfPage(out, printed.file);
  for (const text of [gold.title, gold.kicker, gold.subtitle, ...gold.byline])
    expect(printedText).toContain(text);
  const [first, ...more] = gold.paragraphs;
  expect(printedText).toContain([first, gold.headings[0], ...more.slice(0, 2)].join('').replace(/\s/gu, ''));
  for (const text of more) expect(printedText).toContain(text);
});

/** The text of an article's page, without white space. */
async function textOfPage(out: string, file: string): Promise<string> {
  const page = await readFile(
    path.join(out, 'issues/2022-09', path.basename(file, '.md'), 'index.html'),
    'utf8',
  );
  return page
    .replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s/gu, '');
}
