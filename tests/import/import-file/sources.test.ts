import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imported, codes, body, PROSE, THIRD, FOURTH, MORE } from '../../lib/imported.ts';

describe('a masked report from a paid site', () => {
  it('keeps its masks, drops the residue of the site, and has unknown rights', async () => {
    const text = `

关于产业园区建设情况的报告
全市行动开展以来，XX县把园区当作主战场。${PROSE.replaceAll('白杨县', '**县')}
一、基本情况
##paidbegin##（一）抓项目强产业，发展后劲增强。一是精准招商。XX县${MORE}二是优化服务。县委书记钱七带队走访，${THIRD}
二、下步打算
建设XX特色药材集散地，${FOURTH}
##paidend##
`;
    const { articles, removed } = await imported(text);
    expect(articles).toHaveLength(1);
    const [article] = articles;
    if (!article) return;
    expect(codes(article)).toEqual(['masked', 'mask-leak', 'over-masking', 'rights']);
    expect(article.report).toMatchObject({
      masked: true,
      rights: 'unknown',
      county: [],
      title: '关于产业园区建设情况的报告',
    });
    expect(removed.map(({ text: each }) => each)).toEqual(['##paidbegin##', '##paidend##']);
    expect(body(article)).toMatchInlineSnapshot(`
      "全市行动开展以来，××县把园区当作主战场。××县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。

      ## 一、基本情况

      ### （一）抓项目强产业，发展后劲增强。

      **一是精准招商**。××县企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。**二是优化服务**。县委书记钱七带队走访，走廊尽头的大屏幕滚动显示各项目的进度，红色的是卡住的，黄色的是要催的，绿色的已经投产。

      ## 二、下步打算

      建设××特色药材集散地，农闲时节，附近村里的年轻人骑上电动车就能来上班，中午还可以回家吃饭，照看老人和孩子。
      "
    `);
  });
});

describe('a post of an aggregator', () => {
  it('keeps text, source, date and the address of the original, and drops the site around it', async () => {
    const text = `---
layout: post
title: "白杨县把服务送进车间"
date: 2022-06-14 23:27:30 -0100
categories: nanshanribao
---
<p>本报记者张三通讯员李四</p> <p>${PROSE}</p> <p>怎么帮走访对接，专班服务</p> <p>${MORE}</p><p class="em_media">（文章来源：南山日报）</p>

<http://news.example.cn/share.html?infoCode=NW202206152412544522>

[返回南山日报新闻](//news.example.cn/category/a.html)｜[返回首页](//news.example.cn/)
`;
    const { articles, removed } = await imported(text);
    expect(articles[0]?.file).toMatchInlineSnapshot(`
      "---
      title: 白杨县把服务送进车间
      date: "2022-06-15"
      category: # 请填栏目：可选：园区要闻、双招双引
      park: # 请填园区：写登记的名字，如白杨经济开发区；不写园区的，加一行 scope: 县区（或市、省、全国）
      county: 白杨县
      genre: # 请填体裁：可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告
      byline:
        - name: 张三
          role: 记者
        - name: 李四
          role: 通讯员
      source: 南山日报
      reprint:
        url: http://news.example.cn/share.html?infoCode=NW202206152412544522
      rights: unknown
      status: draft
      import:
        from: a.txt
        sha256: dfa94179938b26802919790e9195b9ad38bf6ed0fa2d98c39f1e1627b86edc27
        at: "2026-01-01"
        printed:
          - "layout: post"
          - "categories: nanshanribao"
          - 署名：本报记者张三通讯员李四
          - （文章来源：南山日报）
          - http://news.example.cn/share.html?infoCode=NW202206152412544522
        warnings:
          - 稿子里有文库、转载网站的痕迹或原文网址，没有证据说明可以刊登：rights 记为 unknown，取得授权后再改
      ---

      白杨县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。

      ## 怎么帮走访对接，专班服务

      企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。
      "
    `);
    expect([...new Set(removed.map(({ reason }) => reason))]).toEqual(['网页导航']);
  });
});

describe('a web page', () => {
  const PAGE = `<!doctype html><html><head><meta charset="utf-8"><meta name="ContentSource" content="南山日报"><title>题_网</title></head>
<body onload="x()"><nav>首页 <a href="/">新闻</a></nav><h1>白杨县的一天</h1><div class="info">来源：南山日报 发布时间：2022-09-15 08:00</div>
<div id="content"><p style="text-indent:2em">　　${PROSE}</p><p>${MORE}占地3万m<sup>2</sup>。<span style="display:none">看不见</span></p>
<p><img src="images/a.jpg" alt=""></p><p style="text-align:center">厂区一角。（黄某 摄）</p><script>alert(1)</script>
<p><a href="javascript:alert(1)">点这里</a>看<a href="https://example.cn/">原件</a>&lt;b&gt;。</p></div><footer>版权所有</footer></body></html>`;

  it('returns its article and its picture without metadata, and no scripts', async () => {
    const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Copyright: '机密' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    const { articles, removed } = await imported(PAGE, 'a.html', new Map([['images/a.jpg', picture]]));
    const [article] = articles;
    if (!article) return;
    expect(article.report).toMatchObject({ title: '白杨县的一天', source: '南山日报', date: '2022-09-15' });
    expect(codes(article)).toEqual(['active-content', 'link-removed']);
    expect(body(article)).toMatchInlineSnapshot(`
      "白杨县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。

      企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。占地3万m²。

      ![厂区一角。](./images/bai-yang-xian-de-yi-tian-1.jpg "厂区一角。｜（黄某 摄）")

      点这里看[原件](https://example.cn/)\\<b>。
      "
    `);
    expect(removed.map(({ text, reason }) => `${reason}：${text}`)).toMatchInlineSnapshot(`
      [
        "网页的导航和页脚：首页 新闻",
        "网页上看不见的文字：看不见",
        "网页的导航和页脚：版权所有",
      ]
    `);
    const [bytes] = article.pictures.values();
    const metadata = await sharp(bytes).metadata();
    expect({ format: metadata.format, exif: metadata.exif, width: metadata.width }).toEqual({
      format: 'jpeg',
      exif: undefined,
      width: 800,
    });
    // The same file gives the same bytes.
    expect(await imported(PAGE, 'a.html', new Map([['images/a.jpg', picture]]))).toEqual({
      articles,
      removed,
      usedPictures: ['images/a.jpg'],
    });
  });
});

describe('places', () => {
  const first = async (text: string) =>
    (await imported(`一个题目\n本报讯（记者 张三）${text}${MORE}`)).articles[0]?.report;
  it.each([
    ['青石县开工。', '青石县', ''],
    ['石县开工。', '石县', ''],
    ['白杨经开区开工。', '', '白杨经开区'],
    ['青石产业园开工。', '', '青石产业园'],
    ['某某省开发区开工。', '', ''],
    ['南山市河西区开工。', '河西区', ''],
    ['河西区开工。', '', ''],
  ])('%s', async (text, county, park) => {
    const report = await first(text);
    expect([report?.county.join('、'), report?.park.join('、')]).toEqual([county, park]);
  });
  it('have warnings if only the editor can decide', async () => {
    const report = await first('河西区开工，青石产业园开工。');
    expect(report?.warnings.map(({ code, quote }) => `${code} ${quote}`)).toEqual([
      'park-unknown 青石产业园',
      'county-ambiguous 河西区',
    ]);
  });
});
