import { existsSync } from 'node:fs';
import path from 'node:path';
import { lostAddresses } from '../../src/check/index.ts';
import { ADDRESS_LIST } from '../../src/core/address-list.ts';
import { ContentError } from '../../src/loader/content-error.ts';
import { abortBuild, getLaterAddresses } from '../../src/loader/build-context.ts';
import { commandLine, PROBLEMS } from '../lib/command.ts';
import { parseAsOf } from '../lib/as-of-day.ts';
import { formerArticles } from '../lib/former-articles-git.ts';
import { historyReminder } from '../lib/addresses/address-reminders.ts';
import { publishSite } from '../lib/publish/publish-site.ts';
import { reportFailure } from '../lib/publish/report-failure.ts';
import { enforceBudgets } from '../lib/build/site-budgets.ts';

const HELP = `用法：npm run build -- [--content <文件夹>] [--outDir <文件夹>] [--as-of <日期>] [--no-admin]

把内容文件夹编成可以发布的网站。内容有错时列出每一处，不改动上一次的结果。

  --content <文件夹>  内容文件夹（默认 content）
  --outDir <文件夹>   输出到哪里（默认 dist）
  --as-of <日期>      只发到这一天（例如 2022-10-31）为止的期和稿件，以后的哪里都没有；
                      不写就全发，不看今天几号
  --no-admin          不带编辑表单和手册（/admin/），site.yaml 里写了 publish: true 也不带
  --help              显示这段说明

环境变量：
  BULLETIN_CONTENT   内容文件夹（默认 content）
  SITE_URL           发布的网址，例如 https://x.example/daokan；不写就用 site.yaml 的 url

退出码：0 成功，1 有错误，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    content: { type: 'string' },
    outDir: { type: 'string', default: 'dist' },
    'as-of': { type: 'string' },
    'no-admin': { type: 'boolean', default: false },
  });
  if (values.content !== undefined) process.env.BULLETIN_CONTENT = values.content;
  if (values['no-admin']) process.env.BULLETIN_ADMIN = 'off';
  const asOf = parseAsOf(values['as-of']);
  if (asOf === undefined) delete process.env.BULLETIN_AS_OF;
  else process.env.BULLETIN_AS_OF = asOf;
  const content = process.env.BULLETIN_CONTENT ?? 'content';
  const say = (line: string) => console.error(line);
  // Loaded only here, so that help and errors come at once.
  const { buildSite } = await import('../lib/build/build-site.ts');
  const started = performance.now();

  try {
    const folder = await publishSite({ outDir: values.outDir, content, say }, async (unfinished) => {
      const asked = formerArticles(content, asOf);
      await buildSite(content, unfinished, say);
      enforceBudgets(unfinished);
      const later = getLaterAddresses();
      const isKept = (address: string) =>
        existsSync(path.join(unfinished, address, 'index.html')) || later.has(address);
      const { former, lacks } = await asked;
      const lost = lostAddresses(former, isKept);
      if (lost.length > 0) throw new ContentError(lost);
      const reminder = historyReminder(existsSync(path.join(content, ADDRESS_LIST)), lacks);
      if (reminder) say(`提醒：${reminder[0]}。改法：${reminder[1]}`);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`完成，用时 ${seconds} 秒：${folder}`);
  } catch (error) {
    abortBuild(error);
    reportFailure(error, content, say);
    process.exitCode = PROBLEMS;
  }
}
