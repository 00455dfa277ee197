import path from 'node:path';
import { abortBuild } from '../../src/loader/build-context.ts';
import { escapeControls } from '../../src/core/text/control-character.ts';
import { commandLine, PROBLEMS, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { displayPath } from '../lib/display-path.ts';
import { kitFolder, writeKit } from '../lib/editions/kit-folder.ts';
import { withBuiltIssue } from '../lib/editions/with-built-issue.ts';
import { reportFailure } from '../lib/publish/report-failure.ts';
import { kitFiles } from '../lib/wechat/kit-files.ts';

const HELP = `用法：npm run wechat -- <期> [--outDir <文件夹>] [--content <文件夹>]

把一期的稿件变成可以贴进微信公众号的样子：一篇一个网页，样式都写在字句上，有“复制正文”的按钮；
图片在同名的压缩包里，按号码插到正文的占位处；链接改成文末的注；标题、摘要、封面写明要多长、多大。
只有已发布的稿件。写在网站以外的文件夹里，不会发布。

  <期>                期的文件夹名，例如 2022-09
  --outDir <文件夹>   写到哪里（默认 wechat/<期>）
  --content <文件夹>  内容文件夹（默认 content）
  --help              显示这段说明

退出码：0 成功，1 有错误，或者有的稿件超过了公众号的限度，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    { outDir: { type: 'string' }, content: { type: 'string' } },
    true,
  );
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) wrongUse('要写一期，例如 npm run wechat -- 2022-09', HELP);
  const content = contentOption(values.content);
  const say = (line: string) => console.error(escapeControls(line, true));
  try {
    const folder = kitFolder(values.outDir ?? path.join('wechat', id), content);
    const articles = await withBuiltIssue({ id, content, say }, async ({ document, site }) => {
      say('写微信稿…');
      const kit = await kitFiles(document);
      await writeKit(folder, kit.files, path.join(site, 'kit'));
      return kit.articles;
    });
    const over = articles.filter(({ lengths }) => lengths.problems.length > 0);
    for (const { name, title, lengths } of over) say(`${name} ${title}\n  ${lengths.problems.join('\n  ')}`);
    say(`完成，${articles.length} 篇：用浏览器打开 ${displayPath(folder, 'index.html')}`);
    if (over.length > 0) process.exitCode = PROBLEMS;
  } catch (error) {
    abortBuild(error);
    reportFailure(error, content, say);
    process.exitCode = PROBLEMS;
  }
}
