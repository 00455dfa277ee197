import { spawn } from 'node:child_process';

/* Everything that CI runs, `npm test`: the checks that need no tests at the same time, then the tests. */

const CHECKS = ['types', 'lint', 'unused'];

/** Runs one of the scripts of package.json. Prints its output once it has ended, so that outputs do not mix. */
function check(name: string): Promise<boolean> {
  const child = spawn(`npm run ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => output.push(text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

const passed = await Promise.all(CHECKS.map(check));
if (passed.includes(false)) {
  console.error(`Failed: npm run ${CHECKS.filter((_, index) => !passed[index]).join(', npm run ')}`);
  process.exitCode = 1;
} else {
  const tests = spawn('vitest run', { shell: true, stdio: 'inherit' });
  process.exitCode = await new Promise<number>((resolve) => tests.on('close', (code) => resolve(code ?? 1)));
}
