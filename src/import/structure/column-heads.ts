import { dropOrnaments, isFramed, type Label, readLabel, withoutOrnaments } from '../patterns/ornaments.ts';
import type { Draft, KnownNames } from '../draft.ts';
import type { Paragraph } from '../manuscript.ts';
import { bodyText, mark, textOf } from '../spans.ts';
import { moveToField } from './move-to-field.ts';

/** Maximum length of the name of a column, in characters. */
const MAX_COLUMN_LENGTH = 16;
/** A column head that is neither registered nor formed like one. */
const MAX_FRAMED_LENGTH = 10;
const MAX_LINE_LENGTH = 40;
const LABELS =
  /^(?:[【[［〖〔「『《〈＜<（(][^【】[\]［］〖〗〔〕「」『』《》〈〉＜＞<>（）()]{2,16}[】\]］〗〕」』》〉＞>）)]\s*){1,3}$/u;
const IN_BRACKETS =
  /[【[［〖〔「『《〈＜<（(]([^】\]］〗〕」』》〉＞>）)]{2,16})[】\]］〗〕」』》〉＞>）)]/gu;
/** Column names that need not be registered. */
const COLUMN =
  /^(?:[\p{Script=Han}（）、·]{2,12}(?:访谈|专栏|专题|专版|聚焦|观察|要闻|风采|导读|巡礼|纪实|速览|论坛|视点|快讯|动态|简讯|资讯|之窗|经纬|看台|热线|前沿|速递|集萃|撷英|短波|短讯|扫描|一览|点击|传真|播报|集锦|要览|纵横|之声|之音|纵览|广角|大视野|瞭望|茶座|园地|圆桌|讲堂|信箱|副刊|文萃|文苑|艺苑|时讯|简闻|拾萃|要情|直播间|万花筒|百花园|光荣榜|红黑榜|时评|快评|锐评|热评|大家谈|直通车|会客厅|曝光台|回音壁)|简讯|要闻|快讯|动态|资讯|图片新闻|综合新闻)$/u;
/** Labels in front of a title that name its kind, not its column. They stay in the title. */
const KIND =
  /^(?:视频|图解|组图|图集|直播|独家|原创|转载|深度|重磅|专访|访谈|突发|聚焦|关注|提醒|警惕|公告|公示|通知|招聘|预告|回放|.{0,4}[一二三四五六七八九十\d]+)$/u;

/** `栏目：某栏`, and a translation behind the name: `某栏 NEWS`. */
const LABEL_OF_COLUMN = /^栏目(?:名称)?\s*[：:]\s*/u;
/** A colon, or the number of the column: `某栏：`, `某栏 / 第12期`. */
const NUMBER_BEHIND = /\s*(?:[/｜|·—-]\s*)?(?:第\s*\d{1,4}\s*期|（\d{1,4}）)$|[：:]$/u;
const LATIN_BEHIND = /(?<=\p{Script=Han})[\s·|｜/]+[A-Z][A-Za-z&' ]{1,30}$/u;

type Columns = Pick<KnownNames, 'categories'>;

/** Whether a line is a column head: registered, or formed like one. */
export function isColumn(text: string, { categories }: Columns): boolean {
  if (text.length > MAX_LINE_LENGTH) return false;
  const bare = columnName(text);
  if ([...bare].length <= MAX_COLUMN_LENGTH && (isRegistered(bare, categories) || COLUMN.test(bare)))
    return true;
  return labelsIn(text).some((label) => isRegistered(label, categories));
}

/** The name in a column head: without ornaments, and without the spaces of one set with a space between all its characters: `某　栏`. */
function columnName(text: string): string {
  const bare = withoutOrnaments(text)
    .replace(LABEL_OF_COLUMN, '')
    .replace(LATIN_BEHIND, '')
    .replace(NUMBER_BEHIND, '');
  return /^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){2,11}$/u.test(bare) ? bare.replace(/\s/gu, '') : bare;
}

/** The labels of a line that consists of labels in brackets only: `【某栏】【头条】`, 「某栏」. */
function labelsIn(text: string): string[] {
  return LABELS.test(text) ? [...text.matchAll(IN_BRACKETS)].map(([, label = '']) => label.trim()) : [];
}

/** Whether a line above a title is a column head by its frame only: 【某某见闻】. */
export function isFramedColumn(text: string): boolean {
  const bare = withoutOrnaments(text);
  return (
    isFramed(text) &&
    /^[\p{Script=Han}·]+$/u.test(bare) &&
    bare.length <= MAX_FRAMED_LENGTH &&
    !KIND.test(bare)
  );
}

function isRegistered(text: string, names: KnownNames['categories']): boolean {
  return names.some(({ name, aliases }) => [name, ...aliases].includes(text));
}

/** The column head in front of a title on the same line: `【某栏】某题`, `某栏｜某题`. */
export function columnInTitle(
  text: string,
  names: Pick<KnownNames, 'categories' | 'series'>,
): Label | undefined {
  const found = readLabel(text);
  if (!found || isRegistered(found.label, names.series)) return undefined;
  if (isColumn(found.label, names)) return found;
  const isFree = found.sign === 'brackets' && /^[\p{Script=Han}·]+$/u.test(found.label);
  return isFree && found.label.length <= MAX_FRAMED_LENGTH && !KIND.test(found.label) ? found : undefined;
}

/** Moves the column head in front of a title to its field; the title's ornaments are dropped. */
export function takeColumnFromTitle(draft: Draft, block: Paragraph, names: KnownNames): void {
  const text = bodyText(block.spans);
  const found = columnInTitle(text, names);
  if (found && draft.category === undefined) {
    const { start, end, label } = found;
    const behind = start + label.length;
    block.spans = mark(block.spans, [[0, start]], { dropped: '花饰' });
    const rest = behind - start;
    block.spans = mark(block.spans, [[0, rest]], { movedTo: 'category' });
    block.spans = mark(block.spans, [[0, end - behind]], { dropped: '花饰' });
    setColumn(draft, label, names);
  }
  dropOrnaments(block);
}

/** The column that a column head names. */
export function columnIn(text: string, names: Columns): string {
  return registeredLabel(text, names) ?? columnName(text);
}

/** The registered name among the labels in brackets of a column head. */
function registeredLabel(text: string, { categories }: Columns): string | undefined {
  if (isRegistered(columnName(text), categories)) return undefined;
  return labelsIn(text).find((label) => isRegistered(label, categories));
}

/** Moves a line with a column head to its field. */
export function readColumn(draft: Draft, block: Paragraph, names: KnownNames): void {
  const registered = registeredLabel(textOf(block), names);
  if (registered === undefined) dropOrnaments(block);
  const column = registered ?? columnName(textOf(block));
  if (registered !== undefined) draft.printed.push(textOf(block));
  moveToField(block, 'category');
  setColumn(draft, column, names);
}

function setColumn(draft: Draft, column: string, { categories }: KnownNames): void {
  if (draft.category !== undefined && draft.category !== column)
    draft.printed.push(`栏目：${draft.category}`);
  draft.category = column;
  if (isRegistered(column, categories)) return;
  draft.printed.push(`栏目：${column}`);
  draft.warnings.push({
    code: 'category-unknown',
    message: '栏目登记 categories.yaml 里没有这个栏目，请登记，或改用登记的栏目',
    quote: column,
  });
}
