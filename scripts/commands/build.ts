import { HOST_NAMES } from '../../src/hosting/hosts.ts';
import { abortBuild } from '../../src/loader/build-context.ts';
import { parseAsOf } from '../lib/as-of-day.ts';
import { buildSite } from '../lib/build/build-site.ts';
import { commandLine, parseChoice, PROBLEMS, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { folderBeside, writeBeside } from '../lib/hosting/prepare-for-host.ts';
import { checkForDrafts } from '../lib/publish/output-folder.ts';
import { reportFailure } from '../lib/publish/report-failure.ts';

const HELP = `用法：npm run build -- [--content <文件夹>] [--outDir <文件夹>] [--as-of <日期>] [--host <哪一家>] [--no-admin]
      npm run build -- --drafts [--content <文件夹>] [--outDir <文件夹>]

把内容文件夹编成可以发布的网站。内容有错时列出每一处，不改动上一次的结果。

  --content <文件夹>  内容文件夹（默认 content）
  --outDir <文件夹>   输出到哪里（默认 dist，草稿样张是 dist-drafts）
  --as-of <日期>      只发到这一天（例如 2022-10-31）为止的期和稿件，以后的哪里都没有；
                      不写就全发，不看今天几号
  --drafts            草稿样张：没有发布的稿件也在里面，每页有提示，不让搜索引擎收录，
                      没有订阅和网站地图；不能放到公开的网址
  --host <哪一家>     放到哪一家：${HOST_NAMES.join('、')}；
                      写好它要的设置，放在网站里，或放在旁边的 <输出文件夹>.hosting
  --root <文件夹>     nginx、Caddy 从哪个文件夹读网站（默认就是输出文件夹）
  --no-admin          不带编辑表单和手册（/admin/），site.yaml 里写了 publish: true 也不带
  --help              显示这段说明

环境变量：
  BULLETIN_CONTENT   内容文件夹（默认 content）
  SITE_URL           发布的网址，例如 https://x.example/daokan；不写就用 site.yaml 的 url

退出码：0 成功，1 有错误，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    content: { type: 'string' },
    outDir: { type: 'string' },
    'as-of': { type: 'string' },
    drafts: { type: 'boolean', default: false },
    host: { type: 'string' },
    root: { type: 'string' },
    'no-admin': { type: 'boolean', default: false },
  });
  const host = values.host === undefined ? undefined : parseChoice('--host', values.host, HOST_NAMES);
  if (values.content !== undefined) process.env.BULLETIN_CONTENT = values.content;
  if (values.drafts && (host ?? values['as-of']) !== undefined)
    wrongUse('草稿样张不发布，--drafts 不和 --host、--as-of 一起用', HELP);
  if (values.drafts) process.env.BULLETIN_DRAFTS = 'on';
  else delete process.env.BULLETIN_DRAFTS;
  if (values['no-admin'] || values.drafts) process.env.BULLETIN_ADMIN = 'off';
  const asOf = parseAsOf(values['as-of']);
  if (asOf === undefined) delete process.env.BULLETIN_AS_OF;
  else process.env.BULLETIN_AS_OF = asOf;
  const content = contentOption();
  const say = (line: string) => console.error(line);
  const started = performance.now();

  try {
    const { drafts, root, outDir = drafts ? 'dist-drafts' : 'dist' } = values;
    if (drafts) checkForDrafts(outDir);
    const { folder, prepared } = await buildSite({ content, outDir, asOf, drafts, host, root, say });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`完成，用时 ${seconds} 秒：${folder}`);
    if (!prepared) return;
    await writeBeside(folderBeside(folder), prepared);
    say(`服务器的设置和文件清单：${folderBeside(folder)}`);
  } catch (error) {
    abortBuild(error);
    reportFailure(error, content, say);
    process.exitCode = PROBLEMS;
  }
}
