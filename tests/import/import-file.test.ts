import { createHash } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lostOrAddedText, originalText } from '../../src/import/verify/conservation.ts';
import type { KnownNames } from '../../src/import/draft.ts';
import { importFile } from '../../src/import/import-file.ts';
import { withoutWhitespace, UnreadableError } from '../../src/import/manuscript.ts';
import { kindOf } from '../../src/import/readers/file-kind.ts';
import { readInput } from '../../src/import/readers/read-input.ts';
import { detectStructure } from '../../src/import/structure/detect-structure.ts';
import { findLostText } from '../../src/import/verify/find-lost-text.ts';
import { cases } from '../lib/long.ts';

const NAMES: KnownNames = {
  categories: [
    { name: '园区要闻', aliases: [] },
    { name: '双招双引', aliases: [] },
  ],
  parks: [{ name: '白杨经济开发区', aliases: ['白杨经开区'] }],
  counties: [
    { name: '白杨县', aliases: ['白杨'], above: ['南山市', '某某省'] },
    { name: '石县', aliases: [], above: ['南山市', '某某省'] },
    { name: '青石县', aliases: ['青石'], above: ['南山市', '某某省'] },
    { name: '河西区', aliases: [], above: ['南山市', '某某省'] },
    { name: '河西区', aliases: [], above: ['北山市', '某某省'] },
  ],
  sources: [{ name: '南山日报', aliases: [] }],
  series: [],
};

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

async function imported(
  content: string | Uint8Array,
  name = 'a.txt',
  siblings = new Map<string, Uint8Array>(),
) {
  const bytes = bytesOf(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { name, kind: kindOf(name, bytes), bytes, sha256, siblings };
  return importFile(input, { names: NAMES, at: '2026-01-01', usedSlugs: new Set() });
}

const codes = ({ report }: Awaited<ReturnType<typeof imported>>['articles'][number]) =>
  report.warnings.map(({ code }) => code);
const body = ({ file }: { file: string }) => file.replace(/^---\n[\s\S]*?\n---\n\n/u, '');

/** Enough words to be prose. */
const PROSE = '白杨县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。';
const THIRD = '走廊尽头的大屏幕滚动显示各项目的进度，红色的是卡住的，黄色的是要催的，绿色的已经投产。';
const FOURTH = '农闲时节，附近村里的年轻人骑上电动车就能来上班，中午还可以回家吃饭，照看老人和孩子。';
const MORE = '企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。';

describe('a newspaper page', () => {
  const PAGE = `

${PROSE}${MORE}

投稿热线：0311—80000000 13800138000
某某经济报社《某某导刊》编辑部

把路修到厂门口

——白杨县园区建设纪事

□ 张三 王小明

${PROSE}

先通水电 再通车

${MORE}${THIRD}生产能力由此得到提

升。${FOURTH}

双招双引

白杨县举办对接会

本报讯(通讯员李四)${PROSE}

青石县签约三个项目

本报讯(通讯员赵六)${MORE}

白杨经济开发区的标准厂房连成一片，屋顶铺满光伏板，厂区道路两旁种着成排的白杨，远处是新修的货场。

黄某 摄



白杨经开区再添新企业

园区要闻

本报讯(王伟 李娜)${PROSE}
`;

  it('is split into its articles, each with its printed fields', async () => {
    const { articles, removed } = await imported(PAGE, '来稿/一版.txt');
    expect(
      articles.map(({ slug, origin, report }) => ({
        slug,
        from: origin.from,
        title: report.title,
        subtitle: report.subtitle,
        category: report.category,
        dateline: report.dateline,
        byline: report.byline.map(({ role, name }) => `${role ?? '-'} ${name}`).join('、'),
        source: report.source,
        park: report.park.join('、'),
        county: report.county.join('、'),
        genre: report.genre,
        warnings: report.warnings.map(({ code }) => code).join(' '),
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "byline": "署名单位 某某经济报社《某某导刊》编辑部",
          "category": null,
          "county": "白杨县",
          "dateline": null,
          "from": "一版.txt#1",
          "genre": null,
          "park": "",
          "slug": "yi-ban",
          "source": null,
          "subtitle": null,
          "title": null,
          "warnings": "title-missing personal-number",
        },
        {
          "byline": "- 张三、- 王小明",
          "category": null,
          "county": "白杨县",
          "dateline": null,
          "from": "一版.txt#2",
          "genre": null,
          "park": "",
          "slug": "ba-lu-xiu-dao-chang-men-kou",
          "source": null,
          "subtitle": "白杨县园区建设纪事",
          "title": "把路修到厂门口",
          "warnings": "paragraph-joined",
        },
        {
          "byline": "通讯员 李四",
          "category": "双招双引",
          "county": "白杨县",
          "dateline": "本报讯(通讯员李四)",
          "from": "一版.txt#3",
          "genre": null,
          "park": "",
          "slug": "bai-yang-xian-ju-ban-dui-jie-hui",
          "source": "某某经济报",
          "subtitle": null,
          "title": "白杨县举办对接会",
          "warnings": "source-unknown",
        },
        {
          "byline": "通讯员 赵六",
          "category": "双招双引",
          "county": "青石县",
          "dateline": "本报讯(通讯员赵六)",
          "from": "一版.txt#4",
          "genre": null,
          "park": "",
          "slug": "qing-shi-xian-qian-yue-san-ge-xiang",
          "source": "某某经济报",
          "subtitle": null,
          "title": "青石县签约三个项目",
          "warnings": "category-inherited source-unknown",
        },
        {
          "byline": "摄影 黄某",
          "category": null,
          "county": "",
          "dateline": null,
          "from": "一版.txt#5",
          "genre": "图片新闻",
          "park": "白杨经济开发区",
          "slug": "yi-ban-2",
          "source": null,
          "subtitle": null,
          "title": null,
          "warnings": "picture-missing title-missing",
        },
        {
          "byline": "- 王伟、- 李娜",
          "category": "园区要闻",
          "county": "白杨县",
          "dateline": "本报讯(王伟 李娜)",
          "from": "一版.txt#6",
          "genre": null,
          "park": "白杨经开区",
          "slug": "bai-yang-jing-kai-qu-zai-tian-xin",
          "source": "某某经济报",
          "subtitle": null,
          "title": "白杨经开区再添新企业",
          "warnings": "source-unknown",
        },
      ]
    `);
    expect(removed).toEqual([{ text: '——', reason: '副题前的破折号（版式自动加）' }]);
  });

  it('becomes drafts that an editor can complete', async () => {
    const { articles } = await imported(PAGE, '来稿/一版.txt');
    expect(articles[1]?.file).toMatchInlineSnapshot(`
      "---
      title: 把路修到厂门口
      subtitle: 白杨县园区建设纪事
      category: # 请填栏目：可选：园区要闻、双招双引
      park: # 请填园区：写登记的名字，如白杨经济开发区；不写园区的，加一行 scope: 县区（或市、省、全国）
      county: 白杨县
      genre: # 请填体裁：可选：消息、通讯、访谈、评论、图片新闻、工作报告、发刊词、公告
      byline:
        - name: 张三
          role: 作者
        - name: 王小明
          role: 作者
      rights: # 请填权利：own 本刊、reprint 转载、cleared 已获授权、unknown 未明
      status: draft
      import:
        from: 一版.txt#2
        sha256: b1716480fe0991aebc3b7a2c7e12f7df6b781e850f949d78175b4f92b30459f6
        at: "2026-01-01"
        printed:
          - 署名：□ 张三 王小明
        warnings:
          - 一句话被空行断开，已接成一段，请核对：“投产。生产能力由此得到提｜升。农闲时节，附近村里的”
      ---

      白杨县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。

      ## 先通水电 再通车

      企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。走廊尽头的大屏幕滚动显示各项目的进度，红色的是卡住的，黄色的是要催的，绿色的已经投产。生产能力由此得到提升。农闲时节，附近村里的年轻人骑上电动车就能来上班，中午还可以回家吃饭，照看老人和孩子。
      "
    `);
  });
});

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
          - 署名：本报记者张三通讯员李四
          - http://news.example.cn/share.html?infoCode=NW202206152412544522
          - （文章来源：南山日报）
        warnings:
          - 稿子里有文库、转载网站的痕迹或原文网址，没有证据说明可以刊登：rights 记为 unknown，取得授权后再改
      ---

      白杨县把项目清单逐条核对，管委会派人住进厂区，每周开一次碰头会，当场把难题交给能办的人去办。

      ## 怎么帮走访对接，专班服务

      企业负责人说，过去跑手续要半个月，现在材料一次交齐，三天就能拿到批复，工期因此提前了。
      "
    `);
    expect([...new Set(removed.map(({ reason }) => reason))]).toEqual(['旧网站的页面信息', '网页导航']);
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
    });
  });
});

describe('a missing picture', () => {
  it('leaves its caption in the body, with a warning', async () => {
    const page = `<article><h1>白杨县的一天</h1><p>${PROSE}</p><p><img src="lost.jpg"></p><p>图为厂区一角。黄某 摄</p><p>${MORE}</p></article>`;
    const { articles } = await imported(page, 'a.html');
    expect(articles[0] && codes(articles[0])).toEqual(['picture-missing']);
    expect(articles[0] && body(articles[0])).toBe(`${PROSE}\n\n图为厂区一角。黄某 摄\n\n${MORE}\n`);
  });
});

const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
  .jpeg()
  .toBuffer();

describe('a picture beside the text', () => {
  it.each([
    ['images\\a.jpg', 'images/a.jpg'],
    ['.\\images\\_a.jpg', 'images/_a.jpg'],
    ['D:\\照片\\_a.jpg', '_a.jpg'],
    ['D:/照片/a.jpg', 'images/a.jpg'],
    ['images/A.JPG', 'images/a.jpg'],
    ['caf\u00e9.jpg', 'cafe\u0301.jpg'],
    ['%E5%9B%BE9.jpg', '图9.jpg'],
    ['./a%201.jpg', 'a 1.jpg'],
    ['<a 1.jpg>', 'a 1.jpg'],
  ])('named %s is %s', async (src, file) => {
    const { articles } = await imported(
      `# 甲园八月开工\n\n甲园今年开工项目十二个。\n\n![图](${src})\n`,
      'a.md',
      new Map([[file, jpeg]]),
    );
    expect([...(articles[0]?.pictures.keys() ?? [])]).toEqual([expect.stringMatching(/-1\.jpg$/u)]);
  });

  it('is not chosen if several match', async () => {
    const beside = new Map([
      ['x/a.jpg', jpeg],
      ['y/a.jpg', jpeg],
    ]);
    const { articles } = await imported(
      '# 甲园八月开工\n\n甲园今年开工项目十二个。\n\n![图](D:\\照片\\a.jpg)\n',
      'a.md',
      beside,
    );
    expect(articles[0]?.report.warnings.map(({ message }) => message)).toEqual([
      '找不到图片“D:/照片/a.jpg”。把图片放在稿件旁边再导入，或者以后补',
    ]);
  });
});

describe('a picture of another kind', () => {
  const warningsOf = async (bytes: Uint8Array) => {
    const { articles } = await imported(
      '# 甲园八月开工\n\n甲园今年开工项目十二个。\n\n![图](a.jpg)\n',
      'a.md',
      new Map([['a.jpg', bytes]]),
    );
    return {
      warningsOf: articles[0]?.report.warnings.map(({ code, message }) => `${code} ${message}`),
      files: [...(articles[0]?.pictures.keys() ?? [])],
    };
  };
  const still = (background: { r: number; g: number; b: number; alpha: number }) =>
    sharp({ create: { width: 40, height: 40, channels: 4, background } });

  it('has a warning with a fix', async () => {
    expect(await warningsOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toEqual({
      warningsOf: [
        'picture-missing 图片“a.jpg”是 HEIC（苹果手机的照片），没有收。在电脑上用“照片”打开，导出或另存为 JPG（只改扩展名没有用）；以后在手机的“设置→相机→格式”里选“兼容性最佳”，放进 inbox/images，再在正文里写 ![画面说明](./images/文件名.jpg)',
      ],
      files: [],
    });
  });
  it('keeps transparency', async () => {
    const { warningsOf: warnings, files } = await warningsOf(
      await still({ r: 9, g: 9, b: 9, alpha: 0 }).webp().toBuffer(),
    );
    expect([warnings, files]).toEqual([[], [expect.stringMatching(/-1\.png$/u)]]);
  });
  it('is imported if it is AVIF', async () => {
    const avif = await sharp(jpeg).avif({ effort: 0 }).toBuffer();
    expect((await warningsOf(avif)).files).toEqual([expect.stringMatching(/-1\.jpg$/u)]);
  });
  it('has a warning if it is animated', async () => {
    const raw = { width: 40, height: 80, channels: 3, pageHeight: 40 } as const;
    const frames = Buffer.concat([Buffer.alloc(40 * 40 * 3, 9), Buffer.alloc(40 * 40 * 3, 200)]);
    expect((await warningsOf(await sharp(frames, { raw }).gif().toBuffer())).warningsOf).toEqual([
      'picture-frames 图片“a.jpg”会动，或有几幅画面，只收了第一幅',
    ]);
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

describe('files that cannot be read', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['empty', 'a.txt', '', '里面没有文字'],
    ['only white space', 'a.txt', ' \n\t\u3000\n', '里面没有文字'],
    [
      'of two encodings',
      'a.txt',
      Buffer.concat([
        Buffer.from('第一行是这样的文字\n'),
        Buffer.from([0xb5, 0xda, 0xb6, 0xfe, 0xd0, 0xd0, 0xca, 0xc7, 0xd5, 0xe2, 0x0a]),
      ]),
      '文件里混着两种编码（从第 2 行起），照哪一种读都会有乱码',
    ],
    [
      'cut in a character',
      'a.txt',
      Buffer.from('第一行\n第二行').subarray(0, -1),
      '文件在第 2 行断了，最后一个字只有半个，可能没有下载完整',
    ],
    [
      'of another kind than its name',
      'a.docx',
      '不是 Word',
      '名字是 .docx，内容却不是，可能没有下载完整，或者改过扩展名',
    ],
    ['of an unknown kind', 'a.exe', 'MZ', '不认识 .exe 文件'],
    ['nested very deep', 'a.html', '<div>'.repeat(10_000), '网页代码嵌套超过 500 层'],
    [
      'a picture under the name of a text',
      'a.txt',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]),
      '这不是文字文件，是JPEG 图片',
    ],
  ])('%s', async (_, name, content, message) => {
    await expect(imported(content, name)).rejects.toThrow(UnreadableError);
    await expect(imported(content, name)).rejects.toThrow(message);
  });

  it.each<[string, string, string, string]>([
    ['YAML that multiplies', 'a.md', '---\na: &a [x, x]\nb: [*a, *a]\n---\n正文在这里。\n', '正文在这里。'],
    [
      'front matter that is a program',
      'a.md',
      '---js\nprocess.exit(7)\n---\n\n正文在这里。\n',
      '正文在这里。',
    ],
    [
      'keys of object prototypes',
      'a.md',
      '---\n__proto__: { polluted: 1 }\ntitle: 题\n---\n正文在这里。\n',
      '正文在这里。',
    ],
    [
      'front matter inside the text',
      'a.txt',
      '一个题目\n---\nstatus: ready\nrights: own\n---\n正文在这里，说得很长很长，长到不像标题的样子。\n',
      '正文在这里，说得很长很长，长到不像标题的样子。',
    ],
    [
      'HTML and MDX in plain text',
      'a.txt',
      '正文<script>alert(1)</script>{1+1}<b>粗</b>&lt;，说得很长很长，长到不像标题的样子。\n',
      '正文\\<script>alert(1)\\</script>{1+1}\\<b>粗\\</b>\\&lt;，说得很长很长，长到不像标题的样子。',
    ],
  ])('%s does nothing', async (_, name, content, kept) => {
    const { articles } = await imported(content, name);
    const frontMatter = articles[0]?.file.split('\n---\n')[0] ?? '';
    expect(frontMatter.match(/^(?:status|rights):.*/gmu)?.filter((line) => !line.includes('#'))).toEqual([
      'status: draft',
    ]);
    expect(
      body(articles[0] ?? { file: '' })
        .trim()
        .split('\n')
        .at(-1),
    ).toBe(kept);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('are not text in GB 18030, Big5 or UTF-16', async () => {
    const gb = Buffer.from('b0d7d1eecfd8bfd5bcdbbfaab9a4bda8c9e8a3acc8ab', 'hex');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PROSE, 'utf16le')]);
    expect(body((await imported(utf16)).articles[0] ?? { file: '' })).toBe(`${PROSE}\n`);
    await expect(imported(gb.subarray(0, 20))).resolves.toBeDefined();
  });
});

describe('conservation', () => {
  const character = fc.constantFrom(
    ...'白杨县园区一二三，。“”（）*#_<>&[]()|~`—1２aB\n\n\n 　',
    '本报讯（记者 张三）',
    '**县',
    'XX县',
    '——',
    '黄某 摄',
  );
  const text = fc.string({ unit: character, minLength: 1, maxLength: 120 });

  it('holds for any text: plain, Markdown or HTML', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('a.txt', 'a.md', 'a.html'), async (content, name) => {
        try {
          await imported(content, name);
        } catch (error) {
          if (!(error instanceof UnreadableError)) throw error;
          expect(error.message).not.toContain('核对没有通过');
        }
      }),
      { numRuns: cases(400) },
    );
  });

  it('detects every character that is removed, added or moved', async () => {
    const source = `白杨县的一天\n本报讯（记者 张三）${PROSE}\n${MORE}\n`;
    const { manuscript, secondReading } = await readInput('text', bytesOf(source));
    const drafts = detectStructure(manuscript, NAMES);
    const { articles } = await imported(source);
    const whole = articles.map(({ file }, index) => ({
      draft: drafts[index] as (typeof drafts)[number],
      file,
      html: `<p>${PROSE}</p><p>${MORE}</p>`,
    }));
    expect(lostOrAddedText(manuscript, secondReading, whole)).toEqual([]);
    const kept = PROSE + MORE;
    const edit = fc.record({
      at: fc.nat(kept.length - 2),
      how: fc.constantFrom('delete', 'insert', 'swap'),
      what: fc.constantFrom('的', '5', '。'),
    });
    fc.assert(
      fc.property(edit, ({ at, how, what }) => {
        const [one = '', two = ''] = [kept[at], kept[at + 1]];
        const middle = how === 'delete' ? two : how === 'insert' ? one + what + two : two + one;
        const html = kept.slice(0, at) + middle + kept.slice(at + 2);
        fc.pre(html !== kept);
        expect(
          lostOrAddedText(
            manuscript,
            secondReading,
            whole.map((each) => ({ ...each, html })),
          ),
        ).toHaveLength(1);
        const other = `${originalText(manuscript, whole)}`.replace(kept, html);
        expect(lostOrAddedText(manuscript, other, whole)).toHaveLength(1);
      }),
    );
    const lifted = whole.map((each) => ({
      ...each,
      file: each.file.replace('本报讯（记者 张三）', '本报讯（记者 李三）'),
    }));
    expect(lostOrAddedText(manuscript, secondReading, lifted)).toEqual([
      '从正文移走的“本报讯（记者张三）”没有写进dateline',
    ]);
  });

  it('distinguishes text of a markup that was read from text that was not', () => {
    const source = '# 题\n\n**粗**字[链接](https://a.cn "名")<b>体</b>&amp;&nbsp;\n\n1. 甲\n';
    const read = '题粗字链接体&甲';
    expect(findLostText(source, read)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat([...read].length - 1), (at) => {
        const without = [...read].toSpliced(at, 1).join('');
        expect(findLostText(source, without)).toBeDefined();
        expect(findLostText(source, `${without}多`)).toBeDefined();
      }),
    );
    expect(withoutWhitespace(' 甲\u3000乙\u200B\n')).toBe('甲乙');
  });
});
