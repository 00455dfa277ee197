import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { escapeControls } from '../../src/core/text/control-character.ts';

/** Log file for details of errors that editors cannot fix; the folder is Astro's. */
const ERROR_LOG = path.join('.astro', 'error.log');

/** The Chinese message for a program error; its stack goes to the log file. */
export function programError(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const message = `这不是稿件的错：${escapeControls(first)}`;
  try {
    mkdirSync(path.dirname(ERROR_LOG), { recursive: true });
    writeFileSync(ERROR_LOG, `${inspect(error)}\n`);
    return `${message}\n  改法：请把 ${ERROR_LOG} 交给维护网站的人`;
  } catch {
    return message;
  }
}

/** Ends the process with such a message if nothing else catches an error. */
export function reportUncaughtErrors(): void {
  process.on('uncaughtException', (error) => {
    console.error(`程序出错，${programError(error)}`);
    process.exit(1);
  });
}
