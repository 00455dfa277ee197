import './lib/give-back-memory.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { lostAddresses } from '../src/check/lost-addresses.ts';
import { ADDRESS_LIST } from '../src/core/address-list.ts';
import { type Diagnostic, formatDiagnostic } from '../src/core/diagnostic.ts';
import { ContentError } from '../src/loader/content-error.ts';
import { abandonPictures } from '../src/loader/handover.ts';
import { commandLine, PROBLEMS } from './lib/command.ts';
import { formerArticles } from './lib/former-articles-git.ts';
import { historyReminder } from './lib/published-list.ts';
import { progress } from './lib/progress.ts';
import { publishWhole } from './lib/publish.ts';
import { shownPath } from './lib/shown-path.ts';
import { BudgetError, holdBudgets } from './lib/site-budgets.ts';

const HELP = `用法：npm run build -- [--content <文件夹>] [--outDir <文件夹>] [--no-admin]

把内容文件夹编成可以发布的网站。内容有错时列出每一处，不改动上一次的结果。

  --content <文件夹>  内容文件夹（默认 content）
  --outDir <文件夹>   输出到哪里（默认 dist）
  --no-admin          不带编辑表单（/admin/），site.yaml 里写了 admin 也不带
  --help              显示这段说明

环境变量：
  BULLETIN_CONTENT   内容文件夹（默认 content）
  SITE_URL           发布的网址，例如 https://x.example/daokan

退出码：0 成功，1 有错误，2 参数不对`;

const { values } = commandLine(HELP, {
  content: { type: 'string' },
  outDir: { type: 'string', default: 'dist' },
  'no-admin': { type: 'boolean', default: false },
});
if (values.content !== undefined) process.env.BULLETIN_CONTENT = values.content;
if (values['no-admin']) process.env.BULLETIN_ADMIN = 'off';
const outDir = path.resolve(values.outDir);
const content = process.env.BULLETIN_CONTENT ?? 'content';
const say = (line: string) => console.error(line);
const started = performance.now();

try {
  await publishWhole(outDir, async (folder) => {
    const asked = formerArticles(content);
    await build({
      outDir: folder,
      cacheDir: path.resolve('node_modules/.astro', cacheName(path.resolve(content))),
      // Astro warns in English of things that no editor can mend; faults are thrown all the same.
      logLevel: 'error',
      integrations: [progress(say)],
    });
    holdBudgets(folder);
    const isKept = (address: string) => existsSync(path.join(folder, address, 'index.html'));
    const { former, lacks } = await asked;
    const lost = lostAddresses(former, isKept);
    if (lost.length > 0) throw new ContentError(lost);
    const reminder = historyReminder(existsSync(path.join(content, ADDRESS_LIST)), lacks);
    if (reminder) say(`提醒：${reminder[0]}。改法：${reminder[1]}`);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`完成，用时 ${seconds} 秒：${outDir}`);
} catch (error) {
  abandonPictures();
  report(error);
  process.exitCode = PROBLEMS;
}

/** Each content folder keeps a cache of its own, so that two bulletins never mix. */
function cacheName(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 8);
}

function report(error: unknown): void {
  const diagnostics = diagnosticsOf(error);
  if (diagnostics.length > 0) {
    const folder = shownPath(content);
    for (const diagnostic of diagnostics) say(formatDiagnostic(diagnostic, folder));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const files = new Set(errors.map(({ file }) => file)).size;
    say(`\n${errors.length} 处错误，涉及 ${files} 个文件。没有发布任何东西，上一次的结果没有改动。`);
  } else if (error instanceof BudgetError) {
    say(`${error.message}\n\n有的文件超过了上限。没有发布任何东西，上一次的结果没有改动。`);
  } else {
    console.error(error);
    say('\n生成失败，这不是稿件的错，请把上面的信息交给维护网站的人。上一次的结果没有改动。');
  }
}

/** The loader throws its diagnostics from inside Astro, which may wrap them. */
function diagnosticsOf(error: unknown): Diagnostic[] {
  if (!(error instanceof Error)) return [];
  return 'diagnostics' in error ? (error.diagnostics as Diagnostic[]) : diagnosticsOf(error.cause);
}
