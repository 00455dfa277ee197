import { type Diagnostic, formatDiagnostic } from '../../../src/core/diagnostic.ts';
import { programError } from '../program-error.ts';
import { CommandError, diskError } from '../command-error.ts';
import { shownPath } from '../shown-path.ts';
import { HalfReplacedError } from './replace-inside.ts';

/** Errors whose messages say in Chinese what to do. */
const TOLD = ['SiteError', 'ChangedDuringBuildError'];
const UNCHANGED = '没有发布任何东西，上一次的结果没有改动。';

/**
 * Says in Chinese why nothing was published, and what state the output is in.
 * @param content the content folder
 */
export function reportFailure(error: unknown, content: string, say: (line: string) => void): void {
  const diagnostics = diagnosticsOf(error);
  const told = toldOf(error);
  if (diagnostics.length > 0) {
    const folder = shownPath(content);
    for (const diagnostic of diagnostics) say(formatDiagnostic(diagnostic, folder));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const files = new Set(errors.map(({ file }) => file)).size;
    say(`\n${errors.length} 处错误，涉及 ${files} 个文件。${UNCHANGED}`);
  } else if (told) {
    say(`${told.message}\n\n${told.summary ?? ''}${UNCHANGED}`);
  } else if (error instanceof HalfReplacedError) {
    say(
      `发布到一半出了错，网站现在不完整：${error.message}\n  改法：看看磁盘和权限，再运行一次 npm run build，它会先恢复原来的网站`,
    );
  } else {
    const refused = error instanceof CommandError ? error : diskError(error);
    if (refused) say(`${refused.problem}\n  改法：${refused.fix}\n\n${UNCHANGED}`);
    else say(`生成失败，${programError(error)}\n\n${UNCHANGED}`);
  }
}

/** The loader throws its diagnostics from inside Astro, which may wrap them. */
function diagnosticsOf(error: unknown): Diagnostic[] {
  if (!(error instanceof Error)) return [];
  return 'diagnostics' in error ? (error.diagnostics as Diagnostic[]) : diagnosticsOf(error.cause);
}

/** An error that is written for editors. Pages have classes of their own: its name counts. */
function toldOf(error: unknown): (Error & { summary?: string }) | undefined {
  if (!(error instanceof Error)) return undefined;
  return TOLD.includes(error.name) ? error : toldOf(error.cause);
}
