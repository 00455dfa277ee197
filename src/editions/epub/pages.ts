import { colophonLines } from '#core/colophon.ts';
import type { IssueDocument } from '../issue-document.ts';
import type { Chapter } from './chapter.ts';
import { escapeXml, xhtmlFile, xml } from './xml.ts';

/** `《园区导刊》2022年9月号`, with the title of a regular issue. */
export function issueTitle({ site, label, issue }: IssueDocument): string {
  const title = issue.title !== undefined && issue.special === undefined ? `　${issue.title}` : '';
  return `《${site.title}》${label}${title}`;
}

export function coverPage(document: IssueDocument, picture: string): string {
  const title = issueTitle(document);
  return xhtmlFile(
    '封面',
    xml('section', { 'epub:type': 'cover' }, xml('img', { src: picture, alt: `封面：${title}` })),
    { class: 'cover' },
  );
}

/** The contents by column, which is also the navigation. */
export function navigationPage({ columns }: IssueDocument, chapters: readonly Chapter[]): string {
  const link = (href: string, text: string) => xml('li', {}, xml('a', { href }, escapeXml(text)));
  const byColumn = columns.map(({ category, articles }) =>
    xml('li', {}, [
      xml('span', {}, escapeXml(category.name)),
      xml(
        'ol',
        {},
        chapters
          .filter((chapter) => articles.includes(chapter.document))
          .map((chapter) => link(chapter.file, chapter.document.title)),
      ),
    ]),
  );
  const place = (href: string, type: string, text: string) =>
    xml('li', {}, xml('a', { href, 'epub:type': type }, text));
  return xhtmlFile(
    '目录',
    [
      xml('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' }, [
        xml('h1', { id: 'toc-title' }, '目录'),
        xml('ol', {}, [...byColumn, link('colophon.xhtml', '版权页')]),
      ]),
      xml('nav', { 'epub:type': 'landmarks', 'aria-label': '导航', hidden: 'hidden' }, [
        xml('ol', {}, [
          place('cover.xhtml', 'cover', '封面'),
          place('nav.xhtml', 'toc', '目录'),
          ...chapters.slice(0, 1).map(({ file }) => place(file, 'bodymatter', '正文')),
          place('colophon.xhtml', 'colophon', '版权页'),
        ]),
      ]),
    ].join('\n'),
  );
}

/** Who publishes the issue, its numbers and records, and where it stands on the web. */
export function colophonPage(document: IssueDocument): string {
  const { site, issue, url } = document;
  const lines = colophonLines(issue, site).map(([label, text]) =>
    xml('p', {}, escapeXml(`${label}：${text}`)),
  );
  return xhtmlFile(
    '版权页',
    xml('section', { 'epub:type': 'colophon', role: 'doc-colophon', class: 'colophon' }, [
      xml('h1', {}, escapeXml(issueTitle(document))),
      ...lines,
      url === undefined ? '' : xml('p', {}, ['本期网址：', xml('a', { href: url }, escapeXml(url))]),
    ]),
  );
}
