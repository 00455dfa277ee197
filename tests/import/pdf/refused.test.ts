import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { imported } from '../../lib/imported.ts';
import { makePdf } from '../../lib/pdf-builder.ts';

const SAMPLE = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../fixtures/pdf/two-columns.pdf')),
);
const IMAGE =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream';
const SCAN = makePdf([{ operators: 'q 400 0 0 500 0 0 cm /X0 Do Q', objects: [IMAGE] }]);
const BROKEN = '这个 PDF 打不开，可能已经损坏，或者没有下载完整';
const AGAIN = '重新下载一次，或者向作者要 Word 原稿';

it.each<[string, Uint8Array, string, string]>([
  ['a file without pages', new TextEncoder().encode('%PDF-1.7\n没有内容'), BROKEN, AGAIN],
  ['a beginning only', SAMPLE.subarray(0, 900), BROKEN, AGAIN],
  [
    'a scan',
    SCAN,
    '这个 PDF 是扫描件（1 页都是图片），里面没有文字',
    '先做文字识别（WPS、Acrobat 的“识别文本”，或拍照识字），核对后存成 .docx 或 .txt 再导入；或者向作者要 Word 原稿',
  ],
  [
    'an empty page',
    makePdf([{}]),
    '这个 PDF 里没有文字',
    '打开看看是不是空白页；文字是图形的，先做文字识别，或者向作者要 Word 原稿',
  ],
  [
    'a thousand pages',
    makePdf(Array.from({ length: 1000 }, () => ({ texts: [{ text: '一页。', x: 40, y: 440 }] }))),
    '这个 PDF 有 1000 页，不像一篇稿件（最多 300 页）',
    '在阅读器里选“打印”，只把要用的几页另存成 PDF，再导入',
  ],
  [
    'a password',
    new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../fixtures/pdf/password.pdf'))),
    '这个 PDF 加了密码，打不开',
    '向作者要密码，打开后另存一份没有密码的，或者要 Word 原稿',
  ],
  [
    'characters without a table',
    makePdf([{ texts: [{ text: '\uE001\uE002\uE003\uE004\uE005', x: 40, y: 440 }] }]),
    '这个 PDF 的字体没有编码，取出来的是乱码',
    '在 PDF 里复制一句话，贴到记事本看看：是乱码的，先做文字识别，或者向作者要 Word 原稿',
  ],
])('refuses %s', async (_, bytes, message, fix) => {
  await expect(imported(bytes, '稿.pdf')).rejects.toMatchObject({ message, fix });
});

it('reads a file that opens with an empty password', async () => {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../fixtures/pdf/owner-password.pdf'));
  const { articles } = await imported(new Uint8Array(bytes), '稿.pdf');
  expect(articles[0]?.report.title).toBe('六家厂的驻厂账');
});
