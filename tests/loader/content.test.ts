import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { type Article, type Content, publishedContent } from '../../src/core/content.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { article, bulletinFiles, type Files, writeFiles } from '../lib/bulletin-files.ts';

async function read(changes: Files): Promise<Content> {
  const { content, diagnostics } = await readContent(await writeFiles(bulletinFiles(changes)));
  expect(diagnostics).toEqual([]);
  if (!content) throw new Error('no content');
  return content;
}

async function readThird(text: string, more: Files = {}): Promise<Article> {
  const { articles } = await read({ 'issues/2022-09/third.md': text, ...more });
  const third = articles.find(({ slug }) => slug === 'third');
  if (!third) throw new Error('no article');
  return third;
}

describe('an article', () => {
  it('has names resolved, defaults filled in and places derived', async () => {
    expect(await readThird(article('第三篇', 'topics: [营商环境]\nseries: 园区探访\n'))).toMatchObject({
      id: '2022-09/third',
      public: true,
      date: '2022-09-30',
      category: 'news',
      parks: ['jia'],
      counties: ['990101'],
      cities: ['990100'],
      scope: '园区',
      byline: [{ name: '本刊编辑部', role: '署名单位' }],
      editor: '本刊编辑部',
      masked: false,
      topics: ['environment'],
      series: 'visits',
      summary: '甲园今年前八个月开工项目12个。',
      length: 16,
    });
  });

  it('that is masked has no place at all', async () => {
    const masked = article('第三篇', 'masked: true\ncounty: 丙县\n');
    expect(await readThird(masked)).toMatchObject({ parks: [], counties: [], cities: [], masked: true });
  });

  it('prefers its own county to the park’s', async () => {
    expect(await readThird(article('第三篇', 'county: [丁市城区, 丙县]\n'))).toMatchObject({
      counties: ['990201', '990101'],
      cities: ['990200', '990100'],
    });
  });

  it.each([
    ['a draft', article('第三篇').replace('status: ready', 'status: draft')],
    ['a withdrawn one', article('第三篇').replace('status: ready', 'status: withdrawn')],
    ['one without status', article('第三篇').replace('status: ready\n', '')],
    ['one of unknown rights', article('第三篇').replace('rights: own', 'rights: unknown')],
  ])('is not public: %s', async (_, text) => expect((await readThird(text)).public).toBe(false));

  it('is not public in an unpublished issue', async () => {
    const issue = String(bulletinFiles()['issues/2022-09/issue.yaml']);
    const { articles } = await read({
      'issues/2022-10/issue.yaml': issue
        .replace('number: 1\nserial: 1\nmonths: [9]', 'number: 2\nserial: 2\nmonths: [10]')
        .replace('2022-09-30', '2022-10-31')
        .replace('published', 'draft'),
      'issues/2022-10/third.md': article('第三篇'),
    });
    expect(articles.map(({ id, public: open }) => [id, open])).toEqual([
      ['2022-09/first', true],
      ['2022-09/second', true],
      ['2022-10/third', false],
    ]);
  });

  it('reads the same with BOM and Windows line ends', async () => {
    const plain = await readThird(article('第三篇'));
    const windows = await readThird(`\uFEFF${article('第三篇').replaceAll('\n', '\r\n')}`);
    expect({ ...windows, file: '', digest: '' }).toEqual({ ...plain, file: '', digest: '' });
  });

  it('may have 200,000 characters', async () => {
    const paragraph = `${'甲园今年前八个月开工项目十二个，'.repeat(60)}。\n\n`;
    const long = await readThird(article('第三篇', '', paragraph.repeat(210)));
    expect(long.length).toBeGreaterThan(200_000);
  });
});

it('does not read the inbox', async () => {
  const { articles } = await read({ 'inbox/x.md': '---\ntitle：坏稿\n---\n' });
  expect(articles.map(({ slug }) => slug)).toEqual(['first', 'second']);
});

it('refuses a link that leads out of the folder', async () => {
  const dir = await writeFiles(bulletinFiles());
  const { symlink } = await import('node:fs/promises');
  await symlink('/etc/hostname', `${dir}/issues/2022-09/linked.md`);
  expect((await readContent(dir)).diagnostics).toEqual([
    {
      rule: 'file',
      severity: 'error',
      file: 'issues/2022-09/linked.md',
      problem: '这是一个指向内容文件夹之外的链接',
      fix: '把文件本身复制进来',
    },
  ]);
});

describe('the archive', () => {
  it('orders an issue by its columns, and lists an article also under the parks and regions that contain its own', async () => {
    const content = await read({
      'issues/2022-09/third.md': article('第三篇', 'order: 1\n').replace(
        'park: 甲园',
        'park: 甲园电子信息产业园',
      ),
      'issues/2022-09/fourth.md': article('第四篇').replace('园区要闻', '特稿'),
      'issues/2022-09/fifth.md': article('第五篇').replace('园区要闻', '双招双引'),
    });
    const archive = createArchive(publishedContent(content));
    expect(archive.articlesOf('2022-09').map(({ slug }) => slug)).toEqual([
      'fourth',
      'first',
      'third',
      'second',
      'fifth',
    ]);
    expect(archive.articlesIn('parks', 'jia')).toHaveLength(5);
    expect(archive.articlesIn('parks', 'jia-inner').map(({ slug }) => slug)).toEqual(['third']);
    expect(
      ['990000', '990100', '990101', '990200'].map((code) => archive.articlesIn('regions', code).length),
    ).toEqual([5, 5, 5, 0]);
    expect(archive.regionPath('990101').map(({ name }) => name)).toEqual(['甲省', '乙市', '丙县']);
    expect(archive.parkPath('jia-inner').map(({ shortName }) => shortName)).toEqual([
      '甲园',
      '甲园电子信息产业园',
    ]);
  });

  it('shows drafts in the dev server only', async () => {
    const content = await read({
      'issues/2022-09/third.md': article('第三篇').replace('status: ready', 'status: draft'),
    });
    expect(createArchive(publishedContent(content)).article('2022-09/third')).toBeUndefined();
    expect(createArchive(content).article('2022-09/third')?.public).toBe(false);
  });
});
