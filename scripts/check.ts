import path from 'node:path';
import { formatDiagnostic } from '../src/core/diagnostic.ts';
import { checkContent, fixContent } from './lib/check-content.ts';
import { commandLine, PROBLEMS } from './lib/command.ts';

const HELP = `用法：npm run check -- [<文件…>] [--content <文件夹>] [--fix] [--json]

核对内容文件夹：发布时会拒绝的错误，以及稿件文字里的残留、隐名、乱码、标点、叠字、
断段、数字、日期等。“错误”要改好才能发布；“提醒”请看一眼，不改也行。

  --content <文件夹>  内容文件夹（默认 content）
  --fix               改好有把握的（半角标点、省略号、破折号、全角数字……），并列出改了哪几行；
                      引号里的文字、人名、数字不动
  --json              打印成 JSON
  --help              显示这段说明

个别地方确实没错，在稿件信息里写 waivers: [{ rule: 规则, quote: 原文, reason: 理由 }]；
常用的词写进 content/check.yaml。

退出码：0 没有错误，1 有错误，2 参数不对`;

const { values, positionals } = commandLine(
  HELP,
  {
    content: { type: 'string' },
    fix: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  true,
);
const content = values.content ?? process.env.BULLETIN_CONTENT ?? 'content';
const only = positionals.map((file) => path.relative(content, file).replaceAll(path.sep, '/'));
const fixed = values.fix ? await fixContent(content, only) : [];
const diagnostics = await checkContent(content, only);
const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
if (values.json) console.log(JSON.stringify({ diagnostics, ...(values.fix && { fixed }) }, null, 2));
else {
  const shown = path.relative('.', content).startsWith('..')
    ? path.resolve(content)
    : path.relative('.', content) || '.';
  for (const { file, line, before, after } of fixed)
    console.log(`${shown}/${file}:${line} 已改\n- ${before}\n+ ${after}`);
  for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic, shown));
  console.log(
    `${diagnostics.length > 0 || fixed.length > 0 ? '\n' : ''}${errors} 处错误，${diagnostics.length - errors} 处提醒。`,
  );
}
if (errors > 0) process.exitCode = PROBLEMS;
