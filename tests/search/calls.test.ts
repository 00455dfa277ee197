import { afterEach, expect, it, vi } from 'vitest';
import { remote, serveCalls, served } from '../../src/search/browser/calls.ts';
import { LoadError } from '../../src/search/browser/load.ts';

afterEach(() => vi.unstubAllGlobals());

interface Counter {
  add(a: number, b: number): Promise<number>;
  later(ms: number): Promise<string>;
  load(): Promise<void>;
  break(): Promise<void>;
}

/** A worker that carries out the calls of a counter: the two ends of a channel, as page and worker have them. */
function startWorker(): { worker: Worker; counter: Counter } {
  const { port1, port2 } = new MessageChannel();
  vi.stubGlobal('addEventListener', port2.addEventListener.bind(port2));
  vi.stubGlobal('postMessage', port2.postMessage.bind(port2));
  port1.start();
  port2.start();
  const worker = port1 as unknown as Worker;
  const counter = remote<Counter>(worker, ['add', 'later', 'load', 'break']);
  return { worker, counter };
}

const METHODS: Counter = {
  add: async (a, b) => a + b,
  later: (ms) => new Promise((resolve) => setTimeout(() => resolve(`${ms}`), ms)),
  load: () => Promise.reject(new LoadError('missing', '/pagefind/a')),
  break: () => Promise.reject(new TypeError('no such thing')),
};

it('returns to each call its own value, whatever the order', async () => {
  const { worker, counter } = startWorker();
  const ready = served(worker);
  serveCalls(METHODS);
  await ready;
  expect(await Promise.all([counter.later(20), counter.add(1, 2), counter.later(1)])).toEqual(['20', 3, '1']);
});

it('passes on why a file could not be loaded, and other errors by their message', async () => {
  const { counter } = startWorker();
  serveCalls(METHODS);
  const missing = await counter.load().catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(LoadError);
  expect(missing).toMatchObject({
    fault: 'missing',
    address: '/pagefind/a',
    message: '/pagefind/a: missing',
  });
  const broken = await counter.break().catch((error: unknown) => error);
  expect(broken).not.toBeInstanceOf(LoadError);
  expect(broken).toMatchObject({ message: 'no such thing' });
});

it('is not served by a worker whose script cannot be run', async () => {
  const worker = new EventTarget();
  const ready = served(worker as Worker);
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'Unexpected token' }));
  await expect(ready).rejects.toThrow('Unexpected token');
});
