import type { RuleId } from './rule-id.ts';
import { compareText } from './text/compare-text.ts';
import { escapeControls } from './text/control-character.ts';
import { withMaskedNumbers } from './text/personal-number.ts';

/** A problem with its place and its fix; the build and all checks use this type. */
export interface Diagnostic {
  rule: RuleId;
  severity: 'error' | 'warning';
  /** Path relative to the content folder, separated by `/`; `../theme/style.css` lies beside it. */
  file: string;
  /** Counted from 1; absent if the problem concerns the whole file or its folder. */
  line?: number;
  column?: number;
  problem: string;
  fix: string;
}

/** A problem whose file is not known yet; lines are those of the file. The default severity is `error`. */
export type Finding = Omit<Diagnostic, 'file' | 'severity'> & { severity?: Diagnostic['severity'] };

/** Makes diagnostics of the findings in a file. */
export function inFile(file: string, findings: Finding[]): Diagnostic[] {
  return findings.map((finding) => ({ severity: 'error', ...finding, file }));
}

/**
 * The same without the personal numbers that they quote from texts; those of files that are named stay, so
 * that the file can be found.
 * @param publicNumbers mobile numbers of public contacts
 */
export function maskDiagnostics(
  diagnostics: readonly Diagnostic[],
  publicNumbers: ReadonlySet<string> | undefined,
): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    problem: withMaskedNumbers(diagnostic.problem, publicNumbers),
    fix: withMaskedNumbers(diagnostic.fix, publicNumbers),
  }));
}

/** Sorts by file, line and column. */
export function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** The path of a diagnostic's file for messages: `content/site.yaml`, `theme/style.css`. */
export function shownPath(folder: string, file: string): string {
  if (file === '') return folder;
  if (!file.startsWith('../')) return `${folder}/${file}`;
  return [...folder.split('/').slice(0, -1), file.slice(3)].join('/');
}

/** `content/issues/2022-10/a.md:5:7 错误：栏目“要问”不存在` and, on the next line, the fix. */
export function formatDiagnostic(diagnostic: Diagnostic, folder = 'content'): string {
  const { file, line, column, severity, problem, fix } = diagnostic;
  const place = [shownPath(folder, file), line, line && column].filter(Boolean).join(':');
  const message = `${place} ${severity === 'error' ? '错误' : '提醒'}：${problem}`;
  return `${escapeControls(message)}\n  改法：${escapeControls(fix)}`;
}

/** `2 处错误，1 处提醒。` */
export function summaryLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${errors} 处错误，${diagnostics.length - errors} 处提醒。`;
}
