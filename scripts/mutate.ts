import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseChoice, parsePositiveInteger, commandLine, PROBLEMS, wrongUse } from './lib/command.ts';

/** Share of the mutants, in per cent, that the tests must kill. */
const MIN_KILLED = 80;
const ROOMS = ['core', 'markdown', 'search', 'check'] as const;
/**
 * Code of the search that needs a page: tests/site tests it in a browser, where no mutant is active. All other code
 * of src/search/browser is mutated.
 */
const PAGE_CODE = [
  'did-you-mean',
  'element',
  'filters',
  'keys',
  'mark',
  'old-browser',
  'page',
  'panels',
  'quick-search',
  'recent',
  'result-card',
  'running-searcher',
  'search-worker',
  'start-searcher',
  'suggest',
  'typing',
].map((name) => `!src/search/browser/${name}.ts`);
const SEED = '园区导刊';
const SOURCE = 'scripts/mutation';
/** For the counts of the initial run: by test, then by mutant. Thousands of tests reach thousands of mutants each. */
const MEMORY = '--max-old-space-size=8192';
const FOLDER = path.resolve('node_modules/.mutation');
const STRYKER = path.join(FOLDER, 'node_modules/@stryker-mutator');

const HELP = `用法：npm run mutate -- <文件夹> [--sample <个数>] [--seed <词>] [--files <模式>] [--concurrency <个数>]

给程序员用：在 src/<文件夹>/ 的代码里逐处造错，看用到它的单元测试发现了几成（Stryker）。
没有被发现的随时列出，全部写进 node_modules/.mutation/report-<文件夹>.json。很慢，只在需要时运行。
超时（死循环）也算发现，另外列出个数。只在加载模块时运行的代码（词表）
和只在浏览器里运行的代码不造错。

  <文件夹>              ${ROOMS.join('、')}
  --sample <个数>       只测随机抽出的这么多处，每次抽的一样；400 处的误差约 ±4 个百分点
  --seed <词>           换一个词，就抽另外一批（默认 ${SEED}）；补了测试以后用，免得只测补过的地方
  --files <模式>        只改这些文件，例如 src/core/text/**/*.ts
  --concurrency <个数>  同时跑几组测试（默认 2）
  --help                显示这段说明

Stryker 第一次用时自动安装到 node_modules/.mutation，它不是本项目的依赖。

退出码：0 发现了 ${MIN_KILLED}% 以上，1 没有，或者没有测成，2 参数不对`;

const { values, positionals } = commandLine(
  process.argv.slice(2),
  HELP,
  {
    files: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: SEED },
    concurrency: { type: 'string', default: '2' },
  },
  true,
);
const [typed, ...rest] = positionals;
if (typed === undefined || rest.length > 0) wrongUse('要写上一个文件夹', HELP);
const room = parseChoice('文件夹', typed, ROOMS);
const sample = values.sample === undefined ? '' : String(parsePositiveInteger(values.sample));

await installStryker();
const config = path.join(FOLDER, `stryker-${room}.json`);
await writeFile(config, JSON.stringify(strykerConfig(), null, 2));
const stryker = path.join(STRYKER, 'core/bin/stryker.js');
const run = spawnSync(process.execPath, [MEMORY, stryker, 'run', config], {
  stdio: 'inherit',
  env: {
    ...process.env,
    STRYKER_FOLDER: FOLDER,
    MUTATION_ROOM: room,
    MUTATION_SAMPLE: sample,
    MUTATION_SEED: values.seed,
  },
});
if (run.status !== 0) process.exitCode = PROBLEMS;

/** https://stryker-mutator.io/docs/stryker-js/configuration */
function strykerConfig() {
  return {
    testRunner: 'lasting-vitest',
    plugins: [path.resolve(SOURCE, 'plugin.ts')],
    // `related` would search the imports of all test files again for each mutant.
    vitest: { configFile: `${SOURCE}/vitest.config.ts`, related: false },
    mutate: [values.files ?? `src/${room}/**/*.ts`, '!**/*.d.ts', ...PAGE_CODE],
    // Built sites are not needed in the copies; a second biome.json would stop the linter.
    ignorePatterns: ['dist', '.astro', 'biome.json'],
    disableTypeChecks: 'src/**/*.ts',
    // A mutant in a module's top level would need all tests again: tables of words are data.
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: parsePositiveInteger(values.concurrency),
    dryRunTimeoutMinutes: 30,
    testRunnerNodeArgs: [MEMORY],
    // Not below node_modules, where Vitest looks for no tests.
    tempDirName: '.astro/mutation',
    reporters: ['sample', 'json'],
    thresholds: { high: 90, low: MIN_KILLED, break: MIN_KILLED },
    jsonReporter: { fileName: path.join(FOLDER, `report-${room}.json`) },
  };
}

/** Installs Stryker beside the project's packages, once for each state of its lock file. */
async function installStryker(): Promise<void> {
  const lock = await readFile(path.join(SOURCE, 'package-lock.json'), 'utf8');
  const installed = path.join(FOLDER, 'installed');
  if (existsSync(installed) && (await readFile(installed, 'utf8')) === lock) return;
  console.error('安装 Stryker，只做这一次…');
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const name of ['.npmrc', 'package.json', 'package-lock.json']) {
    await cp(path.join(SOURCE, name), path.join(FOLDER, name));
  }
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER, encoding: 'utf8' });
  if (status !== 0) {
    console.error(`装不上 Stryker：${stderr.trim().split('\n')[0]}\n  改法：连上网络再试一次`);
    process.exit(PROBLEMS);
  }
  await writeFile(installed, lock);
}
