import { commandLine, PROBLEMS } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { examine, formatFindings } from '../lib/doctor/checks.ts';
import { readMachine } from '../lib/doctor/machine-fs.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：npm run doctor -- [--content <文件夹>] [--json]

看看这台电脑和这份刊物缺什么：Node、程序包、磁盘、内容文件夹、备案号、Git、
导入来稿要用的 LibreOffice。每一处都写明怎么办；不改任何东西。
“提醒”是可有可无的，不妨碍编刊、生成网站；“问题”要先解决。

  --content <文件夹>  内容文件夹（默认 content）
  --json              打印成 JSON
  --help              显示这段说明

退出码：0 没有问题，1 有问题，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    content: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const findings = examine(await readMachine(contentOption(values.content)));
  console.log(values.json ? jsonText({ findings }) : escapeControls(formatFindings(findings), true));
  if (findings.some(({ state }) => state === 'problem')) process.exitCode = PROBLEMS;
}
