import { monthLabel, numberLabel, serialLabel } from '#core/issue-label.ts';
import { listNames } from '#core/list-names.ts';
import type { NamedPage } from '#core/named-page.ts';
import type { ListKind } from '#core/url.ts';
import { nameReadings } from '../pinyin/name-readings.ts';
import type { ViewContext } from './view.ts';

/** Kinds in the order of the search's suggestions. */
const KINDS: readonly ListKind[] = ['parks', 'regions', 'categories', 'series', 'topics', 'industries'];

/** The names of all lists and issues with articles, for the search to suggest. */
export function namesView({ archive, urls }: ViewContext): NamedPage[] {
  const names = listNames(archive.content.site);
  const terms = KINDS.flatMap((kind) =>
    archive
      .entries(kind)
      .filter(({ id }) => archive.articlesIn(kind, id).length > 0)
      .map((term) => {
        const short = 'shortName' in term ? [String(term.shortName)] : [];
        const aliases = [...new Set([...short, ...term.aliases])].filter((alias) => alias !== term.name);
        return entry(term.name, names[kind], urls.list(kind, term.id), aliases);
      }),
  );
  const issues = archive.issues.map((issue) => {
    const { year, number, serial, special, title } = issue;
    const label = monthLabel(issue);
    const aliases = [
      ...(special === undefined ? [label.replace(/[号合刊]+$/u, '')] : []),
      ...(number === undefined ? [] : [`${year}年${numberLabel(issue)}`]),
      ...(serial === undefined ? [] : [serialLabel(issue)]),
      ...(title === undefined || title === label ? [] : [title]),
    ];
    return entry(label, '期', urls.issue(issue.id), aliases);
  });
  return [...terms, ...issues];
}

function entry(name: string, kind: string, url: string, aliases: string[]): NamedPage {
  return { name, kind, url, aliases, readings: nameReadings([name, ...aliases]) };
}
