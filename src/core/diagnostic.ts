import { compareText } from './text/compare-text.ts';
import { escapeControls } from './text/control-character.ts';
import { withMaskedNumbers } from './text/personal-number.ts';

/** What is wrong, where, and how an editor mends it: one shape for the build and every check. */
export interface Diagnostic {
  rule: string;
  severity: 'error' | 'warning';
  /** Path inside the content folder, with `/` between its parts. */
  file: string;
  /** Counted from 1; absent where the problem is the file itself or its folder. */
  line?: number;
  column?: number;
  problem: string;
  fix: string;
}

/** A diagnostic before its file is known; lines are those of the file. */
export type Finding = Omit<Diagnostic, 'file' | 'severity'> & { severity?: Diagnostic['severity'] };

/** Gives findings their file. */
export function inFile(file: string, findings: Finding[]): Diagnostic[] {
  return findings.map((finding) => ({ severity: 'error', ...finding, file }));
}

/**
 * The same without the personal numbers that they quote from texts; those of files that are named stay, so
 * that the file can be found.
 * @param open mobile numbers of public contacts
 */
export function maskDiagnostics(
  diagnostics: readonly Diagnostic[],
  open: ReadonlySet<string> | undefined,
): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    problem: withMaskedNumbers(diagnostic.problem, open),
    fix: withMaskedNumbers(diagnostic.fix, open),
  }));
}

/** By file, then line, then column: the order in which an editor works through them. */
export function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** `content/issues/2022-10/a.md:5:7 错误：栏目“要问”不存在` and, on the next line, the cure. */
export function formatDiagnostic(diagnostic: Diagnostic, folder = 'content'): string {
  const { file, line, column, severity, problem, fix } = diagnostic;
  const place = [file === '' ? folder : `${folder}/${file}`, line, line && column].filter(Boolean).join(':');
  const told = `${place} ${severity === 'error' ? '错误' : '提醒'}：${problem}`;
  return `${escapeControls(told)}\n  改法：${escapeControls(fix)}`;
}

/** `2 处错误，1 处提醒。` */
export function summaryLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${errors} 处错误，${diagnostics.length - errors} 处提醒。`;
}
