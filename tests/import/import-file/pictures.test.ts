import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imported, codes, body, PROSE, MORE } from '../../lib/imported.ts';

describe('a missing picture', () => {
  it('leaves its caption in the body, with a warning', async () => {
    const page = `<article><h1>白杨县的一天</h1><p>${PROSE}</p><p><img src="lost.jpg"></p><p>图为厂区一角。黄某 摄</p><p>${MORE}</p></article>`;
    const { articles } = await imported(page, 'a.html');
    expect(articles[0] && codes(articles[0])).toEqual(['picture-missing']);
    expect(articles[0] && body(articles[0])).toBe(`${PROSE}\n\n图为厂区一角。黄某 摄\n\n${MORE}\n`);
  });
});

const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
  .jpeg()
  .toBuffer();

describe('a picture beside the text', () => {
  it.each([
    ['images\\a.jpg', 'images/a.jpg'],
    ['.\\images\\_a.jpg', 'images/_a.jpg'],
    ['D:\\照片\\_a.jpg', '_a.jpg'],
    ['D:/照片/a.jpg', 'images/a.jpg'],
    ['images/A.JPG', 'images/a.jpg'],
    ['caf\u00e9.jpg', 'cafe\u0301.jpg'],
    ['%E5%9B%BE9.jpg', '图9.jpg'],
    ['./a%201.jpg', 'a 1.jpg'],
    ['<a 1.jpg>', 'a 1.jpg'],
  ])('named %s is %s', async (src, file) => {
    const { articles } = await imported(
      `# 甲园八月开工\n\n甲园今年开工项目十二个。\n\n![图](${src})\n`,
      'a.md',
      new Map([[file, jpeg]]),
    );
    expect([...(articles[0]?.pictures.keys() ?? [])]).toEqual([expect.stringMatching(/-1\.jpg$/u)]);
  });

  it('is not chosen if several match', async () => {
    const beside = new Map([
      ['x/a.jpg', jpeg],
      ['y/a.jpg', jpeg],
    ]);
    const { articles } = await imported(
      '# 甲园八月开工\n\n甲园今年开工项目十二个。\n\n![图](D:\\照片\\a.jpg)\n',
      'a.md',
      beside,
    );
    expect(articles[0]?.report.warnings.map(({ message }) => message)).toEqual([
      '找不到图片“D:/照片/a.jpg”。把图片放在稿件旁边再导入，或者以后补',
    ]);
  });
});

describe('a picture of another kind', () => {
  const warningsOf = async (bytes: Uint8Array) => {
    const { articles } = await imported(
      '# 甲园八月开工\n\n甲园今年开工项目十二个。\n\n![图](a.jpg)\n',
      'a.md',
      new Map([['a.jpg', bytes]]),
    );
    return {
      warningsOf: articles[0]?.report.warnings.map(({ code, message }) => `${code} ${message}`),
      files: [...(articles[0]?.pictures.keys() ?? [])],
    };
  };
  const still = (background: { r: number; g: number; b: number; alpha: number }) =>
    sharp({ create: { width: 40, height: 40, channels: 4, background } });

  it('has a warning with a fix', async () => {
    expect(await warningsOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toEqual({
      warningsOf: [
        'picture-missing 图片“a.jpg”是 HEIC（苹果手机的照片），没有收。在电脑上用“照片”打开，导出或另存为 JPG（只改扩展名没有用）；以后在手机的“设置→相机→格式”里选“兼容性最佳”，放进 inbox/images，再在正文里写 ![画面说明](./images/文件名.jpg)',
      ],
      files: [],
    });
  });
  it('keeps transparency', async () => {
    const { warningsOf: warnings, files } = await warningsOf(
      await still({ r: 9, g: 9, b: 9, alpha: 0 }).webp().toBuffer(),
    );
    expect([warnings, files]).toEqual([[], [expect.stringMatching(/-1\.png$/u)]]);
  });
  it('is imported if it is AVIF', async () => {
    const avif = await sharp(jpeg).avif({ effort: 0 }).toBuffer();
    expect((await warningsOf(avif)).files).toEqual([expect.stringMatching(/-1\.jpg$/u)]);
  });
  it('has a warning if it is animated', async () => {
    const raw = { width: 40, height: 80, channels: 3, pageHeight: 40 } as const;
    const frames = Buffer.concat([Buffer.alloc(40 * 40 * 3, 9), Buffer.alloc(40 * 40 * 3, 200)]);
    expect((await warningsOf(await sharp(frames, { raw }).gif().toBuffer())).warningsOf).toEqual([
      'picture-frames 图片“a.jpg”会动，或有几幅画面，只收了第一幅',
    ]);
  });
});
