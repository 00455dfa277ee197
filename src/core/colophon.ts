import { chineseDate } from './calendar-date.ts';
import type { Issue } from './content.ts';
import { monthLabel, numberLabel, serialLabel } from './issue-label.ts';
import type { Site } from './schema/site.ts';
import { siteRecords } from './site-records.ts';

/** The colophon (版权页) of an issue as rows of label and text, without its address, which callers add as a link. */
export function colophonLines(issue: Issue, site: Site): [label: string, text: string][] {
  const contacts = site.contacts?.filter((contact) => contact.public) ?? [];
  const number = [monthLabel(issue), numberLabel(issue), serialLabel(issue)];
  const lines: [string, string | undefined][] = [
    ['刊名', site.title],
    ['期号', number.filter(Boolean).join('　')],
    ['出刊日期', chineseDate(issue.date)],
    ['主办', site.sponsor],
    ['编辑出版', site.publisher],
    ['责任编辑', issue.editor],
    ...siteRecords(site.records ?? {}).map(({ text }): [string, string] => ['登记', text]),
    ...contacts.map(({ label, value }): [string, string] => [label, value]),
    [
      '封面',
      issue.cover && [issue.cover.caption ?? issue.cover.alt, issue.cover.credit].filter(Boolean).join('　'),
    ],
    ['版权', site.license],
  ];
  return lines.flatMap(([label, text]) => (text ? [[label, text]] : []));
}
