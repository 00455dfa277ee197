import { beforeEach, describe, expect, it } from 'vitest';
import type { Conflict } from '../../src/admin/conflict-dialog.ts';
import { type Change, FolderGuard } from '../../src/admin/folder-guard.ts';

/** An in-memory replacement for a folder handle of the browser. */
function folder(files: Map<string, File>, below = ''): FileSystemDirectoryHandle {
  const missing = () => Object.assign(new Error('none'), { name: 'NotFoundError' });
  return {
    getDirectoryHandle: (name: string) => Promise.resolve(folder(files, `${below}${name}/`)),
    getFileHandle: (name: string) => {
      const file = files.get(below + name);
      return file ? Promise.resolve({ getFile: () => Promise.resolve(file) }) : Promise.reject(missing());
    },
  } as unknown as FileSystemDirectoryHandle;
}

const file = (text: string, lastModified = 1) => new File([text], 'a', { lastModified });
const TEXT = 'issues/2022-09/a.md';
const PICTURE = 'issues/2022-09/images/a.png';

let shown: Conflict[];
let guard: FolderGuard;
let files: Map<string, File>;
beforeEach(async () => {
  shown = [];
  guard = new FolderGuard('before', (conflicts) => shown.push(...conflicts));
  files = new Map([
    [TEXT, file('甲')],
    [PICTURE, file('图')],
  ]);
  await guard.readText(TEXT, file('甲'));
  guard.readPicture(PICTURE, file('图'));
});

const check = (...changes: Change[]) => guard.check(folder(files), changes);
const update: Change = { action: 'update', path: TEXT, data: '乙' };

describe('a change to a file', () => {
  it.each<[string, string, File | undefined, Change]>([
    ['a text, with the same length and time', TEXT, file('丙'), update],
    ['a text, by deleting it', TEXT, undefined, update],
    ['a text that is to be deleted', TEXT, file('丙'), { action: 'delete', path: TEXT }],
    ['the path of a new text', 'b.md', file('丙'), { action: 'create', path: 'b.md', data: '乙' }],
    ['a picture', PICTURE, file('画', 2), { action: 'update', path: PICTURE, data: file('新图') }],
    ['the path to move to', 'b.md', file('丙'), { action: 'move', path: 'b.md', previousPath: TEXT }],
  ])('is rejected if somebody else has changed %s', async (_, path, now, change) => {
    if (now) files.set(path, now);
    else files.delete(path);
    await expect(check(change)).rejects.toMatchObject({ name: 'FormConflict' });
    const theirs = path.endsWith('.png') ? now : await now?.text();
    expect(shown).toEqual([{ path, mine: change.data, theirs }]);
  });

  it('is accepted if the file has not changed, or only its time has', async () => {
    files.set(TEXT, file('甲', 2));
    await check(update, { action: 'create', path: 'b.md', data: '乙' });
    expect(shown).toEqual([]);
  });

  it('is also rejected if the file changes between the two checks', async () => {
    await check(update);
    files.set(TEXT, file('丙'));
    await expect(guard.checkAgain(folder(files), TEXT)).rejects.toMatchObject({ name: 'FormConflict' });
  });

  it('is accepted after an earlier change by the form itself', async () => {
    await guard.done(folder(files), [update]);
    files.set(TEXT, file('乙'));
    await check({ action: 'update', path: TEXT, data: '丁' });
    expect(shown).toEqual([]);
  });
});

describe('edited text', () => {
  const entry = (before: string) => ({ locales: { _default: { path: TEXT, content: { before } } } });

  it('is rejected if it is based on an older text, from a draft that the browser stored', () => {
    guard.written('乙\n', { before: '旧' });
    expect(() => guard.refuseStale([update], undefined, entry('甲'))).toThrow('没有保存');
    expect(shown).toEqual([{ path: TEXT, mine: '乙', theirs: '甲' }]);
  });

  it('is rejected if the text in the repository has since changed or been deleted', () => {
    guard.written('乙', { before: '甲' });
    for (const stale of [{ entry: entry('丙') }, {}])
      expect(() => guard.refuseStale([update], stale, entry('甲'))).toThrow('没有保存');
    expect(shown.map(({ theirs }) => theirs)).toEqual(['丙', undefined]);
  });

  it('is accepted if it is based on the current text', () => {
    guard.written('乙', { before: '甲' });
    guard.refuseStale([update], undefined, entry('甲'));
    guard.refuseStale([update]);
    expect(shown).toEqual([]);
  });
});
