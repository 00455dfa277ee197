import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Archive } from '#core/archive.ts';
import type { CaptionedPicture, Picture } from '#core/content.ts';
import type { ListKind } from '#core/url.ts';
import { formBundle } from './admin/bundle-fs.ts';
import { formView } from './admin/form-view.ts';
import { getArchive, urls } from './bulletin.ts';
import { type Variant, variantsOf } from '#core/picture-variants.ts';
import { articleView } from './views/article-view.ts';
import { yearsOf, yearView } from './views/archive-view.ts';
import { issueView } from './views/issue-view.ts';
import { indexView, KIND_NAMES, listViews } from './views/list-view.ts';

/**
 * What `getStaticPaths` of every page returns: its address and, as props, all the data that the page
 * shows. A page depends on its props, its template and the site's settings, and on nothing else.
 */
type Path<Props> = { params: Record<string, string | undefined>; props: Props };

const KINDS = Object.keys(KIND_NAMES) as ListKind[];

async function context() {
  return { archive: await getArchive(), urls };
}

export async function articlePaths() {
  const { archive } = await context();
  return allArticles(archive).map((article) => ({
    params: { issue: article.issue, slug: article.slug },
    props: { view: articleView(article, { archive, urls }), format: article.format, file: article.file },
  }));
}

/** Years and issues share `/issues/…/`. */
export async function issuePaths() {
  const at = await context();
  return [
    ...yearsOf(at).map((year) => ({
      params: { issue: String(year) },
      props: { kind: 'year' as const, view: yearView(year, at) },
    })),
    ...at.archive.issues.map((issue) => ({
      params: { issue: issue.id },
      props: { kind: 'issue' as const, view: issueView(issue, at) },
    })),
  ];
}

export async function indexPaths() {
  const at = await context();
  return KINDS.map((kind) => ({ params: { kind: kind as string }, props: { view: indexView(kind, at) } }));
}

export async function listPaths() {
  const at = await context();
  return KINDS.flatMap((kind) =>
    at.archive.entries(kind).flatMap((entry) =>
      listViews(kind, entry, at).map((view) => ({
        params: { kind: kind as string, id: entry.id, page: view.page === 1 ? undefined : String(view.page) },
        props: { view },
      })),
    ),
  );
}

export async function pagePaths() {
  const { archive } = await context();
  return archive.content.pages.map((page) => ({ params: { page: page.id }, props: { page } }));
}

/** Old addresses and where they lead now. */
export async function aliasPaths(): Promise<Path<{ url: string; title: string }>[]> {
  const { archive } = await context();
  return allArticles(archive).flatMap((article) =>
    article.aliases.map((alias) => ({
      params: { alias: alias.replace(/^\/|\/$/gu, '') },
      props: { url: urls.article(article.id), title: article.title },
    })),
  );
}

/** Every file that is made of a published picture. */
export async function picturePaths(extension: Variant['extension']): Promise<Path<{ variant: Variant }>[]> {
  const { archive } = await context();
  const shown: (CaptionedPicture | undefined)[] = [
    ...archive.issues.map(({ cover }) => cover),
    ...allArticles(archive).flatMap(({ cover, pictures }) => [cover, ...Object.values(pictures)]),
    ...archive.content.pages.flatMap(({ pictures }) => Object.values(pictures)),
  ];
  const byHash = new Map<string, Picture>();
  for (const captioned of shown) if (captioned) byHash.set(captioned.picture.hash, captioned.picture);
  return [...byHash.values()]
    .flatMap(variantsOf)
    .filter((variant) => variant.extension === extension)
    .map((variant) => ({ params: { name: variant.name }, props: { variant } }));
}

function allArticles(archive: Archive) {
  return archive.issues.flatMap(({ id }) => archive.articlesOf(id));
}

/** The editors' form, where the site has one. */
export async function formPaths() {
  const view = __ADMIN__ ? formView(await context()) : undefined;
  return view ? [{ params: { form: undefined }, props: { view } }] : [];
}

/** The editors' handbook, beside the form: a month in eight steps, then what its parts list. */
export async function handbookPaths(): Promise<Path<{ part: 'month' | 'fields' | 'rules' }>[]> {
  if ((await formPaths()).length === 0) return [];
  return [
    { params: { part: undefined }, props: { part: 'month' } },
    { params: { part: 'fields' }, props: { part: 'fields' } },
    { params: { part: 'rules' }, props: { part: 'rules' } },
  ];
}

/** The files of the form's script that end so. */
export async function formFilePaths(extension: 'js' | 'wasm' | 'woff2'): Promise<Path<{ file: string }>[]> {
  if ((await formPaths()).length === 0) return [];
  const folder = await formBundle(path.resolve('node_modules/.cache/form'));
  return (await readdir(folder))
    .filter((file) => path.extname(file) === `.${extension}`)
    .sort()
    .map((file) => ({
      params: { name: path.basename(file, `.${extension}`) },
      props: { file: path.join(folder, file) },
    }));
}
