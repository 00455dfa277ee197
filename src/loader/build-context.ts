import type { Loader } from 'astro/loaders';
import type { Article, Content, Picture } from '#core/content.ts';
import type { InboxDraft } from '#core/inbox-draft.ts';

/**
 * Data that integrations, loader and pages share in memory. They run in one process, but each has its own
 * instance of this module, so the data is stored in a global.
 */
interface BuildContext {
  loader?: Loader;
  /**
   * From the loader to the pages. Astro's data store would write it to disk, bundle it with the pages and
   * parse it again: a fifth of an incremental build, and half a second of every save in the dev server.
   */
  content?: Content | undefined;
  /** Drafts of the inbox that the dev server shows. */
  inbox?: InboxDraft[];
  /** Addresses that will exist only after the day of an `--as-of` build. */
  later?: ReadonlySet<string>;
  /** The `.mdx` articles of `content`, by absolute path. */
  mdx: Map<string, Article>;
  listeners: (() => void)[];
  pictures?: PictureListener;
  output?: BuildOutput;
  /** Cancels background work of the current build. */
  build?: AbortController;
}

/** Receives each picture as soon as it has been read and may be published. */
export interface PictureListener {
  add(picture: Picture): void;
}

/** Finished output of a running build, for files that repeat it. */
export interface BuildOutput {
  /** The HTML of an article's page (`issues/2022-09/a`), once it is rendered. */
  page(pathname: string): Promise<string>;
  /** The file of a copy of a picture (`0a1b2c3d4e5f-960`), once it is encoded; undefined if it was never queued. */
  picture(name: string): Promise<string> | undefined;
  /** Bytes of a file that is in the output already. */
  sizeOf(pathname: string): number | undefined;
}

const KEY = Symbol.for('park-bulletin.content');

function context(): BuildContext {
  const found = globalThis as { [KEY]?: BuildContext };
  found[KEY] ??= { listeners: [], mdx: new Map() };
  return found[KEY];
}

/**
 * Sets the loader that `src/content.config.ts` uses. Vite runs that file; importing the loader there would
 * transform every file that the loader imports: half a second of every build.
 */
export function setLoader(loader: Loader): void {
  context().loader = loader;
}

/** @throws if no integration has set one */
export function getLoader(): Loader {
  const { loader } = context();
  if (!loader) throw new Error('No loader: is the integration in astro.config.mjs?');
  return loader;
}

/**
 * @param content what may be shown; undefined if the bulletin cannot be read at all
 * @param mdx the `.mdx` articles that are shown
 * @param inbox drafts of the inbox that the dev server shows
 */
export function setContent(content: Content | undefined, mdx: readonly Article[], inbox: InboxDraft[]): void {
  context().content = content;
  context().inbox = inbox;
  context().mdx = new Map(mdx.map((article) => [article.file, article]));
  for (const listener of context().listeners) listener();
}

/** Stores the addresses that an `--as-of` build leaves out: they do not count as lost. */
export function setLaterAddresses(addresses: ReadonlySet<string>): void {
  context().later = addresses;
}

export function getLaterAddresses(): ReadonlySet<string> {
  return context().later ?? new Set();
}

export function getContent(): Content | undefined {
  return context().content;
}

/** The drafts of the inbox; empty outside the dev server. */
export function getInbox(): InboxDraft[] {
  return context().inbox ?? [];
}

/**
 * The article of an `.mdx` file, as it was checked.
 * @param file absolute path
 * @throws if the current content has no such article: then the file was never checked
 */
export function getMdxArticle(file: string): Article {
  const article = context().mdx.get(file);
  if (!article) throw new Error(`Not a checked article: ${file}`);
  return article;
}

/** Registers a function to call after each `setContent()`. */
export function onContentChange(listener: () => void): void {
  context().listeners.push(listener);
}

export function setPictureListener(listener: PictureListener): void {
  context().pictures = listener;
}

/** Passes a picture that has been read and may be published to the listener, if there is one. */
export function queuePicture(picture: Picture): void {
  context().pictures?.add(picture);
}

export function setBuildOutput(output: BuildOutput): void {
  context().output = output;
}

/** The output of the running build; undefined in the dev server. */
export function getBuildOutput(): BuildOutput | undefined {
  return context().output;
}

/** Call when a build begins. The signal is aborted when that build fails. */
export function startBuild(): AbortSignal {
  const build = new AbortController();
  context().build = build;
  return build.signal;
}

/**
 * Call when the build has failed: cancels its background work.
 * @param reason the error that ended the build
 */
export function abortBuild(reason: unknown): void {
  context().build?.abort(reason);
}
