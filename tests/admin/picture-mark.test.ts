import { expect, it } from 'vitest';
import { formFields } from '../../src/admin/form-field.ts';
import { ADDED_PICTURES, type FormFile, writeFormFile } from '../../src/admin/form-file.ts';
import { markAt } from '../../src/admin/picture-mark.ts';

const ARTICLE: FormFile = { shape: 'markdown', fields: formFields('article') };

/** Returns the body with a picture mark inserted for the cursor at `|`. */
function marked(body: string, added = 0): string {
  const cursor = body.indexOf('|');
  const whole = body.replace('|', '');
  const { at, text } = markAt(whole, cursor, added);
  return whole.slice(0, at) + text + whole.slice(at);
}

it.each([
  ['|', '【插图1】'],
  ['第一|段。\n\n第二段。', '第一段。\n\n【插图1】\n\n第二段。'],
  ['第一段。|\n第二行。', '第一段。\n\n【插图1】\n\n第二行。'],
  ['第一段。\n\n第二段。|', '第一段。\n\n第二段。\n\n【插图1】'],
])('puts the mark into %j below the line of the cursor', (body, expected) => {
  expect(marked(body)).toBe(expected);
});

it('replaces each mark on a separate line with its picture, and appends the others', () => {
  const text = writeFormFile(ARTICLE, {
    body: '见【插图1】。\n\n【插图2】\n\n第二段。\n\n　【插图1】',
    [ADDED_PICTURES]: ['a', 'b', 'c', ''].map((name) => ({ src: name && `./images/${name}.jpg`, alt: name })),
  });
  expect(text).toBe(`---
---

见【插图1】。

![b](./images/b.jpg)

第二段。

![a](./images/a.jpg)

![c](./images/c.jpg)
`);
});
