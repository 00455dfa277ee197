import { expect, it } from 'vitest';
import { firstAddress, firstIssueAddress, formerAddresses } from '../../src/core/published-addresses.ts';

it.each([
  [[], '/issues/2022-09/a/'],
  [['/issues/2022-08/b/', '/issues/2022-07/c/'], '/issues/2022-08/b/'],
  // Addresses of an earlier site do not count.
  [['/html/12.html', '/news/a/', '/issues/2022-08/'], '/issues/2022-09/a/'],
  [['/x/issues/2022-08/b/', '/issues/2022-08/b/c/', '/issues/2022-08/b/'], '/issues/2022-08/b/'],
])('the first address of an article with the aliases %j', (aliases, address) => {
  expect(firstAddress({ id: '2022-09/a', aliases })).toBe(address);
});

it.each([
  [undefined, '/issues/2022-09/'],
  [['/issues/2022-08/b/', '/x/issues/2022-08/'], '/issues/2022-09/'],
  [['/issues/2022-08/'], '/issues/2022-08/'],
])('the first address of an issue with the aliases %j', (aliases, address) => {
  expect(firstIssueAddress({ id: '2022-09', ...(aliases && { aliases }) })).toBe(address);
});

it('the addresses of a register entry under its former ids', () => {
  expect(formerAddresses('parks')).toEqual([]);
  expect(formerAddresses('parks', ['jia', 'yi'])).toEqual(['/parks/jia/', '/parks/yi/']);
});
