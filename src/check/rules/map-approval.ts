import type { ArticleText, TextFinding, Passage, TextRule } from '../text-rule.ts';

/** An approval number. */
const APPROVED = /审图号|[GＧ][SＳ]\s?[（(]\d{4}[）)]/u;

/** Phrases about things that only look like a map. */
const LIKE_A_MAP = /地图(?:样式|样|式|似|风格|状)/gu;

export const rule: TextRule = {
  id: 'map-approval',
  severity: 'warning',
  title: '地图审图号',
  why: '公开出版的地图要有审图号（《地图管理条例》）；说明里提到地图、区位图的图片都要核对。',
  examples: [
    {
      bad: '![某县开发区区位图](./images/a.jpg)',
      line: 1,
      column: 3,
      problem: '图片说明里有“区位图”，没有审图号',
      fix: '是地图的，在图注里写上审图号；不是地图的，换个说法，或加一条写明理由的豁免',
      good: '![某县开发区区位图](./images/a.jpg "开发区区位｜审图号：某S（2022）1号")',
    },
    {
      bad: '第一段。\n\n![园区](./images/a.jpg "园区路网示意图")',
      line: 3,
      column: 23,
      problem: '图片说明里有“路网示意图”，没有审图号',
      fix: '是地图的，在图注里写上审图号；不是地图的，换个说法，或加一条写明理由的豁免',
      good: '第一段。\n\n![园区](./images/a.jpg "园区路网示意图｜审图号：某S（2022）1号")',
    },
    {
      bad: '某县行政区划图',
      field: 'cover.caption',
      line: 1,
      column: 1,
      problem: '图片说明里有“区划图”，没有审图号',
      fix: '是地图的，在图注里写上审图号；不是地图的，换个说法，或加一条写明理由的豁免',
      good: '某县行政区划图，审图号：某S（2022）1号',
    },
  ],
  fine: [
    '![被动式房屋](./images/a.jpg "超低能耗建筑示意图")',
    '![地图样式的插画](./images/a.jpg)',
    '园区规划图已经公示，地图上看得见。',
  ],
  find: (article) =>
    isApproved(article) ? [] : article.passages.flatMap((passage) => findingIn(passage, article) ?? []),
};

/** Whether the article has an approval number anywhere: in a caption or below the text. */
function isApproved({ passages }: ArticleText): boolean {
  return passages.some(({ text }) => APPROVED.test(text));
}

function findingIn(passage: Passage, { words }: ArticleText): TextFinding | undefined {
  const { kind, key, text } = passage;
  const isCaption = kind === 'alt' || kind === 'caption' || key?.startsWith('cover') === true;
  if (!isCaption) return undefined;
  const word = words.maps.find((each) => text.replace(LIKE_A_MAP, '').includes(each));
  if (word === undefined) return undefined;
  return {
    passage,
    index: 0,
    length: text.length,
    problem: `图片说明里有“${word}”，没有审图号`,
    fix: '是地图的，在图注里写上审图号；不是地图的，换个说法，或加一条写明理由的豁免',
  };
}
