import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const MANIFEST_DIR = 'scripts/bench';
const INSTALL_DIR = path.resolve('node_modules/.bench/peers');

/** A peer tool is not installed and could not be installed. */
export class MissingPeerError extends Error {
  override name = 'MissingPeerError';
}

/**
 * Installs the peers' packages (Eleventy, Hexo, Lighthouse) beside the project's own, once for each
 * state of their lock file. They are not dependencies of the project.
 * @returns folder of the packages
 * @throws MissingPeerError
 */
export async function peerPackages(say: (line: string) => void): Promise<string> {
  const modules = path.join(INSTALL_DIR, 'node_modules');
  const mark = path.join(INSTALL_DIR, 'installed');
  const lock = await readFile(path.join(MANIFEST_DIR, 'package-lock.json'), 'utf8');
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === lock) return modules;
  say('安装用来比较的工具（Eleventy、Hexo、Lighthouse），只做这一次…');
  await rm(INSTALL_DIR, { recursive: true, force: true });
  await mkdir(INSTALL_DIR, { recursive: true });
  await copyFile('.npmrc', path.join(INSTALL_DIR, '.npmrc'));
  for (const name of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(MANIFEST_DIR, name), path.join(INSTALL_DIR, name));
  }
  const installed = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: INSTALL_DIR, encoding: 'utf8' });
  if (installed.status !== 0) {
    throw new MissingPeerError(
      `装不上用来比较的工具：${(installed.stderr ?? '').trim().split('\n')[0] ?? ''}\n  改法：连上网络再试一次；只测本刊和 Hugo 就加 --only ours,hugo`,
    );
  }
  await writeFile(mark, lock);
  return modules;
}

/** @throws MissingPeerError */
export function requireHugo(): void {
  if (spawnSync('hugo', ['version']).status === 0) return;
  throw new MissingPeerError('没有找到 Hugo\n  改法：apt-get install hugo；只测本刊就加 --only ours');
}
