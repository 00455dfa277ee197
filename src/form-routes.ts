import { hash } from 'node:crypto';
import path from 'node:path';
import { formBundle } from './admin/bundle-fs.ts';
import { HOST_NAMES, type HostName } from './hosting/hosts.ts';
import { formView } from './admin/form-view.ts';
import { licenseText } from './assets/licenses-fs.ts';
import { getArchive } from './bulletin.ts';
import { context, type Path, withCacheKeys } from './routes.ts';

/**
 * Routes of the editors' form and handbook, and of the licences, which depend on whether the site has a form;
 * `routes.ts` has the routes for readers.
 */

/** Whether there are form and handbook for editors: in the dev server, or if site.yaml says to publish them. */
function hasForm(): boolean {
  return __ADMIN__ && (__DEV_SERVER__ || getArchive().content.site.admin?.publish === true);
}

/** The editors' form. */
export function formPaths() {
  return withCacheKeys(
    hasForm() ? [{ params: { form: undefined }, props: { view: formView(context()) } }] : [],
  );
}

type HandbookPart = 'month' | 'fields' | 'rules' | 'hosting';

/** The editors' handbook: a month in eight steps, all fields, all rules, a recipe for each host. */
export function handbookPaths(): Path<{ part: HandbookPart; host?: HostName }>[] {
  if (!hasForm()) return [];
  return withCacheKeys<{ part: HandbookPart; host?: HostName }>([
    { params: { part: undefined }, props: { part: 'month' } },
    { params: { part: 'fields' }, props: { part: 'fields' } },
    { params: { part: 'rules' }, props: { part: 'rules' } },
    { params: { part: 'hosting' }, props: { part: 'hosting' } },
    ...HOST_NAMES.map((host) => ({
      params: { part: `hosting/${host}` },
      props: { part: 'hosting' as const, host },
    })),
  ]);
}

/** The files of the form's script with this extension; the digest makes the cache key depend on the content. */
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

/**
 * The content of a file of the form.
 * @throws Error if there is no such file
 */
export async function formFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = (await loadForm()).files.get(name);
  if (!bytes) throw new Error(`The form has no file ${name}`);
  return bytes;
}

/** The licences of all third-party works in the site. */
export async function licenses(): Promise<string> {
  return licenseText(hasForm() ? (await loadForm()).licenses : undefined);
}

function loadForm() {
  return formBundle(path.resolve('node_modules/.cache/form'));
}
