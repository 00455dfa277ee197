import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { proofreader } from '../../src/check/proofreader.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { ReadingCache } from '../../src/loader/reading-cache-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';

const newFile = async () => path.join(await writeFiles({}), 'cache', 'reading.json');

describe('a reading cache', () => {
  it('computes a result once for the same bytes and step, also across processes', async () => {
    const file = await newFile();
    const first = await ReadingCache.open(file, '1');
    expect(await first.of('a')('step', () => ({ is: 1, not: undefined }))).toEqual({ is: 1 });
    expect(await first.of('a')('step', () => expect.fail())).toEqual({ is: 1 });
    expect(await first.of('a')('other step', () => 2)).toBe(2);
    expect(await first.of('b')('step', () => 3)).toBe(3);
    await first.save(file, '1');
    const second = await ReadingCache.open(file, '1');
    expect(await second.of('a')('step', () => expect.fail())).toEqual({ is: 1 });
    expect(await second.of('b')('step', () => expect.fail())).toBe(3);
  });

  it('drops unused results', async () => {
    const file = await newFile();
    const first = await ReadingCache.open(file, '1');
    for (const digest of ['a', 'b']) await first.of(digest)('step', () => digest);
    await first.save(file, '1');
    const second = await ReadingCache.open(file, '1');
    await second.of('b')('step', () => expect.fail());
    await second.save(file, '1');
    expect((await readFile(file, 'utf8')).split('\n')[1]).toBe('{"b":{"step":"b"}}');
  });

  it.each([
    ['other code', '2', (text: string) => text],
    ['a changed byte', '1', (text: string) => text.replace('"old"', '"odd"')],
    ['half a file', '1', (text: string) => text.slice(0, text.length / 2)],
    ['an empty file', '1', () => ''],
    ['no JSON', '1', () => 'x\ny'],
  ])('gives nothing for %s', async (_, version, damage) => {
    const file = await newFile();
    const first = await ReadingCache.open(file, '1');
    await first.of('a')('step', () => 'old');
    await first.save(file, '1');
    await writeFile(file, damage(await readFile(file, 'utf8')));
    const second = await ReadingCache.open(file, version);
    expect(await second.of('a')('step', () => 'new')).toBe('new');
  });
});

const picture = (width: number) =>
  sharp({ create: { width, height: 400, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();

/** Reads a bulletin, then after a change once with the cache of the first reading and once without. */
async function readTwice(before: Files, after: Files) {
  const cache = ReadingCache.empty();
  await readContent(await writeFiles(bulletinFiles(before)), { proofreader, cache });
  const dir = await writeFiles(bulletinFiles(after));
  const [warm, cold] = [
    await readContent(dir, { proofreader, cache }),
    await readContent(dir, { proofreader }),
  ];
  expect(warm).toEqual(cold);
  return warm.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic));
}

describe('a reading with the cache of an earlier one', () => {
  const third = 'issues/2022-09/third.md';
  const photo = 'issues/2022-09/images/a.png';

  it('gives the same diagnostics on the same lines', async () => {
    const faulty = {
      [third]: article(
        '第三篇',
        'sort: 1\nfacts: [{ quote: 没有这句 }]\n',
        '# 题\n\n项目项目项目。13912345678\n\n<b>',
      ),
      'issues/2022-09/fourth.md': '---\ntitle：坏稿\n---\n',
      'issues/2022-09/fifth.mdx': article('第五篇', '', '<BarChart>'),
    };
    const reported = await readTwice(faulty, faulty);
    expect(reported.length).toBeGreaterThan(6);
    expect(reported.filter((message) => message.includes('13912345678'))).toEqual([]);
  });

  it('notices changed bytes', async () => {
    expect(await readTwice({}, { [third]: article('第三篇', '', '甲园甲园甲园开工。') })).not.toEqual([]);
  });

  it('notices changes of the editors’ word lists', async () => {
    const text = { [third]: article('第三篇', '', '点此下载全文') };
    const [message = ''] = await readTwice(text, { ...text, 'check.yaml': 'residue: [点此下载全文]\n' });
    expect(message).toContain('content/issues/2022-09/third.md:');
    expect(await readTwice({ ...text, 'check.yaml': 'residue: [点此下载全文]\n' }, text)).toEqual([]);
  });

  it('notices that a number became public', async () => {
    const text = { [third]: article('第三篇', '', '热线13912345678。') };
    const site = `${bulletinFiles()['site.yaml']}contacts: [{ label: 热线, value: '13912345678', public: true }]\n`;
    expect(await readTwice(text, { ...text, 'site.yaml': site })).toEqual([]);
    expect(await readTwice({ ...text, 'site.yaml': site }, text)).toHaveLength(1);
  });

  it('notices a picture replaced under the same name', async () => {
    const text = { [third]: article('第三篇', '', '![厂房](./images/a.png "车间｜摄影：甲")') };
    const [large, small] = [await picture(800), await picture(500)];
    expect(await readTwice({ ...text, [photo]: large }, { ...text, [photo]: large })).toEqual([]);
    expect(await readTwice({ ...text, [photo]: large }, { ...text, [photo]: small })).toEqual([
      expect.stringContaining('只有 500×400 像素'),
    ]);
    expect(
      await readTwice({ ...text, [photo]: large }, { ...text, [photo]: large.subarray(0, 300) }),
    ).toEqual([expect.stringContaining('打不开，可能已损坏或不是图片')]);
  });
});
