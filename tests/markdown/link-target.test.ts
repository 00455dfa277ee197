import { expect, it } from 'vitest';
import { articleOfLink } from '../../src/markdown/link-target.ts';

const FILE = '/content/issues/2022-09/a.md';

it.each([
  ['b.md', '2022-09/b'],
  ['./b.md', '2022-09/b'],
  ['b.mdx', '2022-09/b'],
  ['../2022-10/b.md', '2022-10/b'],
  ['b.mdxx', undefined],
  ['b.md.bak', undefined],
  ['bmd', undefined],
  ['b.md#甲', undefined],
  ['b.md?甲', undefined],
  ['#b.md', undefined],
  ['/issues/2022-10/b.md', undefined],
  ['https://example.com/issues/2022-10/b.md', undefined],
  ['../b.md', undefined],
  ['../../pages/b.md', undefined],
  ['../2022-10/old/b.md', undefined],
])('%s', (link, id) => {
  expect(articleOfLink(link, FILE)).toBe(id);
  expect(articleOfLink(link, FILE.replaceAll('/', '\\'))).toBe(id);
});
