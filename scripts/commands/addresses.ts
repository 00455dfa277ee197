import path from 'node:path';
import { blockingProofreader } from '../../src/check/index.ts';
import { ADDRESS_LIST, formatAddressList } from '../../src/core/address-list.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { writeWhole } from '../../src/scaffold/apply-changes-fs.ts';
import { commandLine, PROBLEMS } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { addressesOf } from '../lib/addresses/address-reminders.ts';
import { reportingErrors, CommandError } from '../lib/command-error.ts';
import { displayPath } from '../lib/display-path.ts';

const HELP = `用法：npm run addresses -- [--content <文件夹>] [--check] [--json]

把发布了的网址记进内容文件夹的 ${ADDRESS_LIST}：稿件、各期、各年、园区、栏目、地区、固定页面，
还有旧址。记进去的网址以后都要打得开，断了的 npm run check 和 npm run build 会报错，并说怎么改。
每次发布以后运行一次，和稿件一起提交。只添不删；内容有错时什么都不写。

  --content <文件夹>  内容文件夹（默认 content）
  --check             只看缺不缺，不写
  --json              打印成 JSON
  --help              显示这段说明

退出码：0 清单是全的（或已补全），1 内容有错，或 --check 时缺网址，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    content: { type: 'string' },
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const dir = contentOption(values.content);

  await reportingErrors(values.json, async () => {
    const {
      content,
      diagnostics,
      listed = new Set(),
    } = await readContent(dir, {
      proofreader: blockingProofreader,
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (!content || errors.length > 0) {
      const lines = errors.map((diagnostic) => formatDiagnostic(diagnostic, displayPath(dir))).join('\n');
      throw new CommandError(`内容有 ${errors.length} 处错误\n${lines}`, '改好再运行');
    }
    const added = addressesOf(content).filter((address) => !listed.has(address));
    const file = displayPath(dir, ADDRESS_LIST);
    if (added.length > 0 && !values.check) {
      await writeWhole(path.join(dir, ADDRESS_LIST), formatAddressList([...listed, ...added]));
    }
    if (values.check && added.length > 0) process.exitCode = PROBLEMS;
    const total = listed.size + (values.check ? 0 : added.length);
    if (values.json)
      console.log(
        JSON.stringify({ file, added, total, written: !values.check && added.length > 0 }, null, 2),
      );
    else if (added.length === 0) console.log(`${file}：${total} 个网址，一个不缺。`);
    else {
      console.log(added.join('\n'));
      console.log(
        values.check
          ? `\n${file} 里还没有这 ${added.length} 个网址。改法：npm run addresses`
          : `\n${file}：记进 ${added.length} 个网址，共 ${total} 个。和稿件一起提交。`,
      );
    }
  });
}
