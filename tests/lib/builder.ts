import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { environmentOf, type Finished } from './command.ts';
import type { Order, Report } from './builder-process.ts';

/** A larger process is replaced by a new one, 1 GiB: each build leaves its modules behind. */
const MAX_MEMORY = 1024 ** 3;

let builder: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command that renders a site in a process that stays for all tests of this worker, in its copy of the
 * project: a new one needs half of the CPU time of a small build to load Astro. For tests of a site; tests of builds
 * themselves use `run()`.
 */
export function build(
  name: 'build' | 'release' | 'archive' | 'wechat',
  args: string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const finished = last.then(() => runAlone({ name, args, ...environmentOf(env) }));
  last = finished.catch(() => undefined);
  return finished;
}

function runAlone({ cwd, ...order }: Order & { cwd?: string | undefined }): Promise<Finished> {
  builder ??= fork(path.resolve('tests/lib/builder-process.ts'), {
    cwd,
    env: order.env,
    execArgv: ['--max-semi-space-size=32'],
  });
  const child = builder;
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => {
      builder = undefined;
      reject(new Error(`The process of the builder ended with ${code}`));
    };
    child.once('exit', ended);
    child.once('message', ({ finished, memory }: Report) => {
      child.off('exit', ended);
      if (memory > MAX_MEMORY) {
        builder = undefined;
        child.kill('SIGKILL');
      }
      child.unref();
      child.channel?.unref();
      resolve(finished);
    });
    child.ref();
    child.channel?.ref();
    child.send(order);
  });
}
