import { type Diagnostic, shownPath, summaryLine } from '#core/diagnostic.ts';
import { escapeControls } from '#core/text/control-character.ts';

/**
 * A table for a comment in a pull request (Gitee has no annotations) or for a summary page.
 * @param folder path of the content folder in the repository
 */
export function markdownReport(diagnostics: readonly Diagnostic[], folder: string): string {
  const rows = diagnostics.map(({ severity, file, line, rule, problem, fix }) => {
    const place = escapeControls([shownPath(folder, file), line].filter(Boolean).join(':'))
      .replaceAll('`', '\\u0060')
      .replaceAll('|', '\\|');
    return `| ${severity === 'error' ? '错误' : '提醒'} | \`${place}\` | ${cell(problem)} | ${cell(fix)} | ${rule} |`;
  });
  const table =
    rows.length === 0
      ? []
      : ['| | 位置 | 问题 | 改法 | 规则 |', '| --- | --- | --- | --- | --- |', ...rows, ''];
  return [...table, summaryLine(diagnostics)].join('\n');
}

function cell(text: string): string {
  return escapeControls(text.replaceAll('\n', ' ')).replace(/[\\`*_[\]<>|~]/gu, '\\$&');
}
