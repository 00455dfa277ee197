import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createArchive } from '../../src/core/archive.ts';
import { publishedContent } from '../../src/core/content.ts';
import { themeColours } from '../../src/core/theme.ts';
import { createUrls } from '../../src/core/url.ts';
import { loadTypeface } from '../../src/assets/typeface-fs.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { MAX_SHARE_BYTES, shareDrawing, sharePicture } from '../../src/pictures/share-picture.ts';
import { issueShareImage } from '../../src/views/share-image.ts';
import { type ShareView, shareView } from '../../src/views/share-view.ts';
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

it('draws no box for what the font lacks: signs are left out, and a headline with such a letter gives way to the month', async () => {
  expect(await drawn({ headline: '园区🎉开工' })).toBe(await drawn({ headline: '园区开工' }));
  const rare = await drawn({ headline: '𠮷园开工' });
  expect(rare).toBe(await drawn({ headline: '' }));
  expect(headlineOf(rare).match(/<path/gu)).toHaveLength([...VIEW.label].length);
  expect(await drawn({ masthead: '𠮷' })).toContain('<g fill="#fff"></g>');
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
