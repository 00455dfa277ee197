import { setEngineFolder } from '../src/engine/engine-folder.ts';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestNames } from '../src/core/text/nearest.ts';
import { escapeControls } from '../src/core/text/control-character.ts';
import { WRONG_USE } from './lib/command.ts';

/** All commands: what each does, and the module that runs when it is imported. */
const COMMANDS: Record<string, { does: string; run: () => Promise<unknown> }> = {
  new: { does: '新建刊物、一期、一篇稿件、一个园区', run: () => import('./new.ts') },
  dev: { does: '边改边看，草稿也显示', run: () => import('./dev.ts') },
  build: { does: '生成网站', run: () => import('./build.ts') },
  preview: { does: '打开已生成的网站', run: () => import('./preview.ts') },
  check: { does: '核对内容文件夹', run: () => import('./check.ts') },
  import: { does: '把来稿变成草稿', run: () => import('./import.ts') },
  move: { does: '把稿件移进一期，或改名', run: () => import('./move.ts') },
  addresses: { does: '把发布了的网址记进清单', run: () => import('./addresses.ts') },
  stats: { does: '用稿统计', run: () => import('./stats.ts') },
  schema: { does: '写出 VS Code 用的提示', run: () => import('./schema.ts') },
};

const HELP = `用法：park-bulletin <命令> [各命令自己的选项]

${Object.entries(COMMANDS)
  .map(([name, { does }]) => `  ${name.padEnd(10)} ${does}`)
  .join('\n')}

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
  const [near] = nearestNames(name, Object.keys(COMMANDS), 1);
  console.error(
    `没有“${escapeControls(name, true)}”这个命令${near ? `，你是不是想写 ${near}？` : ''}\n${HELP}`,
  );
  process.exitCode = WRONG_USE;
}
