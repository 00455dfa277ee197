import { createHash } from 'node:crypto';
import { firstDay, latest } from '#core/calendar-date.ts';
import { issnOf } from '#core/site-records.ts';
import { articlesOf, type IssueDocument } from '../issue-document.ts';
import { issueTitle } from './pages.ts';
import { escapeXml, xml, xmlFile } from './xml.ts';

/** A file that the package lists. */
export interface ManifestItem {
  id: string;
  href: string;
  type: string;
  properties?: string;
}

/** The package document: what the EPUB is, its files, and the order in which they are read. */
export function packageDocument(
  document: IssueDocument,
  items: readonly ManifestItem[],
  spine: readonly string[],
): string {
  return xmlFile(
    xml(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': 'zh-CN',
        dir: 'ltr',
      },
      [
        '\n',
        metadata(document),
        '\n',
        xml(
          'manifest',
          {},
          items.map(({ id, href, type, properties }) =>
            xml('item', { id, href, 'media-type': type, properties }),
          ),
        ),
        '\n',
        xml(
          'spine',
          {},
          spine.map((idref) => xml('itemref', { idref })),
        ),
        '\n',
      ],
    ),
  );
}

function metadata(document: IssueDocument): string {
  const { site, issue } = document;
  const issn = site.records?.issn === undefined ? undefined : issnOf(site.records.issn);
  const dc = (name: string, text: string | undefined, id?: string) =>
    text === undefined ? '' : xml(`dc:${name}`, { id }, escapeXml(text));
  const meta = (property: string, text: string, refines?: string, id?: string) =>
    xml('meta', { property, refines, id }, escapeXml(text));
  const position = issue.serial ?? issue.number;
  return xml('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    dc('identifier', identifierOf(document), 'id'),
    dc('title', issueTitle(document)),
    dc('language', 'zh-CN'),
    dc('date', issue.date),
    dc('publisher', site.publisher),
    dc('creator', site.publisher),
    dc('contributor', issue.editor),
    dc('description', site.description),
    dc('rights', site.license),
    dc('type', 'magazine'),
    meta('dcterms:modified', `${modifiedOn(document)}T00:00:00Z`),
    meta('belongs-to-collection', site.title, undefined, 'bulletin'),
    meta('collection-type', 'series', '#bulletin'),
    position === undefined ? '' : meta('group-position', String(position), '#bulletin'),
    issn === undefined
      ? ''
      : meta('dcterms:identifier', `urn:${issn.replace('ISSN ', 'issn:')}`, '#bulletin'),
    ...accessibility(document),
    xml('meta', { name: 'cover', content: 'cover-picture' }),
  ]);
}

function accessibility(document: IssueDocument): string[] {
  const articles = articlesOf(document);
  const meta = (property: string, text: string) => xml('meta', { property: `schema:${property}` }, text);
  const hasNotes = articles.some(({ body }) =>
    body.children.some((child) => child.type === 'element' && child.tagName === 'section'),
  );
  return [
    meta('accessMode', 'textual'),
    meta('accessMode', 'visual'),
    // Every picture has a description, because the check requires one.
    meta('accessModeSufficient', 'textual'),
    meta('accessModeSufficient', 'textual,visual'),
    ...[
      'alternativeText',
      'displayTransformability',
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
    ].map((feature) => meta('accessibilityFeature', feature)),
    meta('accessibilityHazard', 'none'),
    meta(
      'accessibilitySummary',
      `文字可以重排、放大，按栏目和小标题导航，图片都有文字说明${hasNotes ? '，注释可以点开，再回到正文' : ''}。`,
    ),
  ];
}

/** The address of the issue; without a public address a UUID made of the bulletin's title and the issue. */
function identifierOf({ url, site, issue }: IssueDocument): string {
  if (url !== undefined) return url;
  const digest = createHash('sha256').update(`${site.title}\n${issue.id}`).digest('hex');
  // UUID version 8: custom, derived from data (RFC 9562).
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `a${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

/** The day of the newest correction, else of publication. */
function modifiedOn(document: IssueDocument): string {
  const days = articlesOf(document).flatMap(({ article }) => article.corrections.map(({ date }) => date));
  return firstDay(latest([document.issue.date, ...days]) ?? document.issue.date);
}
