#!/usr/bin/env node
// Starts the commands under the Node that the package brings, whatever Node the machine has (20 or newer).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = path.resolve(fileURLToPath(import.meta.url), '../..');
const compiled = path.join(engine, 'lib/cli.js');
const commands = existsSync(compiled) ? compiled : path.join(engine, 'scripts/cli.ts');

const child = spawn(ownNode(), ['--max-semi-space-size=32', commands, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`启动不了：${error.message}\n  改法：重新运行 npm install`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = code ?? 1;
});

/** The Node of the package "node"; the machine's own where that could not be installed. */
function ownNode() {
  try {
    const folder = path.dirname(createRequire(compiled).resolve('node/package.json'));
    const found = path.join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
    return existsSync(found) ? found : process.execPath;
  } catch {
    return process.execPath;
  }
}
