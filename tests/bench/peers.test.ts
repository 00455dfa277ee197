import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { replaceClosingSentence } from '../../scripts/bench/builds/contestant.ts';
import { markdownFile, peerBulletin } from '../../scripts/bench/builds/peer-content.ts';
import { missingIn, readSite } from '../../scripts/bench/builds/compare-sites.ts';
import { makeBulletin, writeMadeBulletin } from '../../scripts/bench/lib/made-bulletin.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { createArchive } from '../../src/core/archive.ts';

it('gives peers the same articles in the order of our own pages', async () => {
  const made = await makeBulletin(60);
  const dir = await writeFiles({});
  await writeMadeBulletin(dir, made);
  const { content, diagnostics } = await readContent(dir);
  expect(diagnostics).toEqual([]);
  if (!content) throw new Error('no content');
  const archive = createArchive(content);
  const ours = archive.issues.flatMap(({ id }) => archive.articlesOf(id));
  const peers = peerBulletin(made).articles;
  expect(peers.map(({ issue, slug }) => `${issue}/${slug}`)).toEqual(ours.map(({ id }) => id));
  expect(peers.map(({ front }) => front.summary)).toEqual(ours.map(({ summary }) => summary));
  expect(peers.map(({ front }) => front.categories)).toEqual(ours.map(({ category }) => [category]));
  expect(peers.map(({ front }) => front.parks)).toEqual(ours.map(({ parks }) => parks));
  const [first] = peers;
  const text = await readFile(path.join(dir, `issues/${first?.issue}/${first?.slug}.md`), 'utf8');
  expect(text.endsWith(`---\n\n${first?.body}\n`)).toBe(true);
});

it('generates bulletins that begin with the same articles for one seed', async () => {
  const [small, large] = [await makeBulletin(20, 5, 7), await makeBulletin(40, 5, 7)];
  expect(large.articles.slice(0, 20)).toEqual(small.articles);
});

it('writes front matter that needs no escapes', () => {
  expect(markdownFile({ title: '甲“乙”: 丙', none: undefined, lead: true, list: ['0101'] }, '正文')).toBe(
    '---\ntitle: "甲“乙”: 丙"\nlead: true\nlist: ["0101"]\n---\n\n正文\n',
  );
});

it('changes an article differently each round, and replaces the last sentence', () => {
  const once = replaceClosingSentence('一段。\n\n二段。\n', 1);
  expect(once).toBe('一段。\n\n二段。本刊编辑部第1次改稿。\n');
  expect(replaceClosingSentence(once, 2)).toBe('一段。\n\n二段。本刊编辑部第2次改稿。\n');
});

it('lists the pages and texts that a peer lacks, and ignores what it adds', async () => {
  const text = '字'.repeat(101);
  const ours = await readSite(
    await writeFiles({
      'index.html': '',
      '404.html': '',
      'parks/p0/index.html': '',
      'parks/p0/2/index.html': '',
      'issues/1980-01/a0/index.html': `<p>${text}</p>\n<p>${text}尾</p>`,
      'issues/1980-02/a20/index.html': `<p>${text}</p>`,
      'pagefind/x.html': '',
    }),
  );
  expect(ours.addresses).toEqual(
    new Set(['', '404.html', 'parks/p0/', 'parks/p0/2/', 'issues/1980-01/a0/', 'issues/1980-02/a20/']),
  );
  const peer = await readSite(
    await writeFiles({
      'index.html': '',
      'more.html': '',
      'parks/p0/index.html': '',
      'parks/p0/page/1/index.html': '',
      'parks/p0/page/2/index.html': '',
      'issues/1980-01/a0/index.html': `<p>${text}</p>`,
      'issues/1980-02/a20/index.html': `<div><p> ${text}</p></div>`,
    }),
  );
  expect(missingIn(ours, ours)).toEqual([]);
  expect(missingIn(peer, ours)).toEqual(['缺少页面 /404.html', '/issues/1980-01/a0/ 的正文和本刊的不一样']);
});
