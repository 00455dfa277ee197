import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { escapeControls } from '../../src/core/text/control-character.ts';

/** Where the details of an error go that no editor can mend; the folder is Astro's own. */
const DETAILS = path.join('.astro', 'error.log');

/** An error of the program in Chinese, without its stack: that goes to a file. */
export function programError(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const told = `这不是稿件的错：${escapeControls(first)}`;
  try {
    mkdirSync(path.dirname(DETAILS), { recursive: true });
    writeFileSync(DETAILS, `${inspect(error)}\n`);
    return `${told}\n  改法：请把 ${DETAILS} 交给维护网站的人`;
  } catch {
    return told;
  }
}

/** Ends a command with such a message where nothing else has caught an error. */
export function tellUncaught(): void {
  process.on('uncaughtException', (error) => {
    console.error(`程序出错，${programError(error)}`);
    process.exit(1);
  });
}
