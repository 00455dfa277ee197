import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { type Picture, publishedContent } from '../../src/core/content.ts';
import { themeColours } from '../../src/core/theme.ts';
import { createUrls } from '../../src/core/url.ts';
import { loadTypeface } from '../../src/assets/typeface-fs.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { MAX_SHARE_BYTES, shareDrawing, sharePicture } from '../../src/pictures/share-picture.ts';
import { issueShareImage } from '../../src/views/share-image.ts';
import type { ShareView } from '../../src/core/share-picture.ts';
import { shareView } from '../../src/views/share-view.ts';
import { bulletinFiles, writeFiles } from '../lib/bulletin-files.ts';

const VIEW: ShareView = {
  masthead: '港城月刊',
  label: '2022年9月号',
  number: '第1期　总第1期',
  headline: '园区开出“直通车”，企业少跑腿',
  colours: themeColours({}),
};
const drawn = async (change: Partial<ShareView>) =>
  shareDrawing({ ...VIEW, ...change }, await loadTypeface());
/** The outlines between the masthead and the foot. */
const headlineOf = (svg: string) => /<g fill="#211d19">(.*?)<\/g>/u.exec(svg)?.[1] ?? '';

it('is a PNG of 1200×630 pixels, the same bytes each time', async () => {
  const [first, second] = [await sharePicture(VIEW), await sharePicture(VIEW)];
  expect(Buffer.from(first).equals(second)).toBe(true);
  const { format, width, height } = await sharp(first).metadata();
  expect([format, width, height]).toEqual(['png', 1200, 630]);
});

it.each([
  ['a short headline', { headline: '开工' }],
  ['no headline', { headline: '' }],
  ['the longest headline and masthead', { headline: '龘'.repeat(90), masthead: '鬱'.repeat(20) }],
  ['a word that no line holds', { headline: 'Electronics'.repeat(20) }],
])('is at most 60 kB with %s', async (_, change) => {
  expect((await sharePicture({ ...VIEW, ...change })).length).toBeLessThanOrEqual(MAX_SHARE_BYTES);
});

it('has outlines and no text, so that the fonts of a machine do not matter', async () => {
  expect(await drawn({})).not.toMatch(/<text|font-family/u);
});

it('keeps all outlines within the paper', async () => {
  for (const headline of [
    '园区开出“直通车”，企业少跑腿，今年前八个月',
    '“港”城'.repeat(20),
    'gy'.repeat(40),
  ]) {
    const ys = [...headlineOf(await drawn({ headline })).matchAll(/translate\([\d.]+ ([\d.]+)\)/gu)];
    expect(ys.length).toBeGreaterThan(8);
    for (const [, y] of ys) {
      expect(Number(y)).toBeGreaterThan(200);
      expect(Number(y)).toBeLessThan(520);
    }
  }
});

it('draws no box for a missing glyph: leaves symbols out, and replaces a headline by the month', async () => {
  expect(await drawn({ headline: '园区🎉开工' })).toBe(await drawn({ headline: '园区开工' }));
  const rare = await drawn({ headline: '𠮷园开工' });
  expect(rare).toBe(await drawn({ headline: '' }));
  expect(headlineOf(rare).match(/<path/gu)).toHaveLength([...VIEW.label].length);
  expect(await drawn({ masthead: '𠮷' })).toContain('<g fill="#fff"></g>');
});

describe('a masthead picture', () => {
  const open = async (name: string, bytes: string | Uint8Array): Promise<Picture> => {
    const dir = await writeFiles(
      bulletinFiles({
        'site.yaml': `title: 港城月刊\ndescription: 小刊\npublisher: 编辑部\ntheme: { masthead: ./images/${name} }\n`,
        [`images/${name}`]: bytes,
      }),
    );
    const { content } = await readContent(dir);
    if (!content?.theme.masthead) throw new Error('The masthead cannot be read');
    const [issue] = content.issues;
    const context = { archive: createArchive(content), urls: createUrls('/') };
    expect(issue && shareView(issue, context).mastheadPicture).toEqual(content.theme.masthead);
    return content.theme.masthead;
  };
  /** Colours of the share picture at these places. */
  const coloursAt = async (png: Uint8Array, places: [x: number, y: number][]) => {
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return places.map(([x, y]) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]);
  };
  const { colours } = VIEW;
  const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

  it('stands on the paper in the place of the masthead in type, fitted', async () => {
    const wide = await open(
      'wide.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="20"><rect width="400" height="20" fill="#004488"/></svg>',
    );
    const square = await open(
      'square.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#004488"/></svg>',
    );
    const [blue, paper, accent] = [rgb('#004488'), rgb(colours.paper), rgb(colours.accent)];
    const [ofWide, ofSquare] = await Promise.all(
      [wide, square].map((mastheadPicture) => sharePicture({ ...VIEW, mastheadPicture })),
    );
    // 1040 pixels wide, 52 high; and 104 each way.
    expect(
      await coloursAt(ofWide as Uint8Array, [
        [600, 5],
        [82, 82],
        [1117, 82],
        [600, 50],
        [600, 115],
      ]),
    ).toEqual([accent, blue, blue, paper, paper]);
    expect(
      await coloursAt(ofSquare as Uint8Array, [
        [100, 32],
        [100, 131],
        [75, 82],
        [190, 82],
      ]),
    ).toEqual([blue, blue, paper, paper]);
    expect(await drawn({ mastheadPicture: wide })).toContain('<g fill="#fff"></g>');
  });

  it('of a photograph is at most 60 kB too', async () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 2080 * 208 * 3 }, () => (seed = (seed * 48_271) % 2_147_483_647));
    const photo = await sharp(noise, { raw: { width: 2080, height: 208, channels: 3 } })
      .png()
      .toBuffer();
    const mastheadPicture = await open('photo.png', photo);
    const png = await sharePicture({ ...VIEW, headline: '龘'.repeat(90), mastheadPicture });
    expect(png.length).toBeLessThanOrEqual(MAX_SHARE_BYTES);
  });
});

it('is described by address, size and alternative text; issues that are not published have none', async () => {
  const draft = 'year: 2022\nnumber: 2\nserial: 2\nmonths: [10]\ndate: 2022-10-31\nstatus: draft\n';
  const { content } = await readContent(
    await writeFiles(bulletinFiles({ 'issues/2022-10/issue.yaml': draft })),
  );
  if (!content) throw new Error('The bulletin cannot be read');
  const context = {
    archive: createArchive(publishedContent(content)),
    urls: createUrls('/daokan', 'https://x.example'),
  };
  const publication = { site: content.site, urls: context.urls };
  expect(context.archive.issues.map(({ id }) => issueShareImage(id, '2022年9月号', publication))).toEqual([
    {
      url: 'https://x.example/daokan/issues/2022-09/share.png',
      type: 'image/png',
      width: 1200,
      height: 630,
      alt: '《港城月刊》2022年9月号',
    },
  ]);
  expect(context.archive.issues.map((issue) => shareView(issue, context))).toEqual([
    {
      masthead: '港城月刊',
      label: '2022年9月号',
      number: '第1期　总第1期',
      headline: '第一篇',
      colours: themeColours({}),
    },
  ]);
});
