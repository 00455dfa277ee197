import { tidy } from '#core/byline/byline-text.ts';
import { isOrg, isSigner } from '#core/byline/orgs.ts';

/** The parts of the head and the colophon of an official document (公文), in the order in which they are printed. */
export type OfficialPart =
  '份号' | '密级' | '紧急程度' | '发文机关标志' | '发文字号' | '签发人' | '附注' | '抄送' | '印发';

/** `某政办发〔2023〕21号`, `某政办函[2023]3号`, `第12号` of an order. */
const NUMBER =
  '[\\p{Script=Han}（）]{1,14}(?:字|发|函|办|文|通|呈|报|令|公告|通告|党|委|政|管|局|组|纪)?(?:【|（)(?:19|20)\\d{2}(?:】|）) ?(?:第 ?)?\\d{1,5} ?号';
const PARTS: [OfficialPart, RegExp][] = [
  ['份号', /^(?:份号 ?：? ?)?(?:No\.? ?|№ ?)?\d{6}$/u],
  [
    '密级',
    /^(?:密级 ?：? ?)?(?:绝密|机密|秘密|内部(?:资料|文件|使用)?|不予公开|依申请公开)(?: ?[★☆·] ?(?:\d{1,2}年|[一二三四五十]{1,3}年|长期)?| ?\d{1,2}年)?$/u,
  ],
  ['紧急程度', /^(?:紧急程度 ?：? ?)?(?:特提|特急|加急|平急|急件|特急件|加急件)$/u],
  ['发文字号', new RegExp(`^(?:发文字号|文号|字号)? ?：? ?${NUMBER}(?: ?签发人 ?：.{2,20})?$`, 'u')],
  ['签发人', /^签发人 ?：? ?\p{Script=Han}[\p{Script=Han} 、]{1,20}$/u],
  ['附注', /^（(?:此件|本件|此文)[^（）]{2,40}）$|^（(?:联系人|联系电话)[^（）]{2,50}）$/u],
  ['抄送', /^(?:抄送|抄报|主送|报送|分送|发送|送|报|发|主题词) ?：.{2,300}$/u],
  [
    '印发',
    /^.{0,40}(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日) ?(?:印发|印制|印)(?: ?.{0,12}共印? ?\d+ ?份.{0,6})?$|^[^：]{4,30} ?(?:拟稿|校对) ?： ?.{2,20}$|^（?共印 ?\d+ ?份）?$/u,
  ],
];
/** The red head: an office, with or without 文件. */
const RED_HEAD = /^(?:中共|中国共产党)?[\p{Script=Han}（）、 ]{4,60}(?:文件|公文|党组文件|党委文件)$/u;
/** Maximum length of such a line, in characters: the addressees of a document may be many, longer lines are text. */
const MAX_LENGTH = 320;

/** The part of an official document that a line is by its form. The caller must know that the text is such a document. */
export function officialPart(printed: string): OfficialPart | undefined {
  if (printed.length > MAX_LENGTH) return undefined;
  const line = tidy(printed);
  return PARTS.find(([, pattern]) => pattern.test(line))?.[0];
}

/** Whether a line is an office's red head: `某县人民政府文件`. */
export function isRedHead(printed: string): boolean {
  return RED_HEAD.test(tidy(printed));
}

/** Whether a line is only the name of offices, as above a document's number. */
export function isOfficeOnly(printed: string): boolean {
  const words = tidy(printed).split(/[ 、]/u);
  return words.length <= 4 && words.every((word) => isSigner(word) || (word.length >= 6 && isOrg(word)));
}

/** Whether a title names the kind of an official document, or begins as one does. */
export function isOfficialTitle(printed: string): boolean {
  const line = tidy(printed);
  return (
    /^(?:关于|印发|转发|批转)/u.test(line) ||
    /(?:通知|通报|通告|公告|决定|决议|意见|报告|请示|批复|函|纪要|议案|命令|办法|方案|规定|细则)(?:（.{1,12}）)?$/u.test(
      line,
    )
  );
}
