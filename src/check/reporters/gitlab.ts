import { createHash } from 'node:crypto';
import { type Diagnostic, shownPath } from '#core/diagnostic.ts';
import { jsonText } from '#core/text/control-character.ts';

/**
 * A Code Quality report (JSON), which GitLab shows in a merge request and next to its lines.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 * @param folder path of the content folder in the repository
 */
export function gitlabReport(diagnostics: readonly Diagnostic[], folder: string): string {
  const seen = new Map<string, number>();
  const entries = diagnostics.map(({ severity, file, line = 1, rule, problem, fix }) => {
    // The line is left out, as it changes with edits above it. Equal findings are numbered.
    const key = [rule, file, problem].join('\0');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return {
      description: `${problem}（改法：${fix}）`,
      check_name: rule,
      fingerprint: createHash('sha256').update(`${key}\0${count}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: shownPath(folder, file), lines: { begin: line } },
    };
  });
  return jsonText(entries);
}
