import { describe, expect, it } from 'vitest';
import { imported, PROSE, THIRD, FOURTH, MORE } from '../../lib/imported.ts';

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
