import { readFileSync } from 'node:fs';
import { ifRefused, isSystemError } from '../../../src/core/system-error.ts';

/** A process; its start tells it from a later one of the same number. */
interface Claim {
  pid: number;
  start: string;
}

/** What this process writes where it holds something. */
export function claim(): string {
  return JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Claim);
}

/** The process that has written a claim, where it still runs; text that is no claim is nobody's. */
export function runningClaimant(text: string): number | undefined {
  const claimed = parsed(text);
  if (!claimed) return undefined;
  try {
    process.kill(claimed.pid, 0);
  } catch (error) {
    if (isSystemError(error, 'ESRCH')) return undefined;
    // EPERM: it runs, under another user.
    if (!isSystemError(error, 'EPERM')) throw error;
  }
  return startOf(claimed.pid) === claimed.start ? claimed.pid : undefined;
}

/** Node takes 32 bits; 0 and below mean groups of processes, see kill(2). */
function isProcessId(pid: unknown): pid is number {
  return Number.isInteger(pid) && Number(pid) > 0 && Number(pid) < 2 ** 31;
}

function parsed(text: string): Claim | undefined {
  try {
    const { pid, start } = (JSON.parse(text) ?? {}) as Partial<Claim>;
    return isProcessId(pid) && typeof start === 'string' ? { pid, start } : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** When a process began, as Linux counts it; empty on other systems. See proc(5), stat, field 22. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch (error) {
    return ifRefused('')(error);
  }
}
