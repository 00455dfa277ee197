import path from 'node:path';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';
import type { Files } from '../../src/editions/archive/bag.ts';
import { zipOf } from '../../src/editions/archive/zip.ts';
import { abortBuild } from '../../src/loader/build-context.ts';
import { archiveFiles } from '../lib/archive/archive-files.ts';
import { damageLine, verifyArchive } from '../lib/archive/verify-archive.ts';
import { writeArchive } from '../lib/archive/write-archive.ts';
import { commandLine, PROBLEMS, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { displayPath } from '../lib/display-path.ts';
import { checkOutsideSites } from '../lib/editions/kit-folder.ts';
import { withBuiltIssue } from '../lib/editions/with-built-issue.ts';
import { reportFailure } from '../lib/publish/report-failure.ts';

const HELP = `用法：npm run archive -- <期> [--out <文件>] [--force] [--content <文件夹>]
      npm run archive -- --verify <压缩包> [--json]

把一期存成一个压缩包，不需要本程序也能看、能核对：网页、Markdown 原文、图片、PDF、EPUB（网站上有的）、
稿件信息、每个文件的指纹（SHA-256）、说明。格式是图书馆、档案馆通用的 BagIt 1.0。
只有已发布的内容；同样的内容，存出来一个字节也不差。

  <期>                期的文件夹名，例如 2022-09
  --out <文件>        写到哪里（默认 archive/<期>.zip）
  --force             已有一份不一样的，换掉
  --content <文件夹>  内容文件夹（默认 content）
  --verify            核对一份存档：少了、改过、多出来、坏了的文件逐个列出
  --json              核对的结果打印成 JSON
  --help              显示这段说明

退出码：0 成功，1 有错误，或者存档和存的时候不一样，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    {
      out: { type: 'string' },
      force: { type: 'boolean', default: false },
      content: { type: 'string' },
      verify: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    true,
  );
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0) {
    wrongUse(values.verify ? '要写一个压缩包' : '要写一期，例如 npm run archive -- 2022-09', HELP);
  }
  if (values.verify) await verify(named, values.json);
  else await pack(named, values);
}

async function verify(file: string, json: boolean): Promise<void> {
  await reportingErrors(json, async () => {
    const { compared, damage } = await verifyArchive(file);
    if (json) console.log(jsonText({ compared, damage }));
    else if (damage.length === 0) console.log(`${displayPath(file)} 完好：核对了 ${compared} 个文件`);
    else console.log(escapeControls(damage.map(damageLine).join('\n'), true));
    if (damage.length === 0) return;
    if (!json) console.error(`${displayPath(file)} 和存的时候不一样，${damage.length} 处`);
    process.exitCode = PROBLEMS;
  });
}

async function pack(
  id: string,
  {
    out = path.join('archive', `${id}.zip`),
    force,
    content: folder,
  }: { out?: string; force: boolean; content?: string },
): Promise<void> {
  const content = contentOption(folder);
  const say = (line: string) => console.error(escapeControls(line, true));
  try {
    checkOutsideSites(out);
    const zip = await withBuiltIssue({ id, content, say }, async (built) => {
      say('存档…');
      const files: Files = await archiveFiles(built, content);
      return zipOf(new Map([...files].map(([name, bytes]) => [`${id}/${name}`, bytes])));
    });
    const isSame = await writeArchive(out, zip, force);
    const size = (zip.length / 1_000_000).toFixed(1);
    say(`${isSame ? '没有变' : '已存'}（${size} MB）：${displayPath(out)}`);
  } catch (error) {
    abortBuild(error);
    reportFailure(error, content, say);
    process.exitCode = PROBLEMS;
  }
}
