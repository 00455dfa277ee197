import { isOfficeOnly } from '../patterns/official-lines.ts';
import type { Paragraph } from '../manuscript.ts';
import { textOf } from '../spans.ts';

/** `certain`: the words go on in the next line. `likely`: both lines look the same. */
export type TitleJoin = 'certain' | 'likely';

/** How the subject of an official document begins below the office's name. */
const SUBJECT = /^(?:关于|印发|转发|批转|公布|发布)/u;
/** Words that a line cannot end with. */
const GOES_ON = /(?:[的和与及暨或在对为以让把将向从于并而]|、|关于|通过|围绕|推进|推动|加快|打造|建设好)$/u;
/** What a text is, in brackets below its title. */
const VERSION =
  /^[（(](?:试行|暂行|节选|摘要|摘登|摘编|草案|修订|修订稿|修订版|征求意见稿|讨论稿|送审稿|代拟稿|初稿|[外另][一二三四五六七八九十]{1,2}[首篇则章]|组诗|组章|[上中下]篇?|[上中下]集|[一二三四五六七八九十]{1,3}|[之其][一二三四五六七八九十]{1,3}|续[一二三四五六七八九十]?|连载(?:之?[一二三四五六七八九十\d]{1,3})?|\d{4}年(?:修订|版|本|度|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月份?)?)[）)]$/u;
/** Maximum length of the first line of a title, in code units. */
const MAX_LENGTH = 40;

/** Whether a line above another one is the first line of the same title. */
export function joinOf(first: Paragraph, second: Paragraph | undefined): TitleJoin | undefined {
  const [above, below] = [textOf(first), textOf(second)];
  if (!second || below === '' || above.length > MAX_LENGTH) return undefined;
  if (isOfficeOnly(above) && (SUBJECT.test(below) || isOfficeOnly(below))) return 'certain';
  if (VERSION.test(below) && !VERSION.test(above)) return 'certain';
  if (GOES_ON.test(above) && !hasOtherStyle(first, second)) return 'certain';
  if (hasOpenSign(above) && !hasOpenSign(above + below)) return 'certain';
  const isAlike = first.size !== undefined && !hasOtherStyle(first, second);
  return isAlike && first.centered && second.centered ? 'likely' : undefined;
}

/** The text between the lines of a title when they are joined: a space if the lines are equally long. */
export function betweenLines(above: string, below: string, join: TitleJoin): string {
  const areOffices = isOfficeOnly(above) && isOfficeOnly(below);
  return areOffices || (join === 'likely' && above.length === below.length) ? ' ' : '';
}

function hasOtherStyle(first: Paragraph, second: Paragraph): boolean {
  return first.size !== second.size || first.level !== second.level;
}

/** Whether a quotation or a bracket is open at the end of a text. */
function hasOpenSign(text: string): boolean {
  const count = (sign: string) => text.split(sign).length;
  return ['“”', '《》', '（）', '‘’'].some(([open = '', close = '']) => count(open) > count(close));
}
