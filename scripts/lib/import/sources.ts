import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../../src/core/system-error.ts';
import {
  type FileKind,
  foreignKindError,
  type ImportInput,
  kindOf,
  kindOfZip,
  UnreadableError,
  unzip,
} from '../../../src/import/index.ts';

/** A file to import; read only when `load()` is called. */
export interface ImportSource {
  /** Name for the report: the path as given, or the path inside a zip. */
  name: string;
  load(): Promise<ImportInput | { error: UnreadableError }>;
}

/** Pictures in a folder or a zip, each named like a source. */
export interface PictureGroup {
  /** The folder or the zip. */
  input: string;
  pictures: string[];
}

/** What the paths of a command lead to. */
export interface FoundFiles {
  sources: ImportSource[];
  pictures: PictureGroup[];
}

/** Size limits. Manuscripts are smaller; texts without pictures much smaller. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const MAX_TEXT_BYTES = 12 * 1024 * 1024;
const TEXTS = new Set<FileKind>(['text', 'markdown', 'html']);
/** Files that operating systems and word processors leave in folders. */
const IGNORED_NAME = /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/iu;
const PICTURES = 'jpe?g|png|gif|webp|avif|tiff?|bmp|heic|heif|psd';
const PICTURE = new RegExp(`\\.(?:${PICTURES})$`, 'iu');
const NAMES_PICTURE = new RegExp(`\\.(?:${PICTURES})`, 'iu');
/** In the folder of a saved page. */
const PAGE_FOLDER = /(?:_|\.)files\//iu;

/**
 * Lists the files to import: files, all files in folders, all files in zips. Pictures are listed apart; they are
 * read with the manuscript that refers to them.
 */
export async function importSources(paths: readonly string[]): Promise<FoundFiles> {
  const out: FoundFiles = { sources: [], pictures: [] };
  const add = ({ sources, pictures }: FoundFiles) => {
    out.sources.push(...sources);
    out.pictures.push(...pictures.filter((group) => group.pictures.length > 0));
  };
  for (const each of paths) {
    const info = await stat(each).catch(ifMissing(undefined));
    if (info?.isDirectory()) {
      const names = (await readdir(each, { recursive: true }))
        .map((name) => name.replaceAll(path.sep, '/'))
        .toSorted();
      const isPagePart = partsOfPages(names);
      const pictures: string[] = [];
      for (const name of names) {
        if (name.split('/').some((part) => IGNORED_NAME.test(part)) || isPagePart(name)) continue;
        const file = path.join(each, name);
        if (PICTURE.test(name)) pictures.push(file);
        else if ((await stat(file)).isFile()) add(await sourcesOfFile(file));
      }
      add({ sources: [], pictures: [{ input: each, pictures }] });
    } else add(await sourcesOfFile(each));
  }
  return out;
}

async function sourcesOfFile(file: string): Promise<FoundFiles> {
  const failed = (error: UnreadableError) => alone({ name: file, load: async () => ({ error }) });
  let kind: FileKind;
  try {
    kind = await kindOfFile(file);
    if (kind === 'zip') return await sourcesInZip(file);
  } catch (error) {
    if (error instanceof UnreadableError) return failed(error);
    throw error;
  }
  return alone({
    name: file,
    load: async () => inputOf(file, kind, await readFile(file), await picturesBeside(file, kind)),
  });
}

function alone(source: ImportSource): FoundFiles {
  return { sources: [source], pictures: [] };
}

async function kindOfFile(file: string): Promise<FileKind> {
  const info = await stat(file).catch(ifMissing(undefined));
  if (!info?.isFile()) throw new UnreadableError('没有这个文件', '检查路径；有空格的路径要加引号');
  if (info.size > MAX_FILE_BYTES) {
    throw new UnreadableError(
      `有 ${Math.round(info.size / 1024 / 1024)} MB，太大了（最多 100 MB）`,
      '把图片另存出来，只留文字再导入',
    );
  }
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(8), 0, 8, 0);
    const kind = kindOf(path.basename(file), buffer.subarray(0, bytesRead));
    if (TEXTS.has(kind) && info.size > MAX_TEXT_BYTES) {
      throw new UnreadableError('文字文件超过 12 MB，不像一篇稿件', '把稿件单独存成一个文件再导入');
    }
    return kind;
  } finally {
    await handle.close();
  }
}

async function sourcesInZip(file: string): Promise<FoundFiles> {
  const bytes = await readFile(file);
  const entries = await unzip(bytes);
  const program = kindOfZip(entries.keys());
  if (program === 'docx')
    return alone({ name: file, load: async () => inputOf(file, 'docx', bytes, new Map()) });
  if (program !== undefined) throw foreignKindError(program);
  const isPagePart = partsOfPages(entries.keys());
  const pictures = new Map([...entries].filter(([name]) => mayBePicture(name)));
  const isIgnored = (name: string) => name.split('/').some((part) => IGNORED_NAME.test(part));
  const own = [...entries.keys()].filter(
    (name) => PICTURE.test(name) && !isPagePart(name) && !isIgnored(name),
  );
  const sources = [...entries]
    .filter(([name]) => !PICTURE.test(name) && !isPagePart(name) && !name.endsWith('/') && !isIgnored(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => {
      const full = `${file}/${name}`;
      return {
        name: full,
        load: async () => {
          try {
            const kind = kindOf(name, bytes.subarray(0, 8));
            if (kind === 'zip') throw new UnreadableError('压缩包里还有压缩包', '先解开里面的压缩包，再导入');
            const folder = path.posix.dirname(name);
            const beside = [...pictures].map(
              ([each, content]) => [path.posix.relative(folder, each), content] as const,
            );
            return inputOf(full, kind, bytes, new Map(beside.filter(([each]) => !each.startsWith('../'))));
          } catch (error) {
            if (error instanceof UnreadableError) return { error };
            throw error;
          }
        },
      };
    });
  const pictureNames = own.map((name) => `${file}/${name}`).toSorted();
  return { sources, pictures: [{ input: file, pictures: pictureNames }] };
}

function inputOf(
  name: string,
  kind: FileKind,
  bytes: Uint8Array,
  siblings: Map<string, Uint8Array>,
): ImportInput {
  return { name, kind, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), siblings };
}

/** Pictures in a text's folder and below that the text refers to by file name. */
async function picturesBeside(file: string, kind: FileKind): Promise<Map<string, Uint8Array>> {
  if (kind !== 'html' && kind !== 'markdown' && kind !== 'text') return new Map();
  const folder = path.dirname(file);
  const found = new Map<string, Uint8Array>();
  const typed = (await readFile(file)).toString('latin1').toLowerCase().replaceAll('&amp;', '&');
  const named = `${typed}\n${withoutPercents(typed)}`;
  if (!NAMES_PICTURE.test(named) && !PAGE_FOLDER.test(named)) return found;
  for (const name of await readdir(folder, { recursive: true })) {
    const base = path.basename(name);
    const isNamed = spellings(base).some((each) => named.includes(each));
    if (!isNamed || !mayBePicture(name.replaceAll(path.sep, '/'))) continue;
    const info = await stat(path.join(folder, name));
    if (info.isFile() && info.size <= MAX_FILE_BYTES)
      found.set(name.replaceAll(path.sep, '/'), await readFile(path.join(folder, name)));
  }
  return found;
}

/**
 * Finds files that a browser saved with a page: those in the folder `题目_files` or `题目.files` next to
 * `题目.html`.
 * @returns whether a file is such a part
 */
function partsOfPages(names: Iterable<string>): (name: string) => boolean {
  const folders = [...names].flatMap((name) => {
    const stem = /^(.*)\.(?:html?|xhtml|shtml)$/iu.exec(name)?.[1];
    return stem === undefined ? [] : [`${stem}_files/`, `${stem}.files/`];
  });
  return (name) => folders.some((folder) => name.startsWith(folder));
}

/** Whether a file is a picture by its name. Browsers save pictures of pages without an extension. */
function mayBePicture(name: string): boolean {
  const base = path.posix.basename(name);
  return PICTURE.test(base) || (PAGE_FOLDER.test(name) && !/\.[A-Za-z]/u.test(base));
}

/** How a text may write a file name, as lower-case bytes: in either Unicode normalization. */
function spellings(name: string): string[] {
  const each = name.toWellFormed();
  const typed = [each, each.normalize('NFC'), each.normalize('NFD')];
  const written = typed.flatMap((one) => [one, Buffer.from(one).toString('latin1')]);
  return [...new Set(written.map((one) => one.toLowerCase()))];
}

/** The bytes of a text with its percent-encoding decoded, in lower case. */
function withoutPercents(bytes: string): string {
  return bytes
    .replace(/%([0-9a-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
}
