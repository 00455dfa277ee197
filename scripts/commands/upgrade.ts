import { commandLine, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { PutBackError, reportingErrors } from '../lib/command-error.ts';
import { Terminal } from '../lib/new/terminal.ts';
import { readBulletinPackage } from '../lib/upgrade/bulletin-package.ts';
import { formatUpgrade } from '../lib/upgrade/format-upgrade.ts';
import { tryVersion } from '../lib/upgrade/prepare-upgrade.ts';
import { runProgram } from '../lib/upgrade/run-program.ts';
import { recover, switchVersion, undoUpgrade } from '../lib/upgrade/switch-version-fs.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：park-bulletin upgrade [<版本> | <程序包.tgz>] [--content <文件夹>] [--all] [--yes] [--json]
      park-bulletin upgrade --undo [--json]

换新版本的程序，在刊物的文件夹里运行。先把新版本装到临时文件夹，用新旧两个版本各生成一遍，
列出网站上哪些网页会变、更新记录里写了什么；问过才换。不写版本就换最新的。
换的是 package.json 里的版本；新版本要改内容的格式，也一起改。没换成，一切照旧。

  --undo              退回上一次升级以前的版本，连同 package.json、package-lock.json 和
                      改过的内容，一字不差
  --content <文件夹>  内容文件夹（默认 content）
  --all               逐个列出变了的网址
  --yes               不问，直接换
  --json              报告打印成 JSON；不写 --yes 就只比，不换
  --help              显示这段说明

退出码：0 换好了、退回了、只比没有换，或者已经是这个版本，1 没有换成，2 参数不对`;

const OPTIONS = {
  undo: { type: 'boolean', default: false },
  content: { type: 'string' },
  all: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;
type Options = ReturnType<typeof commandLine<typeof OPTIONS>>['values'];

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(args, HELP, OPTIONS, true);
  const [wanted, ...rest] = positionals;
  if (rest.length > 0) wrongUse(`多出了“${rest.join(' ')}”`, HELP);
  if (values.undo && wanted !== undefined) wrongUse('--undo 退回上一次的版本，后面不写版本', HELP);
  const dir = process.cwd();
  await reportingErrors(values.json, async () => {
    await readBulletinPackage(dir);
    await uninterrupted(async () => {
      if (await recover(dir, runProgram)) say('上一次换到一半断了，已先恢复原样。');
    });
    await (values.undo ? undo(dir, values) : upgrade(dir, wanted, values));
  });
}

function say(line: string): void {
  console.error(escapeControls(line, true));
}

function report({ json }: Options, text: string, data: unknown): void {
  console.log(json ? jsonText(data) : escapeControls(text, true));
}

async function undo(dir: string, values: Options): Promise<void> {
  const { from, to } = await uninterrupted(() => undoUpgrade(dir, runProgram));
  report(values, `已从 ${from} 退回 ${to}。`, { from, to, undone: true });
}

async function upgrade(dir: string, wanted: string | undefined, values: Options): Promise<void> {
  const content = contentOption(values.content);
  const tried = await tryVersion({ dir, content, wanted, run: runProgram, say }, async (found, files) => {
    const { from, to } = found;
    if (!values.json) console.log(escapeControls(formatUpgrade(found, values.all), true));
    const isWanted = values.yes || (await ask(to, values));
    if (isWanted) {
      say('换成新版本…');
      await uninterrupted(() => switchVersion(dir, files, { from, to, run: runProgram }));
    }
    const done = isWanted
      ? `已从 ${from} 换成 ${to}。要退回：npx park-bulletin upgrade --undo`
      : '没有换。要换，再运行一次，加 --yes。';
    report(values, done, { ...found, upgraded: isWanted });
    return found;
  });
  if (!tried) report(values, '已经是这个版本，不用换。', { upgraded: false });
}

async function ask(to: string, { json }: Options): Promise<boolean> {
  if (json || !Terminal.isInteractive) return false;
  const terminal = new Terminal();
  const answer = await terminal.ask({
    label: `换成 ${to}？写“是”就换`,
    proposal: '否',
    validate: async (typed) => (/^(?:是|否|y|n|yes|no)$/iu.test(typed) ? undefined : '  ！写“是”或“否”'),
  });
  terminal.close();
  return /^(?:是|y|yes)$/iu.test(answer);
}

/**
 * Lets work finish, or put things back, where Ctrl+C would end the process in the middle. Ctrl+C also ends
 * npm; then everything is put back before this command ends.
 */
async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  let isInterrupted = false;
  const onSignal = () => {
    isInterrupted = true;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    return await work();
  } catch (error) {
    if (!isInterrupted || !(error instanceof PutBackError)) throw error;
    throw new PutBackError('中途停下了，已经恢复原样', '再运行一次');
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}
