import { type Diagnostic, formatDiagnostic, summaryLine } from '#core/diagnostic.ts';

/** For a person at a terminal: each problem with its cure and its rule, then how many there are. */
export function terminalReport(diagnostics: readonly Diagnostic[], folder: string): string {
  const lines = diagnostics.map(
    (diagnostic) => `${formatDiagnostic(diagnostic, folder)}（规则 ${diagnostic.rule}）`,
  );
  return [...lines, ...(lines.length > 0 ? [''] : []), summaryLine(diagnostics)].join('\n');
}
