import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type ImportInput, UnreadableError } from '../../../src/import/index.ts';
import { firstInstalled, LIBRE_OFFICE } from '../installed-tool.ts';

const run = promisify(execFile);
/** Time limit of a conversion in milliseconds: LibreOffice may hang at a damaged file. */
const MAX_TIME_MS = 120_000;

/**
 * Converts files that only other programs can read: `.doc`, `.wps`, `.rtf`, `.odt` to `.docx` with LibreOffice.
 * Returns other files unchanged.
 * @throws UnreadableError if the program is not installed, or cannot read the file
 */
export async function convert(input: ImportInput): Promise<ImportInput> {
  return input.kind === 'doc' ? { ...input, kind: 'docx', bytes: await toDocx(input) } : input;
}

async function toDocx({ name, bytes }: ImportInput): Promise<Uint8Array> {
  const tool = await firstInstalled(LIBRE_OFFICE);
  if (tool === undefined) {
    throw new UnreadableError(
      '这是旧的 Word 文件（.doc、.wps、.rtf），这台电脑没有装 LibreOffice，读不了',
      '用 Word 或 WPS 打开，另存为 .docx 再导入；或者请人装上 LibreOffice',
    );
  }
  return inFolder(async (folder) => {
    const source = path.join(folder, `a${path.extname(name).toLowerCase() || '.doc'}`);
    await writeFile(source, bytes);
    // A separate profile: a running LibreOffice would block this one.
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    await run(tool, [profile, '--headless', '--convert-to', 'docx', '--outdir', folder, source], {
      timeout: MAX_TIME_MS,
    });
    return readFile(path.join(folder, 'a.docx'));
  }, '用 Word 或 WPS 打开，另存为 .docx 再导入');
}

async function inFolder(work: (folder: string) => Promise<Uint8Array>, fix: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'import-'));
  try {
    return await work(folder);
  } catch (cause) {
    throw new UnreadableError('打不开这个文件，可能已经损坏，或者加了密码', fix, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
