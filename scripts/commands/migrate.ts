import { commandLine } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { openContent } from '../lib/open-content.ts';
import { migrateContent } from '../../src/migrate/migrate-content-fs.ts';

const HELP = `用法：park-bulletin migrate [--content <文件夹>]

把内容改成这个版本的程序认得的格式。park-bulletin upgrade 会运行它，不用自己运行。

  --content <文件夹>  内容文件夹（默认 content）
  --help              显示这段说明

退出码：0 成功，1 没有改，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, { content: { type: 'string' } });
  const content = contentOption(values.content);
  await reportingErrors(false, async () => {
    await openContent(content);
    const reached = await migrateContent(content);
    console.log(reached.length === 0 ? '内容不用改。' : `内容改到了第 ${reached.at(-1)} 版格式。`);
  });
}
