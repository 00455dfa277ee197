import { hash } from 'node:crypto';
import path from 'node:path';
import type { Archive } from '#core/archive.ts';
import type { CaptionedPicture, Picture } from '#core/content.ts';
import { redirectsOf } from '#core/published-addresses.ts';
import { LIST_KINDS } from '#core/url.ts';
import { formBundle } from './admin/bundle-fs.ts';
import { formView } from './admin/form-view.ts';
import { getArchive, hasBody, urls } from './bulletin.ts';
import { type Variant, variantsOf } from '#core/picture-variants.ts';
import { licenseText } from './assets/licenses-fs.ts';
import { mastheadFontName } from './assets/masthead-font-fs.ts';
import { codeFingerprint, pageKeys } from './build-cache/page-key.ts';
import { articleView } from './views/article-view.ts';
import { yearView } from './views/archive-view.ts';
import { getInbox } from './loader/build-context.ts';
import { inboxLinks, inboxView } from './views/inbox-view.ts';
import { issueView } from './views/issue-view.ts';
import { indexView, listViews } from './views/list-view.ts';
import { noticeView } from './views/notice-view.ts';
import { contactsView, correctionsView } from './views/page-view.ts';

/**
 * What `getStaticPaths` of every page returns: its address, as props all the data that the page
 * shows, and a key of both. A page depends on its props, its template, the frame (masthead, footer)
 * and the site's settings, and on nothing else: with the same key it is not made again.
 */
type Path<Props> = { params: Record<string, string | undefined>; props: Props; cacheKey?: string };

function context() {
  return { archive: getArchive(), urls };
}

let code: string | undefined;

/** Gives pages their keys; the dev server makes every page anew. */
function withCacheKeys<Props>(paths: Path<Props>[]): Path<Props>[] {
  if (__DEV_SERVER__) return paths;
  code ??= codeFingerprint();
  const keyOf = pageKeys(code, process.env.SITE_URL ?? '', getArchive().content);
  return paths.map((each) => ({ ...each, cacheKey: keyOf(each.props) }));
}

export function articlePaths() {
  const { archive } = context();
  return withCacheKeys(
    allArticles(archive).map((article) => ({
      params: { issue: article.issue, slug: article.slug },
      props: { view: articleView(article, { archive, urls }) },
    })),
  );
}

/** The list of the inbox. */
export function inboxList() {
  return inboxLinks(getInbox(), context());
}

/** The drafts of the inbox. A draft with errors is shown as its bare text where its body cannot be made. */
export async function inboxPaths() {
  const at = context();
  return Promise.all(
    getInbox().map(async (draft) => {
      const isShown = draft.article !== undefined && (await hasBody(draft));
      return {
        params: { name: draft.name },
        props: { draft: inboxView(draft, at), ...(!isShown && { text: draft.text }) },
      };
    }),
  );
}

/** Years and issues share `/issues/…/`. */
export function issuePaths() {
  const at = context();
  const years = at.archive.years.map((year) => ({
    params: { issue: String(year) },
    props: { kind: 'year' as const, view: yearView(year, at) },
  }));
  const issues = at.archive.issues.map((issue) => ({
    params: { issue: issue.id },
    props: { kind: 'issue' as const, view: issueView(issue, at) },
  }));
  return withCacheKeys<(typeof years | typeof issues)[number]['props']>([...years, ...issues]);
}

export function indexPaths() {
  const at = context();
  return withCacheKeys(
    LIST_KINDS.map((kind) => ({ params: { kind }, props: { view: indexView(kind, at) } })),
  );
}

export function listPaths() {
  const at = context();
  const paths = LIST_KINDS.flatMap((kind) =>
    at.archive.entries(kind).flatMap((entry) =>
      listViews(kind, entry, at).map((view) => ({
        params: { kind, id: entry.id, page: view.page === 1 ? undefined : String(view.page) },
        props: { view },
      })),
    ),
  );
  return withCacheKeys(paths);
}

export function pagePaths() {
  const at = context();
  const { pages, site } = at.archive.content;
  return withCacheKeys(
    pages.map((page) => ({
      params: { page: page.id },
      props: {
        page,
        contacts: ['about', 'contribute'].includes(page.id) ? contactsView(site) : [],
        corrections: page.id === 'corrections' ? correctionsView(at) : undefined,
      },
    })),
  );
}

/** Notices of withdrawn articles, at the articles' addresses. */
export function noticePaths() {
  const at = context();
  return withCacheKeys(
    at.archive.content.notices.map((notice) => ({
      params: { issue: notice.issue, withdrawn: notice.id.slice(notice.issue.length + 1) },
      props: { view: noticeView(notice, at) },
    })),
  );
}

/** Old addresses and where they lead now. */
export function aliasPaths() {
  return withCacheKeys(
    redirectsOf(getArchive()).map(({ from, to, title }) => ({
      params: { alias: from.replace(/^\/|\/$/gu, '') },
      props: { url: urls.internal(to), title },
    })),
  );
}

/** The masthead's font, which is the same for the same name. */
export function fontPaths() {
  const { title } = getArchive().content.site;
  return withCacheKeys([{ params: { name: mastheadFontName(title) }, props: { title } }]);
}

/** Every file that is made of a published picture. */
export function picturePaths(extension: Variant['extension']): Path<{ variant: Variant }>[] {
  const { archive } = context();
  const drafts = getInbox().flatMap(({ article }) => article ?? []);
  const shown: (CaptionedPicture | undefined)[] = [
    ...archive.issues.map(({ cover }) => cover),
    ...allArticles(archive).flatMap(({ cover, pictures }) => [cover, ...Object.values(pictures)]),
    ...archive.content.pages.flatMap(({ pictures }) => Object.values(pictures)),
    ...drafts.flatMap(({ cover, pictures }) => [cover, ...Object.values(pictures)]),
  ];
  const byHash = new Map<string, Picture>();
  for (const captioned of shown) if (captioned) byHash.set(captioned.picture.hash, captioned.picture);
  const variants = [...byHash.values()].flatMap(variantsOf);
  return withCacheKeys(
    variants
      .filter((variant) => variant.extension === extension)
      .map((variant) => ({ params: { name: variant.name }, props: { variant } })),
  );
}

function allArticles(archive: Archive) {
  return archive.issues.flatMap(({ id }) => archive.articlesOf(id));
}

/** Whether the editors' form and handbook are there: in the dev server, and where the site asks to publish them. */
function hasForm(): boolean {
  return __ADMIN__ && (__DEV_SERVER__ || getArchive().content.site.admin?.publish === true);
}

/** The editors' form. */
export function formPaths() {
  return withCacheKeys(
    hasForm() ? [{ params: { form: undefined }, props: { view: formView(context()) } }] : [],
  );
}

/** The editors' handbook, beside the form: a month in eight steps, then what its parts list. */
export function handbookPaths(): Path<{ part: 'month' | 'fields' | 'rules' }>[] {
  if (!hasForm()) return [];
  return withCacheKeys([
    { params: { part: undefined }, props: { part: 'month' } },
    { params: { part: 'fields' }, props: { part: 'fields' } },
    { params: { part: 'rules' }, props: { part: 'rules' } },
  ]);
}

/** The files of the form's script that end so; the digest stands for what is in them. */
export async function formFilePaths(extension: 'js' | 'woff2') {
  if (!hasForm()) return [];
  const { files } = await loadForm();
  return withCacheKeys(
    [...files]
      .filter(([file]) => path.extname(file) === `.${extension}`)
      .map(([file, bytes]) => ({
        params: { name: path.basename(file, `.${extension}`) },
        props: { file, digest: hash('sha256', bytes) },
      })),
  );
}

export async function formFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = (await loadForm()).files.get(name);
  if (!bytes) throw new Error(`The form has no file ${name}`);
  return bytes;
}

/** The licences of all that the site holds of other people's work. */
export async function licenses(): Promise<string> {
  return licenseText(hasForm() ? (await loadForm()).licenses : undefined);
}

function loadForm() {
  return formBundle(path.resolve('node_modules/.cache/form'));
}
