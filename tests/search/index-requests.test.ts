import { afterEach, beforeEach, expect, it } from 'vitest';
import { withIndexRequests } from '../../src/search/browser/index-requests.ts';

const original = globalThis.fetch;
const answers: Record<string, () => Promise<Response>> = {
  '/pagefind/good': async () => new Response('good'),
  '/pagefind/gone': async () => new Response(null, { status: 404 }),
  '/pagefind/offline': () => Promise.reject(new TypeError('offline')),
  '/other/gone': async () => new Response(null, { status: 404 }),
};
const fake: typeof fetch = (address) => answers[String(address)]?.() ?? original(address);
const FAILED = 'A part of the index could not be loaded';

beforeEach(() => {
  globalThis.fetch = fake;
});
afterEach(() => {
  globalThis.fetch = original;
});

/** Loads a file as Pagefind does: an error is ignored. */
const load = (address: string) =>
  withIndexRequests('/pagefind/', () =>
    fetch(address).then(
      () => 'done',
      () => 'done',
    ),
  );

it('throws if a file of the index could not be loaded', async () => {
  expect(await load('/pagefind/good')).toBe('done');
  expect(await load('/other/gone')).toBe('done');
  await expect(load('/pagefind/gone')).rejects.toThrow(FAILED);
  await expect(load('/pagefind/offline')).rejects.toThrow(FAILED);
  expect(await load('/pagefind/good')).toBe('done');
});

it('restores fetch when the last of several overlapping runs has ended', async () => {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const runs = [first, second].map(({ promise }) => withIndexRequests('/pagefind/', () => promise));
  expect(globalThis.fetch).not.toBe(fake);
  first.resolve();
  await runs[0];
  expect(globalThis.fetch).not.toBe(fake);
  second.reject(new Error('broken'));
  await expect(runs[1]).rejects.toThrow('broken');
  expect(globalThis.fetch).toBe(fake);
});
