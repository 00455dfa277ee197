import path from 'node:path';
import { readSiteAddress } from '../../src/loader/site-address-fs.ts';
import { commandLine, parsePort } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { openContent } from '../lib/open-content.ts';
import { writeFrontMatterSchema } from '../lib/schema/write-schemas.ts';

const HELP = `用法：npm run dev -- [--content <文件夹>] [--port <端口>]

边改边看：草稿也显示，存盘后页面自动更新。按 Ctrl+C 结束。

  --content <文件夹>  内容文件夹（默认 content）
  --port <端口>       默认 4321
  --help              显示这段说明

退出码：0 正常结束，1 打不开，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const {
    values: { port, content: folder },
  } = commandLine(args, HELP, { content: { type: 'string' }, port: { type: 'string', default: '4321' } });
  if (folder !== undefined) process.env.BULLETIN_CONTENT = folder;
  const content = path.resolve(contentOption());
  await reportingErrors(false, async () => {
    await openContent(content);
  });
  if (process.exitCode) process.exit();
  // Loaded only here, so that help and errors come at once.
  const [{ dev }, { astroConfig }] = await Promise.all([import('astro'), import('../../src/config.ts')]);
  const server = await dev({
    ...astroConfig(),
    configFile: false,
    server: { port: parsePort(port) },
    logLevel: 'error',
  });
  let schemas = writeFrontMatterSchema(content);
  server.watcher.on('all', (_, file) => {
    // The schema lists names of registers and the files of articles.
    if (file.startsWith(content + path.sep) && /\.(?:mdx?|ya?ml)$/u.test(file))
      schemas = schemas.then(() => writeFrontMatterSchema(content));
  });
  const base = readSiteAddress(content)?.base ?? '/';
  const address = `http://localhost:${server.address.port}${base}`;
  console.log(`在浏览器里打开：${address}\n来稿箱：${address}inbox/`);
}
