import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { commandArguments } from './command.ts';

/**
 * Runs one of the project's commands at a real terminal (a pseudo-terminal of util-linux `script`, or
 * that of macOS), and types an answer whenever the command waits for input.
 * @param term `xterm` for the keys that edit a line; a `dumb` terminal prints plain lines
 * @param answers what is typed, each with the text at the end of the screen to wait for
 */
export function runAtTerminal(
  name: string,
  args: string[],
  answers: [screen: string, typed: string][],
  term: 'dumb' | 'xterm' = 'dumb',
): Promise<{ code: number | null; screen: string }> {
  const command = [process.execPath, ...commandArguments(name), ...args];
  const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const script =
    process.platform === 'darwin' ? ['-q', '/dev/null', ...command] : ['-qefc', quoted, '/dev/null'];
  const { VITEST: _, ...env } = process.env;
  const child = spawn('script', script, { env: { ...env, TERM: term, COLUMNS: '200' }, stdio: 'pipe' });
  let screen = '';
  let seen = 0;
  const waiting = [...answers];
  child.stdout.on('data', (text) => {
    screen += text;
    const [next] = waiting;
    if (next && stripVTControlCharacters(screen.slice(seen)).endsWith(next[0])) {
      waiting.shift();
      seen = screen.length;
      child.stdin.write(next[1]);
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, screen: stripVTControlCharacters(screen).replaceAll('\r\n', '\n') }),
    );
  });
}
