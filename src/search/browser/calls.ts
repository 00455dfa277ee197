import { LoadError, type LoadFault } from './load.ts';

/**
 * Calls of an object's methods from another thread, over messages. The object's methods return promises, and values
 * that can be sent.
 */

interface Call {
  id: number;
  method: string;
  values: unknown[];
}

interface Reply {
  id: number;
  value?: unknown;
  error?: { message: string; fault?: LoadFault; address?: string };
}

/** The first message of a worker, before any reply. */
const READY = 'ready';

type Methods = Record<string, (...values: never[]) => Promise<unknown>>;

/** In a worker: carries out the calls of the page. */
export function serveCalls(methods: object): void {
  addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const method = (methods as Methods)[data.method] as (...values: unknown[]) => Promise<unknown>;
    method(...data.values).then(
      (value) => postMessage({ id: data.id, value } satisfies Reply),
      (error: unknown) => postMessage({ id: data.id, error: sentError(error) } satisfies Reply),
    );
  });
  postMessage(READY);
}

/** Resolves when a worker serves calls; rejects if its script cannot be run. */
export function served(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
}

/** An object whose methods are carried out by a worker. */
export function remote<T extends object>(worker: Worker, methods: readonly (keyof T & string)[]): T {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) call?.reject(receivedError(data.error));
    else call?.resolve(data.value);
  });
  const entries = methods.map((method) => [
    method,
    (...values: unknown[]) =>
      new Promise((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        worker.postMessage({ id: calls, method, values } satisfies Call);
      }),
  ]);
  return Object.fromEntries(entries) as T;
}

function sentError(error: unknown): Reply['error'] {
  const { message } = error as Error;
  return error instanceof LoadError ? { message, fault: error.fault, address: error.address } : { message };
}

function receivedError({ message, fault, address = '' }: NonNullable<Reply['error']>): Error {
  return fault ? new LoadError(fault, address) : new Error(message);
}
