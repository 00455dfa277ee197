import { ACCOUNT_FURNITURE, isAccountFurniture } from '../patterns/account-furniture.ts';
import type { Block, Manuscript, Paragraph, Span } from '../manuscript.ts';
import { isPageTools } from '../patterns/page-tools.ts';
import { isOrnament, withoutOrnaments } from '../patterns/ornaments.ts';
import { isInBody, isParagraph, bodyText, mark, markAll, textOf } from '../spans.ts';

/** A reference to the rest of the text on another page of the paper. */
const CONTINUED = '转版的记号';

/** Residue of word processors, paid document sites and aggregators inside lines, with the reason to drop it. */
const INSIDE: [RegExp, string][] = [
  [/\[bookmark:[^\]\n]{0,200}\]/giu, 'Word 书签'],
  [/#{1,3}\s*paid\s*(?:begin|end)\s*#{1,3}/giu, '付费文库的标记'],
  [
    /[（(【]\s*(?:紧?[上下]?[转接]自?)\s*(?:本报)?\s*第?\s*[A-Da-d]?[\d一二三四五六七八九十]{1,3}\s*版[^（()）】]{0,12}[）)】]/gu,
    CONTINUED,
  ],
  [/[【[](?:打印(?:本页)?|关闭(?:窗口)?|收藏(?:本页)?|我要纠错|纠错|返回顶部)[】\]]/gu, '网页导航'],
  [/\{#?_?(?:Toc|Ref|Hlk)\d+\}?|(?<![A-Za-z])_(?:Toc|Ref|Hlk)\d{4,}/gu, 'Word 书签'],
];

/** Whole lines that are not part of the article, with the reason to drop them. */
const LINES: [RegExp, string][] = [
  [
    /^[[【（(]?(?:返回|回到|回)[^。，]{0,20}(?:首页|主页|列表|顶部|新闻|频道|上页|目录)[\]】）)]?(?:[｜|丨/ ]+[[【]?(?:返回|回到)?[^。，]{0,20}[\]】]?)*$/u,
    '网页导航',
  ],
  [
    /^(?:上一[篇页条则个]|下一[篇页条则个]|前一[篇条]|后一[篇条]|猜你喜欢)(?:[：:].{0,80})?$|^(?:相关链接|相关阅读|相关新闻|延伸阅读|热门推荐|推荐阅读)[：:].{0,80}$/u,
    '网页导航',
  ],
  [
    /^[【[(（]?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|我要纠错|收藏(?:本文|本页)?|加入收藏|分享到?|复制链接|TOP)[】\])）]?(?:[｜|丨/ 　【[]+(?:打印|关闭|收藏|分享|纠错)[^。]{0,12})*$/u,
    '网页导航',
  ],
  [/^(?:分享到|分享至)[：:]?[^。]{0,60}$/u, '网页导航'],
  [/^字[体号][：:]?\s*[【[]?\s*(?:特?大|超大)[^。]{0,20}小\s*[】\]]?[^。]{0,10}$/u, '网页导航'],
  [/^(?:浏览|阅读|点击)(?:次数|量|数)[：:]?\s*\d*\s*次?$/u, '网页导航'],
  [/^(?:您|你)?(?:现在|当前|目前|所在|所处)?(?:所在)?的?(?:当前)?位置(?:是)?[：:].{0,80}$/u, '网页导航'],
  [
    /^[-—–]?\s*第?\s*\d{1,4}\s*页?\s*[-—–/]\s*共?\s*\d{0,4}\s*页?$|^第\s*\d{1,4}\s*页(?:\s*[，,]?\s*共\s*\d{1,4}\s*页)?$|^[-—–]\s*\d{1,4}\s*[-—–]$/u,
    '页码',
  ],
  [/^(?:扫码|扫一扫|长按|识别|点击)[^。]{0,30}(?:二维码|关注|公众号|原文)[^。]{0,20}[。！]?$/u, '网页导航'],
  [
    /^.{0,20}(?:文库|范文|文档网|公文网|笔杆子|写作网).{0,30}(?:下载|整理|收集|提供|版权|会员|原创|付费|购买).{0,30}$/u,
    '文库的声明',
  ],
  [/^(?:下载|查看|阅读)(?:全文|本文|原文|更多)[^。]{0,20}$/u, '文库的声明'],
  [/^(?:网站)?首页\s*[>＞»›/|｜-].{0,80}$/u, '网页导航'],
  [/^(?:版权所有|Copyright|©|网站标识码|备案号)[^。]{0,80}$|^.{0,40}ICP备\d+号.{0,40}$/iu, '网页的页脚'],
  [/^[▲▼►★●■◆\s]*紧?[上下][转接]\s*第?\s*[A-Da-d]?[\d一二三四五六七八九十]{1,3}\s*版\s*$/u, CONTINUED],
  [
    /^[（(【[]\s*(?:全文|本文|正文)?(?:完|end|结束)\s*[）)】\]]$|^[-—–·•*■◆●★\s]*(?:THE\s+)?END[-—–·•*■◆●★\s.。]*$/iu,
    '文末的记号',
  ],
  [/^(?:声明|免责声明|版权声明|特别声明)[：:].{0,300}$/u, '转载网站的声明'],
];

/** A page's list of other texts. */
const RELATED =
  /^(?:相关|延伸|推荐|热门|更多|往期|精彩|最新)(?:新闻|阅读|文章|链接|推荐|内容|报道|信息|资讯|回顾)[：:]?$|^喜欢此内容的人还喜欢[：:]?$/u;
const RELATED_REASON = '网页导航';
/** The head of a page of a paper, printed again on the next page. */
const RUNNING_HEAD = '书眉';
/** Maximum lengths of a running head and of an entry of a contents list, in code units: longer lines are text. */
const MAX_HEAD_LENGTH = 40;
const MAX_ENTRY_LENGTH = 50;

/** Residue of sites that republish texts without permission. */
const UNLICENSED = new Set(['付费文库的标记', '网页导航', '文库的声明', '转载网站的声明']);

/** Paragraphs with residue that concerns the whole article. */
export interface Residue {
  /** The residue suggests that there is no permission to publish. */
  unlicensed: Set<Paragraph>;
  /** The text goes on on another page of the paper, or begins there. */
  continued: Set<Paragraph>;
}

/** Marks residue as dropped. */
export function dropResidue(manuscript: Manuscript): Residue {
  const unlicensed = new Set<Paragraph>();
  const continued = new Set<Paragraph>();
  const note = (block: Paragraph, reason: string) => {
    if (UNLICENSED.has(reason)) unlicensed.add(block);
    if (reason === CONTINUED) continued.add(block);
  };
  const related = relatedLines(manuscript.blocks);
  const heads = new Set<string>();
  for (const block of manuscript.blocks) {
    if (!isParagraph(block)) continue;
    const text = textOf(block);
    const lineDropReason = isRepeatedHead(text, heads)
      ? RUNNING_HEAD
      : related.has(block)
        ? RELATED_REASON
        : dropReasonOfLine(text, block.spans);
    if (lineDropReason !== undefined) {
      block.spans = markAll(block.spans, { dropped: lineDropReason });
      note(block, lineDropReason);
      continue;
    }
    for (const [pattern, reason] of INSIDE) {
      const ranges = [...bodyText(block.spans).matchAll(pattern)].map(
        ({ index, 0: found }) => [index, index + found.length] as const,
      );
      if (ranges.length === 0) continue;
      block.spans = mark(block.spans, ranges, { dropped: reason });
      note(block, reason);
    }
  }
  return { unlicensed, continued };
}

/** The lines of a page's list of other texts: links, or short lines at the end of the file. */
function relatedLines(blocks: Block[]): Set<Block> {
  const out = new Set<Block>();
  blocks.forEach((block, at) => {
    if (!isParagraph(block) || !RELATED.test(withoutOrnaments(textOf(block)))) return;
    const below = blocks.slice(at + 1);
    const end = below.findIndex((each) => !isParagraph(each) || !isEntry(each));
    const entries = end < 0 ? below : below.slice(0, end);
    const areLinks = entries.filter(isParagraph).every(({ spans }) => isOnlyLinks(spans));
    if (end < 0 || (areLinks && entries.length > 0)) for (const each of [block, ...entries]) out.add(each);
  });
  return out;
}

function isEntry(block: Paragraph): boolean {
  const text = textOf(block);
  return (
    text === '' ||
    isOnlyLinks(block.spans) ||
    (text.length <= MAX_ENTRY_LENGTH && !/[。！？：:]$/u.test(text))
  );
}

/** Whether a line with the name or the number of an issue stood above: the head of a further page. */
function isRepeatedHead(text: string, heads: Set<string>): boolean {
  const key = text.replace(/\s/gu, '');
  if (key.length > MAX_HEAD_LENGTH || !/第.{1,4}[期版]/u.test(key)) return false;
  if (heads.has(key)) return true;
  heads.add(key);
  return false;
}

function isOnlyLinks(spans: Span[]): boolean {
  const live = spans.filter((span) => isInBody(span) && /[\p{L}\p{N}]/u.test(span.text));
  return live.length > 0 && live.every(({ link }) => link !== undefined);
}

function dropReasonOfLine(text: string, spans: Span[]): string | undefined {
  if (text === '' || text.length > 320) return undefined;
  const lines = text.split(/\s*\n\s*/u);
  if (lines.length > 1) {
    const reasons = lines.map((line) => dropReasonOfLine(line, []));
    return reasons.includes(undefined) ? undefined : reasons[0];
  }
  if (isOrnament(text)) return '花饰';
  if (isPageTools(text)) return '网页导航';

  const found = LINES.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  if (isAccountFurniture(text)) return ACCOUNT_FURNITURE;
  if (/^(?:正文[：:]|【正文】)$/u.test(text)) return '“正文”的标签';
  const live = spans.filter((span) => isInBody(span) && /[\p{L}\p{N}]/u.test(span.text));
  const navigation = /返回|首页|上一[篇页]|下一[篇页]|更多/u;
  return live.length > 0 &&
    live.every((span) => span.link !== undefined) &&
    live.some((span) => navigation.test(span.text))
    ? '网页导航'
    : undefined;
}
