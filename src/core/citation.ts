import type { Article, Issue } from './content.ts';
import { monthLabel } from './issue-label.ts';
import type { Site } from './schema/site.ts';
import { cnOf } from './site-records.ts';

/** A reference to an article by GB/T 7714-2015, 4.4 (articles in serials), except its address. */
export interface Citation {
  /** Authors, title and subtitle. */
  work: string;
  /** 期刊 or 报纸. */
  type: 'J' | 'N';
  /** Title of the bulletin, issue and page. */
  host: string;
}

/** GB/T 7714-2015, 8.1.2: of more than three authors, three are named. */
const MAX_AUTHORS = 3;
/** Placeholder for the day on which the reader opened the page: a build must not depend on the clock. */
export const DAY_OF_ACCESS = '引用日期';

/** The reference of an article. It holds only what the article's page shows. */
export function citationOf(
  article: Pick<Article, 'title' | 'subtitle' | 'byline' | 'reprint' | 'page'>,
  issue: Pick<Issue, 'date' | 'year' | 'months' | 'number' | 'title' | 'special'>,
  { title, records }: Pick<Site, 'title' | 'records'>,
): Citation {
  const authors = authorsOf(article);
  const work = [article.title, article.subtitle].filter(Boolean).join(':');
  const isNewspaper = records?.cn !== undefined && /^CN [\d-]+$/u.test(cnOf(records.cn) ?? '');
  const page = article.page ?? '';
  // Without a number, what the issue is called on its page: several special issues of a year or month stay apart.
  const name = monthLabel(issue).slice(`${issue.year}年`.length);
  return {
    // 8.1.4: without authors, the reference begins with the title.
    work: authors ? `${authors}. ${work}` : work,
    type: isNewspaper ? 'N' : 'J',
    // A newspaper is cited by the day on which it was published.
    host: isNewspaper
      ? `${title}${issue.special === undefined ? '' : `:${name}`},${issue.date}${page && `(${page})`}`
      : `${title},${issue.year}(${issue.number ?? name})${page && `:${page}`}`,
  };
}

/** `甲某. 题名[J/OL]. 港城月刊,2022(1)[引用日期]. https://…/.`; without an address, what is in print. */
export function citationText({ work, type, host }: Citation, address?: string): string {
  if (address === undefined) return `${work}[${type}]. ${host}.`;
  return `${work}[${type}/OL]. ${host}[${DAY_OF_ACCESS}]. ${address}.`;
}

/** The authors of the text, else those who edited it, else the photographers; of a reprint also the original author. */
function authorsOf({ byline, reprint }: Pick<Article, 'byline' | 'reprint'>): string {
  const named = (wanted: (role: string) => boolean) => byline.filter(({ role }) => wanted(role));
  const people = [
    named((role) => role !== '摄影' && role !== '整理'),
    named((role) => role === '整理'),
    named((role) => role === '摄影'),
  ].find((group) => group.length > 0);
  const names = [...new Set(people?.map(({ name }) => name) ?? [])];
  if (names.length === 0) return reprint?.originalAuthor ?? '';
  return [...names.slice(0, MAX_AUTHORS), ...(names.length > MAX_AUTHORS ? ['等'] : [])].join(',');
}
