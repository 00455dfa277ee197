import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { reportUncaughtErrors } from './program-error.ts';
import { siteAddressProblem } from '../../src/core/site-address.ts';
import { nearestNames } from '../../src/core/text/nearest.ts';
import { escapeControls } from '../../src/core/text/control-character.ts';

/** Exit codes: 0 success, 1 problems found, 2 wrong usage. */
export const PROBLEMS = 1;
export const WRONG_USE = 2;

/**
 * Parses a command line, answers `--help`, and ends the process on wrong usage.
 * @param args what follows the command's name
 * @param help the whole help text, in Chinese
 * @param files whether positional arguments are allowed
 */
export function commandLine<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  help: string,
  options: T,
  files = false,
) {
  reportUncaughtErrors();
  // Disables Astro's telemetry: commands send no requests.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const address = process.env.SITE_URL;
  const wrong = address ? siteAddressProblem(address) : undefined;
  if (wrong) wrongUse(`环境变量 SITE_URL“${address}”${wrong[0]}。${wrong[1]}`);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals: files,
    });
    if ('help' in values && values.help) {
      console.log(help);
      process.exit(0);
    }
    return { values, positionals };
  } catch (error) {
    wrongUse(`参数不对：${explainParseError(error, ['help', ...Object.keys(options)])}`, help);
  }
}

/**
 * The Chinese message for an error of `parseArgs`.
 * https://nodejs.org/api/errors.html#err_parse_args_unknown_option
 */
function explainParseError(error: unknown, options: string[]): string {
  if (!(error instanceof TypeError && 'code' in error)) throw error;
  const typed = /'(?:-., )?([^' ]+)/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const [near] = nearestNames(typed.replace(/^-+/u, ''), options, 1);
      return `没有 ${typed} 这一项${near ? `，你是不是想写 --${near}？` : ''}`;
    }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `多出了“${typed}”`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take')
        ? `${typed} 后面不写内容`
        : `${typed} 后面要写内容，有空格的要加引号`;
    default:
      throw error;
  }
}

/** Parses a port number from 1 to 65535; ends the process on anything else. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  return wrongUse(`端口“${text}”不对：写 1 到 65535 之间的整数，例如 --port 4321`);
}

/** Parses an integer of at least 1; ends the process on anything else. */
export function parsePositiveInteger(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : wrongUse(`“${text}”不是正整数`);
}

/** Parses one of the allowed values; ends the process on anything else. */
export function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((each) => each === text);
  return found ?? wrongUse(`${option} 不能是“${text}”，可选：${choices.join('、')}`);
}

/**
 * Prints a message and ends the process: the command was called wrongly.
 * @param help the command's help; its first paragraph is printed after the message
 */
export function wrongUse(message: string, help?: string): never {
  const usage =
    help && `\n${help.split('\n\n')[0]}\n在命令后面加 --help（npm run 的写 -- --help），看每一项怎么写`;
  console.error([escapeControls(message, true), usage].filter(Boolean).join('\n'));
  process.exit(WRONG_USE);
}
