import { spawn, type StdioOptions } from 'node:child_process';

/*
 * Everything that CI runs, `npm test`. The checks run at the same time as the tests, which often wait for a command
 * or a browser.
 */

const CHECKS = ['types', 'lint', 'unused'];

/** Runs one of the scripts of package.json. Prints its output once it has ended, so that outputs do not mix. */
async function check(name: string): Promise<boolean> {
  const output: Buffer[] = [];
  const code = await exitCode(`npm run ${name}`, ['ignore', 'pipe', 'pipe'], (text) => output.push(text));
  process.stdout.write(Buffer.concat(output));
  return code === 0;
}

/** Runs a command of the shell until it ends. @param keep called with its output, if it has pipes */
function exitCode(command: string, stdio: StdioOptions, keep?: (text: Buffer) => void): Promise<number> {
  const child = spawn(command, { shell: true, stdio });
  for (const stream of [child.stdout, child.stderr]) if (keep) stream?.on('data', keep);
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

const [tests, ...checks] = await Promise.all([exitCode('vitest run', 'inherit'), ...CHECKS.map(check)]);
const failed = CHECKS.filter((_, index) => !checks[index]);
if (failed.length > 0) console.error(`Failed: npm run ${failed.join(', npm run ')}`);
process.exitCode = failed.length > 0 ? 1 : tests;
