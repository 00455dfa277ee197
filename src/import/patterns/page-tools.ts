import { tidy } from '#core/byline/byline-text.ts';
import { findDate } from './find-date.ts';

/** Counters and buttons that web pages print around an article. */
const WORDS =
  '[大中小]字号|上一条|下一条|(?:本文|全文|正文)(?:共|约|字数)?\\d+字|(?:预计)?阅读(?:时间)?(?:需要?|约)\\d+分钟|写留言|精选留言|赞赏作者|上一[版期篇页]|下一[版期篇页]|版面(?:导航|概览|目录)|往期(?:回顾|查询)|(?:本版|版面|报纸)?(?:PDF|pdf)(?:版|下载)?|(?:累计|总|本页|文章|新闻|本文|页面)?(?:浏览|阅读|点击|访问|查看|播放|收听)(?:次数|人数|总数|数量|量|率|数)?|人气|热度|(?:评论|点赞|赞|转发|收藏|分享|留言|在看|喜欢)(?:数|量)?|(?:网友|参与)?评论|条评论|人阅读|人浏览|次浏览|次阅读|' +
  '(?:调整|选择|切换)?(?:文章|正文|文字)?(?:字体|字号)(?:大小|调整|设置|缩放)?|保护视力色|视力保护色|背景色?|放大|缩小|' +
  '(?:我要)?(?:打印|纠错|收藏|分享|评论|投稿|留言|举报|订阅|点赞)(?:本页|此页|本文|文章|页面|网页|正文|内容)?|加入收藏|打印机?|关闭(?:本页|窗口|页面|此页)?|(?:回到?|返回)?顶部|返回(?:顶部|列表|首页|上页|上一页|目录)?|' +
  '分享[到至]|微信|微博|新浪微博|朋友圈|[Qq]{2}空间|[Qq]{2}好友|[Qq]{2}|腾讯微博|更多|一键分享|扫一扫在手机上?(?:打开|查看|阅读)(?:当前|此|本)?页面?|扫[一码]?扫?分享(?:本|此|到)?(?:页|页面|文章)?|扫一扫|扫码|二维码|手机(?:阅读|查看|浏览|访问|扫码)|' +
  '语音(?:播报|朗读|阅读)?|朗读(?:全文)?|听(?:全文|新闻|文章)|全文朗读|无障碍(?:阅读|浏览)?|长者(?:模式|版)|繁体(?:版|中文)?|简体(?:版|中文)?|切换繁体|导出|下载(?:本文|全文|pdf|PDF|word|Word)?|复制(?:链接|网址|本文链接)?|存为图片|正在加载|加载中|载入中|计算中';
const WORD = new RegExp(WORDS, 'gu');
/** Values and separators of counters and buttons. */
const REST =
  /^(?:[\s【】（）｜/、，：；·<>《》"“”+＋\-—_.=*&↑↓]|\d|[次人条万亿千个回]|特?大|超大|[中小默认]|标准|正常|[TtAa](?=$|[^a-z])|至|到|：|本|文|已|被|共|有|您|是|第|位|读者)*$/u;
/** Maximum length of a line with a page's tools, in characters: longer ones are text. */
const MAX_LENGTH = 100;
/** Words that are also headings or part of sentences: only with a value or next to others. */
const ALONE =
  /^(?:更多|热度|人气|语音|微信|微博|背景|评论|留言|喜欢|下载|收藏|放大|缩小|导出|订阅|举报|投稿|点赞|转发|阅读|浏览|访问|播放|收听|查看|点击)$/u;

/** Whether a line consists of counters and buttons of a web page: `浏览次数：12　字号：大 中 小　打印`. */
export function isPageTools(printed: string): boolean {
  if (printed.length > MAX_LENGTH) return false;
  const line = tidy(printed);
  const words = line.match(WORD);
  if (findDate(line)) return false;
  return words !== null && !ALONE.test(line) && REST.test(line.replace(WORD, ' '));
}

/** A line without the counters and buttons at its end: `某报 2023-03-01 打印 关闭`. */
export function withoutPageTools(line: string): string {
  const parts = line.split(/(?<=\S)(?=[ ｜【（])/u);
  while (parts.length > 1 && isPageTools(parts.at(-1) ?? '')) parts.pop();
  return parts.join('').trim();
}
