import { createHash } from 'node:crypto';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Picture } from '../../src/core/content.ts';
import { publishedOriginal } from '../../src/pictures/published-original-fs.ts';
import { coverPictures, textPicture } from '../../src/pictures/wechat-picture-fs.ts';
import { writeFiles } from '../lib/bulletin-files.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#6a8a94' } });

async function pictureOf(bytes: Uint8Array, format: Picture['format'], width: number, height: number) {
  const dir = await writeFiles({ a: bytes });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { hash, format, width, height, file: path.join(dir, 'a') } satisfies Picture;
}

it('a picture without more than its pixels keeps every byte', async () => {
  const bytes = await plain(30, 20).jpeg().toBuffer();
  expect(await publishedOriginal(await pictureOf(bytes, 'jpeg', 30, 20))).toEqual(bytes);
});

it("a camera's data, with the place, are left out, and the picture stays upright", async () => {
  const bytes = await plain(30, 20)
    .withExif({ IFD0: { ImageDescription: 'secret' }, IFD3: { GPSLatitude: '39/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const { exif, format, width, height } = await sharp(
    await publishedOriginal(await pictureOf(bytes, 'jpeg', 20, 30)),
  ).metadata();
  expect({ exif, format, width, height }).toEqual({ exif: undefined, format: 'jpeg', width: 20, height: 30 });
});

it.each([
  ['<!-- 秘密 -->', false],
  ['<metadata>秘密</metadata>', false],
  ['', true],
])('of a drawing with %j, what is drawn is kept', async (more, isSame) => {
  const svg = `<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg" height="9" width="9">${more}<rect width="9" height="9" fill="#000"/></svg>\n`;
  const kept = String(await publishedOriginal(await pictureOf(Buffer.from(svg), 'svg', 9, 9)));
  expect(kept === svg).toBe(isSame);
  expect(kept).not.toContain('秘密');
});

it('pictures for WeChat are at most 1,080 pixels wide and below 1 MB, its covers have the right size', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const bytes = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#888', noise } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const picture = await pictureOf(bytes, 'png', 1200, 900);
  const encoded = await textPicture(picture);
  expect([encoded.extension, encoded.bytes.length < 1_000_000]).toEqual(['jpg', true]);
  expect(await sharp(encoded.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1080, height: 810 });
  const sizes = (await coverPictures(picture)).map(async (cover) => {
    const { width, height, format } = await sharp(cover).metadata();
    return `${format} ${width}×${height}`;
  });
  expect(await Promise.all(sizes)).toEqual(['jpeg 900×383', 'jpeg 500×500']);
});

it('a drawing for WeChat is a PNG on white, as wide as the text', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60"><circle cx="45" cy="30" r="20"/></svg>';
  const { bytes, extension } = await textPicture(await pictureOf(Buffer.from(svg), 'svg', 90, 60));
  const { width, height } = await sharp(bytes).metadata();
  const [red, green, blue, alpha] = await sharp(bytes)
    .ensureAlpha()
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect({ extension, width, height, corner: [red, green, blue, alpha] }).toEqual({
    extension: 'png',
    width: 1080,
    height: 720,
    corner: [255, 255, 255, 255],
  });
});
