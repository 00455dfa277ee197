import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSite } from './lib/build-site.ts';
import { commandLine, positive } from './lib/command.ts';
import { writeMadeBulletin } from './lib/made-bulletin.ts';

const HELP = `用法：npm run bench:build -- [--articles <篇数>] [--runs <次数>]

造一份若干篇的刊物，从头生成网站（含检索），打印用时和内存（JSON）。

  --articles <篇数>  默认 1000，可以写几个：100,1000
  --runs <次数>      每种做几次，取中位数（默认 3）
  --help             显示这段说明`;

const { values } = commandLine(HELP, {
  articles: { type: 'string', default: '1000' },
  runs: { type: 'string', default: '3' },
});
const runs = positive(values.runs);
const results = [];
for (const articles of values.articles.split(',').map(positive)) results.push(await bench(articles));
console.log(
  JSON.stringify({ node: process.version, cpus: os.availableParallelism(), runs, results }, null, 2),
);

async function bench(articles: number) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'bulletin-bench-'));
  try {
    console.error(`造 ${articles} 篇…`);
    await writeMadeBulletin(path.join(dir, 'content'), articles);
    const seconds: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      console.error(`${articles} 篇，第 ${run} 次…`);
      const started = performance.now();
      buildSite(path.join(dir, 'content'), path.join(dir, 'site'));
      seconds.push((performance.now() - started) / 1000);
    }
    const sorted = seconds.toSorted((a, b) => a - b).map((value) => Number(value.toFixed(2)));
    const median = sorted[Math.floor(sorted.length / 2)];
    return {
      articles,
      seconds: { median, all: sorted },
      largestPage: await largestPage(path.join(dir, 'site')),
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The largest HTML page: it must not grow with the archive. */
async function largestPage(site: string): Promise<{ name: string; bytes: number }> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  const pages = names.map((name) => ({ name, bytes: statSync(path.join(site, name)).size }));
  return pages.reduce((largest, page) => (page.bytes > largest.bytes ? page : largest));
}
