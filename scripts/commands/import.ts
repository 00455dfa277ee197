import path from 'node:path';
import { formatReport, type ImportReport, type KnownNames } from '../../src/import/index.ts';
import { commandLine, PROBLEMS, wrongUse } from '../lib/command.ts';
import { today } from '../lib/as-of-day.ts';
import { contentOption } from '../lib/content-option.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { ImportThread } from '../lib/import/import-thread.ts';
import { Inbox } from '../lib/import/inbox.ts';
import { type ImportSource, importSources } from '../lib/import/sources.ts';
import { readRegisterNames } from '../lib/import/register-names.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：npm run import -- <文件或文件夹…> [--content <文件夹>] [--json]

把来稿变成 content/inbox/ 里的草稿，一篇一个文件，图片放在旁边的 images/。
能导入 .docx、.pdf、.txt、.md、.html、.mhtml（网页、公众号文章）、旧网站的 Jekyll、Hexo 和 Hugo 稿，
装着它们的文件夹和 .zip；
.doc、.wps、.rtf 要装 LibreOffice。

没有印出来的不会替你编：报告里“请补”的，打开草稿填上；“请看”的，对照原稿核一遍。
同一个文件再导入一次不会改动已有的草稿。

  --content <文件夹>  内容文件夹（默认 content）
  --json              报告打印成 JSON
  --help              显示这段说明

退出码：0 都导入了，1 有文件没有导入，或者大半文字没有收，2 参数不对`;

/** Milliseconds after which an import prints its progress. */
const PROGRESS_AFTER_MS = 2000;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    { content: { type: 'string' }, json: { type: 'boolean', default: false } },
    true,
  );
  if (positionals.length === 0) wrongUse('要写上导入哪些文件', HELP);

  const content = contentOption(values.content);
  await reportingErrors(values.json, async () => {
    const report = await importAll(content, positionals, !values.json);
    console.log(values.json ? jsonText(report) : formatReport(report));
    if (report.errors.length > 0 || report.warnings.length > 0) process.exitCode = PROBLEMS;
  });
}

/** Imports all files that are named, or are in a folder or archive that is named. */
async function importAll(
  content: string,
  inputs: readonly string[],
  showsProgress: boolean,
): Promise<ImportReport> {
  const report: ImportReport = { articles: [], errors: [], removed: [], warnings: [], unusedPictures: [] };
  const names = await readRegisterNames(content);
  const inbox = await Inbox.open(content);
  const thread = new ImportThread();
  const { sources, pictures } = await importSources(inputs);
  const used = new Set<string>();
  const started = performance.now();
  for (const [index, source] of sources.entries()) {
    if (showsProgress && performance.now() - started > PROGRESS_AFTER_MS) {
      console.error(`${index + 1}/${sources.length} ${escapeControls(source.name)}`);
    }
    await importOne(source, { names, inbox, thread, report, used });
  }
  await thread.close();
  for (const { input, pictures: files } of pictures) {
    const unused = files.filter((file) => !used.has(path.normalize(file)));
    if (unused.length === 0) continue;
    report.unusedPictures.push({ input, pictures: unused.map((file) => path.relative(input, file)) });
  }
  if (sources.length === 0) {
    report.errors.push({
      input: inputs.join(' '),
      message: '里面没有稿件',
      fix: '换一个文件夹，或者直接写文件名',
    });
  }
  return report;
}

/** What the import of each file needs. */
interface Importing {
  names: KnownNames;
  inbox: Inbox;
  thread: ImportThread;
  report: ImportReport;
  /** Paths of pictures that were used. */
  used: Set<string>;
}

/** Imports one file. An unreadable file becomes an entry of `report.errors`; the others are still imported. */
async function importOne(
  { name, load }: ImportSource,
  { names, inbox, thread, report, used }: Importing,
): Promise<void> {
  const loaded = await load();
  if ('error' in loaded) {
    report.errors.push({ input: name, message: loaded.error.message, fix: loaded.error.fix });
    return;
  }
  const reply = await thread.import({
    input: loaded,
    context: { names, at: today(now()), usedSlugs: inbox.usedSlugs },
  });
  if ('message' in reply) {
    report.errors.push({ input: name, message: reply.message, fix: reply.fix });
    return;
  }
  if ('crash' in reply) {
    report.errors.push({
      input: name,
      message: `程序出错：${reply.crash}`,
      fix: '这不是稿件的错，请把这段信息交给维护网站的人',
    });
    return;
  }
  for (const article of reply.file.articles) {
    const known = inbox.fileOf(article);
    const file = known ?? (await inbox.write(article));
    const shown = path.relative('.', file).startsWith('..') ? file : path.relative('.', file);
    report.articles.push({ input: name, file: shown, written: known === undefined, ...article.report });
  }
  for (const picture of reply.file.usedPictures) used.add(path.join(path.dirname(name), picture));
  const { mostlyRemoved } = reply.file;
  if (mostlyRemoved !== undefined) report.warnings.push({ input: name, message: mostlyRemoved });
  report.removed.push(...reply.file.removed.map((each) => ({ input: name, ...each })));
}

/** The moment of the import; SOURCE_DATE_EPOCH (seconds) overrides the clock, so that an import can be repeated. */
function now(): Date {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  return process.env.SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date();
}
