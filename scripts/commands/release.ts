import path from 'node:path';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { jsonText } from '../../src/core/text/control-character.ts';
import { HOST_NAMES, type HostName } from '../../src/hosting/hosts.ts';
import { movedBase } from '../../src/hosting/moved-base.ts';
import { abortBuild, getContent } from '../../src/loader/build-context.ts';
import { extendAddressList } from '../lib/addresses/extend-address-list.ts';
import { parseAsOf, today } from '../lib/as-of-day.ts';
import { buildSite } from '../lib/build/build-site.ts';
import { checkContent } from '../lib/check-content.ts';
import { commandLine, parseChoice, parsePositiveInteger, PROBLEMS, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { CommandError, reportingErrors } from '../lib/command-error.ts';
import { displayPath } from '../lib/display-path.ts';
import type { PreparedSite } from '../lib/hosting/prepare-for-host.ts';
import { reportFailure } from '../lib/publish/report-failure.ts';
import { checkForReleases, RELEASES, requireReleaseFolder } from '../lib/release/release-folder.ts';
import {
  currentManifest,
  listReleases,
  makeRelease,
  MIN_KEPT,
  rollBack,
  withReleases,
} from '../lib/release/releases.ts';

const HELP = `用法：npm run release -- <文件夹> [--as-of <日期>] [--host <哪一家>] [--keep <版数>]
      npm run release -- <文件夹> --rollback [--to <第几版>]
      npm run release -- <文件夹> --list

核对、生成，把网址记进清单，放进 <文件夹>/releases/0001，再把 <文件夹>/current 指向它：换上只有一步，
中途断了，读者看到的不是旧的就是新的。上一版带指纹的文件留在新的一版里，开着的网页照样能用。
服务器读 <文件夹>/current；要它包含的设置在 <文件夹>/hosting。

  --as-of <日期>      只发到这一天（例如 2022-10-31）为止的期和稿件
  --host <哪一家>     ${HOST_NAMES.join('、')}（默认 nginx）
  --keep <版数>       留几版，至少 2（默认 5）
  --rollback          退回前一版
  --to <第几版>       退回这一版
  --list              有哪几版，现在是哪一版
  --json              打印成 JSON（只和 --list、--rollback 一起用）
  --content <文件夹>  内容文件夹（默认 content）
  --help              显示这段说明

退出码：0 成功，1 有错误（读者看到的没有变），2 参数不对`;

const OPTIONS = {
  'as-of': { type: 'string' },
  host: { type: 'string', default: 'nginx' },
  keep: { type: 'string', default: '5' },
  rollback: { type: 'boolean', default: false },
  to: { type: 'string' },
  list: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  content: { type: 'string' },
} as const;

const say = (line: string) => console.error(line);

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(args, HELP, OPTIONS, true);
  const [typed = ''] = positionals;
  if (positionals.length !== 1) wrongUse('要写一个文件夹，例如 /srv/daokan', HELP);
  const host = parseChoice('--host', values.host, HOST_NAMES);
  const keep = parseKeep(values.keep);
  const to = values.to === undefined ? undefined : parsePositiveInteger(values.to);
  const asOf = parseAsOf(values['as-of']);
  if (values.content !== undefined) process.env.BULLETIN_CONTENT = values.content;
  if (asOf === undefined) delete process.env.BULLETIN_AS_OF;
  else process.env.BULLETIN_AS_OF = asOf;
  const content = contentOption();
  const folder = path.resolve(typed);
  if (values.list) return list(folder, values.json);
  if (values.rollback || to !== undefined) return undo(folder, to, values.json);
  await release(folder, { content, asOf, host, keep });
}

/** At least the current release and the one before it, for `--rollback`. */
function parseKeep(text: string): number {
  const keep = /^\d+$/u.test(text) ? Number(text) : 0;
  return keep >= MIN_KEPT
    ? keep
    : wrongUse(`--keep 不能是“${text}”：写 ${MIN_KEPT} 以上的整数，才退得回前一版`);
}

async function list(folder: string, json: boolean): Promise<void> {
  await reportingErrors(
    json,
    async () => {
      await requireReleaseFolder(folder);
      const releases = await listReleases(folder);
      if (json) console.log(jsonText({ folder, releases }));
      else if (releases.length === 0) console.log(`${displayPath(folder)} 里还没有发布过。`);
      else
        console.log(
          releases.map(({ name, isCurrent }) => `${name}${isCurrent ? '  ← 现在' : ''}`).join('\n'),
        );
    },
    { writes: false },
  );
}

async function undo(folder: string, to: number | undefined, json: boolean): Promise<void> {
  await reportingErrors(json, async () => {
    await requireReleaseFolder(folder);
    const switched = await withReleases(folder, say, () => rollBack(folder, to));
    if (json) console.log(jsonText(switched));
    else console.log(`退回了：${switched.from === undefined ? '' : `${switched.from} → `}${switched.to}。`);
  });
}

interface ReleaseOptions {
  content: string;
  asOf: string | undefined;
  host: HostName;
  keep: number;
}

async function release(folder: string, { content, asOf, host, keep }: ReleaseOptions): Promise<void> {
  const started = performance.now();
  try {
    checkForReleases(folder, content);
    await checkOrRefuse(content, asOf);
    const before = await currentManifest(folder);
    const name = await withReleases(folder, say, () =>
      makeRelease(
        folder,
        (site) => build(site, { content, asOf, host, root: path.join(folder, 'current') }),
        keep,
      ),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`第 ${name} 版上线了，用时 ${seconds} 秒：${displayPath(folder, 'current')}`);
    const now = await currentManifest(folder);
    const moved = before && now && movedBase(before.base, now.base, host);
    if (moved) say(moved);
    say(
      `要核对网站：npm run verify-site -- <网址> --manifest ${displayPath(folder, RELEASES, `${name}.json`)}`,
    );
  } catch (error) {
    abortBuild(error);
    reportFailure(error, content, say);
    process.exitCode = PROBLEMS;
  }
}

/** Runs the whole check, also of drafts and the inbox, as `npm run check` does. */
async function checkOrRefuse(content: string, asOf: string | undefined): Promise<void> {
  const diagnostics = await checkContent(content, [], asOf ?? today());
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const lines = errors.map((diagnostic) => formatDiagnostic(diagnostic, displayPath(content))).join('\n');
  throw new CommandError(`核对有 ${errors.length} 处错误\n${lines}`, '改好再发布');
}

async function build(
  site: string,
  options: { content: string; asOf: string | undefined; host: HostName; root: string },
): Promise<PreparedSite> {
  const { prepared } = await buildSite({ ...options, outDir: site, say });
  const read = getContent();
  if (!prepared || !read) throw new Error('The build made no manifest');
  const added = await extendAddressList(options.content, read);
  if (added.length > 0) say(`网址清单记进 ${added.length} 个网址，请和稿件一起提交。`);
  return prepared;
}
