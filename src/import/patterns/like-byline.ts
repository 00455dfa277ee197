import { isTooLong, tidy, unbracket } from '#core/byline/byline-text.ts';
import { REPORTER } from '#core/byline/roles.ts';
import { withoutOrnaments } from './ornaments.ts';

/** Maximum length of a byline, in characters: longer lines are text. */
const MAX_LENGTH = 60;
const PUNCTUATION = /[，。！？…“”]/u;
const ROLE = REPORTER.source;
/** A role that only a byline has, and what follows it. */
const OWN = new RegExp(
  `^(?:[本我][报刊网台社]|特[约邀])(?=.{0,10}(?:记者|通[讯信]员))${ROLE}[ ：/]\\s?\\S`,
  'u',
);
/** A role and short words. */
const SHORT = new RegExp(`^${ROLE}[ ：/、]{1,2}[\\p{Script=Han}·/ 、]{2,24}$`, 'u');
const ROLES = /记者|通[讯信]员|实习生/gu;
const LABELLED =
  /^(?:本文|文章)?(?:作者|撰文|撰稿|采写|文字|文|图|图片|摄影|供图|供稿|整理|记者|通讯员|责任编辑|责编|编辑|审核|来源|稿源|执笔人?|供稿人|撰稿人|投稿人|审稿人|课题组(?:成员|组长)?|调研组(?:成员)?|报送人|报送单位|对话人|主持人|栏目主持|讲述人|口述人|受访人|采访人|主讲人|策划|统筹|出品|监制|设计|制作)(?: ?[：｜/] ?)\S.{0,40}$/u;
/** A role whose name is missing. */
const ROLE_ONLY = /^(?:[本我][报刊网台社])?(?:特约|实习|见习|全媒体)?(?:记者|通讯员|实习生)$/u;
const ABOUT_AUTHOR = /^（?(?:本文|文章)?作者(?:系|为|是|简介|单位)/u;
/** What reporters do: such a line can be a headline. */
const DOES = /手记|札记|观察|探访|走访|走进|调查|直击|连线|亲历|体验|在|的|了|快乐|节|班|团|队|会|部/u;

/** Whether a line looks like a byline or a source line, although it could not be read as one. */
export function looksLikeByline(printed: string): boolean {
  if (isTooLong(printed, MAX_LENGTH)) return false;
  const text = tidy(withoutOrnaments(printed));
  const line = unbracket(text);
  if (ABOUT_AUTHOR.test(text) || ROLE_ONLY.test(line)) return true;
  if (PUNCTUATION.test(line)) return false;
  if (LABELLED.test(line) || [...line.matchAll(ROLES)].length > 1) return true;
  return OWN.test(line) || (SHORT.test(line) && !DOES.test(line));
}
