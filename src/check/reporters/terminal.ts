import { type Diagnostic, formatDiagnostic, summaryLine } from '#core/diagnostic.ts';

/** For people: each problem with its fix and its rule, then the numbers of errors and warnings. */
export function terminalReport(diagnostics: readonly Diagnostic[], folder: string): string {
  const lines = diagnostics.map(
    (diagnostic) => `${formatDiagnostic(diagnostic, folder)}（规则 ${diagnostic.rule}）`,
  );
  return [...lines, ...(lines.length > 0 ? [''] : []), summaryLine(diagnostics)].join('\n');
}
