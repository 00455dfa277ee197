import type { Person } from '#core/byline.ts';
import { readBareNames } from './byline.ts';
import { evened, readPeople } from './people.ts';

export interface Dateline {
  /** UTF-16 units that it takes from the paragraph, with the space behind it. */
  length: number;
  /** As printed. */
  dateline: string;
  /** The paper or agency, where it is named. */
  source?: string;
  people: Person[];
}

const AGENCY = '新华社|新华网|中新社|中新网|人民网|央视网|央广网|中国新闻网|光明网|中国网';
const PAPER = `${AGENCY}|[\\p{Script=Han}]{2,12}?(?:日报|晚报|早报|时报|商报|周报|导报|经济报|报|新闻网|网|融媒体中心|融媒中心|融媒|电视台|客户端|记者站)`;
/** 本报讯、河北日报讯、本报综合消息 */
const NEWS = new RegExp(
  `^[【(\\[]?(?:本报|本刊|本网|本台|(?<paper>${PAPER}))(?:综合|\\p{Script=Han}{2,6}?(?=讯 *\\())?(?:讯|消息)(?![息号问速飞])[】)\\]]?:?`,
  'u',
);
/** 新华社北京9月15日电、本报某地9月15日讯 */
const WIRE = new RegExp(
  `^[【(]?据?(?:本报|本刊|本网|(?<paper>${PAPER}))\\p{Script=Han}{0,8}?(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:专?电|讯|消息)[】)]?`,
  'u',
);
const BRACKET = /^ *\((?<inside>[^()]{2,60}(?:\([^()]{2,30}\)[^()]{0,20})*)\)/u;
/** Names without brackets: 记者某某报道： */
const REPORTS =
  /^ *(?<people>(?:本报)?(?:见习|实习|全媒体|首席|特约)?(?:记者|通讯员)[^，。:“]{2,40}?)(?:报道|摄影报道)[:，,]? */u;
const WORDS = /^ *(?<people>(?:记者|通讯员)[^，。:“”]{2,40})/u;

/** Reads the dateline (电头) at the head of a paragraph; undefined where there is none. */
export function readDateline(text: string): Dateline | undefined {
  const line = evened(text.slice(0, 240));
  const head = WIRE.exec(line) ?? NEWS.exec(line);
  if (!head) {
    const bracket = BRACKET.exec(line);
    const people = bracket && !line.startsWith(' ') ? readPeople(bracket.groups?.inside ?? '') : undefined;
    return bracket && people ? dateline(text, bracket[0].length, people) : undefined;
  }
  const source = head.groups?.paper;
  const rest = line.slice(head[0].length);
  const named = namesAfter(rest);
  return dateline(text, head[0].length + (named?.length ?? 0), named?.people ?? [], source);
}

function namesAfter(rest: string): { length: number; people: Person[] } | undefined {
  const bracket = BRACKET.exec(rest);
  if (bracket) {
    const inside = bracket.groups?.inside ?? '';
    const people = readPeople(inside) ?? readBareNames(inside);
    return people && { length: bracket[0].length, people };
  }
  const reports = REPORTS.exec(rest);
  const reporting = readPeople(reports?.groups?.people ?? '');
  if (reports && reporting) return { length: reports[0].length, people: reporting };
  const words = WORDS.exec(rest)?.groups?.people?.split(' ') ?? [];
  const lead = rest.length - rest.trimStart().length;
  for (let count = words.length - 1; count > 0; count -= 1) {
    const piece = words.slice(0, count).join(' ');
    const people = readPeople(piece);
    if (people) return { length: lead + piece.length, people };
  }
  return undefined;
}

function dateline(text: string, end: number, people: Person[], source?: string): Dateline {
  const tail = /^[\s\u3000]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return { length: end + tail, dateline: text.slice(0, end).trim(), people, ...(source && { source }) };
}
