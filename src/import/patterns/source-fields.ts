import { tidy } from '#core/byline/byline-text.ts';

/** Kind of a labelled field in a line above or below an article. */
export type Field = 'source' | 'people' | 'date' | 'url' | 'editor' | 'other';

const FIELDS: Record<Exclude<Field, 'other'>, string> = {
  source:
    '文章来源|信息来源|稿件来源|新闻来源|消息来源|内容来源|资料来源|本文来源|来源媒体|来源网站|媒体来源|文稿来源|原文来源|来源|稿源|出处|文章出处|转载自|转自|转载|摘自|选自|原载于|原载|原刊于|原刊|首发于|首发|刊发于|刊载于|发布机构|信息来源单位|发布单位|信息提供|内容提供|发文机构|发文机关',
  people: '本文作者|文章作者|作者|撰稿人|撰稿|供稿人|供稿|记者|通讯员|发布人|发布者',
  date: '发布时间|发布日期|发文时间|发文日期|发表时间|发表日期|更新时间|更新日期|刊发时间|刊发日期|成文日期|印发日期|创建时间|添加时间|录入时间|报送时间|报送日期|供稿时间|投稿时间|撰稿时间|生成日期|公开日期|时间|日期',
  editor:
    '本版责任编辑|本期责任编辑|责任编辑|本版责编|本期责编|责编|本版编辑|本期编辑|值班编辑|执行编辑|编辑',
  url: '原文链接|原文地址|文章链接|来源链接|来源网址|链接地址|链接|网址|地址|URL|url|Url',
};
const OTHERS =
  '浏览次数|浏览量|浏览|点击次数|点击量|点击率|点击数|点击|阅读次数|阅读量|阅读数|阅读|访问次数|访问量|查看次数|人气|次数|评论数|评论|点赞|字体大小|字号大小|字体|字号|大小|打印本页|打印|分享到|分享|收藏|关闭窗口|关闭|背景色|保护视力色|视力保护色|录入|审核|校对|初审|复审|终审|审核人|审核者|校对人|录入人|签发人|责任人|拟稿人|栏目|分类|频道|版次|版面|索引号|索引|信息索引号|主题分类|体裁分类|信息分类|服务对象分类|公开方式|公开范围|公开时限|公开类别|信息名称|信息类别|名称|内容概述|有效性|效力状态|废止日期|失效日期|主题词|文号|发文字号|关键词|标签|我要纠错|返回|原标题|原题';
const KEY_OF = new Map<string, Field>([
  ...Object.entries(FIELDS).flatMap(([field, words]) =>
    words.split('|').map((word): [string, Field] => [word, field as Field]),
  ),
  ...OTHERS.split('|').map((word): [string, Field] => [word, 'other']),
]);
const WORDS = [...KEY_OF.keys()].toSorted((a, b) => b.length - a.length).join('|');
/** A label with its separator, at the start of a line or after the previous field. */
const KEY = new RegExp(`(?<=^|[ ；，｜【（】）/])(${WORDS}) ?(?:[：｜]|/(?!/)|于(?=[《“])) ?`, 'gu');

/** A field: its kind, its label as printed, and its value. */
export interface FieldEntry {
  field: Field;
  key: string;
  value: string;
}

/** A label that is printed with spaces inside: `索 引 号：`. */
const SPREAD = /(?<=^|[ ；，｜【（】）/])\p{Script=Han}(?: \p{Script=Han}){1,4}(?= ?：)/gu;

/** Labels without a space before them, as in pages whose fields stand in elements of their own: `10:12信息来源：…`. */
const GLUED =
  /(?<=[^ ；，｜【（】）/])((?:发布|发表|更新|发文)(?:时间|日期)|(?:信息|文章|稿件|新闻)来源|(?:浏览|阅读|点击|访问)(?:次数|量|数)|字[号体](?:大小)?|责任编辑)(?= ?：)/gu;
const GLUED_BEHIND_FIGURE = /(?<=[\d】）])(来源|作者|编辑|记者|浏览|阅读|点击|人气)(?= ?：)/gu;

/** Labels of the index that government sites print above a document. */
const INDEX =
  /^(?:索引号|索引|信息索引号|主题分类|体裁分类|信息分类|服务对象分类|公开方式|公开范围|公开时限|公开类别|信息名称|信息类别|内容概述|有效性|效力状态|废止日期|失效日期|主题词|发文字号|文号|名称)$/u;

/** Whether a line is a field of the index that government sites print above a document, and names nothing else. */
export function isIndexLine(text: string): boolean {
  const { lead, entries } = splitFields(tidy(text));
  const [first] = entries;
  return (
    lead === '' &&
    first !== undefined &&
    INDEX.test(first.key) &&
    entries.every(({ field }) => field === 'other')
  );
}

/** Splits a tidied line at its labels; `lead` is the text before the first label. */
export function splitFields(printed: string): { lead: string; entries: FieldEntry[] } {
  const line = printed
    .replace(SPREAD, (label) => {
      const joined = label.replaceAll(' ', '');
      return KEY_OF.has(joined) ? joined : label;
    })
    .replace(GLUED, ' $1')
    .replace(GLUED_BEHIND_FIGURE, ' $1');
  const keys = [...line.matchAll(KEY)];
  return {
    lead: trimmed(line.slice(0, keys[0]?.index)),
    entries: keys.map(({ index, 0: all, 1: key = '' }, at): FieldEntry => {
      const value = trimmed(line.slice(index + all.length, keys[at + 1]?.index));
      return { field: KEY_OF.get(key) ?? 'other', key, value };
    }),
  };
}

/** Whether the fields describe the source of a text, and not a notice or a form. */
export function areSourceFields(
  entries: FieldEntry[],
  url: string | undefined,
  isDatedBefore = false,
): boolean {
  const has = (wanted: Field) => entries.some(({ field }) => field === wanted);
  const isNamed = entries.some(({ key }) =>
    /来源|稿源|[转摘选]|原[载刊]|出处|(?:信息|内容)提供|(?:发布|发文)[机单]/u.test(key),
  );
  const isDated = entries.some(({ key }) =>
    /[发更成印创添录刊报供投撰].{1,2}(?:时间|日期)|^日期|^时间/u.test(key),
  );
  const isLinked =
    url !== undefined && entries.some(({ key }) => /(?:原文|来源|文章).*[链地网]|^链接/u.test(key));
  return (
    isNamed ||
    isDated ||
    isLinked ||
    (has('date') && (has('people') || has('editor') || has('other'))) ||
    (isDatedBefore && entries.length > 0)
  );
}

/** A value without separators and outer brackets. */
export function trimmed(value: string): string {
  return value
    .replace(/^[ ；，｜/】）、-]+|[ ；，｜/【、（-]+$/gu, '')
    .replace(/^（(.*)）$/u, '$1')
    .trim();
}
