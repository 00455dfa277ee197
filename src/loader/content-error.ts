import { type Diagnostic, formatDiagnostic } from '#core/diagnostic.ts';

/** Thrown by a build whose content has errors, before anything is written. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    super(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
    this.diagnostics = diagnostics;
  }
}
