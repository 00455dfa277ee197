import { spawn, type SpawnOptions } from 'node:child_process';

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the project's commands, `scripts/<name>.ts`, and waits for its end. */
export function run(name: string, args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const { child, output } = start(name, args, env);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}

/** Starts a command that runs until it is killed. */
export function start(name: string, args: string[], env: Record<string, string> = {}) {
  // Astro's dev server does nothing if VITEST is set.
  const { VITEST: _, ...own } = process.env;
  const options: SpawnOptions = { env: { ...own, NODE_ENV: 'production', ...env }, stdio: 'pipe' };
  const child = spawn(process.execPath, [`scripts/${name}.ts`, ...args], options);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (text) => (output.stdout += text));
  child.stderr?.on('data', (text) => (output.stderr += text));
  return { child, output };
}
