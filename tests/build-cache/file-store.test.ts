import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { FileStore, keyOf, linkOrCopy } from '../../src/build-cache/file-store.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'bulletin-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(root, 'store-'));
});

const KEY = keyOf('一页');
const read = (file: string | undefined) => file && readFileSync(file, 'utf8');

it('finds what was put, also in the next build', () => {
  const store = new FileStore(dir);
  expect(store.find(KEY)).toBeUndefined();
  expect(read(store.put(KEY, Buffer.from('甲')))).toBe('甲');
  expect(read(store.find(KEY))).toBe('甲');
  expect(read(new FileStore(dir).find(KEY))).toBe('甲');
});

it('treats a corrupt file as missing, and replaces it', () => {
  const file = new FileStore(dir).put(KEY, Buffer.from('甲乙丙'));
  truncateSync(file, 3);
  const store = new FileStore(dir);
  expect(store.find(KEY)).toBeUndefined();
  expect(read(store.put(KEY, Buffer.from('甲乙丙')))).toBe('甲乙丙');
});

it('never overwrites a published file', () => {
  const file = new FileStore(dir).put(KEY, Buffer.from('甲'));
  const published = path.join(dir, 'published');
  linkSync(file, published);
  writeFileSync(published, '改坏了');
  new FileStore(dir).put(KEY, Buffer.from('甲'));
  expect(read(published)).toBe('改坏了');
});

it('drops what was neither found nor put, and replaced files', () => {
  const first = new FileStore(dir);
  for (const name of ['甲', '乙', '丙']) first.put(keyOf(name), Buffer.from(name));
  writeFileSync(path.join(dir, 'left'), '');
  const second = new FileStore(dir);
  second.find(keyOf('甲'));
  second.find(keyOf('乙'));
  const changed = second.put(keyOf('乙'), Buffer.from('乙二'));
  second.dropUnused();
  expect(readdirSync(dir)).toHaveLength(2);
  expect([read(second.find(keyOf('甲'))), read(changed)]).toEqual(['甲', '乙二']);
});

it('creates the folder of a linked file', () => {
  const file = new FileStore(dir).put(KEY, Buffer.from('甲'));
  const to = path.join(dir, 'a/b/index.html');
  linkOrCopy(file, to);
  expect(read(to)).toBe('甲');
});

it('stores files for this build only if the folder cannot be written', () => {
  const folder = path.join(dir, 'file', 'store');
  writeFileSync(path.join(dir, 'file'), '');
  const store = new FileStore(folder);
  expect(store.find(KEY)).toBeUndefined();
  const file = store.put(KEY, Buffer.from('甲'));
  expect(read(store.find(KEY))).toBe('甲');
  store.put(KEY, Buffer.from('乙'));
  expect(read(store.find(KEY))).toBe('乙');
  store.dropUnused();
  expect(existsSync(path.dirname(file))).toBe(false);
  expect(new FileStore(folder).find(KEY)).toBeUndefined();
});
