import { type Diagnostic, shownPath } from '#core/diagnostic.ts';
import { escapeControls } from '#core/text/control-character.ts';

/**
 * Workflow commands, which GitHub shows next to the lines of a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @param folder path of the content folder in the repository
 */
export function githubReport(diagnostics: readonly Diagnostic[], folder: string): string {
  return diagnostics
    .map(({ severity, file, line, column, rule, problem, fix }) => {
      const properties = Object.entries({
        file: escapeControls(shownPath(folder, file)),
        line,
        col: column,
        title: rule,
      })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      return `::${severity} ${properties.join(',')}::${escapeData(`${escapeControls(problem)}\n改法：${escapeControls(fix)}`)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
