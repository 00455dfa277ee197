import { spawn, type SpawnOptions } from 'node:child_process';
import { createServer } from 'node:net';
import { COMMANDS } from '../../scripts/lib/commands.ts';

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What Node is called with to run a command of the list, or else `scripts/<name>.ts`. */
export function commandArguments(name: string): string[] {
  return Object.hasOwn(COMMANDS, name) ? ['scripts/cli.ts', name] : [`scripts/${name}.ts`];
}

/** Runs one of the project's commands until it exits. */
export function run(name: string, args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const { child, output } = start(name, args, env);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}

/** Folder and environment of a command that gets these variables. */
export function environmentOf(env: Record<string, string>) {
  // Astro's dev server does nothing if VITEST is set.
  const all: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', ...env };
  const { VITEST: _, BULLETIN_TEST_PROJECT: cwd, ...own } = all;
  return { cwd, env: own as Record<string, string> };
}

/**
 * Starts a command that runs until it is killed. It runs in this project, or in the worker's copy of it in
 * tests of the built site.
 */
export function start(name: string, args: string[], env: Record<string, string> = {}) {
  const options: SpawnOptions = { ...environmentOf(env), stdio: 'pipe' };
  // As `npm run build` does: less garbage collection.
  const command = ['--max-semi-space-size=32', ...commandArguments(name), ...args];
  const child = spawn(process.execPath, command, options);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (text) => (output.stdout += text));
  child.stderr?.on('data', (text) => (output.stderr += text));
  return { child, output };
}

/**
 * Starts a server, `dev` or `preview`, on a free port, and waits for the address that it prints.
 * @returns the address, the process, and a function that stops the server
 */
export async function serve(name: string, args: string[], env: Record<string, string> = {}) {
  const { child, output } = start(name, [...args, '--port', String(await freePort())], env);
  for (let waited = 0; waited < 600 && child.exitCode === null; waited += 1) {
    const url = /在浏览器里打开：(http:\/\/localhost:\d+\S*)/u.exec(output.stdout)?.[1];
    if (url) return { url, output, pid: child.pid, stop: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error(`${name} did not start:\n${output.stderr}`);
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
