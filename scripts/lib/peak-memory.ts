import { readdirSync, readFileSync } from 'node:fs';

/**
 * Runs something that starts another program, and measures its time and that program's memory.
 * @param program beginning of the program's name; its memory is read from /proc, so on Linux only
 */
export async function peakMemory(
  program: string,
  work: () => Promise<void>,
): Promise<{ seconds: number; peakMb?: number }> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, ...memoryOf(program));
  }, 50);
  const started = performance.now();
  await work();
  clearInterval(watch);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(2));
  return { seconds, ...(peak > 0 && { peakMb: Math.round(peak / 1024) }) };
}

/** High-water marks in kB of the running processes of that name. */
function memoryOf(program: string): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .flatMap((process) => {
        const status = readFileSync(`/proc/${process}/status`, 'utf8');
        const [, kilobytes] = /^VmHWM:\s+(\d+)/mu.exec(status) ?? [];
        return status.startsWith(`Name:\t${program}`) && kilobytes ? [Number(kilobytes)] : [];
      });
  } catch {
    return [];
  }
}
