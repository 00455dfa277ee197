import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';
import { PROBLEMS } from './command.ts';

/** A command cannot do its work: the problem and its fix, in Chinese. Nothing has been written. */
export class CommandError extends Error {
  readonly problem: string;
  readonly fix: string;

  constructor(problem: string, fix: string, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
    this.fix = fix;
  }
}

/** A command had begun to write and has put everything back. */
export class PutBackError extends CommandError {}

/** A command broke off; what it has done stays, and it may be run again. */
export class BrokenOffError extends CommandError {}

/**
 * Runs a command's work; prints a CommandError or disk error and sets the exit code.
 * @param writes false for a command that never writes a file: then its errors need not say that none was written
 */
export async function reportingErrors(
  json: boolean,
  work: () => Promise<void>,
  { writes = true }: { writes?: boolean } = {},
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const commandError = error instanceof CommandError ? error : diskError(error);
    if (!commandError) throw error;
    const { problem, fix } = commandError;
    if (json) console.log(jsonText({ error: { problem, fix } }));
    else {
      const state = writes && !(error instanceof BrokenOffError) ? '没有写任何文件：' : '';
      console.error(`${state}${escapeControls(problem, true)}\n  改法：${escapeControls(fix, true)}`);
    }
    process.exitCode = PROBLEMS;
  }
}

/** Problem and fix of a system error (full disk, missing permission); undefined for any other error. */
export function diskError(error: unknown): { problem: string; fix: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('syscall' in error && 'code' in error)) return diskError(error.cause);
  // A copy names where it reads and where it writes.
  const file = 'dest' in error ? ` ${error.dest}` : 'path' in error ? ` ${error.path}` : '';
  return {
    problem: `系统不让写${file}（${error.code}）`,
    fix: '看看磁盘满了没有、这个文件夹能不能写；一切都还是原样',
  };
}
