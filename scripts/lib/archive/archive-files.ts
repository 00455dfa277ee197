import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChangedDuringBuildError } from '../../../src/core/changed-during-build-error.ts';
import type { Article, CaptionedPicture, Issue, PageFile, Picture } from '../../../src/core/content.ts';
import { ifMissing } from '../../../src/core/system-error.ts';
import { asRead } from '../../../src/core/text/edit.ts';
import { frontMatterYaml } from '../../../src/core/text/find-front-matter.ts';
import { archiveIndex, archivePage } from '../../../src/editions/archive/archive-page.ts';
import { bagOf, type Files } from '../../../src/editions/archive/bag.ts';
import {
  issueSource,
  noticeSource,
  publishedSource,
} from '../../../src/editions/archive/published-source.ts';
import { readmeOf } from '../../../src/editions/archive/readme.ts';
import { articlesOf, type IssueDocument } from '../../../src/editions/index.ts';
import { publishedOriginal } from '../../../src/pictures/published-original-fs.ts';
import type { BuiltIssue } from '../editions/with-built-issue.ts';

/** Editions that a site may have, with their names in the list of contents. */
const EDITIONS = [
  { extension: 'pdf', label: '整期 PDF' },
  { extension: 'epub', label: '整期电子书（EPUB）' },
];

/**
 * The files of the archive copy of an issue, by their path in it.
 * @param content the content folder
 */
export async function archiveFiles(built: BuiltIssue, content: string): Promise<Files> {
  const { document, site } = built;
  const { issue } = document;
  const payload = new Map(await sourcesOf(built, content));
  const editions: { label: string; file: string }[] = [];
  for (const { extension, label } of EDITIONS) {
    const file = `${issue.id}.${extension}`;
    const bytes = await readFile(path.join(site, 'issues', issue.id, file)).catch(ifMissing(undefined));
    if (!bytes) continue;
    payload.set(file, bytes);
    editions.push({ label, file });
  }
  payload.set('issue.json', await readFile(path.join(site, 'issues', issue.id, 'issue.json')));
  for (const [name, page] of pagesOf(document, content, editions)) payload.set(name, textFile(page));
  const readme = readmeOf(
    document,
    editions.map(({ file }) => file),
  );
  return bagOf(payload, readme, [
    ['Source-Organization', document.site.publisher],
    ['External-Identifier', issue.id],
    ['External-Description', `${document.site.title} ${document.label} ${document.number}`.trim()],
  ]);
}

/** What the issue's folder holds, as far as it is published. */
async function sourcesOf({ document, archive }: BuiltIssue, content: string): Promise<Files> {
  const { issue } = document;
  const articles = articlesOf(document).map(({ article }) => article);
  const folder = path.join(content, 'issues', issue.id);
  const sourcePath = (name: string) => path.posix.join('content/issues', issue.id, name);
  const isPublic = (id: string) => archive.article(id) !== undefined;
  const files = new Map<string, Uint8Array>();
  for (const article of articles) {
    files.set(sourcePath(path.basename(article.file)), textFile(await articleSource(article, isPublic)));
  }
  for (const notice of archive.content.notices.filter((each) => each.issue === issue.id)) {
    files.set(sourcePath(`${notice.id.slice(issue.id.length + 1)}.md`), textFile(noticeSource(notice)));
  }
  const yaml = asRead(await readFile(path.join(folder, 'issue.yaml'), 'utf8'));
  files.set(sourcePath('issue.yaml'), textFile(issueSource(yaml, issue.id, isPublic)));
  for (const { file } of filesOf(issue)) files.set(pathOf({ file }, content), await readFile(file));
  const pictures = articles.flatMap((article) => [article.cover, ...Object.values(article.pictures)]);
  const sheets = (issue.pages ?? []).flatMap(({ picture }) => picture ?? []);
  for (const picture of [...distinct([issue.cover, ...pictures]), ...sheets]) {
    files.set(pathOf(picture, content), await publishedOriginal(picture));
  }
  return files;
}

/** The list of contents and a page for each article. */
function pagesOf(
  document: IssueDocument,
  content: string,
  editions: readonly { label: string; file: string }[],
): [name: string, page: string][] {
  const articles = articlesOf(document);
  const names = new Map(
    articles.map(({ article }, index) => [
      article.id,
      `${String(index + 1).padStart(2, '0')}-${article.slug}.html`,
    ]),
  );
  const pages = articles.map((each): [string, string] => {
    const picture = (hash: string) => {
      const found = each.pictures.get(hash);
      return found ? `../${pathOf(found, content)}` : '';
    };
    const page = archivePage(each, document, { article: (id) => names.get(id), picture });
    return [`articles/${names.get(each.article.id)}`, page];
  });
  return [['index.html', archiveIndex(document, (id) => `articles/${names.get(id)}`, editions)], ...pages];
}

/** The path of a picture in an archive copy: where it lies in the content folder. */
function pathOf({ file }: Pick<Picture, 'file'>, content: string): string {
  return `content/${path.relative(path.resolve(content), file).replaceAll(path.sep, '/')}`;
}

function textFile(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The source of an article as it was checked, without what is not published. */
async function articleSource(article: Article, isPublic: (id: string) => boolean): Promise<string> {
  const bytes = await readFile(article.file).catch(ifMissing(undefined));
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== article.digest) {
    throw new ChangedDuringBuildError(`稿件“${path.basename(article.file)}”`);
  }
  return publishedSource(article, frontMatterYaml(asRead(bytes.toString('utf8'))), isPublic);
}

/** Files that `issue.yaml` names, except pictures. */
function filesOf({ pdf, pages = [] }: Issue): PageFile[] {
  return [pdf, ...pages.map((page) => page.pdf)].flatMap((file) => file ?? []);
}

function distinct(captioned: readonly (CaptionedPicture | undefined)[]): Picture[] {
  const byFile = new Map(captioned.flatMap((each) => (each ? [[each.picture.file, each.picture]] : [])));
  return [...byFile.values()];
}
