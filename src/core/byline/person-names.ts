import { NOT_NAMES, TRANSLITERATION, NEVER_IN_NAMES } from './not-names.ts';
import {
  COMMON_SURNAMES,
  COMPOUND_SURNAMES,
  RARE_SURNAMES,
  RARE_WORDY_SURNAMES,
  TRADITIONAL_SURNAMES,
  WORDY_SURNAMES,
} from './surnames.ts';

/** Whether a word counts as a name. Which test applies depends on the context of the word. */
export type NameTest = (text: string) => boolean;

const COMMON = new Set(COMMON_SURNAMES);
const WORDY = new Set(WORDY_SURNAMES);
const RARE = new Set(RARE_SURNAMES);
const RARE_WORDY = new Set(RARE_WORDY_SURNAMES);
const STEMS = new Set('甲乙丙丁戊己庚辛壬癸');

/** 张某, 甲某某, 张某君, 某某, 张×× */
const MASKED =
  /^(?:(?!某)(?<surname>\p{Script=Han})(?:某{1,2}(?<last>\p{Script=Han})?|[×*Xx]{1,2})|某{2,3})$/u;
/** Frequent names of two characters without a surname. */
const MINORITY = new Set(
  (
    '扎西 达瓦 格桑 卓玛 多吉 尼玛 次仁 旺堆 央金 拉姆 巴桑 平措 洛桑 丹增 索朗 仁青 旺姆 德吉 普布 边巴 桑珠 次旺 贡布 顿珠 丹巴 巴图 乌兰 其木 娜仁 阿依 ' +
    '古丽 木沙 阿旺 白玛 边珍 才旦 才让 次珍 次央 达杰 德央 噶玛 格列 贡嘎 加措 嘉措 坚赞 卡卓 拉巴 拉珍 罗布 洛珠 米玛 南杰 尼珍 欧珠 琼达 曲珍 曲扎 仁增 ' +
    '桑杰 索南 土登 旺久 旺杰 旺扎 益西 泽仁 扎巴 扎桑 卓嘎 阿荣 巴雅 白音 宝音 布和 朝鲁 敖登 额尔 格日 哈斯 呼和 吉雅 满都 那日 青格 萨仁 斯琴 苏和 图雅 ' +
    '托娅 乌恩 乌云 阿力 阿里 艾力 艾山 哈力 吐尔 玉素 帕提 阿牛 阿呷 阿且 木呷 木乃 拉且 尔古 曲比 曲木 伍呷 日火'
  ).split(' '),
);
const FOREIGN = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,4}$/u;
const PEN_NAME = /^\p{Script=Han}{2,4}$/u;
/** Villages and towns that are named after a family: 李家庄, 张家口. */
const FAMILY_VILLAGE = /^\p{Script=Han}家[庄屯沟营寨堡岭湾坪口坡洼峪台湖]/u;

/** Without context: a known surname and a given name, and not an ordinary word. */
export function isPlausibleName(text: string): boolean {
  return isMasked(text) || isForeign(text) || isHan(text, false);
}

/** Beside a printed role: rare and double surnames count too. */
export function isNameByRole(text: string): boolean {
  return isPlausibleName(text) || isHan(text, true) || isTransliterated(text) || MINORITY.has(text);
}

/** After a label such as 作者： pen names count too. */
export function isNameByLabel(text: string): boolean {
  return isNameByRole(text) || (PEN_NAME.test(text) && !NOT_NAMES.has(text) && isGiven([...text]));
}

/** Words beside a role that say what reporters do, and words for an unknown author. */
const NO_PERSON =
  /手记|札记|笔记|日记|观察|采访|探访|走访|暗访|回访|专访|随访|调查|直击|连线|感言|在线|亲历|体验|报道|述评|评论|视角|追踪|点评|快评|出镜|现场|之家|俱乐部|见闻|走基层|蹲点|特写|侧记|心得|镜头|行动|出发|快乐|关注|聚焦|解读|点赞|走进|对话|提问|讲述|获悉|了解|发现|培训|队伍|实录|佚名|未知|不详|待考|网络|本[报刊站网]|综合|整理|资料|编辑|记者|通讯员|作者|摄影|来源|单位|[近昨今明当前连每即]日|日前|[昨今明前当]天|目前|此前|随后|一[同起路]|来到|前往|赶赴|深入|实地|应邀|跟随|独家|再次|看到|注意|特别|为您|带您|于/u;

/**
 * Beside a printed role, an ordinary word is a name too: 本报记者 谷雨.
 * @param isCertain whether the role is printed with its paper or in brackets: then any surname counts
 */
export function isWordAsName(text: string, isCertain: boolean): boolean {
  if (!PEN_NAME.test(text) || NO_PERSON.test(text) || !isGiven([...text].slice(1))) return false;
  const characters = [...text];
  if (characters.length === 4 || (isCertain && NEVER_IN_NAMES.has(characters[0] ?? '')))
    return isCertain && isGiven(characters);
  return isCertain || [COMMON, WORDY, RARE].some((known) => known.has(simplified(characters[0] ?? '')));
}

function hasSurname(text: string): boolean {
  const first = simplified(text.slice(0, 1));
  return [COMMON, WORDY, RARE, RARE_WORDY].some((known) => known.has(first));
}

/** Surnames are listed in simplified characters. */
function simplified(text: string): string {
  return [...text].map((each) => TRADITIONAL_SURNAMES.get(each) ?? each).join('');
}

function isMasked(text: string): boolean {
  const groups = MASKED.exec(text)?.groups;
  if (!groups) return false;
  const { surname, last } = groups;
  const isKnown = hasSurname(surname ?? '') || STEMS.has(surname ?? '');
  return (surname === undefined || isKnown) && (last === undefined || !NEVER_IN_NAMES.has(last));
}

function isHan(text: string, byRole: boolean): boolean {
  if (byRole && COMPOUND_SURNAMES.has(text.slice(0, 4)) && /^\p{Script=Han}{5,6}$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || NOT_NAMES.has(text) || FAMILY_VILLAGE.test(text)) return false;
  const [printed = '', second = '', ...rest] = text;
  const first = simplified(printed);
  if (rest.length > 0 && COMPOUND_SURNAMES.has(simplified(printed + second))) return isGiven(rest);
  if (COMPOUND_SURNAMES.has(text) || !isGiven([second, ...rest])) return false;
  if (rest.length === 2) return byRole && COMMON.has(first) && COMMON.has(second);
  const isLong = rest.length === 1;
  if (COMMON.has(first) || (WORDY.has(first) && (isLong || byRole))) return true;
  return byRole && (RARE.has(first) || (RARE_WORDY.has(first) && isLong));
}

function isGiven(characters: string[]): boolean {
  return !characters.some((each) => NEVER_IN_NAMES.has(each));
}

/** Foreign and minority names with ·: at least 70% of the characters are used for transliteration. */
function isForeign(text: string): boolean {
  if (!FOREIGN.test(text)) return false;
  const characters = [...text.replaceAll('·', '')];
  return (
    characters.length >= 4 &&
    characters.filter((each) => TRANSLITERATION.has(each)).length >= characters.length * 0.7
  );
}

function isTransliterated(text: string): boolean {
  return (
    /^\p{Script=Han}{3,7}$/u.test(text) &&
    !NOT_NAMES.has(text) &&
    [...text].every((each) => TRANSLITERATION.has(each))
  );
}
