import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkedBytes } from '../../src/pictures/checked-bytes-fs.ts';
import { openPicture } from '../../src/pictures/encode-fs.ts';
import { formatDiagnostic } from '../../src/core/diagnostic.ts';
import { variantsOf } from '../../src/core/picture-variants.ts';
import { readContent } from '../../src/loader/content-reader-fs.ts';
import { readPicture } from '../../src/loader/pictures-fs.ts';
import { article, bulletinFiles, type Files, messagesOf, writeFiles } from '../lib/bulletin-files.ts';
import { drawn } from '../lib/hostile-svg.ts';
import { onlyLong } from '../lib/long.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } });
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: 'red', noise: { type: 'gaussian', mean: 9, sigma: 9 } },
  });
const png = await plain(700, 500).png().toBuffer();

/** Frames of an animation, one below the other. */
const frames = () =>
  sharp(Buffer.alloc(700 * 500 * 3 * 20, 9), {
    raw: { width: 700, height: 500 * 20, channels: 3, pageHeight: 500 },
  });

/** Reads a picture, and encodes all its copies. */
async function made(bytes: Uint8Array | string): Promise<string[] | string> {
  const dir = await writeFiles({ 'a.png': bytes });
  const read = await readPicture(path.join(dir, 'a.png'));
  if ('problem' in read) return `${read.problem}；${read.fix}`;
  if (read.picture.format === 'svg') return `${read.picture.width}×${read.picture.height}`;
  const encode = await openPicture(read.picture);
  return Promise.all(
    variantsOf(read.picture).map(async (variant) => {
      const { width, height } = await sharp(await encode(variant)).metadata();
      return `${width}×${height}`;
    }),
  );
}

describe('a picture is refused, or all its copies can be made', () => {
  const long = (size: string) => `太细长（${size} 像素）；裁短，或分成几张：长边不超过短边的 10 倍`;
  const BROKEN = '打不开，可能已损坏或不是图片；用看图软件打开，另存一份再用';
  type Case = [name: string, bytes: () => Sharp | Promise<Buffer>, outcome: string[] | string];
  const cases: Case[] = [
    ['of 1 by 1', () => plain(1, 1).png(), ['1×1']],
    ['of 1 by 16383', () => plain(1, 16_383).png(), ['1×16383']],
    ['of 1 by 16384', () => plain(1, 16_384).png(), long('1×16384')],
    ['of 1 by 60000', () => plain(1, 60_000).png(), long('1×60000')],
    ['of 60000 by 1', () => plain(60_000, 1).png(), long('60000×1')],
    ['of 60000 by 50', () => plain(60_000, 50).png(), long('60000×50')],
    ['of 60000 by 100', () => plain(60_000, 100).png(), ['480×1', '960×2', '1600×3', '6400×11']],
    ['of 1000 by 17000', () => plain(1000, 17_000).png(), long('1000×17000')],
    [
      'of 60000 by 1, lying on its side',
      () => plain(60_000, 1).withMetadata({ orientation: 6 }).jpeg(),
      long('1×60000'),
    ],
    [
      'of 20 by 700, lying on its side',
      () => plain(20, 700).withMetadata({ orientation: 8 }).jpeg(),
      ['480×14', '700×20'],
    ],
    ['in grey, 16 bits', () => plain(500, 9).toColourspace('grey16').png(), ['480×9', '500×9']],
    ['in CMYK', () => plain(500, 9).toColourspace('cmyk').jpeg(), ['480×9', '500×9']],
    ['with a palette', () => plain(500, 9).png({ palette: true, colours: 2 }), ['480×9', '500×9']],
    ['in AVIF', () => plain(500, 90).avif({ effort: 0 }), ['480×86', '500×90']],
    ['moving, in GIF', () => frames().gif(), ['480×343', '700×500']],
    ['moving, in WebP', () => frames().webp({ effort: 0 }), ['480×343', '700×500']],
    ['of no bytes', () => Promise.resolve(Buffer.alloc(0)), BROKEN],
    ['of NULs', () => Promise.resolve(Buffer.alloc(5000)), BROKEN],
    ['of 9000 by 900', () => plain(9000, 900).png(), ['480×48', '960×96', '1600×160', '6400×640']],
    ['in TIFF', () => plain(9, 9).tiff(), '是 TIFF，网页不能用；用看图软件打开，另存为 JPG 或 PNG'],
    ...onlyLong<Case>(
      ['of 2000 by 20000', () => plain(2000, 20_000).png(), ['480×4800', '960×9600', '1600×16000']],
      ['of 5000 by 2000', () => plain(5000, 2000).png(), ['480×192', '960×384', '1600×640', '2000×800']],
    ),
  ];
  it.each(cases)('%s', async (_, bytes, outcome) => {
    const image = await bytes();
    expect(await made(Buffer.isBuffer(image) ? image : await image.toBuffer())).toEqual(outcome);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('cut short anywhere, in %s', async (format) => {
    const whole = await noise(200, 200).toFormat(format).toBuffer();
    for (const part of [0.01, 0.1, 0.5, 0.9, 0.99]) {
      expect(await made(whole.subarray(0, whole.length * part))).toBe(BROKEN);
    }
  });

  it('a drawing of any size', async () => {
    const sized = (size: string) => drawn('').replace('width="9" height="9"', size);
    expect(await made(sized('width="1" height="60000"'))).toBe(long('1×60000'));
    expect(await made(sized('width="40000" height="40000"'))).toBe(
      '太大（40000×40000 像素）；缩小到长边 6000 像素以内再用',
    );
    expect(await made(sized('width="10mm" height="2em"'))).toBe('38×32');
    expect(await made(sized('width="50" viewBox="0,0,10,20"'))).toBe('50×100');
    expect(await made(sized('width="100%" viewBox="0 0 10.4 20"'))).toBe('10×20');
  });

  it('a drawing in another encoding, packed, or after much white space', async () => {
    const svg = drawn('<text>甲</text>');
    const other = '的编码不是 UTF-8；用绘图软件另存为“纯 SVG”，或存成 PNG';
    expect(await made(Buffer.from(`\uFEFF${svg}`, 'utf16le'))).toBe(other);
    expect(await made(Buffer.from(svg.replace('甲', 'é'), 'latin1'))).toBe(other);
    expect(await made(Buffer.from([0x1f, 0x8b, 8, 0]))).toBe(
      '是压缩过的 SVG（svgz）；用绘图软件另存为不压缩的 SVG，或存成 PNG',
    );
    expect(await made(`${' \n'.repeat(5000)}${svg}`)).toBe('9×9');
    expect(await made(`\uFEFF${svg}`)).toBe('9×9');
  });
});

const ftyp = (...brands: string[]) =>
  `\0\0\0${String.fromCharCode(8 + 4 * brands.length + 4)}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`;

describe('a file of another kind is named with the fix, whatever its name', () => {
  const HEIC =
    '是 HEIC（苹果手机的照片），网页不能用；在电脑上用“照片”打开，导出或另存为 JPG（只改扩展名没有用）；以后在手机的“设置→相机→格式”里选“兼容性最佳”';
  const saveAs = (name: string) => `是 ${name}，网页不能用；用看图软件打开，另存为 JPG 或 PNG`;
  const EPS = '是 EPS（排版用的矢量图），网页不能用；用绘图软件导出为 SVG 或 PNG';
  const VIDEO = '是 视频，网页不能用；截取一帧，存成 JPG';
  it.each([
    [ftyp('heic', 'mif1', 'heic'), HEIC],
    [ftyp('mif1', 'mif1', 'heic'), HEIC],
    [ftyp('heix'), HEIC],
    [ftyp('hevc'), HEIC],
    [ftyp('msf1', 'hevc'), HEIC],
    [ftyp('qt  '), VIDEO],
    [ftyp('isom', 'mp41'), VIDEO],
    ['RIFF\0\0\0\0AVI LIST', VIDEO],
    [ftyp('crx ', 'isom'), saveAs('相机的 RAW 文件')],
    ['FUJIFILMCCD-RAW 0201', saveAs('相机的 RAW 文件')],
    ['BM\0\0', saveAs('BMP')],
    ['MM\0*', saveAs('TIFF')],
    ['\0\0\x01\0', saveAs('ICO（图标）')],
    ['\xD7\xCD\xC6\x9A', saveAs('WMF（Windows 图元文件）')],
    [`\x01\0\0\0${'\0'.repeat(36)} EMF`, saveAs('EMF（Windows 图元文件）')],
    ['\xFF\x0A', saveAs('JPEG XL')],
    ['\0\0\0\x0CjP  ', saveAs('JPEG 2000')],
    ['8BPS', '是 PSD（Photoshop 文件），网页不能用；用 Photoshop 导出为 JPG 或 PNG'],
    ['%PDF-1.7', '是 PDF，网页不能用；把要用的那一页导出成图片（JPG 或 PNG）'],
    ['%!PS-Adobe', EPS],
    ['PK\x03\x04', '是 压缩包或办公文档，网页不能用；打开它，把里面的图片另存出来'],
    ['<!DOCTYPE html><p>', '是 网页，网页不能用；回到那个网页，在图片上点右键，选“图片另存为”'],
  ])('%j', async (head, outcome) =>
    expect(await made(Buffer.from(`${head}${'\0'.repeat(200)}`, 'latin1'))).toBe(outcome),
  );
});

/** One pixel of the published copy of a picture. */
async function published(bytes: Buffer, left = 0, top = 0): Promise<number[]> {
  const dir = await writeFiles({ 'a.png': bytes });
  const read = await readPicture(path.join(dir, 'a.png'));
  if ('problem' in read) throw new Error(read.problem);
  const largest = variantsOf(read.picture).at(-1);
  if (!largest) throw new Error('no copy');
  const copy = await (await openPicture(read.picture))(largest);
  return [...(await sharp(copy).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe('copies keep all properties of a picture', () => {
  /** Compares colours with a tolerance for WebP's losses. */
  const near = (actual: number[], expected: number[], most = 12) => {
    expect(actual).toHaveLength(expected.length);
    for (const [index, value] of expected.entries())
      expect(Math.abs((actual[index] ?? 0) - value)).toBeLessThan(most);
  };
  const filled = (background: string | { r: number; g: number; b: number; alpha: number }) =>
    sharp({ create: { width: 64, height: 64, channels: 4, background } });

  it('transparency', async () =>
    near(
      await published(await filled({ r: 200, g: 20, b: 20, alpha: 0 }).png().toBuffer()),
      [200, 20, 20, 0],
    ));
  it('half transparency in WebP', async () =>
    near(
      await published(await filled({ r: 200, g: 20, b: 20, alpha: 0.5 }).webp({ lossless: true }).toBuffer()),
      [200, 20, 20, 128],
    ));
  it('colours of a wide profile', async () =>
    near(await published(await plain(64, 64).withIccProfile('p3').png().toBuffer()), [255, 0, 0]));
  it('colours for print', async () => {
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#3a7d44' } })
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer();
    // This green is outside the CMYK gamut.
    near(await published(bytes), [0x3a, 0x7d, 0x44], 24);
  });
  it('colours of 16 bits', async () =>
    near(
      await published(
        await sharp({ create: { width: 64, height: 64, channels: 3, background: '#3a7d44' } })
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      ),
      [0x3a, 0x7d, 0x44],
    ));
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i', async (orientation) => {
    const black = await sharp({ create: { width: 32, height: 32, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'white' } })
      .composite([{ input: black, left: 0, top: 0 }])
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer();
    const corners = [
      [4, 4],
      [60, 4],
      [60, 60],
      [4, 60],
    ] as const;
    const dark: number[] = [];
    for (const [index, [left, top]] of corners.entries()) {
      if (((await published(bytes, left, top))[0] ?? 0) < 128) dark.push(index);
    }
    expect(dark).toEqual([[0], [1], [2], [3], [0], [1], [2], [3]][orientation - 1]);
  });
});

/** Two frames that differ. */
const moving = () =>
  sharp(Buffer.concat([Buffer.alloc(700 * 500 * 3, 9), Buffer.alloc(700 * 500 * 3, 200)]), {
    raw: { width: 700, height: 1000, channels: 3, pageHeight: 500 },
  });

describe('frames that are not published are reported', () => {
  const reported = async (bytes: Buffer) =>
    messagesOf({
      'issues/2022-09/images/m.png': bytes,
      'issues/2022-09/third.md': article('第三篇', '', '![画面](./images/m.png "摄影：乙")'),
    });
  const MOVING = [
    'content/issues/2022-09/third.md:11:1 提醒：图片“./images/m.png”是会动的图，或有几幅画面，网站上只有第一幅\n  改法：第一幅就够的，另存为 JPG 或 PNG；别的画面也要的，一幅存一个文件，分别放进正文',
  ];
  it('in GIF', async () => expect(await reported(await moving().gif().toBuffer())).toEqual(MOVING));
  it('in WebP', async () =>
    expect(await reported(await moving().webp({ effort: 0 }).toBuffer())).toEqual(MOVING));
  it('in PNG', async () => {
    const control = Buffer.concat([
      Buffer.from([0, 0, 0, 8]),
      Buffer.from('acTL'),
      Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]),
    ]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(control.subarray(4)));
    const end = 8 + 25;
    expect(await reported(Buffer.concat([png.subarray(0, end), control, sum, png.subarray(end)]))).toEqual(
      MOVING,
    );
  });
  it('but not in a still picture', async () => {
    expect(await reported(png)).toEqual([]);
    expect(await reported(await plain(700, 500).gif().toBuffer())).toEqual([]);
  });
});

describe('a Windows path is named as it is typed, with the corrected line', () => {
  const wrong = async (line: string) =>
    (
      await messagesOf({
        'issues/2022-09/third.md': article('第三篇', '', line),
        'issues/2022-09/images/x.png': png,
      })
    ).map((message) => message.replace(/^.*?(?:错误|提醒)：/u, ''));
  const slash = (typed: string, mended: string) => [
    `图片“${typed}”的路径用了反斜线“\\”\n  改法：改用“/”：${mended}`,
  ];
  it.each([
    ['![图](images\\x.png "摄影：乙")', slash('images\\x.png', '![图](./images/x.png "摄影：乙")')],
    ['![图](.\\images\\_x.png)', slash('.\\images\\_x.png', '![图](./images/_x.png)')],
    [
      '![图](..\\2022-09\\images\\x.png)',
      slash('..\\2022-09\\images\\x.png', '![图](../2022-09/images/x.png)'),
    ],
    ['![图](<images\\a b.png> "乙")', slash('images\\a b.png', '![图](<./images/a b.png> "乙")')],
    ['![图](\\\\server\\share\\x.png)', slash('\\\\server\\share\\x.png', '![图](./images/x.png)')],
    [
      '![图](D:\\照片\\_x.png "乙")',
      [
        '图片“D:\\照片\\_x.png”在自己的电脑里，读者看不到\n  改法：把图片存到这一期的 images 文件夹，写成 ![图](./images/_x.png "乙")',
      ],
    ],
  ])('%j', async (line, messages) => expect(await wrong(line)).toEqual(messages));

  it('in a cover', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/third.md': article(
          '第三篇',
          "cover: { src: 'images\\x.png', alt: 画面, credit: 摄影：乙 }\n",
        ),
      }),
    ).toEqual([
      'content/issues/2022-09/third.md:9:15 错误：图片“images\\x.png”的路径用了反斜线“\\”\n  改法：改用“/”，写成 ./images/x.png',
    ]));
  it('but not a path with an escaped mark', async () =>
    expect(
      await messagesOf({
        'issues/2022-09/images/a_b.png': png,
        'issues/2022-09/third.md': article('第三篇', '', '![图](./images/a\\_b.png "摄影：乙")'),
      }),
    ).toEqual([]));
});

const shown = (src: string, files: Files = {}) =>
  messagesOf({
    'issues/2022-09/third.md': article('第三篇', '', `![画面](<${src}> "摄影：乙")`),
    'issues/2022-09/images/x.png': png,
    ...files,
  });

describe('what is written in a drawing', () => {
  const drawing = { 'issues/2022-09/images/x.svg': drawn('<text>电话<tspan>138</tspan>00138000</text>') };
  it('is looked through for personal numbers', async () =>
    expect(await shown('./images/x.svg', drawing)).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.svg”里写着手机号码 138****8000
        改法：删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true",
      ]
    `));
  it('also of a cover', async () =>
    expect(
      await messagesOf({
        ...drawing,
        'issues/2022-09/third.md': article(
          '第三篇',
          'cover: { src: ./images/x.svg, alt: 画面, credit: 摄影：乙 }\n',
        ),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:9:15 错误：图片“./images/x.svg”里写着手机号码 138****8000
        改法：删去；确要公开的，写进 site.yaml 的 contacts 并标 public: true",
      ]
    `));
  it('may contain the number of a public contact', async () =>
    expect(
      await shown('./images/x.svg', {
        ...drawing,
        'issues/2022-09/images/x.png': null,
        'site.yaml':
          'title: 港城月刊\ndescription: 测试用的小刊\npublisher: 本刊编辑部\ncontacts:\n  - { label: 编辑部, value: 138-0013-8000, public: true }\n',
      }),
    ).toEqual([]));
});

describe('only a file of the folder is shown', () => {
  it.each([
    './images/x.png',
    'images/x.png',
    '././images//x.png',
    '../2022-09/images/x.png',
    './images/%78.png',
    '../../issues/2022-09/images/../images/x.png',
  ])('%s is one', async (src) => expect(await shown(src)).toEqual([]));

  it('a name whose accents are kept apart', async () => {
    const files = { 'issues/2022-09/images/Cafe\u0301.png': png, 'issues/2022-09/images/x.png': null };
    expect(await shown('./images/Caf\u00e9.png', files)).toEqual([]);
    expect(await shown('./images/Cafe\u0301.png', files)).toEqual([]);
  });

  it('no other address finds one', async () => {
    const addresses = [
      '/etc/hostname',
      '//bad.example/x.png',
      '../../../x.png',
      '../../..',
      '%2e%2e/%2e%2e/%2e%2e/x.png',
      './images\\x.png',
      '.\\images\\x.png',
      '..\\..\\..\\x.png',
      'C:/x.png',
      'C:\\x.png',
      'file:///etc/hostname',
      './images',
      './images/',
      './images/x.png/',
      './images/x.png%00.jpg',
      './images/X.PNG',
      './images/%E0%A4%A',
      './issue.yaml/../images/y.png',
      '#a',
      '?a',
    ];
    const messages = [];
    for (const src of addresses) messages.push(...(await shown(src)));
    expect(messages.map((message) => message.replace(/^.*?(?:错误|提醒)：/u, '').replace('\0', '␀')))
      .toMatchInlineSnapshot(`
        [
          "图片“/etc/hostname”不在内容文件夹里
          改法：把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg",
          "图片“//bad.example/x.png”在别的网站上
          改法：把图片存到这一期的 images 文件夹，写成 ![画面说明](./images/文件名.jpg)",
          "图片“../../../x.png”不在内容文件夹里
          改法：把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg",
          "图片“../../..”不在内容文件夹里
          改法：把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg",
          "图片“../../../x.png”不在内容文件夹里
          改法：把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg",
          "图片“./images\\x.png”的路径用了反斜线“\\”
          改法：改用“/”：![画面](./images/x.png "摄影：乙")",
          "图片“.\\images\\x.png”的路径用了反斜线“\\”
          改法：改用“/”：![画面](./images/x.png "摄影：乙")",
          "图片“..\\..\\..\\x.png”的路径用了反斜线“\\”
          改法：改用“/”：![画面](../../../x.png "摄影：乙")",
          "图片“C:/x.png”在自己的电脑里，读者看不到
          改法：把图片存到这一期的 images 文件夹，写成 ![画面](./images/x.png "摄影：乙")",
          "图片“C:\\x.png”在自己的电脑里，读者看不到
          改法：把图片存到这一期的 images 文件夹，写成 ![画面](./images/x.png "摄影：乙")",
          "图片“file:///etc/hostname”在自己的电脑里，读者看不到
          改法：把图片存到这一期的 images 文件夹，写成 ![画面](./images/hostname "摄影：乙")",
          "图片“./images”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“./images/”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“./images/x.png/”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“./images/x.png\\u0000.jpg”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“./images/X.PNG”找不到，大小写不一样
          改法：写成 ./images/x.png",
          "图片“./images/%E0%A4%A”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“./issue.yaml/../images/y.png”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“#a”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
          "图片“?a”找不到
          改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        ]
      `);
  });

  it('hidden links, linked folders and hidden files are not found', async () => {
    const outside = await writeFiles({ 'secret.png': png });
    const images = {
      'issues/2022-09/images/.hidden/secret.png': png,
      'issues/2022-09/images/.secret.png': png,
    };
    const names = [
      '.x/secret.png',
      '.y.png',
      'z/secret.png',
      '.hidden/secret.png',
      '.secret.png',
      '.w/x.png',
    ];
    const dir = await writeFiles(
      bulletinFiles({
        ...images,
        'issues/2022-09/images/x.png': png,
        'issues/2022-09/third.md': article(
          '第三篇',
          '',
          names.map((name) => `![画面](./images/${name} "摄影：乙")`).join('\n\n'),
        ),
      }),
    );
    const folder = path.join(dir, 'issues/2022-09/images');
    await symlink(outside, path.join(folder, '.x'));
    await symlink(path.join(outside, 'secret.png'), path.join(folder, '.y.png'));
    await symlink(outside, path.join(folder, 'z'));
    await symlink(folder, path.join(folder, '.w'));
    const { diagnostics } = await readContent(dir);
    expect(diagnostics.map((each) => formatDiagnostic(each))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/images/z 错误：这是一个指向内容文件夹之外的链接
        改法：把文件本身复制进来",
        "content/issues/2022-09/third.md:11:1 错误：图片“./images/.x/secret.png”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/issues/2022-09/third.md:13:1 错误：图片“./images/.y.png”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/issues/2022-09/third.md:15:1 错误：图片“./images/z/secret.png”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/issues/2022-09/third.md:17:1 错误：图片“./images/.hidden/secret.png”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/issues/2022-09/third.md:19:1 错误：图片“./images/.secret.png”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
        "content/issues/2022-09/third.md:21:1 错误：图片“./images/.w/x.png”找不到
        改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
      ]
    `);
  });
});

it('gives only the bytes that were read', async () => {
  const dir = await writeFiles({ 'x.png': png });
  const file = path.join(dir, 'x.png');
  const read = await readPicture(file);
  if ('problem' in read) throw new Error(read.problem);
  expect(await checkedBytes(read.picture)).toEqual(png);
  const changed = '图片“x.png”在生成的途中改过。再运行一次 npm run build';
  await writeFile(file, await plain(700, 501).png().toBuffer());
  await expect(checkedBytes(read.picture)).rejects.toThrow(changed);
  await expect(openPicture(read.picture)).rejects.toThrow(changed);
  const gone = { ...read.picture, file: path.join(dir, 'gone', 'x.png') };
  await mkdir(path.join(dir, 'gone'));
  await expect(checkedBytes(gone)).rejects.toThrow(changed);
});
