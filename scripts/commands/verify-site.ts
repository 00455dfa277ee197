import path from 'node:path';
import { parseSiteAddress, siteAddressProblem } from '../../src/core/site-address.ts';
import { ifMissing } from '../../src/core/system-error.ts';
import { jsonText } from '../../src/core/text/control-character.ts';
import { commandLine, PROBLEMS, wrongUse } from '../lib/command.ts';
import { CommandError, reportingErrors } from '../lib/command-error.ts';
import { displayPath } from '../lib/display-path.ts';
import { MANIFEST_FILE, readManifest } from '../lib/hosting/prepare-for-host.ts';
import { verifySite } from '../lib/hosting/verify-site.ts';

/** Maximum number of findings listed; of the others only the count is printed. */
const MAX_LISTED = 50;

const HELP = `用法：npm run verify-site -- <网址> [--manifest <文件>] [--json]

发布以后，把网站上的每一个文件取来，和生成时的清单比对：内容、类型、响应头、缓存、压缩，
每一个旧址转到哪里，不存在的网址是不是回答 404。清单由 npm run build -- --host 写在网站旁边。

  --manifest <文件>  清单（默认 dist.hosting/${MANIFEST_FILE}；npm run release 的是 <文件夹>/releases/<版号>.json）
  --json             打印成 JSON
  --help             显示这段说明

退出码：0 全都对，1 有不对的，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    {
      manifest: { type: 'string', default: path.join('dist.hosting', MANIFEST_FILE) },
      json: { type: 'boolean', default: false },
    },
    true,
  );
  const [written = ''] = positionals;
  if (positionals.length !== 1) wrongUse('要写一个网址，例如 https://x.example/daokan', HELP);
  const wrong = siteAddressProblem(written);
  if (wrong) wrongUse(`“${written}”${wrong[0]}。${wrong[1]}`);
  const { origin = '', base = '/' } = parseSiteAddress(written) ?? {};

  await reportingErrors(
    values.json,
    async () => {
      const manifest = await readManifest(values.manifest).catch(ifMissing(undefined));
      if (!manifest)
        throw new CommandError(
          `没有清单 ${displayPath(values.manifest)}`,
          '先用 npm run build -- --host 生成；用 npm run release 上线的，加 --manifest <文件夹>/releases/<版号>.json',
        );
      if (manifest.base !== base)
        throw new CommandError(
          `清单里的网站在 ${manifest.base} 下，网址里写的是 ${base}`,
          'site.yaml 的 url 改成发布的网址，再生成一次',
        );
      const findings = await verifySite(origin + base, manifest);
      const files = Object.keys(manifest.files).length;
      const redirects = manifest.redirects.length;
      if (findings.length > 0) process.exitCode = PROBLEMS;
      if (values.json) {
        console.log(jsonText({ url: origin + base, host: manifest.host, files, redirects, findings }));
        return;
      }
      for (const { address, problem } of findings.slice(0, MAX_LISTED)) console.log(`${address}：${problem}`);
      if (findings.length > MAX_LISTED) console.log(`……还有 ${findings.length - MAX_LISTED} 处`);
      console.log(
        findings.length === 0
          ? `${origin}${base}：${files} 个文件、${redirects} 个旧址、404，和生成的全都一样。`
          : `\n${findings.length} 处和生成的不一样。改法：缺的、旧的再传一次；响应头、压缩不对的，看手册里这一家怎么设。`,
      );
    },
    { writes: false },
  );
}
