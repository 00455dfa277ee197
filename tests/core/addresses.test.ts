import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/core/content.ts';
import { pictureAttributes, variantsOf } from '../../src/core/picture-variants.ts';
import { createUrls } from '../../src/core/url.ts';

describe.each([
  ['/', ''],
  ['/daokan', '/daokan'],
  ['/daokan/', '/daokan'],
])('below %s', (base, prefix) => {
  const urls = createUrls(base);
  // Built inside the test: mutation runs do not see what runs while the file loads.
  it.each([
    [() => urls.home(), '/'],
    [() => urls.archive(), '/issues/'],
    [() => urls.year(2022), '/issues/2022/'],
    [() => urls.latest(), '/issues/latest/'],
    [() => urls.issue('2023-01-02'), '/issues/2023-01-02/'],
    [() => urls.article('2022-09/some-article'), '/issues/2022-09/some-article/'],
    [() => urls.listIndex('parks'), '/parks/'],
    [() => urls.list('regions', '130633'), '/regions/130633/'],
    [() => urls.list('categories', 'news', 2), '/categories/news/2/'],
    [() => urls.search(), '/search/'],
    [() => urls.page('about'), '/about/'],
    [() => urls.file('pictures/a-480.webp'), '/pictures/a-480.webp'],
    [() => urls.internal('/about/#x'), '/about/#x'],
    [() => urls.printedPage('2022-09', 3), '/issues/2022-09/pages/3/'],
    [() => urls.printedPagePdf('2022-09', 3), '/issues/2022-09/pages/3.pdf'],
    [() => urls.sharePicture('2022-09'), '/issues/2022-09/share.png'],
    [() => urls.printIssue('2022-09'), '/issues/2022-09/print/'],
    [() => urls.edition('2022-09', 'pdf'), '/issues/2022-09/2022-09.pdf'],
    [() => urls.inbox(), '/inbox/'],
    [() => urls.inbox('样稿 一'), '/inbox/%E6%A0%B7%E7%A8%BF%20%E4%B8%80/'],
    [() => urls.handbook('rules'), '/admin/handbook/rules/'],
  ])('%s is %s', (url, expected) => expect(url()).toBe(prefix + expected));
});

describe('pictures', () => {
  const picture = (width: number, format: Picture['format'] = 'jpeg'): Picture => ({
    hash: 'abcabcabcabc',
    format,
    width,
    height: 100,
    file: '/x',
  });
  it.each([
    [
      picture(4000),
      ['abcabcabcabc-480.webp', 'abcabcabcabc-960.webp', 'abcabcabcabc-1600.webp', 'abcabcabcabc-4000.webp'],
    ],
    [
      { ...picture(4000), height: 2667 },
      ['abcabcabcabc-480.webp', 'abcabcabcabc-960.webp', 'abcabcabcabc-1600.webp'],
    ],
    [picture(960), ['abcabcabcabc-480.webp', 'abcabcabcabc-960.webp']],
    [picture(300), ['abcabcabcabc-300.webp']],
    [picture(300, 'svg'), ['abcabcabcabc.svg']],
  ])('%j', (each, names) =>
    expect(variantsOf(each).map(({ name, extension }) => `${name}.${extension}`)).toEqual(names),
  );

  it('gives a small picture no srcset', () => {
    expect(pictureAttributes(picture(300), createUrls('/b/'), '100vw')).toEqual({
      src: '/b/pictures/abcabcabcabc-300.webp',
      width: 300,
      height: 100,
    });
  });
});
