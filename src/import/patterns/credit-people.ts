import type { Person } from '#core/byline.ts';
import { readNames } from '#core/byline/name-rows.ts';
import { isPlausibleName } from '#core/byline/person-names.ts';
import { isOrg } from '#core/byline/orgs.ts';
import { readPeople } from '#core/byline/people.ts';
import { tidy } from '#core/byline/byline-text.ts';

/** How sure the place of a credit makes it that it is one: brackets more than a sentence before it. */
export type CreditPosition = 'line' | 'behind' | 'enclosed';

const VOUCHING = { isName: isPlausibleName, posts: false };
const STOCK =
  /^(?:本报|本刊|新华社|中新社)?(?:资料图片?|资料照片?|档案图片?|网络图片?|视频截图|图片来[源自]网络|(?:图片|照片)(?:源于|来源于|来自)网络|图源网络|网络截图|AI(?:生成|制图|绘图|图片)|人工智能生成图片)$/u;
/** The like, which count only in brackets. */
const STOCK_ENCLOSED = /^(?:资料|效果图|示意图|来源于?网络|网络|AI图)$/u;
const AGENCY = '(?<agency>新华社|中新社|新华网|视觉中国|人民图片|中新图片|IC ?photo|CFP|东方IC)';
const ISSUED = new RegExp(
  `^${AGENCY}(?:(?:供图|发|照片|图片|传真照片|供本报) ?)?(?:（(?<by>[^（）]{2,40})）|(?<=发 ?)(?<maker>[^ （）].{1,20} ?摄影?))?$`,
  'u',
);
const SOURCE =
  /^(?:图片来源|照片来源|图片提供|图片|照片|图源|图据|供图|图) ?[：/｜] ?(?<by>[^，。；：]{2,30})$|^(?:图源|图据) ?(?<of>[^，。；： ]{2,20})$/u;
const GIVEN = /^(?<by>[^，。；：由]{2,30}?) ?(?:供图|供片)$/u;
const GIVEN_ALL =
  /^(?:本[版组文报]|文中|以上|均)?(?:所有)?(?:图片|照片|配图|图)(?:除署名外)?(?:均|皆|都)?由 ?(?<by>[^，。；：由]{2,30}?) ?(?:供图|提供|供片|摄影?|拍摄)$/u;
const GIVEN_ENCLOSED = /^(?<by>[^，。；：由]{2,30}?) ?(?:提供|拍摄)$/u;
const NOBODY =
  /^(?:受访者|受访单位|采访对象|被采访者|受访企业|企业|单位|部门|校方|院方|主办方|活动方|通讯员|记者|本报记者|作者|网络|资料|互联网|视觉中国|人民图片|中新图片|IC ?photo|CFP|东方IC)(?:提供|供图)?$/u;
/** Where and when it was taken, or who sells it, behind the name: 甲某 摄于某地, 甲某 摄/某图片. */
const WHERE_TAKEN = /(摄)于[^，。]{2,30}$/u;
const SOLD_BY = /(摄) ?\/ ?(?:光明图片|人民图片|视觉中国|中新图片|IC ?photo|\p{Script=Han}{2,4}供图)$/u;
const REPORT = /摄影 ?报道|图文报道/u;
const SHORTEST_OFFICE = 4;

/**
 * Reads a credit without its caption and its brackets.
 * @returns its people; none where it is only said where the picture comes from; undefined where it is no credit
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
  const reading = readPeople(line, VOUCHING);
  if (reading?.photoOnly && reading.people.every(isNamed)) return reading.people.map(asPhotographer);
  const isReport = position !== 'line' && REPORT.test(line);
  if (reading && isReport && reading.works.length > 0) return reading.people.map(asPhotographer);
  const { by, of } = SOURCE.exec(line)?.groups ?? {};
  if (by !== undefined || of !== undefined) return readProvider(by ?? of ?? '');
  const provider =
    GIVEN_ALL.exec(line)?.groups?.by ??
    GIVEN.exec(line)?.groups?.by ??
    (position === 'enclosed' ? GIVEN_ENCLOSED.exec(line)?.groups?.by : undefined);
  return provider === undefined ? undefined : readProvider(provider);
}

function asPhotographer(person: Person): Person {
  return person.role === '署名单位' ? person : { ...person, role: '摄影' };
}

/** An office has to be named in full: 某县某局, not 企业. */
function isNamed({ name, role }: Person): boolean {
  return role !== '署名单位' || name.length >= SHORTEST_OFFICE;
}

/** Names or offices as those who made the picture; none for 受访者, 网络 and the like. */
function readProvider(text: string): Person[] | undefined {
  if (NOBODY.test(text)) return [];
  const names = readNames(text);
  if (names) return names.map((name) => ({ name, role: '摄影' }));
  const reading = readPeople(text, VOUCHING);
  if (reading && reading.works.length === 0) return reading.people.map(asPhotographer);
  return isOrg(text) ? [{ name: text, role: '署名单位' }] : undefined;
}

/** Whether a whole line names writers, so that no part of it is a picture's credit. */
export function namesWriters(text: string): boolean {
  const reading = readPeople(tidy(text), VOUCHING);
  return reading !== undefined && !reading.photoOnly;
}
