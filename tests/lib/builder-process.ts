import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandArguments, type Finished } from './command.ts';

/* The process of `builder.ts`: runs commands one after the other, each as if it were a new process. */

export interface Order {
  name: string;
  args: string[];
  env: Record<string, string>;
}

export interface Report {
  finished: Finished;
  /** Bytes of memory that the process uses. */
  memory: number;
}

/** Thrown instead of ending the process when a command calls `process.exit`. */
class Ended extends Error {}

let runs = 0;

async function obey({ name, args, env }: Order): Promise<Finished> {
  for (const key of Object.keys(process.env)) if (!Object.hasOwn(env, key)) delete process.env[key];
  Object.assign(process.env, env);
  const output = { stdout: '', stderr: '' };
  let code: number | undefined;
  for (const stream of ['stdout', 'stderr'] as const) {
    process[stream].write = (text: string | Uint8Array) => {
      // A process prints nothing after it has ended.
      if (code === undefined)
        output[stream] += typeof text === 'string' ? text : Buffer.from(text).toString();
      return true;
    };
  }
  const [script = '', ...own] = commandArguments(name);
  process.argv = [process.execPath, path.resolve(script), ...own, ...args];
  process.exitCode = undefined;
  process.exit = (given) => {
    code ??= Number(given ?? process.exitCode ?? 0);
    throw new Ended();
  };
  const listeners = process.listeners('uncaughtException');
  runs += 1;
  try {
    // A module runs only once per URL: a new URL runs it again.
    await import(`${pathToFileURL(path.resolve(script)).href}?run=${runs}`);
  } catch (thrown) {
    if (!(thrown instanceof Ended)) throw thrown;
  }
  code ??= Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  for (const listener of process.listeners('uncaughtException'))
    if (!listeners.includes(listener)) process.off('uncaughtException', listener);
  return { code, ...output };
}

// Astro bundles the pages into files whose names depend only on the code, and whose modules keep the content.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url.includes('/.astro/') ? { ...found, url: `${found.url}?run=${runs}` } : found;
  },
});

process.on('message', async (order: Order) => {
  const finished = await obey(order);
  process.send?.({ finished, memory: process.memoryUsage.rss() } satisfies Report);
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
