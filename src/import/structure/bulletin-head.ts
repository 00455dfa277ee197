import { tidy } from '#core/byline/byline-text.ts';
import { isSigner } from '#core/byline/orgs.ts';
import type { Manuscript, Paragraph } from '../manuscript.ts';
import { findDate } from '../patterns/find-date.ts';
import { officialPart } from '../patterns/official-lines.ts';
import { isParagraph, textOf } from '../spans.ts';
import { moveToField } from './move-to-field.ts';

/** Lines at the start in which the head of an office's bulletin may stand. */
const MAX_HEAD_LINES = 8;
const MAX_COLOPHON_LINES = 8;
const NAME =
  /^(?!关于)\p{Script=Han}{0,16}(?:简报|动态|快报|专报|信息|通讯|内参|要情|参阅|参考|摘报|月报|周报|旬报|通报|快讯|纪要|督查|专刊|增刊|交流)$/u;
const NUMBER =
  /^（?(?:\d{4}年)?(?:【\d{4}】)?(?:第|总第)?[\d〇零一二三四五六七八九十]{1,5}[期号](?:（?总?第?[\d〇一二三四五六七八九十]{1,5}[期号]?）?)?）?$/u;
const SECRECY = /^(?:内部(?:资料|刊物|材料|文件)|注意保存|请勿外传|仅供参考)+$/u;
/** `某办公室编　2023年6月9日` */
const ISSUED = /^(?<office>\p{Script=Han}{4,30}?)(?:主办|编印|编发|编制|印发|编辑|编|印)? *$/u;
const COLOPHON = /^(?:报|送|发|抄报|抄送|分送|主题词) ?：.{2,200}$|^（?共印 ?\d+ ?份）?$/u;
/** What a text is, above its title. */
const KIND = /^(?:新闻|消息)?(?:通稿|新闻稿|新闻发布稿|统发稿|来稿|供稿|稿件)$/u;

/**
 * Sets the head and the colophon of an office's bulletin (简报) or of minutes apart, and the word above a press
 * release. The office and the date of the head become the byline and the date of an unsigned text.
 */
export function readBulletinHead(manuscript: Pick<Manuscript, 'blocks' | 'meta'>): void {
  const lines = manuscript.blocks.filter(isParagraph).filter((block) => textOf(block) !== '');
  const [first] = lines;
  if (first && KIND.test(joined(first))) moveToField(first, 'printed');
  const head: Paragraph[] = [];
  let issued: { office: string; date: string } | undefined;
  for (const block of lines.slice(0, MAX_HEAD_LINES)) {
    const text = joined(block);
    const office = issuedBy(textOf(block));
    if (office) issued = office;
    const isPart =
      office !== undefined ||
      (text.length <= 20 && NAME.test(text)) ||
      NUMBER.test(text) ||
      SECRECY.test(text) ||
      officialPart(textOf(block)) === '密级';
    if (!isPart) break;
    head.push(block);
  }
  const isNamed = head.some((block) => NAME.test(joined(block)));
  if (!head.some((block) => NUMBER.test(joined(block))) || !(isNamed || issued)) return;
  if (issued) manuscript.meta.issuer = { ...issued, line: head[0]?.line ?? 1 };
  for (const block of head) moveToField(block, 'printed');
  for (const block of lines.slice(-MAX_COLOPHON_LINES))
    if (COLOPHON.test(tidy(textOf(block)))) moveToField(block, 'printed');
}

function issuedBy(text: string): { office: string; date: string } | undefined {
  const line = tidy(text);
  const found = findDate(line);
  if (!found || found.end !== line.length || found.start === 0) return undefined;
  const office = ISSUED.exec(line.slice(0, found.start).trim())?.groups?.office;
  return office && isSigner(office) ? { office, date: found.date } : undefined;
}

/** A line's text without spaces: `园　区　简　报`. */
function joined(block: Paragraph): string {
  return tidy(textOf(block)).replaceAll(' ', '');
}
