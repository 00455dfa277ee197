import { githubReport, gitlabReport, markdownReport, terminalReport } from '../../src/check/index.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { checkContent, type FixedLine, filesOf, fixContent } from '../lib/check-content.ts';
import { commandLine, PROBLEMS, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { parseAsOf, today } from '../lib/as-of-day.ts';
import { readSiteAddress } from '../../src/loader/site-address-fs.ts';
import { displayPath } from '../lib/display-path.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：npm run check -- [<文件或文件夹…>] [--content <文件夹>] [--fix] [--as-of <日期>]
      [--json | --report <样式>]
      npm run check -- --explain [<规则…>]

核对内容文件夹：发布时会拒绝的错误，以及稿件文字里的残留、隐名、乱码、标点、叠字、
断段、数字、日期等；来稿箱里的草稿也看。“错误”要改好才能发布；“提醒”请看一眼，不改也行。

  --content <文件夹>  内容文件夹（默认 content）
  --fix               改好有把握的（半角标点、省略号、破折号、全角数字……），并列出改了哪几行；
                      引号里的文字、人名、数字不动
  --as-of <日期>      把这一天当作今天：日期晚于它的期和稿件会提醒
  --json              打印成 JSON
  --report <样式>     给合并请求用的样式：github、gitlab（Code Quality）、markdown（贴成评论）
  --explain           说明后面写的规则：为什么、错和对的例子、报什么、什么不算错；
                      不写规则，列出全部
  --help              显示这段说明

个别地方确实没错，在稿件信息里写 waivers: [{ rule: 规则, quote: 原文, reason: 理由 }]；
常用的词写进 content/check.yaml。

退出码：0 没有错误，1 有错误，2 参数不对`;

/** Not a diagnostic: a bulletin may be complete without a public address, as the sample is. */
const NO_ADDRESS =
  '提示：还没有写网址，生成的网站没有订阅（/feeds/）、网站地图和给搜索引擎看的信息。知道网址以后，在 site.yaml 里写 url: https://…';

/** Reports of diagnostics, and of what `--fix` changed, by the name of their style. */
const REPORTS = {
  terminal: terminalReport,
  json: (diagnostics: readonly Diagnostic[], _folder: string, fixed?: FixedLine[]) =>
    jsonText({ diagnostics: diagnostics.map(inOrder), ...(fixed && { fixed }) }),
  github: githubReport,
  gitlab: gitlabReport,
  markdown: markdownReport,
};

const OPTIONS = {
  content: { type: 'string' },
  fix: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  json: { type: 'boolean', default: false },
  report: { type: 'string', default: 'terminal' },
  explain: { type: 'boolean', default: false },
} as const;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(args, HELP, OPTIONS, true);
  if (values.explain) {
    // Loaded only here, so that a check starts without it.
    const { explainRules } = await import('../lib/explain-rules.ts');
    console.log(escapeControls(explainRules(positionals), true));
  } else await check(values, positionals);
}

/** Checks the folder, or the files that are named, and reports. */
async function check(
  values: ReturnType<typeof commandLine<typeof OPTIONS>>['values'],
  positionals: readonly string[],
): Promise<void> {
  const style = values.json ? 'json' : values.report;
  if (!isStyle(style)) {
    wrongUse(`没有“${style}”这种样式（可选：${Object.keys(REPORTS).join('、')}）`);
  }
  const content = contentOption(values.content);
  const folder = displayPath(content);
  const only = (await Promise.all(positionals.map((name) => filesOf(content, name)))).flat();

  const fixed = values.fix ? await fixContent(content, only) : undefined;
  if (style === 'terminal' && fixed && fixed.length > 0) {
    for (const { file, line, before, after } of fixed) {
      const lines = [`${folder}/${file}:${line} 已改`, `- ${before}`, `+ ${after}`];
      console.log(lines.map((each) => escapeControls(each)).join('\n'));
    }
    console.log('');
  }
  const diagnostics = await checkContent(content, only, parseAsOf(values['as-of']) ?? today());
  console.log(REPORTS[style](diagnostics, folder, fixed));
  if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = PROBLEMS;
  else if (style === 'terminal' && only.length === 0 && !readSiteAddress(content)) console.error(NO_ADDRESS);
}

function isStyle(name: string): name is keyof typeof REPORTS {
  return Object.hasOwn(REPORTS, name);
}

/** The keys in the order in which they are documented. */
function inOrder({ rule, severity, file, line, column, problem, fix }: Diagnostic) {
  return { rule, severity, file, line, column, problem, fix };
}
