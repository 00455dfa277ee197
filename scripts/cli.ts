// Before a command loads Vite.
import './lib/build/mimalloc-purge.ts';
import './lib/compile-cache.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestNames } from '../src/core/text/nearest.ts';
import { engineFile, setEngineFolder } from '../src/engine/engine-folder.ts';
import { wrongUse } from './lib/command.ts';
import { COMMANDS } from './lib/commands.ts';

const shown = Object.entries(COMMANDS).filter(([, { does }]) => does !== undefined);

const HELP = `用法：park-bulletin <命令> [各命令自己的选项]

${shown.map(([name, { does }]) => `  ${name.padEnd(12)} ${does}`).join('\n')}

在刊物的文件夹里运行；每个命令后面加 --help，看它的选项。在刊物里也可以写成 npm run <命令> -- <选项>。

  --version  程序的版本

退出码：0 成功，1 有问题，2 用法不对`;

// The engine is one folder up, both here and in the compiled `lib/`.
setEngineFolder(path.resolve(fileURLToPath(import.meta.url), '../..'));

const [name = '--help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  const { run } = await command.load();
  await run(args);
} else if (['--help', '-h', 'help'].includes(name)) {
  console.log(HELP);
} else if (['--version', '-v'].includes(name)) {
  const { version } = JSON.parse(readFileSync(engineFile('package.json'), 'utf8')) as { version: string };
  console.log(version);
} else {
  const names = shown.map(([each]) => each);
  const [near] = nearestNames(name, names, 1);
  wrongUse(
    `没有“${name}”这个命令${near ? `，你是不是想写 ${near}？` : `。可以写的：${names.join('、')}`}`,
    HELP,
  );
}
