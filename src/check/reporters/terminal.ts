import { type Diagnostic, formatDiagnostic, summaryLine } from '#core/diagnostic.ts';

/** For a person at a terminal: each problem with its cure, then how many there are. */
export function terminalReport(diagnostics: readonly Diagnostic[], folder: string): string {
  const lines = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, folder));
  return [...lines, ...(lines.length > 0 ? [''] : []), summaryLine(diagnostics)].join('\n');
}
