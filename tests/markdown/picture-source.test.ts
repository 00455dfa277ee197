import { expect, it } from 'vitest';
import { correctedAddress, windowsPath } from '../../src/markdown/picture-source.ts';

it.each([
  ['images\\a.jpg', './images/a.jpg'],
  ['.\\images\\a.jpg', './images/a.jpg'],
  ['..\\2022-10\\images\\a.jpg', '../2022-10/images/a.jpg'],
  ['C:\\图片\\a.jpg', './images/a.jpg'],
  ['d:/图片/a.jpg', './images/a.jpg'],
  ['file:///C:/a%20b.jpg', './images/a b.jpg'],
  ['\\\\电脑\\图片\\a.jpg', './images/a.jpg'],
  ['/a.jpg', './images/a.jpg'],
  ['images//a.jpg', './images/a.jpg'],
  ['images\\\\a.jpg', './images/a.jpg'],
])('%j becomes %j', (typed, corrected) => expect(correctedAddress(typed)).toBe(corrected));

it.each([
  ['![画](images\\a.jpg)', 'images\\a.jpg', '![画](./images/a.jpg)'],
  ['![画](<images\\a b.jpg>)', 'images\\a b.jpg', '![画](<./images/a b.jpg>)'],
  ['![画](<images\\a.jpg>)', 'images\\a.jpg', '![画](./images/a.jpg)'],
  ['![画]( images\\a.jpg  "图注" )', 'images\\a.jpg', '![画]( ./images/a.jpg  "图注" )'],
  ["![画](images\\a.jpg '图注')", 'images\\a.jpg', "![画](./images/a.jpg '图注')"],
  ['![画](images\\a.jpg (图注))', 'images\\a.jpg', '![画](./images/a.jpg (图注))'],
  ['![画](images\\a.jpg "图\\"注")', 'images\\a.jpg', '![画](./images/a.jpg "图\\"注")'],
  ['![](C:/a.jpg)', 'C:/a.jpg', '![](./images/a.jpg)'],
  ['![](file:///a.jpg)', 'file:///a.jpg', '![](./images/a.jpg)'],
])('the Windows path in %j', (source, typed, corrected) => {
  expect(windowsPath(source)).toEqual({ typed, corrected });
});

it.each([
  '![画](./images/a.jpg)',
  '![画](https://example.com/a.jpg)',
  '![画：景](./images/a.jpg "图注：甲")',
  '![画\\]](./images/a.jpg)',
  '[文](C:\\a.jpg)',
  `![${'画'.repeat(2000)}](C:\\a.jpg)`,
])('%j has none', (source) => expect(windowsPath(source)).toBeUndefined());
