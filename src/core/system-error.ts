/** Reasons why there is no such file: it, or a folder above it, does not exist. */
const MISSING = ['ENOENT', 'ENOTDIR'];

/**
 * Whether the operating system refused a call (Node's `SystemError`).
 * @param codes the reasons that count, `EEXIST`; any reason if none is given
 */
export function isSystemError(error: unknown, ...codes: string[]): error is Error & { code: string } {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return false;
  return codes.length === 0 || codes.includes(String(error.code));
}

/** For `.catch()` of a file operation: the value to use if there is no such file. Rethrows any other error. */
export function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isSystemError(error, ...MISSING)) return value;
    throw error;
  };
}

/** For `.catch()`: the value to use if the operating system refused. Rethrows any other error. */
export function ifRefused<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isSystemError(error)) return value;
    throw error;
  };
}
