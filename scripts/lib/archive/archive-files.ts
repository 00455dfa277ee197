import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChangedDuringBuildError } from '../../../src/core/changed-during-build-error.ts';
import type { Article, CaptionedPicture, Picture } from '../../../src/core/content.ts';
import { ifMissing } from '../../../src/core/system-error.ts';
import { asRead } from '../../../src/core/text/edit.ts';
import { frontMatterYaml } from '../../../src/core/text/find-front-matter.ts';
import { archiveIndex, archivePage } from '../../../src/editions/archive/archive-page.ts';
import { bagOf, type Files } from '../../../src/editions/archive/bag.ts';
import { issueSource, noticeSource, publishedSource } from '../../../src/editions/archive/published-source.ts';
import { readmeOf } from '../../../src/editions/archive/readme.ts';
import { articlesOf } from '../../../src/editions/index.ts';
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
  const { document, archive, site } = built;
  const { issue } = document;
  const articles = articlesOf(document);
  const payload = new Map<string, Uint8Array>();
  const write = (name: string, text: string) => payload.set(name, new TextEncoder().encode(text));
  const inContent = (file: string) =>
    `content/${path.relative(path.resolve(content), file).replaceAll(path.sep, '/')}`;
  const folder = `content/issues/${issue.id}`;
  const isPublic = (id: string) => archive.article(id) !== undefined;

  for (const { article } of articles) {
    write(`${folder}/${path.basename(article.file)}`, await articleSource(article, isPublic));
  }
  for (const notice of archive.content.notices.filter((each) => each.issue === issue.id)) {
    write(`${folder}/${notice.id.slice(issue.id.length + 1)}.md`, noticeSource(notice));
  }
  const yaml = asRead(await readFile(path.join(content, 'issues', issue.id, 'issue.yaml'), 'utf8'));
  write(`${folder}/issue.yaml`, issueSource(yaml, issue.id, isPublic));
  for (const named of filesOf(issue)) {
    payload.set(path.posix.join(folder, named), await readFile(path.join(content, 'issues', issue.id, named)));
  }
  for (const picture of picturesOf([issue.cover, ...articles.flatMap(({ article }) => all(article))])) {
    payload.set(inContent(picture.file), await publishedOriginal(picture));
  }

  const editions: (typeof EDITIONS)[number] & { file: string }[] = [] as never;
  for (const each of EDITIONS) {
    const file = `${issue.id}.${each.extension}`;
    const bytes = await readFile(path.join(site, 'issues', issue.id, file)).catch(ifMissing(undefined));
    if (!bytes) continue;
    payload.set(file, bytes);
    editions.push({ ...each, file });
  }
  payload.set('issue.json', await readFile(path.join(site, 'issues', issue.id, 'issue.json')));

  const names = new Map(
    articles.map(({ article }, index) => [
      article.id,
      `${String(index + 1).padStart(2, '0')}-${article.slug}.html`,
    ]),
  );
  for (const each of articles) {
    const page = archivePage(each, document, {
      article: (id) => names.get(id),
      picture: (hash) => `../${inContent(each.pictures.get(hash)?.file ?? '')}`,
    });
    write(`articles/${names.get(each.article.id)}`, page);
  }
  const pageOfArticle = (id: string) => `articles/${names.get(id)}`;
  write('index.html', archiveIndex(document, pageOfArticle, editions));
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

/** The source of an article as it was checked, without what is not published. */
async function articleSource(article: Article, isPublic: (id: string) => boolean): Promise<string> {
  const bytes = await readFile(article.file).catch(ifMissing(undefined));
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== article.digest) {
    throw new ChangedDuringBuildError(`稿件“${path.basename(article.file)}”`);
  }
  return publishedSource(article, frontMatterYaml(asRead(bytes.toString('utf8'))), isPublic);
}

/** Files that `issue.yaml` names, except its cover. */
function filesOf({ pdf, pages = [] }: BuiltIssue['document']['issue']): string[] {
  const named = [pdf, ...pages.flatMap(({ image, pdf: page }) => [image, page])];
  return [...new Set(named.flatMap((name) => name ?? []))];
}

const all = ({ cover, pictures }: Article) => [cover, ...Object.values(pictures)];

function picturesOf(captioned: readonly (CaptionedPicture | undefined)[]): Picture[] {
  const byFile = new Map(captioned.flatMap((each) => (each ? [[each.picture.file, each.picture]] : [])));
  return [...byFile.values()];
}
