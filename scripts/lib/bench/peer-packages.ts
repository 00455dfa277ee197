import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const SOURCE = 'scripts/bench-peers';
const FOLDER = path.resolve('node_modules/.bench/peers');

/** A tool to compare with is not on this machine, and could not be fetched. */
export class PeerMissing extends Error {
  override name = 'PeerMissing';
}

/**
 * Installs the peers' packages (Eleventy, Hexo, Lighthouse) beside the project's own, once for each
 * state of their lock file. They are no dependencies of the project.
 * @returns folder of the packages
 * @throws PeerMissing
 */
export async function peerPackages(say: (line: string) => void): Promise<string> {
  const modules = path.join(FOLDER, 'node_modules');
  const mark = path.join(FOLDER, 'installed');
  const lock = await readFile(path.join(SOURCE, 'package-lock.json'), 'utf8');
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === lock) return modules;
  say('安装用来比较的工具（Eleventy、Hexo、Lighthouse），只做这一次…');
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await copyFile('.npmrc', path.join(FOLDER, '.npmrc'));
  for (const name of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(SOURCE, name), path.join(FOLDER, name));
  }
  const installed = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER, encoding: 'utf8' });
  if (installed.status !== 0) {
    throw new PeerMissing(
      `装不上用来比较的工具：${(installed.stderr ?? '').trim().split('\n')[0] ?? ''}\n  改法：连上网络再试一次；只测本刊和 Hugo 就加 --only ours,hugo`,
    );
  }
  await writeFile(mark, lock);
  return modules;
}

/** @throws PeerMissing */
export function requireHugo(): void {
  if (spawnSync('hugo', ['version']).status === 0) return;
  throw new PeerMissing('没有找到 Hugo\n  改法：apt-get install hugo；只测本刊就加 --only ours');
}
