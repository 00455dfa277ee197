import { format } from 'node:util';
import { commandArguments, type Finished } from './command.ts';

/** Thrown instead of ending the process when a command calls `process.exit`. */
class Ended extends Error {}

let last: Promise<unknown> = Promise.resolve();
let runs = 0;

/**
 * Runs one of the project's commands in this process, which is faster than starting another one. Exit code and
 * output are those of a separate process. Commands run one after the other.
 */
export function runHere(name: string, args: string[]): Promise<Finished> {
  const finished = last.then(() => runAlone(name, args));
  last = finished.catch(() => undefined);
  return finished;
}

async function runAlone(name: string, args: string[]): Promise<Finished> {
  const { argv, exit, exitCode } = process;
  const environment = { ...process.env };
  const { log, error } = console;
  const listeners = process.listeners('uncaughtException');
  const output = { stdout: '', stderr: '' };
  let code: number | undefined;
  const write = (stream: keyof typeof output) => {
    return (...words: unknown[]) => {
      // A process prints nothing after it has ended.
      if (code === undefined) output[stream] += `${format(...words)}\n`;
    };
  };
  const [script = '', ...own] = commandArguments(name);
  process.argv = [process.execPath, script, ...own, ...args];
  process.exitCode = undefined;
  process.exit = (given) => {
    code ??= Number(given ?? process.exitCode ?? 0);
    throw new Ended();
  };
  console.log = write('stdout');
  console.error = write('stderr');
  runs += 1;
  try {
    // A module runs only once per URL: a new URL runs it again.
    await import(/* @vite-ignore */ `../../${script}?run=${runs}`);
  } catch (thrown) {
    if (!(thrown instanceof Ended)) throw thrown;
  } finally {
    code ??= Number(process.exitCode ?? 0);
    process.argv = argv;
    restore(environment);
    process.exit = exit;
    process.exitCode = exitCode;
    console.log = log;
    console.error = error;
    for (const listener of process.listeners('uncaughtException'))
      if (!listeners.includes(listener)) process.off('uncaughtException', listener);
  }
  return { code: code ?? 0, ...output };
}

/** Undoes a command's changes of the environment, which would reach the commands after it. */
function restore(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}
