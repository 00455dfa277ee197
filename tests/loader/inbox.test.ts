import { expect, it } from 'vitest';
import { inbox as integration } from '../../src/integrations/inbox.ts';
import { createArchive } from '../../src/core/archive.ts';
import { previewedContent } from '../../src/core/content.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { inboxLinks, inboxView } from '../../src/views/inbox-view.ts';
import { article, bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';

const FILES: Files = {
  'inbox/a.md': article('写全的').replace('ready', 'draft'),
  'inbox/a.mdx': article('同名的').replace('ready', 'draft'),
  'inbox/招商#1 稿.md': '---\ntitle: 招商的稿\ncategory: 要问\n---\n\n甲园开工。\n',
  'inbox/broken.md': '---\ntitle：坏稿\n---\n\n坏稿的正文\n',
  'inbox/bytes.md': new Uint8Array([0xff, 0xfe, 0]),
  'inbox/empty.md': '',
};

async function read(changes: Files = FILES) {
  const result = await readContent(await writeFiles(bulletinFiles(changes)), { inbox: true });
  if (!result.content) throw new Error('nothing was read');
  const context = { archive: createArchive(previewedContent(result.content)), urls: createUrls('/daokan') };
  return { ...result, context };
}

it('lists every file, also invalid ones, each at its own address', async () => {
  const { inbox, context } = await read();
  expect(inboxLinks(inbox, context)).toEqual([
    { name: '写全的', url: '/daokan/inbox/a/', file: 'inbox/a.md', state: '都填好了，可以定期' },
    { name: '同名的', url: '/daokan/inbox/a.mdx/', file: 'inbox/a.mdx', state: '1 处错误' },
    { name: 'broken.md', url: '/daokan/inbox/broken/', file: 'inbox/broken.md', state: '读不懂，1 处错误' },
    { name: 'bytes.md', url: '/daokan/inbox/bytes/', file: 'inbox/bytes.md', state: '读不懂，1 处错误' },
    { name: 'empty.md', url: '/daokan/inbox/empty/', file: 'inbox/empty.md', state: '读不懂，1 处错误' },
    {
      name: '招商的稿',
      url: `/daokan/inbox/${encodeURIComponent('招商_1 稿')}/`,
      file: 'inbox/招商#1 稿.md',
      state: '2 处错误，还有 4 项要补',
    },
  ]);
});

it('shows a draft as an article without an issue, with its blank fields and its problems', async () => {
  const { inbox, context } = await read();
  const draft = inbox.find(({ name }) => name === '招商_1 稿');
  if (!draft) throw new Error('no such draft');
  const { view, blanks, problems } = inboxView(draft, context);
  // The category is invalid, not blank: it is among the problems.
  expect(blanks.map(({ field }) => field)).toEqual(['genre', 'rights', 'park', 'byline']);
  expect(problems).toEqual([
    {
      place: '',
      severity: '错误',
      problem: '文件名“招商#1 稿”只能用小写英文字母、数字和连字符',
      fix: '改名，例如 some-article.md；文件名就是网址的一部分',
    },
    {
      place: '第3行',
      severity: '错误',
      problem: '栏目“要问”不在名录里',
      fix: '你是不是想写“要闻”？都不是，就先把它加进 categories.yaml（可选：园区要闻、特稿、双招双引）',
    },
  ]);
  expect(view).toMatchObject({
    draft: true,
    date: '日期未定',
    issue: { name: '来稿箱', url: '/daokan/inbox/', serial: '还没有定期' },
  });
  expect(view?.editor).toBeUndefined();
});

it('shows the text of a file that cannot be parsed', async () => {
  const { inbox, diagnostics } = await read();
  const texts = inbox.filter(({ article: shown }) => !shown).map(({ name, text }) => [name, text]);
  expect(texts).toEqual([
    ['broken', '---\ntitle：坏稿\n---\n\n坏稿的正文\n'],
    ['bytes', ''],
    ['empty', ''],
  ]);
  expect(diagnostics.filter(({ file }) => file === 'inbox/bytes.md')).toHaveLength(1);
});

it('neither reads the inbox in a build nor adds its routes', async () => {
  const { inbox, content } = await readContent(await writeFiles(bulletinFiles(FILES)));
  expect(inbox).toEqual([]);
  expect(content?.articles.filter(({ file }) => file.includes('/inbox/'))).toEqual([]);
  const routes = (command: string) => {
    const injected: string[] = [];
    const hook = integration().hooks['astro:config:setup'] as (options: object) => void;
    hook({ command, injectRoute: ({ pattern }: { pattern: string }) => injected.push(pattern) });
    return injected;
  };
  expect(['build', 'preview', 'sync'].flatMap(routes)).toEqual([]);
  expect(routes('dev')).toEqual(['/inbox/', '/inbox/[name]/']);
});

it('refuses a fixed page, and a former address, at the address of the inbox', async () => {
  expect(await messagesOf({ 'pages/inbox.md': '---\ntitle: 来稿\n---\n\n来稿请寄本刊。\n' })).toEqual([
    'content/pages/inbox.md 错误：文件名“inbox”是本站已有的地址\n  改法：改名，例如 about.md；文件名就是网址',
  ]);
});
