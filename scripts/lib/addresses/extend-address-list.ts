import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ADDRESS_LIST, formatAddressList, parseAddressList } from '../../../src/core/address-list.ts';
import type { Content } from '../../../src/core/content.ts';
import { ifMissing } from '../../../src/core/system-error.ts';
import { asRead } from '../../../src/core/text/edit.ts';
import { writeWhole } from '../../../src/scaffold/apply-changes-fs.ts';
import { addressesOf } from './address-reminders.ts';

/**
 * Adds to the list of addresses those that are published now and not yet listed.
 * @param dir the content folder
 * @returns the added addresses
 */
export async function extendAddressList(dir: string, content: Content): Promise<string[]> {
  const file = path.join(dir, ADDRESS_LIST);
  const text = asRead(await readFile(file, 'utf8').catch(ifMissing('')));
  const listed = parseAddressList(text).lines;
  const added = addressesOf(content).filter((address) => !listed.has(address));
  if (added.length > 0) await writeWhole(file, formatAddressList([...listed.keys(), ...added]));
  return added;
}
