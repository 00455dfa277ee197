import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('marks nothing and does not throw for an address with invalid percent-encoding', async () => {
  const asked: string[] = [];
  vi.stubGlobal('location', { search: '?mark=%E0%A4%A', hash: '#%E0%A4%A' });
  vi.stubGlobal('document', {
    querySelectorAll: () => [],
    getElementById: (id: string) => {
      asked.push(id);
      return null;
    },
  });
  await import('../../src/search/browser/mark.ts');
  expect(asked).toEqual(['%E0%A4%A']);
});
