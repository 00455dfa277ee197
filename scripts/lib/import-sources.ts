import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileKind, type ImportInput, kindOf, UnreadableError, unzip } from '../../src/import/index.ts';

/** A file to import, read only when its turn comes. */
export interface ImportSource {
  /** As the report names it: its path as it was given, or its place in a zip. */
  name: string;
  load(): Promise<ImportInput | { error: UnreadableError }>;
}

/** Bigger files are no manuscripts; texts without pictures are smaller still. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const MAX_TEXT_BYTES = 12 * 1024 * 1024;
const TEXTS = new Set<FileKind>(['text', 'markdown', 'html']);
/** What systems and word processors leave in folders. */
const LITTER = /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/iu;
const PICTURES = 'jpe?g|png|gif|webp|avif|tiff?|bmp|heic|heif|psd';
const PICTURE = new RegExp(`\\.(?:${PICTURES})$`, 'iu');
const NAMES_PICTURE = new RegExp(`\\.(?:${PICTURES})`, 'iu');

/**
 * The files that a command line names: files, folders with all below them, zips with all in them.
 * Pictures are no manuscripts; they are read with the manuscript that names them.
 */
export async function importSources(paths: string[]): Promise<ImportSource[]> {
  const out: ImportSource[] = [];
  for (const each of paths) {
    const info = await stat(each).catch(() => undefined);
    if (info?.isDirectory()) {
      const names = (await readdir(each, { recursive: true }))
        .map((name) => name.replaceAll(path.sep, '/'))
        .toSorted();
      for (const name of names) {
        if (name.split('/').some((part) => LITTER.test(part)) || PICTURE.test(name)) continue;
        const file = path.join(each, name);
        if ((await stat(file)).isFile()) out.push(...(await sourcesOfFile(file)));
      }
    } else out.push(...(await sourcesOfFile(each)));
  }
  return out;
}

async function sourcesOfFile(file: string): Promise<ImportSource[]> {
  const failed = (error: UnreadableError): ImportSource[] => [{ name: file, load: async () => ({ error }) }];
  let kind: FileKind;
  try {
    kind = await kindOfFile(file);
    if (kind === 'zip') return await sourcesInZip(file);
  } catch (error) {
    if (error instanceof UnreadableError) return failed(error);
    throw error;
  }
  return [
    {
      name: file,
      load: async () => inputOf(file, kind, await readFile(file), await picturesBeside(file, kind)),
    },
  ];
}

async function kindOfFile(file: string): Promise<FileKind> {
  const info = await stat(file).catch(() => undefined);
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

async function sourcesInZip(file: string): Promise<ImportSource[]> {
  const entries = await unzip(await readFile(file));
  const pictures = new Map([...entries].filter(([name]) => PICTURE.test(name)));
  return [...entries]
    .filter(
      ([name]) =>
        !PICTURE.test(name) && !name.endsWith('/') && !name.split('/').some((part) => LITTER.test(part)),
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => {
      const own = `${file}/${name}`;
      return {
        name: own,
        load: async () => {
          try {
            const kind = kindOf(name, bytes.subarray(0, 8));
            if (kind === 'zip') throw new UnreadableError('压缩包里还有压缩包', '先解开里面的压缩包，再导入');
            const folder = path.posix.dirname(name);
            const beside = [...pictures].map(
              ([each, content]) => [path.posix.relative(folder, each), content] as const,
            );
            return inputOf(own, kind, bytes, new Map(beside.filter(([each]) => !each.startsWith('../'))));
          } catch (error) {
            if (error instanceof UnreadableError) return { error };
            throw error;
          }
        },
      };
    });
}

function inputOf(
  name: string,
  kind: FileKind,
  bytes: Uint8Array,
  siblings: Map<string, Uint8Array>,
): ImportInput {
  return { name, kind, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), siblings };
}

/** Pictures in a text's folder and below it, for texts that name pictures by file. */
async function picturesBeside(file: string, kind: FileKind): Promise<Map<string, Uint8Array>> {
  if (kind !== 'html' && kind !== 'markdown' && kind !== 'text') return new Map();
  const folder = path.dirname(file);
  const found = new Map<string, Uint8Array>();
  const named = (await readFile(file)).toString('latin1').toLowerCase();
  if (!NAMES_PICTURE.test(named)) return found;
  for (const name of await readdir(folder, { recursive: true })) {
    const base = path.basename(name);
    if (!PICTURE.test(name) || !spellings(base).some((each) => named.includes(each))) continue;
    const info = await stat(path.join(folder, name));
    if (info.isFile() && info.size <= MAX_FILE_BYTES)
      found.set(name.replaceAll(path.sep, '/'), await readFile(path.join(folder, name)));
  }
  return found;
}

/** How a text may write a file's name, as bytes in lower case: as it is, its accents joined, or in `%20`. */
function spellings(name: string): string[] {
  const each = name.toWellFormed();
  const typed = [each, each.normalize('NFC'), each.normalize('NFD')];
  const written = typed.flatMap((one) => [
    one,
    Buffer.from(one).toString('latin1'),
    encodeURI(one),
    encodeURIComponent(one),
  ]);
  return [...new Set(written.map((one) => one.toLowerCase()))];
}
