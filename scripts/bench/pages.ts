import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runLighthouse, type LighthouseResult } from './pages/lighthouse.ts';
import { thisMachine } from './lib/machine.ts';
import { ownContestant } from './builds/own-contestant.ts';
import { type PageLoad, PAGES, pageLoads } from './pages/page-loads.ts';
import { pagesReport } from './pages/pages-report.ts';
import { growthOf, pagesOverBudget } from './pages/page-growth.ts';
import { peerPackages } from './lib/peer-packages.ts';
import { findBrowser, launchBrowser } from '../lib/browser.ts';
import { commandLine, parsePositiveInteger, PROBLEMS } from '../lib/command.ts';
import { makeBulletin } from './lib/made-bulletin.ts';

const HELP = `用法：npm run bench:pages -- [--articles <篇数>] [--no-lighthouse] [--json]

造几份篇数不同、开头相同的刊物，用真的浏览器（手机屏幕）打开各类页面，量它们要下载多少字节、
发几次请求，刊物变大时页面长了多少，再用 Lighthouse 打分。

  --articles <篇数>  默认 100,5000
  --no-lighthouse    不运行 Lighthouse
  --json             结果用 JSON 打印到标准输出
  --help             显示这段说明

Lighthouse 第一次用时自动安装到 node_modules/.bench；浏览器用已装的 Chromium（BULLETIN_BROWSER 可以指定）。

退出码：0 成功，1 有页面超过 src/core/budgets.ts 的上限，2 参数不对`;

const { values } = commandLine(process.argv.slice(2), HELP, {
  articles: { type: 'string', default: '100,5000' },
  'no-lighthouse': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
});
const counts = values.articles
  .split(',')
  .map(parsePositiveInteger)
  .toSorted((a, b) => a - b);
const most = counts.at(-1) ?? 0;
const say = (line: string) => console.error(line);
const dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-bench-'));
try {
  const executable = findBrowser();
  const loads: PageLoad[] = [];
  let largest = '';
  for (const articles of counts) {
    say(`造 ${articles} 篇并生成网站…`);
    await mkdir(path.join(dir, `${articles}`));
    const built = await ownContestant(path.join(dir, `${articles}`), await makeBulletin(articles, 5, most));
    await built.build();
    largest = built.site;
    const browser = await launchBrowser(executable);
    loads.push(...(await pageLoads(built.site, articles, browser)));
    await browser.close();
  }
  const scores = values['no-lighthouse'] ? [] : await scoresOf(largest, executable);
  const growth = growthOf(loads);
  const heavy = pagesOverBudget(loads, growth);
  const result = { machine: thisMachine(), loads, growth, lighthouse: scores, heavy };
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else console.log(pagesReport(result));
  if (heavy.length > 0) process.exitCode = PROBLEMS;
} finally {
  await rm(dir, { recursive: true, force: true });
}

/** Without Lighthouse, the report still contains the bytes. */
async function scoresOf(site: string, browser: string): Promise<LighthouseResult[]> {
  try {
    const modules = await peerPackages(say);
    say('用 Lighthouse 打分…');
    return await runLighthouse(site, PAGES, { browser, modules, dir });
  } catch (error) {
    say(`Lighthouse 没有跑成，下面没有它的分数：${error instanceof Error ? error.message : error}`);
    return [];
  }
}
