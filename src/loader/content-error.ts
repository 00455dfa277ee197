import { type Diagnostic, formatDiagnostic } from '#core/diagnostic.ts';

/** Thrown in a build whose content has errors; nothing has been written by then. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    super(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
    this.diagnostics = diagnostics;
  }
}
