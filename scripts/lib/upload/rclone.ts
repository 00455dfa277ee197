import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isSystemError } from '../../../src/core/system-error.ts';
import { BrokenOffError, CommandError } from '../command-error.ts';
import { MARKER_FILE } from '../publish/output-folder.ts';
import type { UploadPlan } from './upload-plan.ts';

/** Rclone's exit code for a folder that does not exist: https://rclone.org/docs/#exit-code */
const NO_FOLDER = 3;

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export type RunRclone = (args: readonly string[]) => Promise<Ran>;

/** Runs rclone. @throws CommandError if it cannot be started */
export const runRclone: RunRclone = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn('rclone', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (text: Buffer) => (output.stdout += text));
    child.stderr.on('data', (text: Buffer) => (output.stderr += text));
    child.on('error', (error) => reject(startError(error)));
    child.on('close', (code) => resolve({ code, ...output }));
  });

function startError(error: Error): CommandError {
  const cause = { cause: error };
  return isSystemError(error, 'ENOENT')
    ? new CommandError(
        '没有装 rclone，或者不在 PATH 里',
        '装好它（https://rclone.org/install/），或用 oss://、cos:// 只写出清单',
        cause,
      )
    : new CommandError(
        `rclone 运行不了（${'code' in error ? error.code : error.message}）`,
        '在终端里运行 rclone version，照它说的办；或用 oss://、cos:// 只写出清单',
        cause,
      );
}

/**
 * The files at a target.
 * @throws CommandError if it holds files and no site of this program: deletions would hit them
 */
export async function filesAt(target: string, rclone: RunRclone): Promise<string[]> {
  const { code, stdout, stderr } = await rclone(['lsf', '-R', '--files-only', target]);
  if (code === NO_FOLDER) return [];
  if (code !== 0) throw failure(stderr);
  const files = stdout.split('\n').filter((line) => line !== '');
  if (files.length > 0 && !files.includes(MARKER_FILE))
    throw new CommandError(
      `${target} 里有文件，又不是本程序传上去的网站`,
      '写一个新的或空的位置；里面确实没有要留的东西，就先清空它',
    );
  return files;
}

/** Runs an upload: group after group, then deletions. Rclone skips files that are there already. */
export async function runPlan(
  site: string,
  target: string,
  { groups, deletions }: Pick<UploadPlan, 'groups' | 'deletions'>,
  rclone: RunRclone,
): Promise<void> {
  const lists = await mkdtemp(path.join(os.tmpdir(), 'park-bulletin-upload-'));
  const listOf = async (files: readonly string[]) => {
    const file = path.join(lists, 'files.txt');
    await writeFile(file, files.map((name) => `${name}\n`).join(''));
    return ['--files-from-raw', file];
  };
  const run = async (args: readonly string[]) => {
    const { code, stderr } = await rclone(args);
    if (code !== 0) throw failure(stderr);
  };
  try {
    // The marker file goes first, so that an interrupted upload can be continued.
    await run(['copy', site, target, ...(await listOf([MARKER_FILE])), '--checksum']);
    for (const { files, contentType, cacheControl } of groups)
      await run([
        'copy',
        site,
        target,
        ...(await listOf(files)),
        '--no-traverse',
        '--checksum',
        '--header-upload',
        `Content-Type: ${contentType}`,
        '--header-upload',
        `Cache-Control: ${cacheControl}`,
      ]);
    if (deletions.length > 0) await run(['delete', target, ...(await listOf(deletions))]);
  } finally {
    await rm(lists, { recursive: true, force: true });
  }
}

function failure(stderr: string): CommandError {
  const lines = stderr
    .trim()
    .split('\n')
    // Settings may come from variables of the environment.
    .filter((line) => !line.includes('Config file'))
    .slice(-3)
    .join('\n');
  return new BrokenOffError(`rclone 没有传完：${lines}`, '看它说的哪里不对，再运行一次，传过的会跳过');
}
