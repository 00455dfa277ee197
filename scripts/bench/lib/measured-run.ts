import { spawn } from 'node:child_process';
import { watchTree } from './process-tree.ts';

/** The cost of one run of a program, including all processes that it started. */
export interface MeasuredRun {
  /** Seconds. */
  wall: number;
  /** Seconds of user and system time. */
  cpu: number;
  /** Peak resident memory in MB (2^20 bytes); 0 without /proc. */
  peakMB: number;
  /** Lines of standard error, each with its time in seconds from the start. */
  lines: { at: number; text: string }[];
}

export interface Program {
  command: string;
  args: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
}

/** The shell waits for the program and prints the times of all children that were waited for. */
const TIMING_SCRIPT = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs a program until it exits.
 * @throws with the end of its output if it fails
 */
export async function runMeasured({ command, args, cwd, env }: Program): Promise<MeasuredRun> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const child = spawn('/bin/sh', ['-c', TIMING_SCRIPT, 'sh', command, ...args], {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const tree = watchTree(child.pid ?? 0);
  const lines: MeasuredRun['lines'] = [];
  let output = '';
  let times = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    for (const line of text.split('\n')) if (line !== '') lines.push({ at: seconds(), text: line });
  });
  child.stdio[3]?.on('data', (text: Buffer) => (times += text));
  let wall = 0;
  child.on('exit', () => (wall = seconds()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const seen = tree.stop();
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}\n${output.slice(-3000)}`);
  // The shell misses programs that outlived their parent; the watch misses the last moments of each.
  return { wall, cpu: Math.max(childrenTime(times), seen.cpu), peakMB: seen.peakMB, lines };
}

/**
 * User and system seconds of the children, from what POSIX `times` prints: the shell's own on the
 * first line, its children's on the second.
 */
export function childrenTime(times: string): number {
  const children = times.trim().split('\n')[1] ?? '';
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/gu)];
  if (parts.length !== 2) throw new Error(`Unexpected answer of the shell's times: ${times}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
