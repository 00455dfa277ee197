import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readManifest } from '../../scripts/lib/hosting/prepare-for-host.ts';
import { fileRule, uploadStep, UPLOAD_STEPS } from '../../src/hosting/file-rules.ts';
import { article, writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';
import { requirePackages } from '../lib/debian-package.ts';
import { everything } from '../lib/edits.ts';
import { ObjectStore } from '../lib/object-store.ts';

/* A site that rclone uploads to an object store. tests/upload has uploads to a folder. */

let store: ObjectStore | undefined;
afterAll(() => store?.stop());

/** The number of a change's step; deletions come last. */
function stepOf(change: string): number {
  return change.startsWith('-') ? UPLOAD_STEPS.length : UPLOAD_STEPS.indexOf(uploadStep(change.slice(2)));
}

it('an object store gets files in their order with their metadata, and later only what changes', async () => {
  requirePackages('rclone');
  store = await ObjectStore.start();
  const { target, environment } = store;
  const content = await writeFiles({
    ...(await everything()),
    'issues/2022-09/going.md': article('要撤的一篇'),
  });
  const site = path.join(await writeFiles({}), 'dist');
  const build = () =>
    run('build', ['--outDir', site, '--host', 'oss'], { BULLETIN_CONTENT: content, SITE_URL: '' });
  const upload = async () => {
    const { code, stdout, stderr } = await run('upload', [target, '--site', site], environment);
    expect([code, stderr]).toEqual([0, '']);
    return { stdout, changes: store?.changes() ?? [] };
  };
  const verify = async () => {
    const { files } = await readManifest(`${site}.hosting/manifest.json`);
    for (const name of Object.keys(files)) {
      const { contentType, headers } = fileRule(name);
      const stored = await store?.get(name);
      expect([name, stored?.type, stored?.cache]).toEqual([name, contentType, headers['Cache-Control']]);
      expect([name, stored?.bytes.equals(await readFile(path.join(site, name)))]).toEqual([name, true]);
    }
    return Object.keys(files);
  };

  expect((await build()).code).toBe(0);
  const first = await upload();
  const files = await verify();
  expect(first.stdout).toBe(`传好了：${target}，${files.length} 个文件，删去 0 个。\n`);
  const [marker, ...stored] = first.changes;
  expect(marker).toBe('+ .park-bulletin');
  expect(stored.toSorted()).toEqual(files.map((name) => `+ ${name}`).toSorted());
  expect(stored.map(stepOf)).toEqual(stored.map(stepOf).toSorted((a, b) => a - b));
  expect(new Set(stored.map(stepOf)).size).toBe(UPLOAD_STEPS.length);

  expect((await upload()).changes).toEqual([]);

  const before = await readManifest(`${site}.hosting/manifest.json`);
  await rm(path.join(content, 'issues/2022-09/going.md'));
  await writeFile(path.join(content, 'issues/2022-09/coming.md'), article('新来的一篇'));
  expect((await build()).code).toBe(0);
  const { changes } = await upload();
  const after = await readManifest(`${site}.hosting/manifest.json`);
  await verify();
  const sent = Object.keys(after.files).filter((name) => before.files[name]?.md5 !== after.files[name]?.md5);
  const gone = Object.keys(before.files).filter((name) => !Object.hasOwn(after.files, name));
  expect(changes.filter((change) => change.startsWith('+')).toSorted()).toEqual(
    sent.map((name) => `+ ${name}`).toSorted(),
  );
  expect(changes.filter((change) => change.startsWith('-')).toSorted()).toEqual(
    gone
      .filter((name) => uploadStep(name) !== 'hashed')
      .map((name) => `- ${name}`)
      .toSorted(),
  );
  expect(changes).toContain('- issues/2022-09/going/index.html');
  expect(changes).toContain('+ issues/2022-09/coming/index.html');
  expect(changes.length).toBeLessThan(files.length);
  expect(changes.map(stepOf)).toEqual(changes.map(stepOf).toSorted((a, b) => a - b));
}, 600_000);
