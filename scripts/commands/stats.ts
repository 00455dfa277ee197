import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { COUNTED_BY, count, INCLUDED, pieces } from '../../src/stats/count.ts';
import { textTable } from '../../src/stats/text-table.ts';
import { parseChoice, commandLine, parsePositiveInteger, PROBLEMS, wrongUse } from '../lib/command.ts';
import { contentOption } from '../lib/content-option.ts';
import { reportingErrors, CommandError } from '../lib/command-error.ts';
import { displayPath } from '../lib/display-path.ts';
import { csvFiles, writeCsv } from '../lib/stats/csv-files.ts';
import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';

const HELP = `用法：npm run stats -- [--year <年>] [--by <项>] [--include <范围>] [--csv <文件或文件夹>]
                       [--content <文件夹>] [--json]

用稿统计：各县区、各园区、每位作者、各栏目、各月刊用多少篇。只给编辑部看，不会发布。
一篇有几位作者（几个园区、几个县区）的，各计一篇；隐名的稿件计入“地名已隐去”。

  --year <年>          只数这一年的各期
  --by <项>            只要一张表：county 县区、park 园区、contributor 作者、category 栏目、month 月份
  --include <范围>     published 已刊出的（默认）、ready 加上待刊的、draft 再加上草稿；撤稿不计
  --csv <文件或文件夹> 存成 CSV，Excel 可以直接打开；只要一张表时写文件名，否则写文件夹
  --content <文件夹>   内容文件夹（默认 content）
  --json               打印成 JSON
  --help               显示这段说明

退出码：0 成功，1 有的稿件有错、没有计入，2 参数不对`;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = commandLine(args, HELP, {
    year: { type: 'string' },
    by: { type: 'string' },
    include: { type: 'string', default: 'published' },
    csv: { type: 'string' },
    content: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const year = values.year === undefined ? undefined : parsePositiveInteger(values.year);
  const included = parseChoice('--include', values.include, INCLUDED);
  const tables = values.by === undefined ? COUNTED_BY : [parseChoice('--by', values.by, COUNTED_BY)];
  const dir = contentOption(values.content);
  const targets = values.csv === undefined ? undefined : csvFiles(values.csv, tables);
  if (typeof targets === 'string') wrongUse(targets);

  await reportingErrors(values.json, async () => {
    const { content, diagnostics } = await readContent(dir);
    const errors = diagnostics.filter(({ severity, rule }) => severity === 'error' && rule !== 'empty');
    const errorLines = errors.map((diagnostic) => formatDiagnostic(diagnostic, displayPath(dir))).join('\n');
    if (!content) {
      throw new CommandError(
        `内容文件夹 ${displayPath(dir)} 读不出来${errorLines && `\n${errorLines}`}`,
        '用 --content 写对文件夹',
      );
    }
    const counted = pieces(content, included, year);
    const results = tables.map((by) => count(counted, by, content));
    const written = targets ? await writeCsv(targets, results) : [];
    if (values.json) console.log(jsonText({ tables: results, csv: written, errors }));
    else {
      console.log(escapeControls(results.map(textTable).join('\n\n'), true));
      for (const file of written) console.log(`已存 ${file}`);
      if (errors.length > 0) console.error(`\n下面这些有错，有错的稿件没有计入：\n${errorLines}`);
    }
    if (errors.length > 0) process.exitCode = PROBLEMS;
  });
}
