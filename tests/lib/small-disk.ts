import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { onTestFinished } from 'vitest';

/** Whether the tests may mount disks on this machine. */
export const MAY_MOUNT =
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0 && mountable();

/** Mounts a disk of some MB at a new folder; unmounted after the test. */
export async function mountDisk(folder: string, megabytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  mount(['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
}

/** Makes a mounted disk read-only. */
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
