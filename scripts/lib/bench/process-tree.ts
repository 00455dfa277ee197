import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory is read, in milliseconds. */
const EVERY = 50;

/**
 * Watches the resident memory of a process and of all below it, from /proc (Linux only).
 * @returns `stop` ends the watch and gives the highest sum in MB (2^20 bytes), 0 where it cannot be known
 */
export function watchMemory(root: number): { stop(): number } {
  let peak = 0;
  const look = () => {
    const tree = processTree(root);
    const together = tree.reduce((sum, pid) => sum + memoryOf(pid, 'VmRSS'), 0);
    peak = Math.max(peak, together, ...tree.map((pid) => memoryOf(pid, 'VmHWM')));
  };
  const timer = setInterval(look, EVERY);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peak / 1024);
    },
  };
}

/** A process and all below it. */
function processTree(root: number): number[] {
  const children = attempt(() => readdirSync(`/proc/${root}/task`), []).flatMap((task) =>
    attempt(() => readFileSync(`/proc/${root}/task/${task}/children`, 'utf8'), '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  return [root, ...children.flatMap(processTree)];
}

/** In kB. */
function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '');
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(status)?.[1] ?? 0);
}

/** A process may end while it is read. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
