import type { Person } from '#core/byline.ts';
import { readNames } from '#core/byline/name-rows.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import { isOrg } from '#core/byline/orgs.ts';
import { readPeople } from '#core/byline/people.ts';
import { tidy } from '#core/byline/byline-text.ts';

/** Position of a possible credit: a line of its own, after a sentence, or in brackets. Brackets are the strongest evidence. */
export type CreditPosition = 'line' | 'behind' | 'enclosed';

const NAME_OPTIONS = { isName: isPlausibleName, posts: false };
const STOCK =
  /^(?:本报|本刊|新华社|中新社)?(?:资料图片?|资料照片?|档案图片?|网络图片?|视频截图|图片来[源自]网络|(?:图片|照片)(?:源于|来源于|来自)网络|图源网络|网络截图|AI(?:生成|制图|绘图|图片)|人工智能生成图片)$/u;
/** Further stock notes, valid only in brackets. */
const STOCK_ENCLOSED = /^(?:资料|效果图|示意图|来源于?网络|网络|AI图)$/u;
const AGENCY = '(?<agency>新华社|中新社|新华网|视觉中国|人民图片|中新图片|IC ?photo|CFP|东方IC)';
const ISSUED = new RegExp(
  `^${AGENCY}(?:(?:供图|发|照片|图片|传真照片|供本报) ?)?(?:（(?<by>[^（）]{2,40})）|(?<=发 ?)(?<maker>[^ （）].{1,20} ?摄影?))?$`,
  'u',
);
const SOURCE =
  /^(?:图片来源|照片来源|图片提供|图片|照片|图源|图据|供图|图) ?[：/｜] ?(?<by>[^，。；：]{2,30})$|^(?:图源|图据) ?(?<of>[^，。；： ]{2,20})$/u;
const PROVIDED = /^(?<by>[^，。；：由]{2,30}?) ?(?:供图|供片)$/u;
const ALL_PROVIDED =
  /^(?:本[版组文报]|文中|以上|均)?(?:所有)?(?:图片|照片|配图|图)(?:除署名外)?(?:均|皆|都)?由 ?(?<by>[^，。；：由]{2,30}?) ?(?:供图|提供|供片|摄影?|拍摄)$/u;
const PROVIDED_ENCLOSED = /^(?<by>[^，。；：由]{2,30}?) ?(?:提供|拍摄)$/u;
const ANONYMOUS =
  /^(?:受访者|受访单位|采访对象|被采访者|受访企业|企业|单位|部门|校方|院方|主办方|活动方|通讯员|记者|本报记者|作者|网络|资料|互联网|视觉中国|人民图片|中新图片|IC ?photo|CFP|东方IC)(?:提供|供图)?$/u;
/** Place, time or agency after the name: 甲某 摄于某地, 甲某 摄/某图片. */
const WHERE_TAKEN = /(摄)于[^，。]{2,30}$/u;
const SOLD_BY = /(摄) ?\/ ?(?:光明图片|人民图片|视觉中国|中新图片|IC ?photo|\p{Script=Han}{2,4}供图)$/u;
const REPORT = /摄影 ?报道|图文报道/u;
/** Minimum length of the name of an organisation, in characters: shorter ones may be names of people. */
const MIN_OFFICE_LENGTH = 4;

/**
 * Reads a credit without its caption and its brackets.
 * @returns its people; an empty list if it names only a stock source; undefined if it is not a credit
 */
export function readCreditPeople(text: string, position: CreditPosition): Person[] | undefined {
  const line = tidy(text).replace(WHERE_TAKEN, '$1').replace(SOLD_BY, '$1');
  if (STOCK.test(line) || (position === 'enclosed' && STOCK_ENCLOSED.test(line))) return [];
  const issued = ISSUED.exec(line)?.groups;
  if (issued) {
    const by = issued.by ?? issued.maker;
    if (by !== undefined) return readCreditPeople(by, 'enclosed') ?? readProvider(by);
    return position === 'line' && line === issued.agency ? undefined : [];
  }
  const reading = readPeople(line, NAME_OPTIONS);
  if (reading?.photoOnly && reading.people.every(isNamed)) return reading.people.map(asPhotographer);
  const isReport = position !== 'line' && REPORT.test(line);
  if (reading && isReport && reading.works.length > 0) return reading.people.map(asPhotographer);
  const { by, of } = SOURCE.exec(line)?.groups ?? {};
  if (by !== undefined || of !== undefined) return readProvider(by ?? of ?? '');
  const provider =
    ALL_PROVIDED.exec(line)?.groups?.by ??
    PROVIDED.exec(line)?.groups?.by ??
    (position === 'enclosed' ? PROVIDED_ENCLOSED.exec(line)?.groups?.by : undefined);
  return provider === undefined ? undefined : readProvider(provider);
}

function asPhotographer(person: Person): Person {
  return person.role === '署名单位' ? person : { ...person, role: '摄影' };
}

/** Organisations must be named in full: 某县某局, not 企业. */
function isNamed({ name, role }: Person): boolean {
  return role !== '署名单位' || name.length >= MIN_OFFICE_LENGTH;
}

/** Reads the people or the organisation that provided the picture; an empty list for 受访者, 网络 etc. */
function readProvider(text: string): Person[] | undefined {
  if (ANONYMOUS.test(text)) return [];
  const names = readNames(text);
  if (names) return names.map((name) => ({ name, role: '摄影' }));
  const reading = readPeople(text, NAME_OPTIONS);
  if (reading && reading.works.length === 0) return reading.people.map(asPhotographer);
  return isOrg(text) ? [{ name: text, role: '署名单位' }] : undefined;
}

/** Whether a line names authors; then no part of it is a picture credit. */
export function namesWriters(text: string): boolean {
  const reading = readPeople(tidy(text), NAME_OPTIONS);
  return reading !== undefined && !reading.photoOnly;
}
