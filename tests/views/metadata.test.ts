import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createUrls } from '../../src/core/url.ts';
import { articleFacts } from '../../src/views/article-facts.ts';
import { articleView } from '../../src/views/article-view.ts';
import { issueView } from '../../src/views/issue-view.ts';
import { listViews } from '../../src/views/list-view.ts';
import {
  articleMetadata,
  homeMetadata,
  issueMetadata,
  listMetadata,
  pageMetadata,
} from '../../src/views/metadata-view.ts';
import type { ViewContext } from '../../src/views/view.ts';
import { article, type Files } from '../lib/bulletin-files.ts';
import { HOME, publicContext } from '../lib/view-context.ts';

const SITE: Files = {
  'site.yaml':
    'title: 港城月刊\ndescription: 测试用的小刊\npublisher: 本刊编辑部\nrecords: { issn: ISSN 0000-0000 }\n',
};

function metadataOf(id: string, context: ViewContext) {
  const found = context.archive.article(id);
  if (!found) throw new Error(`no article ${id}`);
  const publication = { site: context.archive.content.site, urls: context.urls };
  return articleMetadata(articleView(found, context), articleFacts(found, context), publication);
}

const publicationOf = ({ archive, urls }: ViewContext) => ({ site: archive.content.site, urls });

describe('the metadata of an article', () => {
  it('describe it in its issue, in its periodical', async () => {
    const context = await publicContext({
      ...SITE,
      'issues/2022-09/full.md': article(
        '全的',
        'subtitle: 副题\nsource: 甲省日报\nreprint: { originalTitle: 原题, originalAuthor: 某报记者, originalDate: 2022-08-15, url: https://y.example/a }\ntopics: [营商环境]\ncorrections: [{ date: 2022-10-31, text: 甲改为乙 }]\n',
      )
        .replace('byline: 署名单位 本刊编辑部', 'byline: 记者 甲某；摄影 乙某')
        .replace('rights: own', 'rights: reprint'),
    });
    const publisher = {
      '@type': 'Organization',
      '@id': `${HOME}#publisher`,
      name: '本刊编辑部',
      url: HOME,
    };
    const metadata = metadataOf('2022-09/full', context);
    expect(metadata).toEqual({
      type: 'article',
      image: {
        url: `${HOME}issues/2022-09/share.png`,
        type: 'image/png',
        width: 1200,
        height: 630,
        alt: '《港城月刊》2022年9月号',
      },
      article: {
        published: '2022-09-30T00:00:00+08:00',
        modified: '2022-10-31T00:00:00+08:00',
        section: '园区要闻',
        tags: ['营商环境'],
      },
      structured: {
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': 'NewsArticle',
            '@id': `${HOME}issues/2022-09/full/#article`,
            mainEntityOfPage: `${HOME}issues/2022-09/full/`,
            url: `${HOME}issues/2022-09/full/`,
            headline: '全的',
            alternativeHeadline: '副题',
            description: '甲园今年前八个月开工项目12个。',
            inLanguage: 'zh-CN',
            genre: '消息',
            articleSection: '园区要闻',
            datePublished: '2022-09-30T00:00:00+08:00',
            dateModified: '2022-10-31T00:00:00+08:00',
            author: [{ '@type': 'Person', name: '甲某' }],
            contributor: [{ '@type': 'Person', name: '乙某' }],
            publisher,
            isPartOf: {
              '@type': 'PublicationIssue',
              '@id': `${HOME}issues/2022-09/#issue`,
              url: `${HOME}issues/2022-09/`,
              name: '2022年9月号',
              datePublished: '2022-09-30',
              issueNumber: 1,
              isPartOf: {
                '@type': 'Periodical',
                '@id': `${HOME}#periodical`,
                name: '港城月刊',
                url: HOME,
                publisher,
                issn: '0000-0000',
              },
            },
            isBasedOn: {
              '@type': 'CreativeWork',
              name: '原题',
              url: 'https://y.example/a',
              datePublished: '2022-08-15',
              author: { '@type': 'Person', name: '某报记者' },
              publisher: { '@type': 'Organization', name: '甲省日报' },
            },
            contentLocation: [
              {
                '@type': 'Place',
                name: '甲县经济开发区',
                url: `${HOME}parks/jia/`,
                containedInPlace: {
                  '@type': 'AdministrativeArea',
                  name: '丙县',
                  identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: '990101' },
                },
              },
              {
                '@type': 'AdministrativeArea',
                name: '乙市',
                identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: '990100' },
              },
            ],
            correction: [
              { '@type': 'CorrectionComment', datePublished: '2022-10-31T00:00:00+08:00', text: '甲改为乙' },
            ],
          },
          {
            '@type': 'BreadcrumbList',
            itemListElement: [
              { '@type': 'ListItem', position: 1, name: '首页', item: HOME },
              { '@type': 'ListItem', position: 2, name: '2022年9月号', item: `${HOME}issues/2022-09/` },
              { '@type': 'ListItem', position: 3, name: '园区要闻', item: `${HOME}categories/news/` },
              { '@type': 'ListItem', position: 4, name: '全的', item: `${HOME}issues/2022-09/full/` },
            ],
          },
        ],
      },
    });
  });

  it('name the publisher as author of an article without a byline', async () => {
    const text = article('公告').replace('byline: 署名单位 本刊编辑部\n', '').replace('消息', '公告');
    const context = await publicContext({ 'issues/2022-09/notice.md': text });
    const [node] = metadataOf('2022-09/notice', context)?.structured['@graph'] ?? [];
    expect(node).toMatchObject({ author: { '@type': 'Organization', name: '本刊编辑部' } });
  });

  it('show the first picture that is no drawing, with its size', async () => {
    const picture = '![图](./images/a.png "图注｜制图：甲")';
    const context = await publicContext({
      'issues/2022-09/images/a.png': await sharp({
        create: { width: 2000, height: 1000, channels: 3, background: '#c00000' },
      })
        .png()
        .toBuffer(),
      'issues/2022-09/images/b.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><rect width="8" height="6"/></svg>',
      'issues/2022-09/pictures.md': article(
        '有图的',
        'cover: { src: ./images/b.svg, alt: 示意, credit: 制图：甲 }\n',
        `甲园开工。\n\n${picture}`,
      ),
    });
    const metadata = metadataOf('2022-09/pictures', context);
    const image = { width: 1600, height: 800, type: 'image/webp', alt: '图' };
    expect(metadata?.image).toEqual({
      ...image,
      url: expect.stringMatching(/^https:\/\/x\.example\/daokan\/pictures\/[0-9a-f]{12}-1600\.webp$/u),
    });
    expect(metadata?.structured['@graph'][0]).toMatchObject({
      image: { '@type': 'ImageObject', url: metadata?.image?.url, width: '1600', height: '800' },
    });
  });

  it('name no place of a masked article', async () => {
    const context = await publicContext({
      'issues/2022-09/masked.md': article('隐名的', 'masked: true\nsummary: 某园区开工\n', '××园区开工。'),
    });
    const metadata = metadataOf('2022-09/masked', context);
    expect(metadata?.structured['@graph'][0]).not.toHaveProperty('contentLocation');
    expect(JSON.stringify(metadata)).not.toMatch(/甲园|甲县|丙县|乙市|9901/u);
  });

  it('do not exist for drafts, and without a public address', async () => {
    const { archive, urls } = await publicContext();
    const first = archive.article('2022-09/first');
    if (!first) throw new Error('no article');
    const draft = { ...first, public: false };
    expect(articleFacts(draft, { archive, urls })).toBeUndefined();
    const unknown = { archive, urls: createUrls('/') };
    expect(metadataOf('2022-09/first', unknown)).toBeUndefined();
    expect(homeMetadata(undefined, publicationOf(unknown))).toBeUndefined();
    expect(pageMetadata(publicationOf(unknown), [{ name: '关于', url: '/about/' }])).toBeUndefined();
  });
});

describe('the metadata of', () => {
  it('the front page describe the periodical', async () => {
    const metadata = homeMetadata(undefined, publicationOf(await publicContext(SITE)));
    expect(metadata?.structured['@graph']).toEqual([
      {
        '@type': 'Periodical',
        '@id': `${HOME}#periodical`,
        name: '港城月刊',
        url: HOME,
        publisher: expect.objectContaining({ name: '本刊编辑部' }),
        issn: '0000-0000',
      },
    ]);
  });

  it('an issue describe the issue', async () => {
    const context = await publicContext();
    const issue = context.archive.issue('2022-09');
    if (!issue) throw new Error('no issue');
    const view = issueView(issue, context);
    const image = { url: `${HOME}issues/2022-09/share.png`, type: 'image/png' };
    expect(issueMetadata(view, publicationOf(context))).toMatchObject({ image });
    expect(homeMetadata(view, publicationOf(context))).toMatchObject({ image });
    expect(issueMetadata(view, publicationOf(context))?.structured['@graph'][0]).toMatchObject({
      '@type': 'PublicationIssue',
      '@id': `${HOME}issues/2022-09/#issue`,
      issueNumber: 1,
    });
    const draft = { ...view, cover: { ...view.cover, draft: true } };
    expect(issueMetadata(draft, publicationOf(context))).toBeUndefined();
  });

  it('a list name its feed, if it has one', async () => {
    const context = await publicContext();
    const of = (kind: 'parks' | 'topics') => {
      const [entry] = context.archive.entries(kind);
      const [view] = entry ? listViews(kind, entry, context) : [];
      return view && listMetadata(view, publicationOf(context));
    };
    expect(of('parks')).toMatchObject({
      type: 'website',
      feed: { name: '甲园电子信息产业园', url: '/daokan/parks/jia-inner/feed.xml' },
    });
    expect(of('topics')).not.toHaveProperty('feed');
    expect(of('topics')?.structured['@graph'][0]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: '首页', item: HOME },
        { position: 2, name: '主题', item: `${HOME}topics/` },
        { position: 3, name: '营商环境', item: `${HOME}topics/environment/` },
      ],
    });
  });
});
