import { readdirSync, readFileSync } from 'node:fs';
import { ifRefused } from '../../../src/core/system-error.ts';

/** Interval for reading the memory, in milliseconds. */
const SAMPLE_INTERVAL_MS = 50;
/** The kernel reports times in hundredths of a second on every machine (USER_HZ). */
const TICKS_PER_SECOND = 100;

/**
 * Watches a process and all its descendants in /proc (Linux only).
 * @returns `stop` ends the watch and gives the highest sum of resident memory in MB (2^20 bytes), and the
 *   seconds of user and system time that were seen; both 0 where they cannot be known
 */
export function watchTree(root: number): { stop(): { peakMB: number; cpu: number } } {
  let peak = 0;
  const ticks = new Map<number, number>();
  const look = () => {
    const tree = processTree(root);
    for (const pid of tree) ticks.set(pid, ticksOf(pid) ?? ticks.get(pid) ?? 0);
    const together = tree.reduce((sum, pid) => sum + memoryOf(pid, 'VmRSS'), 0);
    peak = Math.max(peak, together, ...tree.map((pid) => memoryOf(pid, 'VmHWM')));
  };
  const timer = setInterval(look, SAMPLE_INTERVAL_MS);
  return {
    stop() {
      clearInterval(timer);
      const cpu = [...ticks.values()].reduce((sum, value) => sum + value, 0) / TICKS_PER_SECOND;
      return { peakMB: Math.round(peak / 1024), cpu };
    },
  };
}

/**
 * A process and all its descendants. A child with its parent's command line has not started its own program
 * yet, and reports the parent's memory as its own.
 */
function processTree(root: number): number[] {
  const own = commandOf(root);
  const children = readOrDefault(() => readdirSync(`/proc/${root}/task`), []).flatMap((task) =>
    readOrDefault(() => readFileSync(`/proc/${root}/task/${task}/children`, 'utf8'), '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return [root, ...children.filter((child) => commandOf(child) !== own).flatMap(processTree)];
}

function commandOf(pid: number): string {
  return readOrDefault(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '');
}

/** In kB. */
function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readOrDefault(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '');
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
}

/** User and system time of the process alone; fields 14 and 15 of its stat, see proc(5). */
function ticksOf(pid: number): number | undefined {
  const stat = readOrDefault(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.length > 12 ? Number(fields[11]) + Number(fields[12]) : undefined;
}

/** A process may end while it is read. */
function readOrDefault<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    return ifRefused(otherwise)(error);
  }
}
