import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ifMissing, ifRefused, isSystemError } from '../../src/core/system-error.ts';

const refusal = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

it('recognises what the operating system refused, by its code', () => {
  expect(isSystemError(refusal('EEXIST'))).toBe(true);
  expect(isSystemError(refusal('EEXIST'), 'EEXIST', 'EPERM')).toBe(true);
  expect(isSystemError(refusal('EEXIST'), 'ENOENT')).toBe(false);
  expect(isSystemError(new TypeError('no'))).toBe(false);
  expect(isSystemError('ENOENT')).toBe(false);
});

it('replaces a missing file only', async () => {
  const gone = path.join(os.tmpdir(), 'no-such-file', 'a');
  expect(await readFile(gone, 'utf8').catch(ifMissing('none'))).toBe('none');
  await expect(readFile(os.tmpdir(), 'utf8').catch(ifMissing('none'))).rejects.toThrow('EISDIR');
});

it('replaces what the operating system refused, and no other error', async () => {
  expect(await readFile(os.tmpdir(), 'utf8').catch(ifRefused('none'))).toBe('none');
  const mistake = new TypeError('a mistake');
  await expect(Promise.reject(mistake).catch(ifRefused('none'))).rejects.toBe(mistake);
});
