import { commandLine, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { formatMove, moveArticle } from '../lib/move/move-article.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：npm run move -- <稿件> <年-月> [--slug <新文件名>] [--content <文件夹>] [--json]

把一篇稿件连同它的图片移进某一期：
  npm run move -- content/inbox/x.md 2022-10
从一期移到另一期、在同一期里改名，也用它：
  npm run move -- content/issues/2022-10/x.md 2022-10 --slug new-name

只有它用的图片一起移走，别的稿件也用的复制一份；那一期已有同名的另一张图时，
图片改名为 -2，稿件里跟着改。正文一个字不动。已经发布过的稿件，旧网址记进 aliases；
别的稿件指向它的链接一起改好。做不成时什么都不动。

  --slug <新文件名>   小写英文、数字、连字符，它就是网址
  --content <文件夹>  内容文件夹（默认 content）
  --json              报告打印成 JSON
  --help              显示这段说明

退出码：0 移好了，1 没有移（没有这一期、那里已有同名稿件……），2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = commandLine(
    args,
    HELP,
    {
      slug: { type: 'string' },
      content: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    true,
  );
  const [file, folder, ...rest] = positionals;
  if (file === undefined || folder === undefined || rest.length > 0) {
    wrongUse('要写上一篇稿件和它要去的一期', HELP);
  }
  const content = contentOption(values.content);

  await reportingErrors(values.json, async () => {
    const moved = await moveArticle(file, folder, { content, slug: values.slug });
    console.log(values.json ? jsonText(moved) : formatMove(moved));
  });
}
