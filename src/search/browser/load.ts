/**
 * Why a file could not be loaded: no answer from the network; no data for too long; the file does not exist, as
 * after a release; the response is not the whole file, but a part of it or the login page of a network; files of
 * two releases.
 */
export type LoadFault = 'offline' | 'stalled' | 'missing' | 'damaged' | 'outdated';

export class LoadError extends Error {
  /** Declared only: fields are translated for old browsers. */
  declare readonly fault: LoadFault;
  declare readonly address: string;

  constructor(fault: LoadFault, address: string, options?: ErrorOptions) {
    super(`${address}: ${fault}`, options);
    this.fault = fault;
    this.address = address;
  }
}

/** Milliseconds without a byte after which a request has failed; a slow network may take longer in all. */
const MAX_SILENCE_MS = 10_000;

export interface LoadOptions {
  /** The browser's `fetch`, where the global one is replaced. */
  load?: typeof fetch;
  cache?: RequestCache;
}

/**
 * Loads a whole file.
 * @throws LoadError if it does not come whole
 */
export async function loadBytes(
  address: string,
  { load = fetch, cache = 'default' }: LoadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  let timer = setTimeout(stop, MAX_SILENCE_MS);
  try {
    const response = await load(address, { cache, signal: silence.signal });
    if (!response.ok) throw new LoadError('missing', address);
    if (!response.body) return new Uint8Array();
    return await readAll(response.body, () => {
      clearTimeout(timer);
      timer = setTimeout(stop, MAX_SILENCE_MS);
    });
  } catch (error) {
    if (error instanceof LoadError) throw error;
    throw new LoadError(silence.signal.aborted ? 'stalled' : 'offline', address, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads a stream to its end. A `Blob` would do the same, but costs milliseconds of the main thread for each file.
 * @param onPiece called for each piece that comes
 */
export async function readAll(
  stream: ReadableStream<Uint8Array>,
  onPiece: () => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    onPiece();
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * Loads a file of JSON.
 * @throws LoadError if it does not come whole, or is something else
 */
export async function loadJson<T>(address: string, options?: LoadOptions): Promise<T> {
  const bytes = await loadBytes(address, options);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as T;
  } catch (cause) {
    throw new LoadError('damaged', address, { cause });
  }
}

/**
 * The value, if it comes soon enough.
 * @throws LoadError if it does not
 */
export async function inTime<T>(value: Promise<T>, address: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LoadError('stalled', address)), MAX_SILENCE_MS);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Imports a script.
 * @throws LoadError that says why it could not be imported
 */
export async function loadModule<T>(address: string): Promise<T> {
  try {
    return (await inTime(import(/* @vite-ignore */ address), address)) as T;
  } catch (error) {
    if (error instanceof LoadError) throw error;
    // An import does not say why it failed.
    await loadBytes(address);
    throw new LoadError('damaged', address, { cause: error });
  }
}

/** The value, or undefined if it takes longer or fails: for optional data. */
export async function within<T>(milliseconds: number, value: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([value, late]);
  } catch (error) {
    console.warn(error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
