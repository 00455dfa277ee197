import type { Conflict, Version } from './conflict-dialog.ts';

/** A change that Sveltia CMS is about to make to a file; paths are relative to the opened folder. */
export interface Change {
  action: 'create' | 'update' | 'move' | 'delete';
  path: string;
  previousPath?: string;
  data?: string | Blob;
}

/** An entry in Sveltia's store: content by language; the form uses only one. */
interface Entry {
  locales: Record<string, { path: string; content?: Record<string, unknown> }>;
}

/** State of a file when it was read: the bytes of a text; size and time of a picture, which may be large. */
type Seen = Uint8Array | { size: number; lastModified: number };

/**
 * Before each write, compares the file with its state when it was read, so that the form never overwrites
 * somebody else's changes. The patched Sveltia calls it; see changedSveltia.
 */
export class FolderGuard {
  readonly #seen = new Map<string, Seen>();
  /** By text that the form is about to write: the file's text when editing began. */
  readonly #bases = new Map<string, string>();
  #pending = new Map<string, Change>();
  readonly #textBefore: string;
  readonly #show: (conflicts: Conflict[]) => void;

  /**
   * @param textBefore key of the file's original text in an entry
   * @param show called with both versions of each conflicting file
   */
  constructor(textBefore: string, show: (conflicts: Conflict[]) => void) {
    this.#textBefore = textBefore;
    this.#show = show;
  }

  /** Records the state of a text file that was read. */
  async readText(path: string, file: File): Promise<void> {
    this.#seen.set(path, new Uint8Array(await file.arrayBuffer()));
  }

  /** Records the state of a picture that was read. */
  readPicture(path: string, { size, lastModified }: File): void {
    this.#seen.set(path, { size, lastModified });
  }

  /** Records a text that the form is about to write, and the text that it is based on. */
  written(text: string, content: Record<string, unknown>): void {
    const base = content[this.#textBefore];
    if (typeof base === 'string') this.#bases.set(text.trim(), base);
    else this.#bases.delete(text.trim());
  }

  /**
   * @param stale the entry's change in the repository since it was opened, if Sveltia found one
   * @param original the current entry: the editor's text may be based on an older one, from a draft that the
   *   browser stored
   * @throws FormConflict if the form's text is based on another version
   */
  refuseStale(changes: readonly Change[], stale?: { entry?: Entry }, original?: Entry): void {
    const known = firstOf(stale ? stale.entry : original);
    const path = firstOf(original)?.path;
    const mine = changes.find((change) => change.path === path)?.data;
    const theirs = known?.content?.[this.#textBefore];
    const base = typeof mine === 'string' ? this.#bases.get(mine.trim()) : undefined;
    if (path !== undefined && (stale || (base !== undefined && base !== theirs)))
      this.#refuse([{ path, mine, theirs: typeof theirs === 'string' ? theirs : undefined }]);
  }

  /** @throws FormConflict if a file has changed since it was read */
  async check(root: FileSystemDirectoryHandle, changes: readonly Change[]): Promise<void> {
    this.#pending = new Map(changes.map((change) => [change.path, change]));
    await this.#compare(root, changes);
  }

  /**
   * Compares once more, when the new text is ready beside the file.
   * @throws FormConflict if the file has changed since it was read
   */
  async checkAgain(root: FileSystemDirectoryHandle, path: string): Promise<void> {
    const change = this.#pending.get(path);
    if (change) await this.#compare(root, [change]);
  }

  /** Records the state of the files after the changes were written. */
  async done(root: FileSystemDirectoryHandle, changes: readonly Change[]): Promise<void> {
    for (const { action, path, previousPath, data } of changes) {
      if (previousPath !== undefined) this.#seen.delete(previousPath);
      if (action === 'delete') this.#seen.delete(path);
      else if (typeof data === 'string') this.#seen.set(path, new TextEncoder().encode(data));
      else {
        const file = await fileAt(root, path);
        if (file) this.readPicture(path, file);
      }
    }
  }

  async #compare(root: FileSystemDirectoryHandle, changes: readonly Change[]): Promise<void> {
    const conflicts: Conflict[] = [];
    for (const { action, path, previousPath, data } of changes) {
      const from = previousPath ?? path;
      if (action === 'move' && from !== path && (await fileAt(root, path)))
        conflicts.push({ path, mine: data, theirs: await versionOf(root, path) });
      const file = await fileAt(root, from);
      const gone = !file && this.#seen.has(from) && action !== 'delete';
      if (gone || (file && !(await this.#asRead(from, file))))
        conflicts.push({ path: from, mine: data, theirs: await versionOf(root, from) });
    }
    if (conflicts.length > 0) this.#refuse(conflicts);
  }

  async #asRead(path: string, file: File): Promise<boolean> {
    const seen = this.#seen.get(path);
    if (!(seen instanceof Uint8Array))
      return seen !== undefined && seen.size === file.size && seen.lastModified === file.lastModified;
    const bytes = new Uint8Array(await file.arrayBuffer());
    return bytes.length === seen.length && bytes.every((byte, index) => byte === seen[index]);
  }

  #refuse(conflicts: Conflict[]): never {
    this.#show(conflicts);
    // The code patched by changedSveltia checks this name: the conflict has already been shown.
    throw Object.assign(new Error('这个文件已经有人改过，没有保存'), { name: 'FormConflict' });
  }
}

function firstOf(entry: Entry | undefined) {
  return entry && Object.values(entry.locales)[0];
}

async function versionOf(root: FileSystemDirectoryHandle, path: string): Promise<Version> {
  const file = await fileAt(root, path);
  return file && /\.(?:mdx?|ya?ml)$/u.test(path) ? file.text() : file;
}

async function fileAt(root: FileSystemDirectoryHandle, path: string): Promise<File | undefined> {
  const parts = path.split('/').filter(Boolean);
  try {
    let dir = root;
    for (const part of parts.slice(0, -1)) dir = await dir.getDirectoryHandle(part);
    return await (await dir.getFileHandle(parts.at(-1) ?? '')).getFile();
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') return undefined;
    throw error;
  }
}
