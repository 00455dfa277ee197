import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { ChangedDuringBuildError } from '../../src/core/changed-during-build-error.ts';
import type { Picture } from '../../src/core/content.ts';
import { variantsOf } from '../../src/core/picture-variants.ts';
import { FileStore } from '../../src/build-cache/file-store.ts';
import { EncodeQueue } from '../../src/pictures/encode-queue.ts';
import { readPicture } from '../../src/loader/pictures-fs.ts';

const root = await mkdtemp(path.join(os.tmpdir(), 'bulletin-pictures-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(root, 'queue-'));
});

const queue = (signal = new AbortController().signal) =>
  new EncodeQueue(new FileStore(path.join(dir, 'store')), signal);

async function picture(image: Sharp, name: string): Promise<Picture> {
  const file = path.join(dir, name);
  await image.toFile(file);
  const read = await readPicture(file);
  if (!('picture' in read)) throw new Error(read.problem);
  return read.picture;
}

/** Left red, right blue; 600 by 300 pixels. */
const plain = () =>
  sharp({ create: { width: 600, height: 300, channels: 3, background: '#c00000' } }).composite([
    { input: { create: { width: 300, height: 300, channels: 3, background: '#0000c0' } }, left: 300, top: 0 },
  ]);

const copiesOf = (maker: EncodeQueue, one: Picture) =>
  Promise.all(variantsOf(one).map(({ name }) => maker.fileOf(name) ?? Promise.reject(new Error(name))));

/** Size of a picture, and its colours near the left and the right edge. */
async function looks(file: string) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (x: number, y: number) => [
    ...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels),
  ];
  const near = (colour: number[]) => colour.map((value) => Math.round(value / 64) * 64);
  return { width, height, channels, first: near(at(4, 4)), last: near(at(width - 5, height - 5)) };
}

const RED = [192, 0, 0];
const BLUE = [0, 0, 192];

it('encodes one copy for each width', async () => {
  const maker = queue();
  const one = await picture(plain(), 'plain.png');
  maker.add(one);
  const copies = await Promise.all((await copiesOf(maker, one)).map(looks));
  expect(copies).toEqual([
    { width: 480, height: 240, channels: 3, first: RED, last: BLUE },
    { width: 600, height: 300, channels: 3, first: RED, last: BLUE },
  ]);
});

const clear = () => sharp({ create: { width: 600, height: 300, channels: 4, background: '#c0000080' } });

it.each([
  ['lying on its side', () => plain().withMetadata({ orientation: 6 }).jpeg()],
  ['in grey', () => plain().greyscale().png()],
  ['in CMYK', () => plain().toColourspace('cmyk').jpeg()],
  ['with transparency', () => clear().png()],
  ['of 16 bits', () => plain().toColourspace('rgb16').png()],
])('encodes a picture %s as viewers show it', async (_, image) => {
  const maker = queue();
  const one = await picture(image(), 'some');
  maker.add(one);
  const seen = path.join(dir, 'seen.webp');
  await sharp(one.file).rotate().webp({ lossless: true }).toFile(seen);
  expect(await looks((await copiesOf(maker, one)).at(-1) ?? '')).toEqual(await looks(seen));
});

it('reuses copies of earlier builds, and encodes a corrupt one again', async () => {
  const one = await picture(plain(), 'plain.png');
  const made = async () => {
    const maker = queue();
    maker.add(one);
    return copiesOf(maker, one);
  };
  const first = await made();
  const [small = '', large = ''] = first;
  const before = await Promise.all(first.map((file) => stat(file)));
  const bytes = await readFile(small);
  await writeFile(small, '坏了');
  expect(await made()).toEqual(first);
  expect(await readFile(small)).toEqual(bytes);
  expect((await stat(large)).ino).toBe(before[1]?.ino);
});

it('rejects for a picture that cannot be read, and encodes the others', async () => {
  const maker = queue();
  const good = await picture(plain(), 'good.png');
  const bad = { ...good, hash: 'bad', file: path.join(dir, 'gone.png') };
  maker.add(bad);
  maker.add(good);
  await expect(maker.fileOf('bad-480')).rejects.toThrow(
    '图片“gone.png”在生成的途中改过。再运行一次 npm run build',
  );
  expect(await copiesOf(maker, good)).toHaveLength(2);
  expect(maker.fileOf('other-480')).toBeUndefined();
});

it('rejects for a picture that was changed after it was read', async () => {
  const maker = queue();
  const one = await picture(plain(), 'plain.png');
  await clear().png().toFile(one.file);
  maker.add(one);
  await expect(maker.fileOf(`${one.hash}-480`)).rejects.toThrow(ChangedDuringBuildError);
});

it('encodes no further picture once its signal is aborted', async () => {
  const build = new AbortController();
  const maker = queue(build.signal);
  const one = await picture(plain(), 'plain.png');
  const digest = createHash('sha256')
    .update(await readFile(one.file))
    .digest('hex');
  const many = Array.from({ length: 20 }, (_, index) => ({ ...one, hash: digest.slice(0, index + 12) }));
  for (const each of many) maker.add(each);
  // p-limit starts the first ones in a later microtask.
  await setImmediate();
  build.abort(new Error('the build failed'));
  await maker.fileOf(`${many[0]?.hash}-480`);
  await expect(maker.fileOf(`${many[19]?.hash}-480`)).rejects.toThrow('the build failed');
});
