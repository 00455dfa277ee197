import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  askAhead,
  type IndexFiles,
  requestsEnded,
  withIndexRequests,
} from '../../src/search/browser/index-requests.ts';
import { loadBytes, loadJson, within } from '../../src/search/browser/load.ts';

const original = globalThis.fetch;
const piece = gzipSync(`pagefind_dcd${'园'.repeat(1000)}`);
const bytes = (content: Uint8Array) => async () => new Response(new Uint8Array(content));
const silent = (request: RequestInit | undefined) =>
  new Promise<Response>((_, reject) => {
    request?.signal?.addEventListener('abort', () => reject(request.signal?.reason));
  });
const answers: Record<string, (request?: RequestInit) => Promise<Response>> = {
  '/pagefind/index/good.pf_index': bytes(piece),
  '/pagefind/good.pf_meta': bytes(piece),
  '/pagefind/gone.pf_meta': async () => new Response(null, { status: 404 }),
  '/pagefind/index/plain.pf_index': bytes(Buffer.from('pagefind_dcd')),
  '/pagefind/index/cut.pf_index': bytes(piece.subarray(0, 20)),
  '/pagefind/index/page.pf_index': async () => new Response('<!doctype html>'),
  '/pagefind/index/empty.pf_index': async () => new Response(''),
  '/pagefind/index/other.pf_index': bytes(gzipSync('<!doctype html>')),
  '/pagefind/index/gone.pf_index': async () => new Response(null, { status: 404 }),
  '/pagefind/index/offline.pf_index': () => Promise.reject(new TypeError('offline')),
  '/pagefind/index/silent.pf_index': silent,
  '/pagefind/wasm.unknown.pagefind?1.6.0': bytes(piece),
  '/pagefind/catalogue.json': async () => Response.json({}),
  '/other/gone': async () => new Response(null, { status: 404 }),
};
const requests: [address: string, cache: RequestCache | undefined][] = [];
const fake: typeof fetch = (address, request) => {
  requests.push([String(address), request?.cache]);
  return answers[String(address)]?.(request) ?? Promise.reject(new Error(`Unexpected ${String(address)}`));
};
const INDEX: IndexFiles = {
  folder: '/pagefind/',
  version: '1.6.0',
  fresh: false,
  known: new Map(),
  lists: new Map(),
};

beforeEach(() => {
  globalThis.fetch = fake;
  vi.stubGlobal('location', new URL('http://localhost/search/'));
});
afterEach(() => {
  globalThis.fetch = original;
  vi.unstubAllGlobals();
  vi.useRealTimers();
  requests.length = 0;
});

/** Loads a file as Pagefind does: an error is ignored. */
const load = (address: string, index = INDEX) =>
  withIndexRequests(index, () =>
    fetch(address).then(
      async (response) => (await response.text()).slice(0, 15),
      () => 'ignored',
    ),
  );

it.each([
  ['index/good.pf_index', 'pagefind_dcd园园园'],
  ['index/plain.pf_index', 'pagefind_dcd'],
  ['wasm.unknown.pagefind', 'pagefind_dcd园园园'],
])('passes on %s, unzipped', async (name, text) => expect(await load(`/pagefind/${name}`)).toBe(text));

it.each([
  ['cut', 'damaged'],
  ['page', 'damaged'],
  ['empty', 'damaged'],
  ['other', 'damaged'],
  ['gone', 'missing'],
  ['offline', 'offline'],
])('throws if a piece is %s: %s', async (name, fault) => {
  await expect(load(`/pagefind/index/${name}.pf_index`)).rejects.toMatchObject({ fault });
  expect(await load('/pagefind/index/good.pf_index')).toBe('pagefind_dcd园园园');
});

it('throws after ten seconds without a byte', async () => {
  vi.useFakeTimers();
  const loading = load('/pagefind/index/silent.pf_index');
  const failed = expect(loading).rejects.toMatchObject({ fault: 'stalled' });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await failed;
});

it('takes a file that comes slowly, but not one that stops', async () => {
  vi.useFakeTimers();
  const slow = (pieces: number) => async (_: unknown, request?: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        request?.signal?.addEventListener('abort', () => controller.error(request.signal?.reason));
        for (let sent = 0; sent < pieces; sent += 1) {
          await new Promise((resolve) => setTimeout(resolve, 6000));
          controller.enqueue(new Uint8Array([sent]));
        }
        if (pieces > 2) controller.close();
      },
    });
    return new Response(body);
  };
  const whole = loadBytes('/slow', { load: slow(4) });
  const stopped = expect(loadBytes('/slow', { load: slow(1) })).rejects.toMatchObject({ fault: 'stalled' });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await whole).toEqual(new Uint8Array([0, 1, 2, 3]));
  await stopped;
});

it('does not ask for what is known', async () => {
  const known = new Map([['pagefind-entry.json', '{}']]);
  expect(await load('/pagefind/pagefind-entry.json?ts=1', { ...INDEX, known })).toBe('{}');
  expect(requests).toEqual([]);
});

it('asks ahead once, and throws when Pagefind asks for what did not come', async () => {
  const index = { ...INDEX, known: new Map(), lists: new Map() };
  askAhead(index, ['good.pf_meta', 'gone.pf_meta']);
  expect(requests.map(([address]) => address)).toEqual(['/pagefind/good.pf_meta', '/pagefind/gone.pf_meta']);
  expect(await load('/pagefind/good.pf_meta', index)).toBe('pagefind_dcd园园园');
  await expect(load('/pagefind/gone.pf_meta', index)).rejects.toMatchObject({ fault: 'missing' });
  expect(requests).toHaveLength(2);
});

it('loads past the browser’s cache after a failure', async () => {
  await load('/pagefind/index/good.pf_index');
  await load('/pagefind/index/good.pf_index', { ...INDEX, fresh: true });
  expect(requests.map(([, cache]) => cache)).toEqual(['default', 'reload']);
});

it('leaves other requests alone', async () => {
  expect(await load('/other/gone')).toBe('');
  expect(await load('/pagefind/catalogue.json')).toBe('{}');
});

it('restores fetch when the last of several overlapping runs has ended', async () => {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const runs = [first, second].map(({ promise }) => withIndexRequests(INDEX, () => promise));
  expect(globalThis.fetch).not.toBe(fake);
  first.resolve();
  await runs[0];
  expect(globalThis.fetch).not.toBe(fake);
  second.reject(new Error('broken'));
  await expect(runs[1]).rejects.toThrow('broken');
  expect(globalThis.fetch).toBe(fake);
});

it('knows when all runs have ended', async () => {
  const run = Promise.withResolvers<void>();
  let isEnded = false;
  const work = withIndexRequests(INDEX, () => run.promise);
  const ended = requestsEnded().then(() => {
    isEnded = true;
  });
  await Promise.resolve();
  expect(isEnded).toBe(false);
  run.resolve();
  await Promise.all([work, ended]);
  expect(isEnded).toBe(true);
});

it('refuses a page in place of JSON', async () => {
  const load404: typeof fetch = async () => new Response('<!doctype html>');
  await expect(loadJson('/names.json', { load: load404 })).rejects.toMatchObject({ fault: 'damaged' });
});

it('does not wait for what is optional', async () => {
  vi.useFakeTimers();
  const never = within(1500, new Promise<string>(() => {}));
  await vi.advanceTimersByTimeAsync(1500);
  expect(await never).toBeUndefined();
  expect(await within(1500, Promise.resolve('value'))).toBe('value');
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  expect(await within(1500, Promise.reject(new Error('gone')))).toBeUndefined();
  expect(warn).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
