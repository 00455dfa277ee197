import { expect, it } from 'vitest';
import type { Picture } from '../../src/core/content.ts';
import {
  canBeCopied,
  figureSizes,
  largeLabel,
  largestUrl,
  mainVariant,
  pictureAttributes,
  pictureClasses,
  SIZES,
  variantsOf,
  variantType,
  variantUrl,
  widestOf,
} from '../../src/core/picture-variants.ts';
import { createUrls } from '../../src/core/url.ts';

const urls = createUrls('/daokan/');
const picture = (width: number, height: number, more: Partial<Picture> = {}): Picture => ({
  hash: 'abc',
  format: 'jpeg',
  width,
  height,
  file: '/a.jpg',
  ...more,
});
const drawing = picture(100, 200, { format: 'svg' });

it.each([
  [picture(300, 200), ['abc-300']],
  [picture(480, 300), ['abc-480']],
  [picture(481, 300), ['abc-480', 'abc-481']],
  [picture(1600, 1200), ['abc-480', 'abc-960', 'abc-1600']],
  [picture(4000, 3000), ['abc-480', 'abc-960', 'abc-1600']],
  // A panorama: 800 high, at most 6400 wide.
  [picture(4000, 1000), ['abc-480', 'abc-960', 'abc-1600', 'abc-3200']],
  [picture(20_000, 1000), ['abc-480', 'abc-960', 'abc-1600', 'abc-6400']],
  [picture(5000, 500), ['abc-480', 'abc-960', 'abc-1600', 'abc-5000']],
  [drawing, ['abc']],
])('the copies of %j', (each, names) => {
  expect(variantsOf(each).map(({ name }) => name)).toEqual(names);
});

it('addresses and attributes', () => {
  const wide = picture(4000, 1000);
  const main = mainVariant(wide);
  expect(main?.name).toBe('abc-1600');
  expect(main && [variantUrl(main, urls), variantType(main)]).toEqual([
    '/daokan/pictures/abc-1600.webp',
    'image/webp',
  ]);
  expect([largestUrl(wide, urls), largestUrl(drawing, urls)]).toEqual([
    '/daokan/pictures/abc-3200.webp',
    '/daokan/pictures/abc.svg',
  ]);
  const [svg] = variantsOf(drawing);
  expect(svg && variantType(svg)).toBe('image/svg+xml');
  expect(pictureAttributes(wide, urls, SIZES.line)).toEqual({
    src: '/daokan/pictures/abc-1600.webp',
    srcset:
      '/daokan/pictures/abc-480.webp 480w, /daokan/pictures/abc-960.webp 960w, /daokan/pictures/abc-1600.webp 1600w, /daokan/pictures/abc-3200.webp 3200w',
    sizes: SIZES.line,
    width: 4000,
    height: 1000,
  });
  expect(pictureAttributes(drawing, urls, SIZES.line)).toEqual({
    src: '/daokan/pictures/abc.svg',
    width: 100,
    height: 200,
  });
  expect(pictureAttributes(picture(300, 200), urls, SIZES.line)).toEqual({
    src: '/daokan/pictures/abc-300.webp',
    width: 300,
    height: 200,
  });
});

it('the shape of a picture', () => {
  expect([figureSizes(picture(3, 4)), figureSizes(picture(4, 4))]).toEqual([SIZES.portrait, SIZES.line]);
  expect(pictureClasses(undefined)).toEqual(['picture']);
  expect(pictureClasses(picture(4, 4))).toEqual(['picture']);
  expect(pictureClasses(picture(3, 4, { transparent: true }))).toEqual([
    'picture',
    'portrait',
    'transparent',
  ]);
  expect([largeLabel('大门'), largeLabel(' ')]).toEqual(['查看大图：大门', '查看大图']);
  expect(widestOf(picture(1000, 10))).toBe(1000);
});

it.each([
  [480, 1, true],
  [960, 1, true],
  [961, 1, false],
  [2000, 1, false],
  [480, 16_383, true],
  [480, 16_384, false],
  [1600, 16_383, true],
  [1600, 16_384, false],
  [3200, 32_766, true],
])('a picture of %i × %i pixels can be copied: %s', (width, height, expected) => {
  expect(canBeCopied({ width, height })).toBe(expected);
});
