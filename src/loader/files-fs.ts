import { readFileSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '#core/diagnostic.ts';
import { decodeStrictly } from '#core/text/decode-strictly.ts';
import { asRead } from '#core/text/edit.ts';
import { ifMissing, isSystemError } from '#core/system-error.ts';

/** No Markdown or YAML file of a bulletin is this large; a larger one was put there by mistake. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** Why a file cannot be read. */
export interface UnreadableFile {
  finding: Finding;
}

/**
 * Lists all files below a folder: relative paths with `/`, sorted, without hidden files. Symbolic links
 * that lead out of the folder are listed in `strays` instead. A missing folder has no files.
 */
export async function listFiles(dir: string): Promise<{ files: string[]; strays: string[] }> {
  const strays: string[] = [];
  const root = await realpath(dir).catch(ifMissing(undefined));
  if (root === undefined) return { files: [], strays };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const full = path.join(entry.parentPath, entry.name);
    const relative = path.relative(root, full).replaceAll(path.sep, '/');
    if (relative.split('/').some((part) => part.startsWith('.'))) continue;
    if (entry.isSymbolicLink()) {
      const target = await realpath(full).catch((error: unknown) => {
        // A circular link, like one to a missing file, has no target.
        if (isSystemError(error, 'ELOOP')) return undefined;
        return ifMissing(undefined)(error);
      });
      const inside = target?.startsWith(root + path.sep) && (await lstat(target)).isFile();
      (inside ? files : strays).push(relative);
    } else if (entry.isFile()) files.push(relative);
  }
  return { files: files.sort(), strays: strays.sort() };
}

/** Reads a text file of at most 4 MB in UTF-8, and gives its text with LF line ends and without BOM. */
export async function readText(file: string): Promise<{ text: string; bytes: Buffer } | UnreadableFile> {
  // For thousands of small files, asynchronous reads cost ten times as much.
  const bytes = readFileSync(file);
  if (bytes.length > MAX_TEXT_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return refuse(`文件太大（${size} MB）`, '文稿不超过 4 MB；图片要单独存成文件，不要嵌在文字里');
  }
  const text = decodeStrictly(bytes, 'utf-8', { ignoreBOM: true });
  if (text === undefined) return refuse('文件不是 UTF-8 编码', '用记事本打开，“另存为”时把编码选成 UTF-8');
  return { text: asRead(text), bytes };
}

function refuse(problem: string, fix: string): UnreadableFile {
  return { finding: { rule: 'file', problem, fix } };
}
