import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import type { Picture } from '../../src/core/content.ts';
import { hasSvgIcon } from '../../src/core/icons.ts';
import { themeColours } from '../../src/core/theme.ts';
import { createUrls } from '../../src/core/url.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { icoFile } from '../../src/pictures/ico-file.ts';
import { icoIcon, pngIcon, svgIcon } from '../../src/pictures/icons-fs.ts';
import { manifestView } from '../../src/views/manifest-view.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';

const SOURCE = { title: '港城月刊', colours: themeColours({}, '#0b5d3b') };

/** The pixels of an icon as `#rrggbbaa` at these places (parts of its side). */
async function pixelsOf(png: Uint8Array, places: [number, number][]): Promise<string[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return places.map(([x, y]) => {
    const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * 4;
    return `#${data.subarray(at, at + 4).toString('hex')}`;
  });
}

/** A picture of the bulletin, written to a folder. */
async function pictureOf(bytes: Buffer, format: Picture['format'], side: number): Promise<Picture> {
  const root = await writeFiles({ [`icon.${format}`]: bytes });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { hash, format, width: side, height: side, file: `${root}/icon.${format}` };
}

it('writes an ICO file: head, one entry for each picture, then the pictures', () => {
  const bytes = icoFile([
    { size: 16, png: Uint8Array.of(1, 2, 3) },
    { size: 256, png: Uint8Array.of(4, 5) },
  ]);
  expect(
    Buffer.from(bytes)
      .toString('hex')
      .match(/.{1,32}/gu),
  ).toEqual(
    [
      '0000 0100 0200',
      '10 10 00 00 0100 2000 03000000 26000000',
      '00 00 00 00 0100 2000 02000000 29000000',
      '010203 0405',
    ]
      .join('')
      .replaceAll(' ', '')
      .match(/.{1,32}/gu),
  );
});

it('has PNG pictures of 16, 32 and 48 pixels in favicon.ico', async () => {
  const ico = Buffer.from(await icoIcon(SOURCE));
  const sizes = [0, 1, 2].map(async (index) => {
    const entry = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    const { format, width, height } = await sharp(ico.subarray(offset, offset + length)).metadata();
    return [ico[entry], format, width, height];
  });
  expect(await Promise.all(sizes)).toEqual([16, 32, 48].map((size) => [size, 'png', size, size]));
});

it('draws the first character of the title in white on the accent', async () => {
  const svg = await svgIcon(SOURCE);
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 512 512" width="512" height="512"><rect width="512" height="512" rx="72" fill="#0b5d3b"\/><g fill="#fff"><path transform="[^"]+" d="M[^"]+"\/><\/g><\/svg>$/u,
  );
  expect(await svgIcon({ ...SOURCE, title: '《港》' })).toBe(svg);
  expect(await svgIcon({ ...SOURCE, title: '园' })).not.toBe(svg);
  expect(await svgIcon({ ...SOURCE, title: '🎉' })).toContain('<g fill="#fff"></g>');
});

it('cuts the corners of an icon only where no phone does', async () => {
  const corner: [number, number][] = [[0, 0]];
  const icons = (['rounded', 'square', 'maskable'] as const).map((shape) =>
    pngIcon(SOURCE, { size: 192, shape }),
  );
  const [rounded, ...others] = await Promise.all(icons.map(async (icon) => pixelsOf(await icon, corner)));
  expect(rounded?.[0]).toMatch(/00$/u);
  expect(others).toEqual([['#0b5d3bff'], ['#0b5d3bff']]);
});

it('keeps the character of a maskable icon in the circle that phones show', async () => {
  const { data, info } = await sharp(await pngIcon(SOURCE, { size: 192, shape: 'maskable' }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const distances = Array.from({ length: info.width * info.height }, (_, pixel) => {
    const isWhite = (data[pixel * 3] ?? 0) > 128;
    return isWhite ? Math.hypot((pixel % 192) - 95.5, Math.floor(pixel / 192) - 95.5) : 0;
  });
  expect(Math.max(...distances)).toBeGreaterThan(40);
  expect(Math.max(...distances)).toBeLessThan(0.4 * 192);
});

it('makes icons of a picture; a maskable one has a margin', async () => {
  const blue = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer();
  const picture = await pictureOf(blue, 'png', 600);
  const source = { ...SOURCE, picture };
  expect(hasSvgIcon({ icon: picture })).toBe(false);
  const places: [number, number][] = [
    [0, 0],
    [0.5, 0.5],
  ];
  expect(await pixelsOf(await pngIcon(source, { size: 180, shape: 'square' }), places)).toEqual([
    '#0000ffff',
    '#0000ffff',
  ]);
  expect(await pixelsOf(await pngIcon(source, { size: 192, shape: 'maskable' }), places)).toEqual([
    '#fbf8f1ff',
    '#0000ffff',
  ]);
});

it('draws a small SVG picture sharply at every size', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><path fill="#f00" d="M0 0h8v16H0z"/></svg>';
  const picture = await pictureOf(Buffer.from(drawing), 'svg', 16);
  expect(hasSvgIcon({ icon: picture })).toBe(true);
  const png = await pngIcon({ ...SOURCE, picture }, { size: 512, shape: 'rounded' });
  expect(
    await pixelsOf(png, [
      [0.498, 0.5],
      [0.503, 0.5],
    ]),
  ).toEqual(['#ff0000ff', '#00000000']);
});

it('gives the same bytes each time', async () => {
  const [first, second] = [await icoIcon(SOURCE), await icoIcon(SOURCE)];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

it('writes a manifest whose addresses lie below the base path', async () => {
  const { content } = await readContent(await writeFiles(bulletinFiles()));
  if (!content) throw new Error('The bulletin cannot be read');
  expect(manifestView({ archive: createArchive(content), urls: createUrls('/daokan') })).toEqual({
    id: '/daokan/',
    name: content.site.title,
    short_name: content.site.title,
    description: content.site.description,
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: '/daokan/',
    scope: '/daokan/',
    display: 'minimal-ui',
    theme_color: '#a61f17',
    background_color: '#fbf8f1',
    icons: [
      { src: '/daokan/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/daokan/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/daokan/icon-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: '/daokan/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
});
