import { describe, expect, it } from 'vitest';
import type { Feed, FeedEntry } from '../../src/core/feed.ts';
import { issueHtml, jsonFeedFile, rssFile } from '../../src/feeds/index.ts';
import { correctionsFeed, listFeed, wholeFeed } from '../../src/views/feed-view.ts';
import { article, bulletinFiles, type Files } from '../lib/bulletin-files.ts';
import { jsonFeedProblems, rssItems, rssProblems } from '../lib/feed-rules.ts';
import { drawn } from '../lib/hostile-svg.ts';
import { HOME, publicContext } from '../lib/view-context.ts';

const entry = (index: number, more: Partial<FeedEntry> = {}): FeedEntry => ({
  id: `${HOME}issues/2022-09/a${index}/`,
  url: `${HOME}issues/2022-09/a${index}/`,
  title: `第${index}篇`,
  date: '2022-09-30',
  summary: '提要',
  authors: ['本刊编辑部'],
  categories: ['园区要闻'],
  ...more,
});

const feed = (entries: FeedEntry[]): Feed => ({
  title: '刊',
  description: '简介',
  home: HOME,
  self: `${HOME}feed.xml`,
  updated: '2022-09-30',
  entries,
});

describe('a feed', () => {
  const whole = feed([
    entry(1, {
      html: '<p>正文<a href="https://x.example/">链接</a></p>',
      modified: '2022-10-31',
      picture: { url: `${HOME}pictures/a.webp`, type: 'image/webp', bytes: 1234 },
    }),
    entry(2, { date: '2022-09' }),
  ]);

  it('is RSS 2.0', () => {
    expect(rssFile({ ...whole, entries: whole.entries.slice(0, 1) }))
      .toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>刊</title>
<link>https://x.example/daokan/</link>
<description>简介</description>
<language>zh-cn</language>
<lastBuildDate>Fri, 30 Sep 2022 00:00:00 +0800</lastBuildDate>
<atom:link href="https://x.example/daokan/feed.xml" rel="self" type="application/rss+xml"/>
<item>
<title>第1篇</title>
<link>https://x.example/daokan/issues/2022-09/a1/</link>
<guid isPermaLink="false">https://x.example/daokan/issues/2022-09/a1/</guid>
<pubDate>Fri, 30 Sep 2022 00:00:00 +0800</pubDate>
<dc:creator>本刊编辑部</dc:creator>
<category>园区要闻</category>
<description>提要</description>
<content:encoded>&lt;p&gt;正文&lt;a href=&quot;https://x.example/&quot;&gt;链接&lt;/a&gt;&lt;/p&gt;</content:encoded>
<enclosure url="https://x.example/daokan/pictures/a.webp" length="1234" type="image/webp"/>
</item>
</channel>
</rss>
`);
    expect(rssProblems(rssFile(whole))).toEqual([]);
    expect(rssProblems(rssFile(feed([])))).toEqual([]);
  });

  it('is JSON Feed 1.1', () => {
    expect(jsonFeedProblems(jsonFeedFile(whole))).toEqual([]);
    expect(JSON.parse(jsonFeedFile(whole)).items[0]).toEqual({
      id: `${HOME}issues/2022-09/a1/`,
      url: `${HOME}issues/2022-09/a1/`,
      title: '第1篇',
      content_html: '<p>正文<a href="https://x.example/">链接</a></p>',
      summary: '提要',
      image: `${HOME}pictures/a.webp`,
      date_published: '2022-09-30T00:00:00+08:00',
      date_modified: '2022-10-31T00:00:00+08:00',
      authors: [{ name: '本刊编辑部' }],
      tags: ['园区要闻'],
      attachments: [{ url: `${HOME}pictures/a.webp`, mime_type: 'image/webp', size_in_bytes: 1234 }],
    });
    expect(JSON.parse(jsonFeedFile(whole)).items[1]).toMatchObject({ content_text: '提要' });
  });

  it('escapes marks of XML and leaves out characters that XML forbids', () => {
    const odd = 'A&B <script>"x"</script>]]>\u0007\u0000\uFFFE\uD800 𠮷';
    const text = rssFile(feed([entry(1, { title: odd, summary: odd, html: odd, categories: [odd] })]));
    expect(rssItems(text)[0]).toMatchObject({
      title: 'A&B <script>"x"</script>]]> 𠮷',
      'content:encoded': 'A&B <script>"x"</script>]]> 𠮷',
    });
  });

  it('has 30 entries at most', () => {
    const many = feed(Array.from({ length: 50 }, (_, index) => entry(index)));
    expect(rssItems(rssFile(many))).toHaveLength(30);
    expect(JSON.parse(jsonFeedFile(many)).items).toHaveLength(30);
  });

  it('is at most 300 kB: what does not fit is a summary', () => {
    const long = `<p>${'长'.repeat(30_000)}</p>`;
    const many = feed(Array.from({ length: 30 }, (_, index) => entry(index, { html: long })));
    const text = rssFile(many);
    const items = rssItems(text);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300_000);
    expect(items).toHaveLength(30);
    expect(items.map((item) => 'content:encoded' in item).lastIndexOf(true)).toBe(2);
    expect(Buffer.byteLength(jsonFeedFile(many))).toBeLessThanOrEqual(300_000);
    expect(jsonFeedProblems(jsonFeedFile(many))).toEqual([]);
  });

  it('gives a later entry its full text if an earlier one is too long', () => {
    const many = feed([
      entry(1, { html: `<p>${'长'.repeat(200_000)}</p>` }),
      entry(2, { html: '<p>短</p>' }),
    ]);
    expect(rssItems(rssFile(many)).map((item) => item['content:encoded'])).toEqual([undefined, '<p>短</p>']);
  });

  it('has fewer entries if even summaries are too long', () => {
    const many = feed(Array.from({ length: 30 }, (_, index) => entry(index, { summary: '长'.repeat(100) })));
    const text = rssFile(many, 4000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4000);
    expect(rssItems(text)).toHaveLength(5);
  });
});

/** An older issue, whose article was renamed twice and came from another site. */
const RENAMED: Files = {
  'issues/2022-08/issue.yaml':
    'year: 2022\nnumber: 8\nserial: 8\nmonths: [8]\ndate: 2022-08-31\nstatus: published\neditor: 甲\n',
  'issues/2022-08/now.md': article(
    '改过名的',
    'aliases: [/old-site/9/, /issues/2022-07/first-name/, /issues/2022-08/second-name/]\n',
  ),
};

describe('the feed of all articles', () => {
  it('has the newest issue first, in printed order', async () => {
    const { rss } = wholeFeed(await publicContext(RENAMED));
    expect(rss.entries.map(({ title }) => title)).toEqual(['第一篇', '第二篇', '改过名的']);
    expect(rss).toMatchObject({ home: HOME, self: `${HOME}feed.xml`, updated: '2022-09-30' });
    expect(rss.entries[0]).toEqual({
      id: `${HOME}issues/2022-09/first/`,
      url: `${HOME}issues/2022-09/first/`,
      title: '第一篇',
      date: '2022-09-30',
      summary: '甲园今年前八个月开工项目12个。',
      authors: ['本刊编辑部'],
      categories: ['园区要闻', '甲园'],
    });
  });

  it('keeps the id of an article that is renamed: its first address in this bulletin', async () => {
    const first = article('一篇');
    const before = await publicContext({ 'issues/2022-09/first.md': first });
    const moved = (name: string, aliases: string) => ({
      'issues/2022-09/first.md': null,
      [`issues/2022-09/${name}.md`]: article('一篇', `aliases: [${aliases}]\n`),
    });
    const once = await publicContext(moved('b', '/issues/2022-09/first/'));
    const twice = await publicContext(moved('c', '/issues/2022-09/first/, /issues/2022-09/b/'));
    const fromElsewhere = await publicContext(moved('first-one', '/2022/9/, /issues/2022-09/first/'));
    const id = `${HOME}issues/2022-09/first/`;
    for (const context of [before, once, twice, fromElsewhere]) {
      const found = wholeFeed(context).rss.entries.find(({ title }) => title === '一篇');
      expect(found?.id).toBe(id);
    }
    const { rss } = wholeFeed(await publicContext(RENAMED));
    expect(rss.entries.at(-1)).toMatchObject({
      id: `${HOME}issues/2022-07/first-name/`,
      url: `${HOME}issues/2022-08/now/`,
    });
  });

  it('holds no draft, nothing of unknown rights, and no place of a masked article', async () => {
    const context = await publicContext({
      'issues/2022-09/a-draft.md': article('草稿').replace('status: ready', 'status: draft'),
      'issues/2022-09/unknown.md': article('权利不明').replace('rights: own', 'rights: unknown'),
      'issues/2022-09/masked.md': article('隐名的', 'masked: true\nsummary: 某园区开工\n', '××园区开工。'),
    });
    const { rss } = wholeFeed(context);
    expect(rss.entries.map(({ title }) => title)).toEqual(['第一篇', '隐名的', '第二篇']);
    expect(rss.entries[1]?.categories).toEqual(['园区要闻']);
    const ofPark = listFeed('parks', { id: 'jia', name: '甲县经济开发区', aliases: [] }, context);
    expect(ofPark.rss.entries.map(({ title }) => title)).toEqual(['第一篇', '第二篇']);
  });

  it('leaves out drafts in the dev server too', async () => {
    const { archive, urls } = await publicContext();
    const articles = archive.articles.map((each) => ({ ...each, public: false }));
    expect(wholeFeed({ archive: { ...archive, articles }, urls }).rss.entries).toEqual([]);
  });
});

it('the feed of a list names the list, and has the same pictures as the whole feed', async () => {
  const context = await publicContext({
    'issues/2022-09/images/a.svg': drawn('<path d="M0 0 L9 9" stroke="#000"/>'),
    'issues/2022-09/second.md': article(
      '第二篇',
      'cover: { src: ./images/a.svg, alt: 画面, credit: 制图：甲 }\n',
    ),
  });
  const [news] = context.archive.entries('categories');
  if (!news) throw new Error('no column');
  const { rss, sources } = listFeed('categories', news, context);
  const { entries, ...head } = rss;
  expect(head).toEqual({
    title: '园区要闻 - 港城月刊',
    description: '《港城月刊》关于园区要闻的稿件',
    home: `${HOME}categories/news/`,
    self: `${HOME}categories/news/feed.xml`,
    updated: '2022-09-30',
  });
  expect(entries).toHaveLength(2);
  expect(sources.flatMap(({ picture }) => picture?.format ?? [])).toEqual(['svg']);
  expect(sources).toEqual(wholeFeed(context).sources);
});

describe('the entry of an issue', () => {
  const [pdf, epub] = [
    { url: `${HOME}issues/2022-09/2022-09.pdf`, type: 'application/pdf', bytes: 800_000 },
    { url: `${HOME}issues/2022-09/2022-09.epub`, type: 'application/epub+zip', bytes: 600_000 },
  ];

  it('stands before its first article, at the address that the issue had first', async () => {
    const yaml = String(bulletinFiles()['issues/2022-09/issue.yaml']);
    const context = await publicContext({
      'issues/2022-09/issue.yaml': `${yaml}aliases: [/old/9/, /issues/2022-08/]\n`,
    });
    const { issues } = wholeFeed(context);
    expect(issues.map(({ at, entry: found }) => ({ at, found }))).toEqual([
      {
        at: 0,
        found: {
          id: `${HOME}issues/2022-08/`,
          url: `${HOME}issues/2022-09/`,
          title: '《港城月刊》2022年9月号',
          date: '2022-09-30',
          summary: '第一篇　第二篇',
          authors: [],
          categories: [],
        },
      },
    ]);
  });

  it('has one enclosure in RSS, and all its files in JSON and in its text', () => {
    const html = issueHtml({ summary: '甲<篇>' }, [
      { ...pdf, label: 'PDF 下载（0.8 MB）' },
      { ...epub, label: 'EPUB 下载（0.6 MB）' },
    ]);
    expect(html).toBe(
      `<p>甲&lt;篇&gt;</p><p><a href="${pdf.url}">PDF 下载（0.8 MB）</a>　<a href="${epub.url}">EPUB 下载（0.6 MB）</a></p>`,
    );
    const whole = feed([entry(1, { html, files: [pdf, epub] })]);
    expect(rssProblems(rssFile(whole))).toEqual([]);
    expect(rssFile(whole).match(/<enclosure [^>]*>/gu)).toEqual([
      `<enclosure url="${pdf.url}" length="800000" type="application/pdf"/>`,
    ]);
    expect(jsonFeedProblems(jsonFeedFile(whole))).toEqual([]);
    expect(JSON.parse(jsonFeedFile(whole)).items[0].attachments).toEqual([
      { url: pdf.url, mime_type: 'application/pdf', size_in_bytes: 800_000 },
      { url: epub.url, mime_type: 'application/epub+zip', size_in_bytes: 600_000 },
    ]);
  });
});

describe('the feed of corrections', () => {
  const changes: Files = {
    'issues/2022-09/third.md': article(
      '第三篇',
      'corrections:\n  - { date: 2022-10-31, text: 甲改为乙 }\n  - { date: 2022-10-31, text: 丙改为丁 }\n  - { date: 2022-11-30, text: 戊改为己 }\n',
    ),
    'issues/2022-09/gone.md': article(
      '撤下的',
      'withdrawn: { date: 2022-11-08, reason: 数据有误 }\naliases: [/issues/2022-09/former/]\n',
      '撤下的正文。',
    ).replace('status: ready', 'status: withdrawn'),
    'issues/2022-09/secret.md': article(
      '不露的',
      'withdrawn: { date: 2022-11-09, hideTitle: true }\n',
    ).replace('status: ready', 'status: withdrawn'),
  };

  it('shows corrections, and of withdrawn articles title and date only', async () => {
    const found = correctionsFeed(await publicContext(changes));
    expect(
      found.entries.map(({ id, title, date, summary }) => [id.replace(HOME, ''), title, date, summary]),
    ).toEqual([
      ['issues/2022-09/third/#correction-2022-11-30', '更正：第三篇', '2022-11-30', '戊改为己'],
      [
        'issues/2022-09/secret/#withdrawn',
        '撤稿：2022年9月号的一篇稿件',
        '2022-11-09',
        '2022年11月9日，本刊撤下这篇稿件。',
      ],
      ['issues/2022-09/former/#withdrawn', '撤稿：撤下的', '2022-11-08', '2022年11月8日，本刊撤下这篇稿件。'],
      ['issues/2022-09/third/#correction-2022-10-31', '更正：第三篇', '2022-10-31', '甲改为乙'],
      ['issues/2022-09/third/#correction-2022-10-31-2', '更正：第三篇', '2022-10-31', '丙改为丁'],
    ]);
    expect(rssProblems(rssFile(found))).toEqual([]);
    expect(rssFile(found)).not.toMatch(/数据有误|撤下的正文|不露的/u);
  });

  it('says when an article was corrected last in the feed of all', async () => {
    const { rss } = wholeFeed(await publicContext(changes));
    expect(rss.updated).toBe('2022-11-30');
    expect(rss.entries.find(({ title }) => title === '第三篇')?.modified).toBe('2022-11-30');
    expect(rss.entries.map(({ title }) => title)).not.toContain('撤下的');
  });
});
