import { commandLine, PROBLEMS } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { reportingErrors } from '../lib/command-error.ts';
import { openContent } from '../lib/open-content.ts';
import { staleSchemas, writeCommittedSchemas, writeFrontMatterSchema } from '../lib/schema/write-schemas.ts';

const HELP = `用法：npm run schema -- [--content <文件夹>] [--check]

让 VS Code 边写边提示：写出 .vscode/schemas/（各种 YAML 文件的写法），以及本机用的
稿件信息的写法（带上名录里的栏目、园区、县区……）。添了稿件、改了名录，再运行一次；
npm run dev 开着的时候会自动做。

  --content <文件夹>  内容文件夹（默认 content）
  --check             只比对 .vscode/schemas/ 是不是最新的，不写文件
  --help              显示这段说明

退出码：0 成功，1 不是最新的，或者没有写，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    content: { type: 'string' },
    check: { type: 'boolean', default: false },
  });

  if (values.check) {
    const stale = await staleSchemas();
    for (const file of stale) console.log(`${file} 不是最新的\n  改法：运行 npm run schema`);
    if (stale.length > 0) process.exitCode = PROBLEMS;
  } else {
    await reportingErrors(false, async () => {
      const content = contentOption(values.content);
      await openContent(content);
      const count = await writeFrontMatterSchema(content);
      await writeCommittedSchemas();
      console.log(
        `写好了：.vscode/schemas/ 和 ${count} 篇稿件的提示。VS Code 里要装推荐的两个扩展：YAML、Astro。`,
      );
    });
  }
}
