import { existsSync } from 'node:fs';
import path from 'node:path';
import { contentFolder, readSiteAddress } from '../../src/loader/site-address-fs.ts';
import { commandLine, parsePort, PROBLEMS } from '../lib/command.ts';
import { restoreOutput } from '../lib/publish/publish-site.ts';

const HELP = `用法：npm run preview -- [--outDir <文件夹>] [--content <文件夹>] [--port <端口>]

在本机打开已经生成的网站，按 Ctrl+C 结束。

  --outDir <文件夹>   看哪个结果（默认 dist）
  --content <文件夹>  它的内容文件夹（默认 content）：网址带子目录的，照样打开在子目录下
  --port <端口>       默认 4321，被占用时自动换下一个
  --help              显示这段说明

退出码：0 正常结束，1 打不开，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    outDir: { type: 'string', default: 'dist' },
    content: { type: 'string' },
    port: { type: 'string', default: '4321' },
  });
  if (values.content !== undefined) process.env.BULLETIN_CONTENT = values.content;
  const outDir = path.resolve(values.outDir);
  const port = parsePort(values.port);
  await restoreOutput(outDir, (line) => console.error(line));
  if (!existsSync(path.join(outDir, 'index.html'))) {
    console.error(`${outDir} 里没有网站。先运行 npm run build`);
    process.exit(PROBLEMS);
  }
  // Loaded only here, so that help and errors come at once.
  const [{ preview }, { astroConfig }] = await Promise.all([import('astro'), import('../../src/config.ts')]);
  const server = await preview({
    ...astroConfig(),
    configFile: false,
    outDir,
    server: { port },
    logLevel: 'error',
  });
  const base = readSiteAddress(contentFolder())?.base ?? '/';
  console.log(`在浏览器里打开：http://localhost:${server.port}${base}  （按 Ctrl+C 结束）`);
}
