import { setEngineFolder } from '../src/engine/engine-folder.ts';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestNames } from '../src/core/text/nearest.ts';
import { wrongUse } from './lib/command.ts';
import { COMMANDS } from './lib/commands.ts';

const shown = Object.entries(COMMANDS).filter(([, { does }]) => does !== undefined);

const HELP = `用法：park-bulletin <命令> [各命令自己的选项]

${shown.map(([name, { does }]) => `  ${name.padEnd(10)} ${does}`).join('\n')}

在刊物的文件夹里运行；每个命令后面加 --help，看它的选项。在刊物里也可以写成 npm run <命令> -- <选项>。

退出码：0 成功，1 有问题，2 用法不对`;

// The engine is one folder up, both here and in the compiled `lib/`.
setEngineFolder(path.resolve(fileURLToPath(import.meta.url), '../..'));

const [name = '--help', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  // Commands read their options from `process.argv`.
  process.argv = [process.argv[0] ?? '', name, ...rest];
  await command.run();
} else if (name === '--help' || name === '-h') {
  console.log(HELP);
} else {
  const names = shown.map(([each]) => each);
  const [near] = nearestNames(name, names, 1);
  wrongUse(
    `没有“${name}”这个命令${near ? `，你是不是想写 ${near}？` : `。可以写的：${names.join('、')}`}`,
    HELP,
  );
}
