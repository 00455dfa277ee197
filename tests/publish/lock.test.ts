import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ownProcessRecord, runningProcess } from '../../scripts/lib/publish/process-record.ts';
import { acquireLock } from '../../scripts/lib/publish/lock.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const newLock = async () => path.join(await writeFiles({}), 'build.lock');

it('admits one process at a time, and reports once which one it waits for', async () => {
  const file = await newLock();
  const events: string[] = [];
  const unlock = await acquireLock(file, () => events.push('never'));
  const second = acquireLock(file, (pid) => events.push(`waits for ${pid}`)).then(async (free) => {
    events.push('second in');
    await free();
  });
  await new Promise((resolve) => setTimeout(resolve, 250));
  events.push('first out');
  await unlock();
  await second;
  expect(events).toEqual([`waits for ${process.pid}`, 'first out', 'second in']);
  expect(await readdir(path.dirname(file))).toEqual([]);
});

it.each([
  ['of a process that has ended', JSON.stringify({ pid: 2 ** 30, start: '1' })],
  ['of an ended process whose id is in use again', JSON.stringify({ pid: process.pid, start: '0' })],
  ['that is cut', '{"pid": 1'],
  ['that is empty', ''],
  ['that is no claim', '[]'],
])('takes over a lock %s', async (_, text) => {
  const file = await newLock();
  await writeFile(file, text);
  const unlock = await acquireLock(file, () => expect.unreachable());
  expect(await readFile(file, 'utf8')).toBe(ownProcessRecord());
  await unlock();
});

it('lets many processes hold it one after the other', async () => {
  const file = await newLock();
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const unlock = await acquireLock(file, () => undefined);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      await unlock();
    }),
  );
  expect(most).toBe(1);
  await rm(path.dirname(file), { recursive: true });
});

it('recognises a running process by its record', () =>
  expect(runningProcess(ownProcessRecord())).toBe(process.pid));
