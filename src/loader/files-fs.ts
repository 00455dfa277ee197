import { readFileSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '#core/diagnostic.ts';
import { asRead } from '#core/text/edit.ts';

/** No Markdown or YAML file of a bulletin is this large; a larger one was put there by mistake. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** What is wrong with a file, instead of its content. */
export interface UnreadableFile {
  finding: Finding;
}

/**
 * All files below a folder, as paths relative to it with `/`, sorted; hidden ones are left out.
 * A link that leads out of the folder is left out too, and named in `strays`.
 */
export async function listFiles(dir: string): Promise<{ files: string[]; strays: string[] }> {
  const strays: string[] = [];
  const root = await realpath(dir).catch(() => undefined);
  if (root === undefined) return { files: [], strays };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const full = path.join(entry.parentPath, entry.name);
    const relative = path.relative(root, full).replaceAll(path.sep, '/');
    if (relative.split('/').some((part) => part.startsWith('.'))) continue;
    if (entry.isSymbolicLink()) {
      const target = await realpath(full).catch(() => undefined);
      const inside = target?.startsWith(root + path.sep) && (await lstat(target)).isFile();
      (inside ? files : strays).push(relative);
    } else if (entry.isFile()) files.push(relative);
  }
  return { files: files.sort(), strays: strays.sort() };
}

/** A text file's content, with LF line ends and without BOM; refused unless it is UTF-8 and of sane size. */
export async function readText(file: string): Promise<{ text: string; bytes: Buffer } | UnreadableFile> {
  // Of thousands of small files, each read asynchronously costs ten times as much.
  const bytes = readFileSync(file);
  if (bytes.length > MAX_TEXT_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return refuse(`文件太大（${size} MB）`, '文稿不超过 4 MB；图片要单独存成文件，不要嵌在文字里');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text: asRead(text), bytes };
  } catch {
    return refuse('文件不是 UTF-8 编码', '用记事本打开，“另存为”时把编码选成 UTF-8');
  }
}

function refuse(problem: string, fix: string): UnreadableFile {
  return { finding: { rule: 'file', problem, fix } };
}
