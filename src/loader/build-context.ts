import type { Loader } from 'astro/loaders';
import type { Article, Content, Picture } from '#core/content.ts';
import type { InboxDraft } from '#core/inbox.ts';

/**
 * What integrations, loader and pages hand to one another in memory. They run in one process, but with
 * modules of their own, so a global is where they meet.
 */
interface BuildContext {
  loader?: Loader;
  /**
   * From the loader to the pages. Astro's data store would write all of it to disk, bundle it with the
   * pages and parse it again: a fifth of a build in which little has changed, and half a second of every
   * save in the dev server.
   */
  content?: Content | undefined;
  /** What the dev server shows of the inbox. */
  inbox?: InboxDraft[];
  /** Addresses that come with what is published after the day of the build. */
  later?: ReadonlySet<string>;
  /** The `.mdx` articles among it, by absolute path. */
  mdx: Map<string, Article>;
  listeners: (() => void)[];
  pictures?: PictureListener;
  /** Cancels background work of the current build. */
  build?: AbortController;
}

/** Receives each picture as soon as it has been read and may be published. */
export interface PictureListener {
  add(picture: Picture): void;
}

const PLACE = Symbol.for('park-bulletin.content');

function place(): BuildContext {
  const found = globalThis as { [PLACE]?: BuildContext };
  found[PLACE] ??= { listeners: [], mdx: new Map() };
  return found[PLACE];
}

/**
 * Hands the loader over to Astro's content configuration. That is run by Vite, which would transform the
 * loader and all that it imports, file by file: half a second of every build.
 */
export function setLoader(loader: Loader): void {
  place().loader = loader;
}

/** @throws where no integration has handed one over */
export function getLoader(): Loader {
  const { loader } = place();
  if (!loader) throw new Error('No loader: is the integration in astro.config.mjs?');
  return loader;
}

/**
 * @param content what may be shown; undefined where the bulletin cannot be read at all
 * @param mdx the `.mdx` articles that are shown
 * @param inbox what the dev server shows of the inbox
 */
export function setContent(content: Content | undefined, mdx: readonly Article[], inbox: InboxDraft[]): void {
  place().content = content;
  place().inbox = inbox;
  place().mdx = new Map(mdx.map((article) => [article.file, article]));
  for (const listener of place().listeners) listener();
}

/** Keeps the addresses that a build for a day leaves out, for whoever looks for lost ones. */
export function setLaterAddresses(addresses: ReadonlySet<string>): void {
  place().later = addresses;
}

export function getLaterAddresses(): ReadonlySet<string> {
  return place().later ?? new Set();
}

export function getContent(): Content | undefined {
  return place().content;
}

/** The drafts of the inbox; none but in the dev server. */
export function getInbox(): InboxDraft[] {
  return place().inbox ?? [];
}

/**
 * The `.mdx` article of a file, as it was checked.
 * @param file absolute path
 * @throws where the content that was handed over has none: then nobody has looked through the file
 */
export function getMdxArticle(file: string): Article {
  const article = place().mdx.get(file);
  if (!article) throw new Error(`Not a checked article: ${file}`);
  return article;
}

/** Calls a function each time that content is handed over. */
export function onContentChange(listener: () => void): void {
  place().listeners.push(listener);
}

export function setPictureListener(listener: PictureListener): void {
  place().pictures = listener;
}

/** Passes a picture that has been read and may be published to the listener, if there is one. */
export function queuePicture(picture: Picture): void {
  place().pictures?.add(picture);
}

/** Call when a build begins. The signal is aborted when that build fails. */
export function startBuild(): AbortSignal {
  const build = new AbortController();
  place().build = build;
  return build.signal;
}

/**
 * Call when the build has failed: cancels its background work.
 * @param reason the error that ended the build
 */
export function abortBuild(reason: unknown): void {
  place().build?.abort(reason);
}
