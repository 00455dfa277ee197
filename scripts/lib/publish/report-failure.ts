import { type Diagnostic, formatDiagnostic } from '../../../src/core/diagnostic.ts';
import { programError } from '../program-error.ts';
import { CommandError, diskError } from '../command-error.ts';
import { displayPath } from '../display-path.ts';
import { HalfReplacedError } from './replace-folder-contents.ts';

/** Names of errors whose messages are written for editors, in Chinese. */
const EDITOR_ERRORS = ['SiteError', 'ChangedDuringBuildError'];
const UNCHANGED = '没有发布任何东西，上一次的结果没有改动。';

/**
 * Prints in Chinese why nothing was published, and the state of the output.
 * @param content the content folder
 */
export function reportFailure(error: unknown, content: string, say: (line: string) => void): void {
  const diagnostics = diagnosticsOf(error);
  const editorError = editorErrorOf(error);
  if (diagnostics.length > 0) {
    const folder = displayPath(content);
    for (const diagnostic of diagnostics) say(formatDiagnostic(diagnostic, folder));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const files = new Set(errors.map(({ file }) => file)).size;
    say(`\n${errors.length} 处错误，涉及 ${files} 个文件。${UNCHANGED}`);
  } else if (editorError) {
    say(`${editorError.message}\n\n${editorError.summary ?? ''}${UNCHANGED}`);
  } else if (error instanceof HalfReplacedError) {
    say(
      `发布到一半出了错，网站现在不完整：${error.message}\n  改法：看看磁盘和权限，再运行一次 npm run build，它会先恢复原来的网站`,
    );
  } else {
    const commandError = error instanceof CommandError ? error : diskError(error);
    if (commandError) say(`${commandError.problem}\n  改法：${commandError.fix}\n\n${UNCHANGED}`);
    else say(`生成失败，${programError(error)}\n\n${UNCHANGED}`);
  }
}

/** Diagnostics of a ContentError; Astro may wrap it as a cause. */
function diagnosticsOf(error: unknown): Diagnostic[] {
  if (!(error instanceof Error)) return [];
  return 'diagnostics' in error ? (error.diagnostics as Diagnostic[]) : diagnosticsOf(error.cause);
}

/** The error that is written for editors. Compares names, because bundled pages have their own copies of classes. */
function editorErrorOf(error: unknown): (Error & { summary?: string }) | undefined {
  if (!(error instanceof Error)) return undefined;
  return EDITOR_ERRORS.includes(error.name) ? error : editorErrorOf(error.cause);
}
