import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileKind } from '../../../src/import/index.ts';
import type { ImportReply, ImportRequest } from './import-worker.ts';

/** Time limit for one file once the thread is ready, in milliseconds. Word and PDF files need more time than text, LibreOffice even more. */
const MAX_TIME_MS: Record<FileKind, number> = {
  text: 8000,
  markdown: 8000,
  html: 8000,
  mhtml: 20_000,
  docx: 60_000,
  doc: 180_000,
  pdf: 120_000,
  zip: 0,
  picture: 0,
};
/** Maximum heap of the thread, in megabytes: a hostile file must not exhaust the machine. */
const MAX_MEMORY_MB = 320;
/** Limit for buffers, which are outside the thread's own memory: a small file can unpack to gigabytes. */
const MAX_GROWTH_BYTES = 1500 * 1024 * 1024;
/** Interval for checking the growth of buffers, in milliseconds. */
const WATCH_INTERVAL_MS = 200;

/** Imports files in a worker thread, with limits on memory and time against hostile files. */
export class ImportThread {
  #worker: Worker | undefined;
  #resolve: (reply: ImportReply) => void = () => {};

  async import(request: ImportRequest): Promise<ImportReply> {
    const { kind } = request.input;
    const worker = this.#worker ?? (await this.#start());
    const before = process.memoryUsage.rss();
    let timer: NodeJS.Timeout | undefined;
    let watch: NodeJS.Timeout | undefined;
    const reply = await new Promise<ImportReply>((resolve) => {
      this.#resolve = resolve;
      timer = setTimeout(() => resolve(stoppedReply('用的时间太长', kind)), MAX_TIME_MS[kind]);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > MAX_GROWTH_BYTES)
          resolve(stoppedReply('占的内存太多', kind));
      }, WATCH_INTERVAL_MS);
      worker.postMessage(request);
    });
    clearTimeout(timer);
    clearInterval(watch);
    if (!('file' in reply)) await this.close();
    return reply;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  /** Starts a thread and waits until its modules are loaded, which can take seconds on a busy machine. */
  async #start(): Promise<Worker> {
    const worker = new Worker(new URL(`./import-worker${path.extname(import.meta.url)}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    await once(worker, 'message');
    worker.on('message', (reply: ImportReply) => this.#resolve(reply));
    worker.on('error', (error) =>
      this.#resolve(stoppedReply(/memory/iu.test(error.message) ? '占的内存太多' : error.message)),
    );
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#resolve(stoppedReply('程序停了'));
    });
    this.#worker = worker;
    return worker;
  }
}

function stoppedReply(why: string, kind?: FileKind): ImportReply {
  const cure =
    kind === 'pdf' ? '在阅读器里选“打印”，只把要用的几页另存成 PDF，' : '用 Word 打开，另存为 .docx 或 .txt ';
  return { message: `读不下去了：${why}`, fix: `这个文件不像正常的稿件；${cure}再导入` };
}
