import { readFileSync } from 'node:fs';
import { ifRefused, isSystemError } from '../../../src/core/system-error.ts';

/** Identifies a process; the start time tells it from a later process with the same id. */
interface ProcessRecord {
  pid: number;
  start: string;
}

/** The record of this process, as written to lock and owner files. */
export function ownProcessRecord(): string {
  return JSON.stringify({ pid: process.pid, start: startTimeOf(process.pid) } satisfies ProcessRecord);
}

/** The id of the process that wrote a record, if it still runs; undefined also for invalid text. */
export function runningProcess(text: string): number | undefined {
  const claimed = parseRecord(text);
  if (!claimed) return undefined;
  try {
    process.kill(claimed.pid, 0);
  } catch (error) {
    if (isSystemError(error, 'ESRCH')) return undefined;
    // EPERM: it runs, under another user.
    if (!isSystemError(error, 'EPERM')) throw error;
  }
  return startTimeOf(claimed.pid) === claimed.start ? claimed.pid : undefined;
}

/** Node takes 32 bits; 0 and below mean groups of processes, see kill(2). */
function isProcessId(pid: unknown): pid is number {
  return Number.isInteger(pid) && Number(pid) > 0 && Number(pid) < 2 ** 31;
}

function parseRecord(text: string): ProcessRecord | undefined {
  try {
    const { pid, start } = (JSON.parse(text) ?? {}) as Partial<ProcessRecord>;
    return isProcessId(pid) && typeof start === 'string' ? { pid, start } : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Start time of a process in clock ticks since boot (Linux; empty elsewhere). See proc(5), stat, field 22. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch (error) {
    return ifRefused('')(error);
  }
}
