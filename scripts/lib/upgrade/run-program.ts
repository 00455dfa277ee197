import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program in a folder until it ends; tests give their own. */
export type RunProgram = (
  program: 'npm' | 'node',
  args: readonly string[],
  cwd: string,
  env?: Record<string, string>,
) => Promise<Finished>;

export const runProgram: RunProgram = (program, args, cwd, env = {}) => {
  const [file, ...first] = program === 'node' ? [process.execPath] : npm();
  return new Promise((resolve) => {
    const child = spawn(file ?? program, [...first, ...args], {
      cwd,
      env: { ...inherited(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (text) => (output.stdout += text));
    child.stderr.on('data', (text) => (output.stderr += text));
    child.on('error', (error) => resolve({ code: 1, stdout: output.stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, ...output }));
  });
};

/** The npm that started this command; its name alone cannot be started without a shell on Windows. */
function npm(): string[] {
  const started = process.env.npm_execpath ?? '';
  const cli = path.join(path.dirname(started), 'npm-cli.js');
  if (started === '' || !existsSync(cli)) return ['npm'];
  // Not the Node of the bulletin, which npm is about to replace.
  return [process.env.npm_node_execpath ?? process.execPath, cli];
}

/** The environment without what npm tells its scripts about the folder that they run in. */
function inherited(): NodeJS.ProcessEnv {
  const own = /^(?:npm_(?:package|lifecycle)_|npm_config_local_prefix$|npm_command$|INIT_CWD$)/u;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

const NETWORK =
  /\b(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/u;
const NO_VERSION = /\b(?:E404|ETARGET|ENOVERSIONS)\b/u;

/** Why npm failed, and what to do, in Chinese. */
export function explainNpm(stderr: string): { problem: string; fix: string } {
  if (NETWORK.test(stderr)) {
    return {
      problem: '连不上 npm 的下载站',
      fix: '看看网络和代理，过一会儿再运行；没有网就用 .tgz 文件升级',
    };
  }
  if (NO_VERSION.test(stderr)) {
    return { problem: '没有这个版本', fix: '版本号写对：npm view park-bulletin versions 列出全部版本' };
  }
  if (/\bENOSPC\b/u.test(stderr)) return { problem: '磁盘满了', fix: '删去不要的文件，再运行一次' };
  const [, code] = /npm (?:error|ERR!) code (\w+)/u.exec(stderr) ?? [];
  return {
    problem: `npm 出错${code ? `（${code}）` : ''}`,
    fix: '单独运行 npm install，看它说什么；改好了再升级',
  };
}
