import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FileOperations,
  HalfReplacedError,
  replaceFolderContents,
  restoreFolderContents,
} from '../../scripts/lib/publish/replace-folder-contents.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { filesIn } from '../lib/folder.ts';

const OLD = { 'index.html': 'old', 'issues/a/index.html': 'old a', 'old.txt': 'old', 'x/y': 'old' };
const NEW = { 'index.html': 'new', 'issues/b/index.html': 'new b', 'new.txt': 'new', 'x/y': 'new' };

const real: FileOperations = { cp, mkdir, rename, rm, writeFile };

/** A disk that fails at one call and at all later ones, as if the process were killed before it. */
function diskThatEnds(after: number, also: { code?: string; call?: number } = {}) {
  const calls: string[] = [];
  const guarded = (name: keyof FileOperations) =>
    ((...args: unknown[]) => {
      calls.push(name);
      if (calls.length > after) return Promise.reject(new Error('killed'));
      if (calls.length - 1 === also.call) {
        return Promise.reject(Object.assign(new Error('refused'), { syscall: name, code: also.code }));
      }
      return (real[name] as (...given: unknown[]) => Promise<unknown>)(...args);
    }) as never;
  const disk: FileOperations = {
    cp: guarded('cp'),
    mkdir: guarded('mkdir'),
    rename: guarded('rename'),
    rm: guarded('rm'),
    writeFile: guarded('writeFile'),
  };
  return { disk, calls };
}

async function folders(old: Record<string, string> = OLD) {
  const [folder, source] = await Promise.all([writeFiles(old), writeFiles(NEW)]);
  return { folder, source };
}

/** Removes the claim: the simulated process was killed, but this one is alive. */
async function forgetOwner(folder: string): Promise<void> {
  await rm(path.join(folder, '.park-bulletin-staging', 'owner'), { force: true });
}

it('replaces everything, and leaves no temporary files', async () => {
  const { folder, source } = await folders();
  await replaceFolderContents(folder, source);
  expect(await filesIn(folder)).toEqual(NEW);
  await expect(readdir(source)).rejects.toThrow('ENOENT');
});

it('creates a missing folder', async () => {
  const { folder, source } = await folders();
  await replaceFolderContents(path.join(folder, 'deep/site'), source);
  expect(await filesIn(path.join(folder, 'deep/site'))).toEqual(NEW);
});

it('copies a site from another disk', async () => {
  const { folder, source } = await folders();
  const { disk } = diskThatEnds(99, { code: 'EXDEV', call: 3 });
  await replaceFolderContents(folder, source, disk);
  expect(await filesIn(folder)).toEqual(NEW);
  expect(await filesIn(source)).toEqual(NEW);
});

const { calls } = await (async () => {
  const { folder, source } = await folders();
  const counted = diskThatEnds(99);
  await replaceFolderContents(folder, source, counted.disk);
  return counted;
})();

describe.each(calls.map((call, index) => ({ call, index })))(
  'killed before call $index ($call)',
  ({ index }) => {
    it('is old or new, or is restored by the next command', async () => {
      const { folder, source } = await folders();
      await replaceFolderContents(folder, source, diskThatEnds(index).disk).catch(() => undefined);
      await forgetOwner(folder);
      await restoreFolderContents(folder);
      expect([OLD, NEW]).toContainEqual(await filesIn(folder));
      expect(await readdir(folder)).not.toContain('.park-bulletin-staging');
    });

    it('is restored even if restoring is killed again and again', async () => {
      for (let second = 0; second < 12; second += 1) {
        const { folder, source } = await folders();
        await replaceFolderContents(folder, source, diskThatEnds(index).disk).catch(() => undefined);
        for (let third = 0; third < 3; third += 1) {
          await forgetOwner(folder);
          await restoreFolderContents(folder, diskThatEnds(second).disk).catch(() => undefined);
        }
        await restoreFolderContents(folder);
        expect([OLD, NEW]).toContainEqual(await filesIn(folder));
      }
    });

    it('rolls back at once after an error', async () => {
      const { folder, source } = await folders();
      const work = replaceFolderContents(
        folder,
        source,
        diskThatEnds(99, { code: 'ENOSPC', call: index }).disk,
      );
      const failed = await work.then(
        () => false,
        () => true,
      );
      expect(await filesIn(folder)).toEqual(failed ? OLD : expect.objectContaining(NEW));
    });
  },
);

it('throws HalfReplacedError if it cannot roll back', async () => {
  const { folder, source } = await folders();
  await expect(replaceFolderContents(folder, source, diskThatEnds(7).disk)).rejects.toThrow(
    HalfReplacedError,
  );
  await forgetOwner(folder);
  expect(await restoreFolderContents(folder)).toBe(true);
  expect(await filesIn(folder)).toEqual(OLD);
});

it('waits for a process that is still replacing', async () => {
  const { folder } = await folders();
  const staging = path.join(folder, '.park-bulletin-staging');
  await mkdir(staging);
  const { ownProcessRecord: claim } = await import('../../scripts/lib/publish/process-record.ts');
  await writeFile(path.join(staging, 'owner'), claim());
  let waited = false;
  const restored = restoreFolderContents(folder).then((done) => {
    waited = true;
    return done;
  });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(waited).toBe(false);
  await rm(staging, { recursive: true });
  expect(await restored).toBe(false);
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toBe('old');
});
