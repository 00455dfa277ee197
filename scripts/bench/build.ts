import { writeFile } from 'node:fs/promises';
import { ratiosOf, type Measurement } from './builds/measurements.ts';
import { thisMachine } from './lib/machine.ts';
import { measureBuilds, TOOLS, DifferentPagesError } from './builds/measure-builds.ts';
import { MissingPeerError } from './lib/peer-packages.ts';
import { timeChart } from './builds/time-chart.ts';
import { benchReport } from './builds/builds-report.ts';
import { judgeBudgets } from './builds/budget-verdict.ts';
import { commandLine, parsePositiveInteger, PROBLEMS, wrongUse } from '../lib/command.ts';

const HELP = `用法：npm run bench -- [--articles <篇数>] [--rounds <次数>] [--only <工具>] [--json] [--plot <文件>]

造一份若干篇的刊物，让本刊和 Hugo、Eleventy、Hexo 各自生成同样的页面，后三个再加 Pagefind，
轮流做几次，比较用时、CPU、内存和输出大小，取中位数。本刊还测改动一处之后再生成要多久。

  --articles <篇数>  默认 1000；可以写几个：1000,5000
  --rounds <次数>    每种做几次（默认 3）
  --only <工具>      只测其中几个，用逗号分开：${TOOLS.join(',')}
  --json             结果用 JSON 打印到标准输出
  --plot <文件>      把用时画成图（SVG）
  --help             显示这段说明

Hugo 要先装好（apt-get install hugo）；Eleventy 和 Hexo 第一次用时自动安装到 node_modules/.bench。
临时文件放在系统的临时文件夹（环境变量 TMPDIR 可以改）。

退出码：0 成功，1 有一项没有达到 scripts/bench/budgets.ts 的要求或没有测成，2 参数不对`;

const { values } = commandLine(process.argv.slice(2), HELP, {
  articles: { type: 'string', default: '1000' },
  rounds: { type: 'string', default: '3' },
  only: { type: 'string', default: TOOLS.join(',') },
  json: { type: 'boolean', default: false },
  plot: { type: 'string' },
});
const counts = values.articles.split(',').map(parsePositiveInteger);
const rounds = parsePositiveInteger(values.rounds);
const tools = values.only.split(',');
for (const tool of tools) {
  if (!TOOLS.includes(tool)) wrongUse(`没有“${tool}”这个工具。可以写：${TOOLS.join('、')}`);
}

try {
  const machine = thisMachine();
  const rows: Measurement[] = [];
  for (const articles of counts) {
    rows.push(...(await measureBuilds(articles, { tools, rounds, say: (line) => console.error(line) })));
  }
  const ratios = ratiosOf(rows);
  const judged = judgeBudgets(rows, ratios);
  if (values.plot) await writeFile(values.plot, timeChart(rows, machine));
  if (values.json) console.log(JSON.stringify({ machine, rounds, rows, ratios, budgets: judged }, null, 2));
  else console.log(benchReport({ machine, rows, ratios, verdicts: judged }));
  if (judged.some(({ held }) => !held)) process.exitCode = PROBLEMS;
} catch (error) {
  if (!(error instanceof MissingPeerError || error instanceof DifferentPagesError)) throw error;
  console.error(error.message);
  process.exitCode = PROBLEMS;
}
