import {
  type Block,
  type ImportWarning,
  type Paragraph,
  type Span,
  spansOf,
  withoutWhitespace,
} from '../../../manuscript.ts';
import { ACCOUNT_FURNITURE, isAccountFurniture } from '../../../patterns/account-furniture.ts';
import { isInBody, isParagraph, mark, markAll, textOf } from '../../../spans.ts';

const ADVERTISED = '公众号推荐的其他文章';
const ORNAMENT = '小标题前的花饰';
const REPEATED_TITLE = '正文里重复的标题';

/** Maximum length of a line with an ornament, in characters: longer ones are text. */
const MAX_LINE_LENGTH = 60;
/** Head of a list of links to other articles. */
const OTHER_ARTICLES =
  /^[\s\p{P}\p{S}]*(?:往期|精彩|热门|更多|相关|延伸|推荐|近期|上期)[\s\p{P}]*(?:推荐|精彩|回顾|热文|文章|链接|阅读|好文|内容|要闻)[\s\p{P}\p{S}]*$/u;
const ROLE =
  '原标题|原题|来源|稿源|内容来源|素材来源|转载自|编辑|责编|责任编辑|值班编辑|执行编辑|编校|编审|校对|审核|审校|复核|审签|签发|签审|初审|复审|终审|一审|二审|三审|一校|二校|三校|主编|副主编|执行主编|值班主编|总编|总编辑|监制|总监制|出品|出品人|策划|总策划|统筹|排版|美编|设计|制图|制作|视觉|新媒体编辑|版式|校审|投稿邮箱|值班主任|值班编委|主办|承办|供稿单位|联系电话|联系方式|咨询电话|服务热线|新闻热线|投稿热线|联系邮箱|地址';
/** A line of production credits: 编辑：某某　审核：某某 */
const CREDITS = new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${ROLE})\\s*[:：｜|丨/／]\\s*[^。！？]{1,60}$`, 'u');
const SOURCE =
  /^[\s\p{P}\p{S}]*(?:来源|稿源|内容来源|素材来源|转载自)\s*[:：｜|丨/／]\s*(?<name>[^\s　]{2,30})/u;
/** 本文转载自“某某” */
const REPRINTED =
  /^[\s\p{P}\p{S}]*(?:本文|文章|内容|素材)?(?:转载自|转自|摘自|选自|来自|来源于|综合自|整理自)\s*[:：]?\s*[“「《]?(?<name>[^”」》。！？，]{2,30})[”」》]?[^。！？]{0,20}$/u;
/** Labels of people whom the byline names. */
const AUTHORS = /(?:记者|作者|通讯员|撰文|撰稿|文字|摄影|图片|文|图)\s*[:：｜|丨/／]/u;
/** Latin words that templates set below headings. */
const LATIN_ORNAMENT = /^[A-Z][A-Za-z .,&'’-]{1,40}$/u;
/** Lines from the end among which credits are looked for. */
const MAX_TAIL_LINES = 14;
/** Number of a section, in a line of its own above its heading. */
const NUMBER = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2}|(?:PART|NO)[.\s]*\d{1,2})$/iu;
const ORNAMENTS = /^[▍▎▌▋▊█■□◆◇●○★☆▶►▷◎◉◈❖✦|丨｜┃\s]+(?=\S)/u;

export interface TrimmedContent {
  blocks: Block[];
  /** Credits that were moved out of the body, as printed. */
  printed: string[];
  warnings: ImportWarning[];
}

/** Removes an account's template from the content of an article: prompts, lists of other articles, credits. */
export function trimContent(
  blocks: Block[],
  { account, title }: { account?: string; title?: string },
): TrimmedContent {
  const printed: string[] = [];
  const warnings: ImportWarning[] = [];
  let advertises = false;
  const last = lastLines(blocks);
  const out = blocks.map((block): Block => {
    if (!isParagraph(block)) return block;
    const text = textOf(block);
    if (text === '') return block;
    const drop = (dropped: string) => ({ ...block, spans: markAll(block.spans, { dropped }) });
    if (OTHER_ARTICLES.test(text)) {
      advertises = true;
      return drop(ADVERTISED);
    }
    if (advertises && isOnlyLinks(block)) return drop(ADVERTISED);
    advertises = false;
    if (isAccountFurniture(text)) return drop(ACCOUNT_FURNITURE);
    if (last.has(block) && isSelfPraise(text, account)) return drop(ACCOUNT_FURNITURE);
    if (last.has(block) && (CREDITS.test(text) || REPRINTED.test(text))) {
      const source = (SOURCE.exec(text) ?? REPRINTED.exec(text))?.groups?.name;
      if (source !== undefined && source !== account) {
        const message = `来源记的是公众号“${account ?? ''}”，文末另印着来源；是转载的，请改成最初发表的报刊`;
        warnings.push({ code: 'source-other', message, quote: text, line: block.line });
      }
      // The structure of the text is read later; it knows how names are printed.
      if (AUTHORS.test(text)) return block;
      printed.push(text);
      return { ...block, spans: markAll(block.spans, { movedTo: 'printed' }) };
    }
    return withoutOrnaments(block);
  });
  return { blocks: withoutLatin(withNumbers(withoutTitle(out, title))), printed, warnings };
}

/** Whether a line tells what the account is: 南山发布是……公众号，欢迎关注。 */
function isSelfPraise(text: string, account: string | undefined): boolean {
  return Boolean(account) && text.startsWith(account ?? '') && /公众号|欢迎关注|关注我们/u.test(text);
}

/** Drops the Latin words of a template next to a heading. */
function withoutLatin(blocks: Block[]): Block[] {
  const isHeading = (block: Block | undefined) => isParagraph(block) && block.level !== undefined;
  return blocks.map((block, index) => {
    if (!isParagraph(block) || !LATIN_ORNAMENT.test(textOf(block))) return block;
    if (!isHeading(blocks[index - 1]) && !isHeading(blocks[index + 1])) return block;
    return { ...block, spans: markAll(block.spans, { dropped: ORNAMENT }) };
  });
}

/** The last paragraphs with text. */
function lastLines(blocks: Block[]): Set<Block> {
  const lines = blocks.filter((block) => textOf(block) !== '');
  return new Set(lines.slice(Math.max(1, lines.length - MAX_TAIL_LINES)));
}

function isOnlyLinks({ spans }: Paragraph): boolean {
  const live = spans.filter((span) => isInBody(span) && /[\p{L}\p{N}]/u.test(span.text));
  return live.length > 0 && live.every(({ link }) => link !== undefined);
}

function withoutOrnaments(block: Paragraph): Paragraph {
  const text = spansOf(block)
    .filter(isInBody)
    .map((span) => span.text)
    .join('');
  const ornament = ORNAMENTS.exec(text)?.[0];
  if (ornament === undefined || ornament.trim() === '' || text.length > MAX_LINE_LENGTH) return block;
  if (/[。！？；]$/u.test(text.trim())) return block;
  const spans = mark(block.spans, [[0, ornament.length]], { dropped: ORNAMENT });
  return { ...block, spans, level: block.level ?? 2 };
}

/** Drops the title where the content repeats it above the text. */
function withoutTitle(blocks: Block[], title: string | undefined): Block[] {
  const first = blocks.findIndex((block) => textOf(block) !== '');
  const block = blocks[first];
  if (!isParagraph(block) || title === undefined) return blocks;
  if (withoutWhitespace(textOf(block)) !== withoutWhitespace(title)) return blocks;
  return blocks.with(first, { ...block, spans: markAll(block.spans, { dropped: REPEATED_TITLE }) });
}

function plain({ strong: _, ...span }: Span): Span {
  return span;
}

/** Joins numbers of sections with the headings below them. */
function withNumbers(blocks: Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    const isNumbered =
      isParagraph(block) &&
      block.level !== undefined &&
      isParagraph(before) &&
      NUMBER.test(textOf(before)) &&
      textOf(block) !== '';
    if (!isNumbered) {
      out.push(block);
      continue;
    }
    const space: Span = { text: ' ', added: '小标题序号后的空格' };
    out[out.length - 1] = {
      ...block,
      line: before.line,
      spans: [...before.spans, space, ...block.spans].map(plain),
    };
  }
  return out;
}
