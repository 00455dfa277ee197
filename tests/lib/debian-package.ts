import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs those of Debian's packages that are missing.
 * @throws where that is not possible: not on Debian, not as root, or without its registry
 */
export function requirePackages(...names: string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`A test needs ${missing.join(', ')}. Install with: ${command}`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  } catch (cause) {
    throw new Error(`A test needs ${missing.join(', ')}, and “${command}” failed`, { cause });
  }
}

function isInstalled(name: string): boolean {
  try {
    const status = execFileSync('dpkg', ['--status', name], { stdio: ['ignore', 'pipe', 'ignore'] });
    return String(status).includes('\nStatus: install ok installed\n');
  } catch {
    return false;
  }
}
