import { PROBLEMS } from './command.ts';

/** Why a command does nothing, and what the editor can do about it. Nothing has been written. */
export class Refusal extends Error {
  readonly problem: string;
  readonly fix: string;

  constructor(problem: string, fix: string) {
    super(problem);
    this.problem = problem;
    this.fix = fix;
  }
}

/** Runs a command's work; a refusal is told, and becomes the exit code. */
export async function orRefuse(json: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problem, fix } = error;
    if (json) console.log(JSON.stringify({ error: { problem, fix } }, null, 2));
    else console.error(`没有写任何文件：${problem}\n  改法：${fix}`);
    process.exitCode = PROBLEMS;
  }
}
