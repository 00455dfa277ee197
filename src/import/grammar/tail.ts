import type { Person } from '#core/byline.ts';
import { readBareNames } from './byline.ts';
import { evened, readPeople } from './people.ts';

/** The names in brackets that end an article: （记者 某某 通讯员 某某）. */
export function readTail(text: string): { start: number; people: Person[] } | undefined {
  const line = evened(text);
  const end = line.trimEnd();
  if (!end.endsWith(')')) return readOpenTail(end);
  const start = end.lastIndexOf('(');
  const inside = end.slice(start + 1, -1);
  if (start <= 0 || inside.length > 80) return undefined;
  const people =
    readPeople(inside) ?? (/[。！？”]\s*$/u.test(line.slice(0, start)) ? readBareNames(inside) : undefined);
  return people && { start, people };
}

/** 完成。记者 某某: names without brackets, after the last sentence. */
function readOpenTail(line: string): { start: number; people: Person[] } | undefined {
  const found = /[。！？”] *((?:本报)?(?:见习|实习)?(?:记者|通讯员) ?[^。，！？]{2,40})$/u.exec(line);
  const people = found?.[1] === undefined ? undefined : readPeople(found[1]);
  return people && { start: line.length - (found?.[1]?.length ?? 0), people };
}

/** （作者单位：某县开发区管委会）、（作者系某县县委书记）: where the author works. */
export function readOrgLine(text: string): string | undefined {
  const line = evened(text).trim();
  const found =
    /^\(?(?:作者单位|单位) *: *([^()。]{2,60})\)?$/u.exec(line) ??
    /^\(作者(?:系|为|是)([^()。]{2,60})\)$/u.exec(line);
  return found?.[1]?.trim();
}
