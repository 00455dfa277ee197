import { readFile } from 'node:fs/promises';
import { expect, inject, it } from 'vitest';
import { addressesOf } from '../../scripts/lib/addresses/address-reminders.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { builtAddresses } from '../lib/site-files.ts';

it('the sample has exactly the pages and redirects of its list of addresses', async () => {
  const { content } = await readContent('content');
  const addresses = content ? addressesOf(content) : [];
  expect(await readFile('content/addresses.txt', 'utf8')).toBe(`${addresses.join('\n')}\n`);
  expect(await builtAddresses(inject('site').dir)).toEqual(addresses);
});
