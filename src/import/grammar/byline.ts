import type { Person } from '#core/byline.ts';
import { isCertainName, readNames } from './names.ts';
import { evened, readListed, readPeople } from './people.ts';

/** Marks that papers set before names. */
const MARK = /^(?:[□■◎●○▲△☆★◇◆※⊙▪•·]|——)\s*/u;
/** Editors named on the same line: 记者 张三 责编 李四. */
const EDITORS = /[ /|、，,;；]+(?:责任编辑|责编|编辑|校对|审核|美编|监制|编审)[ :/|]+\p{Script=Han}.*$/u;
const LONGEST = 100;
const EDITOR =
  /^\(?(?:本[版期文]|版面)?(?:责任编辑|责编|编辑|编审|值班编辑)[:/| ]+(?<editor>\p{Script=Han}(?: ?\p{Script=Han}){1,3})(?:[ /|、,，;；]+(?:(?:版面|视觉|图片|新媒体|审核|校对|检校|美编|监制|编审|责任校对|总监制|审校|二审|三审|终审|编辑)[:/| ]*\p{Script=Han}(?: ?\p{Script=Han}){1,3}[ /|、,，;；]*)*)?\)?$/u;
const ORGANISATION =
  /(?:编辑部|委员会|管委会|管理委员会|人民政府|办公室|宣传部|课题组|调研组|报道组|党组|党委|商会|协会|指挥部|评论员)$|^(?:中共)?\p{Script=Han}{2,10}[县市区]委$/u;

/** A line that names those who wrote: with a role, or after a mark. Never a headline. */
export function readBylineLine(text: string): Person[] | undefined {
  const line = evened(text).trim();
  if (line === '' || line.length > LONGEST) return undefined;
  if (readEditorLine(line)) return undefined;
  const marked = MARK.test(line) && !line.startsWith('——');
  const inside = unbracketed(line.replace(MARK, '').replace(EDITORS, ''));
  return readPeople(inside) ?? (marked ? readBareNames(inside) : readWithOffice(inside));
}

/** 某县融媒体中心 张三, 张三（某县委宣传部）: the office tells that the rest are names. */
function readWithOffice(line: string): Person[] | undefined {
  if (/[，。！？“”《》]/u.test(line)) return undefined;
  const turned = /^(?<names>[\p{Script=Han} 、]{2,20}?) (?<office>\p{Script=Han}{4,20})$/u.exec(line)?.groups;
  const people =
    readListed(line, '作者') ?? (turned && readListed(`${turned.office} ${turned.names}`, '作者'));
  return people?.every(({ name, org }) => org !== undefined && isCertainName(name)) ? people : undefined;
}

/** Names alone, as they stand between title and text; only the place tells that it is a byline. */
export function readBareNames(text: string): Person[] | undefined {
  const line = unbracketed(evened(text).trim());
  const names = readNames(line);
  if (names?.every(isCertainName)) return names.map((name) => ({ name, role: '作者' }));
  return readWithOffice(line);
}

/** A line that an office, not a person, signs with: 某某日报社《某某》编辑部. */
export function readSignature(text: string): Person[] | undefined {
  const line = text.replace(/[\s\u3000]+/gu, '').replace(/^(?:——|[（(])|[）)]$/gu, '');
  const length = [...line].length;
  const plain =
    !/成立|设立|组建|召开|举办|走进|加快|推进|推动|强化|坚持|深入|做好/u.test(line) &&
    length >= 4 &&
    length <= 30 &&
    !/[，。；：！？“”、]/u.test(line);
  return plain && ORGANISATION.test(line) ? [{ name: line, role: '署名单位' }] : undefined;
}

/** 责任编辑：某某 and the like, which is no byline. */
export function readEditorLine(text: string): { editor?: string } | undefined {
  const found = EDITOR.exec(evened(text).trim())?.groups?.editor;
  return found === undefined ? undefined : { editor: found.replaceAll(' ', '') };
}

export function unbracketed(text: string): string {
  return /^(?:\([^()]*\)|【[^【】]*】|\[[^[\]]*\])$/u.test(text) ? text.slice(1, -1).trim() : text;
}
