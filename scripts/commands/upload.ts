import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ifMissing } from '../../src/core/system-error.ts';
import { uploadTable } from '../../src/hosting/manifest.ts';
import { commandLine, wrongUse } from '../lib/command.ts';
import { CommandError, reportingErrors } from '../lib/command-error.ts';
import { displayPath } from '../lib/display-path.ts';
import { folderBeside, MANIFEST_FILE, readManifest } from '../lib/hosting/prepare-for-host.ts';
import { DRAFTS_FILE } from '../lib/publish/output-folder.ts';
import { checkTarget } from '../lib/upload/check-target.ts';
import { filesAt, runPlan, runRclone } from '../lib/upload/rclone.ts';
import { planUpload } from '../lib/upload/upload-plan.ts';

/** Targets of other upload tools (`oss://bucket/folder`): the command only writes the list of files. */
const LIST_ONLY = /^(?:oss|cos):\/\//u;
const LIST_FILE = 'upload.csv';
/** File paths of the last upload, by target: the next upload keeps its hashed files for pages that are still open. */
const RECORD_FILE = 'uploads.json';

const HELP = `用法：npm run upload -- <位置> [--site <文件夹>]

把生成好的网站传到网站空间。次序：带指纹的文件，其余文件，网页，检索的总目，最后删去不再要的；
传到一半断了，网站照样能用，再运行一次就接着传。上一次的带指纹的文件留到下一次，开着的网页照样能用。
先用 npm run build -- --host 生成。

  <位置>            rclone 的位置，例如 daokan:bucket/文件夹，或本机的文件夹；
                    写 oss://…、cos://… 的不传，只把次序、校验码、元数据写进 ${LIST_FILE}
  --site <文件夹>   传哪一个网站（默认 dist）
  --help            显示这段说明

退出码：0 成功，1 没有传完，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    { site: { type: 'string', default: 'dist' } },
    true,
  );
  const [target = ''] = positionals;
  if (positionals.length !== 1) wrongUse('要写一个位置，例如 daokan:bucket 或一个文件夹', HELP);
  const site = path.resolve(values.site);

  await reportingErrors(false, async () => {
    const beside = folderBeside(site);
    const manifest = await readManifest(path.join(beside, MANIFEST_FILE)).catch(ifMissing(undefined));
    if (!manifest)
      throw new CommandError(
        `没有清单 ${displayPath(beside, MANIFEST_FILE)}`,
        '先用 npm run build -- --host 生成，写明放到哪一家',
      );
    if (existsSync(path.join(site, DRAFTS_FILE)))
      throw new CommandError('这是草稿样张，不能发布', '用 npm run build -- --host 生成发布用的网站');
    checkTarget(target, site);
    const uploads = await readUploads(path.join(beside, RECORD_FILE));
    const before = uploads[target];
    if (LIST_ONLY.test(target)) {
      const plan = planUpload(manifest, undefined, before);
      await writeFile(path.join(beside, LIST_FILE), uploadTable(plan.entries, plan.deletions));
      console.log(
        `${displayPath(beside, LIST_FILE)}：照次序传 ${plan.entries.length} 个文件，最后删去 ${plan.deletions.length} 个。`,
      );
    } else {
      const there = await filesAt(target, runRclone);
      const plan = planUpload(manifest, there, before);
      await runPlan(site, target, plan, runRclone);
      console.log(`传好了：${target}，${plan.entries.length} 个文件，删去 ${plan.deletions.length} 个。`);
    }
    await writeUploads(path.join(beside, RECORD_FILE), {
      ...uploads,
      [target]: Object.keys(manifest.files),
    });
  });
}

/** A corrupt record counts as missing: then hashed files of former uploads stay. */
async function readUploads(file: string): Promise<Record<string, string[]>> {
  const text = await readFile(file, 'utf8').catch(ifMissing('{}'));
  try {
    return JSON.parse(text) as Record<string, string[]>;
  } catch {
    return {};
  }
}

async function writeUploads(file: string, uploads: Record<string, string[]>): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(uploads));
  await rename(`${file}.new`, file);
}
