import path from 'node:path';
import { expect, it } from 'vitest';
import { makeBulletin, writeMadeBulletin } from '../../scripts/bench/lib/made-bulletin.ts';
import { readManifest } from '../../scripts/lib/hosting/prepare-for-host.ts';
import { FIXED, PER_ARTICLE, PER_PHOTO } from '../../src/hosting/capacity.ts';
import { writeFiles } from '../lib/bulletin-files.ts';
import { run } from '../lib/command.ts';

/* What the handbook says of the size of a site is true of sites that are built. */

/** Part by which a figure may be off before it has to be measured again. */
const TOLERANCE = 0.15;
/** A site of 100 articles has few lists with several pages; one of 1,000 articles, by which it was measured, more. */
const COUNTS = [100, 400] as const;

interface Size {
  photos: number;
  files: number;
  bytes: number;
  photoBytes: number;
}

/** Builds a generated bulletin. @returns the size of its site: of the pictures, and of all else */
async function sizeOf(articles: number): Promise<Size> {
  const content = await writeFiles({});
  await writeMadeBulletin(content, await makeBulletin(articles, 5, 7));
  const site = path.join(await writeFiles({}), 'dist');
  const { code, stderr } = await run('build', ['--no-admin', '--outDir', site, '--host', 'oss'], {
    BULLETIN_CONTENT: content,
    SITE_URL: 'https://bulletin.example',
  });
  expect([code, stderr]).toEqual([0, expect.anything()]);
  const size: Size = { photos: 0, files: 0, bytes: 0, photoBytes: 0 };
  for (const [name, { bytes }] of Object.entries(
    (await readManifest(`${site}.hosting/manifest.json`)).files,
  )) {
    const isPhoto = name.startsWith('pictures/');
    size[isPhoto ? 'photos' : 'files'] += 1;
    size[isPhoto ? 'photoBytes' : 'bytes'] += bytes;
  }
  return size;
}

it('an article and a photograph make a site larger by about what the handbook says', async () => {
  const [few, many] = [await sizeOf(COUNTS[0]), await sizeOf(COUNTS[1])];
  const growth = (what: 'files' | 'bytes') => (many[what] - few[what]) / (COUNTS[1] - COUNTS[0]);
  const measured = {
    files: growth('files') / PER_ARTICLE.files,
    bytes: growth('bytes') / PER_ARTICLE.bytes,
    photoBytes: ((many.photoBytes / many.photos) * PER_PHOTO.files) / PER_PHOTO.bytes,
    fixedFiles: (few.files - COUNTS[0] * growth('files')) / FIXED.files,
  };
  const off = Object.entries(measured).filter(([, share]) => Math.abs(share - 1) > TOLERANCE);
  expect(off).toEqual([]);
}, 1_800_000);
