import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { onTestFinished } from 'vitest';

/** Whether this machine lets the tests mount disks of their own. */
export const MAY_MOUNT =
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0 && mountable();

/** Mounts a disk of some MB at a folder, which is made; it goes away after the test. */
export async function mountDisk(folder: string, megabytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  mount(['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
}

/** Nothing can be written on a mounted disk from now on. */
export function makeReadOnly(folder: string): void {
  mount(['-o', 'remount,ro', folder]);
}

function mount(options: string[]): void {
  const { status, stderr } = spawnSync('mount', options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function mountable(): boolean {
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}
