import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { added, body, png } from '../../lib/third-article.ts';

describe('pictures', () => {
  const shows = (name: string, file?: string | Uint8Array) =>
    body(
      `![画面](./images/${name} "摄影：乙")`,
      file === undefined ? {} : { [`issues/2022-09/images/${name}`]: file },
    );
  it('missing', async () =>
    expect(await shows('x.jpg')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.jpg”找不到
      改法：把图片放进这一期的 images 文件夹，文件名和稿件里写的要一样（分大小写）",
    ]
  `));
  it('without alt', async () =>
    expect(await body('![](./images/x.png "图注｜摄影：乙")', { 'issues/2022-09/images/x.png': png }))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.png”没有替代文字
          改法：![画面里有什么](./images/x.png "图注｜摄影：乙")",
          "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.png”只有 10×10 像素，放大会模糊
          改法：换成长边 600 像素以上的原图；没有的话，照用也行",
        ]
      `));
  it('broken', async () =>
    expect(await shows('x.jpg', 'not a picture')).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.jpg”打不开，可能已损坏或不是图片
      改法：用看图软件打开，另存一份再用",
    ]
  `));
  it('truncated', async () =>
    expect(await shows('x.png', png.subarray(0, 20))).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.png”打不开，可能已损坏或不是图片
      改法：用看图软件打开，另存一份再用",
    ]
  `));
  it('an SVG with a script', async () =>
    expect(
      await shows('x.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'),
    ).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.svg”第 1 行有脚本 <script>
        改法：用绘图软件另存为“纯 SVG”，或存成 PNG",
      ]
    `));
  it('outside the content folder', async () =>
    expect(await body('![甲](../../../x.png)')).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“../../../x.png”不在内容文件夹里
        改法：把图片放进这一期的 images 文件夹，写成 ./images/文件名.jpg",
      ]
    `));
  it('a cover without alt and credit', async () =>
    expect(await added('cover: { src: ./images/x.png }\n', { 'issues/2022-09/images/x.png': png }))
      .toMatchInlineSnapshot(`
        [
          "content/issues/2022-09/third.md:9:8 错误：缺少“替代文字”(alt)
          改法：加一行，例如 alt: 厂房里的机械臂正在装配",
          "content/issues/2022-09/third.md:9:8 错误：缺少“图片署名”(credit)
          改法：加一行，例如 credit: 摄影：本刊编辑部",
        ]
      `));
  it('of 40 megapixels is right', async () => {
    const large = await sharp({ create: { width: 8000, height: 5000, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    expect(await shows('x.jpg', large)).toEqual([]);
  });
  it('of more than 20 MB', async () =>
    expect(await shows('x.jpg', Buffer.concat([png, Buffer.alloc(25 * 1024 * 1024)]))).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 错误：图片“./images/x.jpg”太大（25.0 MB）
        改法：另存为质量 90 的 JPG，或把长边缩小到 4000 像素，不超过 20 MB",
      ]
    `));
  it('too small', async () =>
    expect(await shows('x.png', png)).toMatchInlineSnapshot(`
    [
      "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.png”只有 10×10 像素，放大会模糊
      改法：换成长边 600 像素以上的原图；没有的话，照用也行",
    ]
  `));
  it('without credit', async () => {
    const large = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const files = { 'issues/2022-09/images/x.jpg': large };
    expect(await body('![画面](./images/x.jpg "图注")', files)).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.jpg”没有署名
        改法：![画面](./images/x.jpg "图注｜摄影：某某")",
      ]
    `);
  });
  it('with the place where it was taken', async () => {
    const plain = sharp({ create: { width: 900, height: 600, channels: 3, background: 'red' } }).jpeg();
    const located = plain.clone().withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 2/1 3/1' } });
    expect(await shows('x.jpg', await located.toBuffer())).toMatchInlineSnapshot(`
      [
        "content/issues/2022-09/third.md:11:1 提醒：图片“./images/x.jpg”里面记着拍摄地点（经纬度）
        改法：网站上的图片会自动去掉；稿件文件夹也要公开的，先用看图软件去掉“位置信息”再放进来",
      ]
    `);
    const dated = plain.clone().withExif({ IFD0: { Copyright: '本刊编辑部' } });
    expect(await shows('x.jpg', await dated.toBuffer())).toEqual([]);
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="38,2N"/></rdf:RDF></x:xmpmeta>';
    expect(await shows('x.jpg', await plain.clone().withXmp(xmp).toBuffer())).toHaveLength(1);
  });
});
