import { escapeControls, jsonText } from '../../src/core/text/control-character.ts';
import { PROBLEMS } from './command.ts';

/** Why a command does nothing, and what the editor can do about it. Nothing has been written. */
export class CommandError extends Error {
  readonly problem: string;
  readonly fix: string;

  constructor(problem: string, fix: string) {
    super(problem);
    this.problem = problem;
    this.fix = fix;
  }
}

/** Runs a command's work; a refusal is told, and becomes the exit code. */
export async function reportingErrors(json: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const refused = error instanceof CommandError ? error : diskError(error);
    if (!refused) throw error;
    const { problem, fix } = refused;
    if (json) console.log(jsonText({ error: { problem, fix } }));
    else
      console.error(`没有写任何文件：${escapeControls(problem, true)}\n  改法：${escapeControls(fix, true)}`);
    process.exitCode = PROBLEMS;
  }
}

/** What the system would not do (a full disk, a folder without rights); undefined for any other error. */
export function diskError(error: unknown): { problem: string; fix: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('syscall' in error && 'code' in error)) return diskError(error.cause);
  const file = 'path' in error ? ` ${error.path}` : '';
  return {
    problem: `系统不让写${file}（${error.code}）`,
    fix: '看看磁盘满了没有、这个文件夹能不能写；一切都还是原样',
  };
}
